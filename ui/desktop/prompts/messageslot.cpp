#include "messageslot.h"

#include "ui/desktop/filechip.h"
#include "ui/desktop/prompts/comparisonview.h"
#include "ui/desktop/prompts/markdownview.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/reflowlayout.h"

#include <QtGui/QPainter>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {
constexpr int ChipWidth = 180, MostChipColumns = 3, ChipHeight = 38;
} // namespace

PromptBubble::PromptBubble(const QString &prompt, const QList<AttachedFile> &files, QWidget *parent)
    : PaintedWidget(QAccessible::Grouping, parent)
    , m_prompt(prompt)
    , m_text(new MarkdownView(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(15, 11, 15, 11);
    column->addWidget(m_text);
    m_text->setAccessibleName(tr("Your prompt"));
    m_text->setAccessibleDescription(prompt.left(2000));
    m_text->setPlainText(prompt);
    if (files.isEmpty())
        return;
    auto *holder = new QWidget(this);
    holder->setAccessibleName(tr("Files"));
    auto *chips = new ReflowLayout(ChipWidth, MostChipColumns, 6, 4, holder);
    chips->setContentsMargins(0, 8, 0, 0);
    for (const AttachedFile &file : files) {
        auto *chip = new FileChip(file, holder);
        chip->setKept();
        chips->addWidget(chip);
        m_names.append(file.attachment.name);
    }
    column->addWidget(holder);
}

QString PromptBubble::spokenText() const
{
    const QString words = tr("You: %1").arg(m_prompt.left(200));
    return m_names.isEmpty() ? words : tr("%1. With %2.").arg(words, m_names.join(u", "_s));
}

void PromptBubble::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint::box(painter, rect(), 10, theme().color(Token::BgSunken),
               theme().color(Token::BorderSubtle));
}

MessageSlot::MessageSlot(MessageValue message, QWidget *parent)
    : QWidget(parent)
    , m_message(std::move(message))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void MessageSlot::setMade(bool wanted, const ServicesValue *services, bool last,
                          const QDateTime &now)
{
    if (!wanted) {
        if (m_view) {
            m_knownHeight = height();
            m_knownWidth = width();
            delete m_view;
            m_view = m_answer = nullptr;
            m_bubble = nullptr;
            m_comparison = nullptr;
        }
        setFixedHeight(guessedHeight(width()));
        return;
    }
    const bool fresh = !m_view;
    if (fresh) {
        setMinimumHeight(0);
        setMaximumHeight(QWIDGETSIZE_MAX);
        if (m_message.prompt) {
            m_view = m_bubble = new PromptBubble(*m_message.prompt, m_message.files, this);
        } else if (!m_message.isAnswer()) {
            m_view = m_comparison = new ComparisonView(services, this);
        } else {
            m_view = m_answer = new AnswerView(this);
            m_answer->setServices(services);
        }
        layout()->addWidget(m_view);
    }
    if (m_answer)
        m_answer->setAnswer(m_message.answer, last, now);
    if (m_comparison)
        m_comparison->setComparison(m_message.comparison, last, m_namesHidden, now);
    if (fresh) {
        m_view->show();
        Q_EMIT made();
    }
}

int MessageSlot::guessedHeight(int width) const
{
    if (m_knownHeight > 0 && m_knownWidth == width)
        return m_knownHeight;
    qsizetype size = m_message.prompt ? m_message.prompt->size() : m_message.answer.text.size();
    for (const AttemptValue &attempt : m_message.answer.attempts)
        size = std::max(size, attempt.text.size());
    for (const ComparisonValue::Side &side : m_message.comparison.sides)
        size = std::max(size, side.answer.text.size());
    const qsizetype letters = std::max(20, width / 7);
    const qsizetype chips = (m_message.files.size() + MostChipColumns - 1) / MostChipColumns;
    return int(std::min<qsizetype>(60 + 20 * (size / letters + 1) + ChipHeight * chips, 1'000'000));
}

bool MessageSlot::isSettled() const
{
    if (m_bubble)
        return m_bubble->text()->isSettled();
    if (m_comparison)
        return m_comparison->isSettled();
    return !m_answer || m_answer->isSettled();
}

} // namespace keyway

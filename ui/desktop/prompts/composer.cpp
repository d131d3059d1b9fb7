#include "composer.h"

#include "ui/desktop/filechip.h"
#include "ui/desktop/promptfield.h"
#include "ui/desktop/prompts/servicebox.h"
#include "ui/desktop/prompts/sidepickers.h"
#include "ui/desktop/strategybox.h"
#include "ui/theme/buttonkind.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/reflowlayout.h"

#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

constexpr int MostLines = 10;
constexpr int NarrowRow = 430;
constexpr int ChipWidth = 180, MostChipColumns = 4;

} // namespace

Composer::Composer(QWidget *parent)
    : QWidget(parent)
    , m_field(new PromptField(this))
    , m_chipsHolder(new QWidget(this))
    , m_chips(new ReflowLayout(ChipWidth, MostChipColumns, 6, 4, m_chipsHolder))
    , m_attach(iconButton(u"attach"_s, tr("Attach files"), ButtonKind::Ghost, this))
    , m_strategy(new StrategyBox(this))
    , m_service(new ServiceBox(tr("Any service"), this))
    , m_sides(new SidePickers(this))
    , m_estimate(new ElidedLabel({}, TextStyle::Body, Token::TextMuted, this))
    , m_send(new QPushButton(this))
{
    setAccessibleName(tr("Writing field"));
    m_field->setAccessibleName(tr("Prompt"));
    m_field->setFrameShape(QFrame::NoFrame);
    m_field->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_field->viewport()->setAutoFillBackground(false);
    m_field->document()->setDocumentMargin(0);
    m_field->installEventFilter(this);
    m_chips->setContentsMargins(0, 0, 0, 0);
    m_chipsHolder->setAccessibleName(tr("Files"));
    m_chipsHolder->hide();
    m_attach->setToolTip(
        tr("Attach files (%1)").arg(QKeySequence(u"Ctrl+O"_s).toString(QKeySequence::NativeText)));
    m_strategy->setAccessibleName(tr("Strategy"));
    m_service->setAccessibleName(tr("Service or model"));
    m_sides->hide();
    m_send->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_attach);
    row->addWidget(m_strategy);
    row->addWidget(m_service);
    row->addWidget(m_sides);
    row->addStretch(1);
    m_estimate->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    row->addWidget(m_estimate);
    row->addWidget(m_send);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 9, 9);
    column->setSpacing(8);
    column->addWidget(m_field);
    column->addWidget(m_chipsHolder);
    column->addLayout(row);
    connect(m_attach, &QToolButton::clicked, this, &Composer::attachRequested);
    connect(m_field, &PromptField::thingsPasted, this, &Composer::thingsPasted);
    connect(m_field->document()->documentLayout(),
            &QAbstractTextDocumentLayout::documentSizeChanged, this, &Composer::adaptHeight);
    connect(m_field, &QPlainTextEdit::textChanged, this, [this] {
        adaptSend();
        Q_EMIT changed();
    });
    connect(m_strategy, &QComboBox::currentIndexChanged, this, &Composer::changed);
    connect(m_service, &QComboBox::currentIndexChanged, this, &Composer::changed);
    connect(m_sides, &SidePickers::changed, this, &Composer::changed);
    connect(m_send, &QPushButton::clicked, this, [this] {
        if (m_running)
            Q_EMIT stopRequested();
        else
            Q_EMIT sendRequested();
    });
    setFollowUp(false);
    adaptHeight();
    adaptSend();
}

void Composer::setServices(const ServicesValue &services)
{
    m_strategy->setUsual(services.strategy);
    m_service->setServices(services);
    m_sides->setServices(services);
}

void Composer::setComparing(bool comparing)
{
    m_strategy->setVisible(!comparing);
    m_service->setVisible(!comparing);
    m_sides->setVisible(comparing);
    m_comparing = comparing;
    adaptSend();
    Q_EMIT changed();
}

void Composer::setHeld(bool held)
{
    m_held = held;
    adaptSend();
}

void Composer::setRunning(bool running)
{
    m_running = running;
    adaptSend();
}

void Composer::setFollowUp(bool followUp)
{
    m_field->setPlaceholderText(followUp ? tr("Ask a follow-up. Shift+Enter starts a new line.")
                                         : tr("Ask something. Shift+Enter starts a new line."));
}

void Composer::setEstimate(const QString &text, const QString &spoken, const QString &why)
{
    m_estimate->setToolTip(why);
    m_estimate->setText(text);
    m_estimate->setAccessibleName(spoken);
    m_estimate->setVisible(!text.isEmpty());
    // A long name of a service gives way, not the price.
    m_estimate->setMinimumWidth(std::min(m_estimate->sizeHint().width(), 170));
}

QString Composer::estimate() const
{
    return m_estimate->text();
}

void Composer::setSendable(bool sendable)
{
    m_sendable = sendable;
    adaptSend();
}

QString Composer::text() const
{
    return m_field->toPlainText();
}

void Composer::setText(const QString &text)
{
    m_field->setPlainText(text);
    m_field->moveCursor(QTextCursor::End);
}

QPlainTextEdit *Composer::field() const
{
    return m_field;
}

void Composer::setFiles(const QList<AttachedFile> &files)
{
    if (files.isEmpty() && m_files.isEmpty())
        return;
    m_files = files;
    showFiles();
    Q_EMIT changed();
}

void Composer::addFile(const AttachedFile &file)
{
    setFiles(m_files + QList<AttachedFile>{file});
}

void Composer::removeFile(qsizetype index)
{
    QList<AttachedFile> left = m_files;
    left.removeAt(index);
    setFiles(left);
    // The focus goes to the file that is at its place now, or back to the field.
    const QLayoutItem *next = m_chips->itemAt(int(std::min(index, left.size() - 1)));
    (next ? next->widget() : m_field)->setFocus(Qt::OtherFocusReason);
}

void Composer::showFiles()
{
    while (QLayoutItem *item = m_chips->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    QWidget *before = m_field;
    for (qsizetype i = 0; i < m_files.size(); ++i) {
        auto *chip = new FileChip(m_files.at(i), m_chipsHolder);
        m_chips->insertWidget(int(i), chip);
        chip->show();
        setTabOrder(before, chip->removeButton());
        before = chip->removeButton();
        connect(chip, &FileChip::removeRequested, this, [this, i] { removeFile(i); });
    }
    setTabOrder(before, m_attach);
    m_chipsHolder->setVisible(!m_files.isEmpty());
}

std::optional<Strategy> Composer::strategy() const
{
    return m_strategy->chosen();
}

void Composer::setStrategy(std::optional<Strategy> strategy)
{
    m_strategy->setChosen(strategy);
}

QComboBox *Composer::strategyBox() const
{
    return m_strategy;
}

std::optional<Id> Composer::integration() const
{
    return m_service->integration();
}

QString Composer::model() const
{
    return m_service->model();
}

void Composer::choose(const std::optional<Id> &integration, const QString &model)
{
    m_service->choose(integration, model);
}

QComboBox *Composer::serviceBox() const
{
    return m_service;
}

void Composer::openStrategies()
{
    m_strategy->setFocus(Qt::ShortcutFocusReason);
    m_strategy->showPopup();
}

void Composer::adaptHeight()
{
    const QFontMetrics metrics(m_field->font());
    const int lines = std::clamp(int(m_field->document()->size().height()), 1, MostLines);
    const int high = lines * metrics.lineSpacing() + 6;
    if (m_field->height() != high || m_field->minimumHeight() != high)
        m_field->setFixedHeight(high);
    m_field->setVerticalScrollBarPolicy(lines < MostLines ? Qt::ScrollBarAlwaysOff
                                                          : Qt::ScrollBarAsNeeded);
}

void Composer::adaptSend()
{
    m_send->setText(m_running ? tr("Stop") : m_comparing ? tr("Compare") : tr("Send"));
    m_send->setEnabled(m_running || (m_sendable && !m_held && !text().trimmed().isEmpty()));
    setKind(m_send, m_running ? ButtonKind::Secondary : ButtonKind::Primary);
    const Token color = m_running ? Token::TextPrimary : Token::TextOnAccent;
    const QString icon = m_running ? u"stop"_s : m_comparing ? u"compare"_s : u"send"_s;
    m_send->setIcon(themeOf(this).icon(icon, color));
    m_send->setToolTip(m_running         ? tr("Stop (Esc)")
                           : m_comparing ? tr("Ask all of them (Enter)")
                                         : tr("Send (Enter)"));
}

void Composer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const bool focus = m_field->hasFocus();
    paint::box(painter, rect(), 10, theme.color(Token::BgSurface),
               theme.color(focus ? Token::FocusRing : Token::BorderStrong), focus ? 2 : 1);
}

void Composer::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Where the row has no room, a long name of a service gives way first.
    m_service->setMaximumWidth(width() < NarrowRow ? 120 : 220);
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field
        && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        update();
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (enter && !(key->modifiers() & Qt::ShiftModifier)) {
        if (!m_running && m_send->isEnabled())
            Q_EMIT sendRequested();
        return true;
    }
    if (key->key() == Qt::Key_Backspace && text().isEmpty() && !m_files.isEmpty()) {
        setFiles(m_files.first(m_files.size() - 1));
        return true;
    }
    if (key->key() == Qt::Key_Up && text().isEmpty() && !m_lastPrompt.isEmpty()) {
        setText(m_lastPrompt);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace keyway

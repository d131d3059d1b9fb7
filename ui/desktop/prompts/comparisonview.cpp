#include "comparisonview.h"

#include "ui/desktop/prompts/comparisoncolumn.h"
#include "ui/desktop/prompts/factsband.h"
#include "ui/theme/buttonkind.h"
#include "ui/theme/textscale.h"
#include "ui/widgets/labels.h"
#include "ui/words/dates.h"
#include "ui/words/money.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {
constexpr int NarrowColumn = 260; ///< narrower ones stand below each other

QString costWords(const AnswerValue &answer)
{
    if (!answer.costKnown())
        return words::requestMoneyOf(CostState::Unknown, {});
    return answer.total().isZero() ? words::money({}) : words::requestMoney(answer.total());
}

} // namespace

ComparisonView::ComparisonView(const ServicesValue *services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_column(new QVBoxLayout(this))
    , m_line(new QWidget(this))
    , m_others(new TextLabel({}, TextStyle::Small, Token::TextMuted, m_line))
    , m_fold(new QPushButton(m_line))
    , m_holder(new QWidget(this))
    , m_grid(new QGridLayout(m_holder))
{
    setAccessibleName(tr("Answers side by side"));
    setKind(m_fold, ButtonKind::Link);
    m_others->setWordWrap(true);
    auto *line = new QHBoxLayout(m_line);
    line->setContentsMargins(28, 3, 3, 3); // for the focus ring
    line->setSpacing(12);
    line->addWidget(m_others, 1);
    line->addWidget(m_fold);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(12);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(10);
    m_column->addWidget(m_line);
    m_column->addWidget(m_holder);
    connect(m_fold, &QPushButton::clicked, this, [this] { setFolded(!m_folded); });
    makeKept();
    showFold();
}

/// Views of answers only grow: another answer gets another view.
void ComparisonView::makeKept()
{
    delete m_kept;
    m_kept = new AnswerView(this);
    m_kept->setServices(m_services);
    m_column->insertWidget(0, m_kept);
    connect(m_kept, &AnswerView::actionRequested, this, &ComparisonView::actionRequested);
    connect(m_kept, &AnswerView::linkChosen, this, &ComparisonView::linkChosen);
}

ComparisonColumn *ComparisonView::makeColumn()
{
    auto *column = new ComparisonColumn(m_services, m_holder);
    connect(column, &ComparisonColumn::wished, this, &ComparisonView::wished);
    connect(column, &ComparisonColumn::linkChosen, this, &ComparisonView::linkChosen);
    connect(column, &ComparisonColumn::announced, this, &ComparisonView::announced);
    return column;
}

void ComparisonView::setComparison(const ComparisonValue &comparison, bool last, bool namesHidden,
                                   const QDateTime &now)
{
    const std::optional<qsizetype> kept = comparison.kept();
    if (kept != m_comparison.kept()) {
        m_folded = true;
        makeKept();
    }
    m_comparison = comparison;
    const bool covered
        = namesHidden && !kept && (comparison.isRunning() || comparison.isUndecided());
    const auto fastest = comparison.fastest();
    const auto cheapest = comparison.cheapest();
    for (qsizetype i = 0; i < comparison.sides.size(); ++i) {
        const ComparisonValue::Side &side = comparison.sides.at(i);
        ComparisonColumn *before = m_columns.value(i);
        const bool another = before && before->side().answer.startedAt != side.answer.startedAt;
        if (!before || another) {
            const bool focused = another && before->isAncestorOf(focusWidget());
            if (another)
                delete m_columns.takeAt(i);
            m_columns.insert(i, makeColumn());
            if (focused)
                m_columns.at(i)->stopButton()->setFocus(Qt::OtherFocusReason);
        }
        m_columns.at(i)->setSide(
            side,
            {last && !kept, covered, fastest == i, cheapest == i, comparison.sides.size() > 2},
            now);
    }
    while (m_columns.size() > comparison.sides.size())
        delete m_columns.takeLast();
    place();
    if (kept)
        m_kept->setAnswer(comparison.sides.at(*kept).answer, last, now);
    showFold();
}

void ComparisonView::setNow(const QDateTime &now)
{
    for (ComparisonColumn *column : std::as_const(m_columns))
        column->setNow(now);
}

void ComparisonView::setRoom(int height)
{
    m_room = height;
    place();
}

/// The columns beside each other, or below each other where they would be too narrow.
void ComparisonView::place()
{
    const bool narrow = width() < forText(NarrowColumn) * std::max<qsizetype>(1, m_columns.size());
    for (int i = 0; i < m_columns.size(); ++i) {
        m_grid->removeWidget(m_columns.at(i));
        m_grid->addWidget(m_columns.at(i), narrow ? i : 0, narrow ? 0 : i);
    }
    for (int i = 0; i < m_grid->columnCount(); ++i)
        m_grid->setColumnStretch(i, i < (narrow ? 1 : m_columns.size()) ? 1 : 0);
    m_grid->setRowMinimumHeight(0, narrow || m_comparison.kept() ? 0 : m_room);

    // Where one needs two rows for its facts, all have them: equal things stand beside each other.
    const int beside = narrow ? 1 : std::max(1, int(m_columns.size()));
    const int each = (width() - (beside - 1) * m_grid->horizontalSpacing()) / beside;
    const bool twoRows
        = std::any_of(m_columns.cbegin(), m_columns.cend(), [each](const ComparisonColumn *column) {
              return column->facts()->needsTwoRows(each);
          });
    for (ComparisonColumn *column : std::as_const(m_columns))
        column->facts()->setTwoRows(twoRows);
}

bool ComparisonView::isSettled() const
{
    return m_kept->isSettled()
        && std::all_of(m_columns.begin(), m_columns.end(),
                       [](const ComparisonColumn *column) { return column->isSettled(); });
}

void ComparisonView::setFolded(bool folded)
{
    m_folded = folded;
    showFold();
}

void ComparisonView::showFold()
{
    const bool kept = m_comparison.kept().has_value();
    const bool folded = kept && m_folded;
    m_kept->setVisible(folded);
    m_line->setVisible(kept && m_comparison.sides.size() > 1);
    m_holder->setVisible(!folded);
    m_others->setText(folded ? othersWords() : QString());
    m_fold->setText(m_folded ? tr("Show side by side") : tr("Fold away"));
}

/// "Not kept: gemini-2.5-flash (2.2 s, $0.00)"
QString ComparisonView::othersWords() const
{
    QStringList others;
    for (const ComparisonValue::Side &side : m_comparison.sides) {
        if (side.asked.kept)
            continue;
        QStringList facts;
        if (side.answer.text.isEmpty())
            facts += tr("no answer");
        else if (!side.answer.attempts.isEmpty())
            facts += words::duration(
                std::chrono::milliseconds(side.answer.attempts.last().record.durationMs));
        if (!side.answer.attempts.isEmpty())
            facts += costWords(side.answer);
        others += facts.isEmpty() ? side.asked.model
                                  : u"%1 (%2)"_s.arg(side.asked.model, facts.join(u", "_s));
    }
    return tr("Not kept: %1").arg(others.join(u", "_s));
}

void ComparisonView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

} // namespace keyway

#include "receipt.h"

#include "ui/theme/buttonkind.h"
#include "ui/theme/textscale.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/meters.h"
#include "ui/words/dates.h"
#include "ui/words/fees.h"
#include "ui/words/health.h"
#include "ui/words/money.h"

#include <QtGui/QResizeEvent>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

/// Below this the columns move closer together.
constexpr int Narrow = 900;
/// Below this there is no room for the forecast, and for what the link explains as well.
constexpr int PaceFrom = 760;

} // namespace

Receipt::Receipt(QWidget *parent)
    : Band(Token::BgSurface, Qt::TopEdge, parent)
    , m_row(new QHBoxLayout(this))
    , m_pacePart(makePace())
    , m_sumPart(makeSums())
{
    setAccessibleName(tr("This month"));
    m_row->setSpacing(24);
    m_row->addLayout(makeMonth(), 1);
    m_row->addWidget(m_pacePart);
    auto *line = new Divider(Qt::Vertical, this);
    m_row->addWidget(line);
    m_row->addWidget(m_sumPart);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    adapt();
}

QLayout *Receipt::makeMonth()
{
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    auto *heading = new QHBoxLayout;
    heading->setSpacing(9);
    m_month = new TextLabel({}, TextStyle::Body, Token::TextPrimary, this);
    m_month->setWeight(QFont::DemiBold);
    m_days = new TextLabel({}, TextStyle::Small, Token::TextMuted, this);
    heading->addWidget(m_month);
    heading->addWidget(m_days);
    heading->addStretch(1);
    m_text = new TextLabel({}, TextStyle::Small, Token::TextSecondary, this);
    m_text->setWordWrap(true);
    m_text->setMaximumWidth(400);
    m_text->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_how = new QPushButton(tr("How the fee is worked out"), this);
    setKind(m_how, ButtonKind::Link);
    column->addStretch(1);
    column->addLayout(heading);
    column->addSpacing(4);
    column->addWidget(m_text);
    column->addSpacing(6);
    m_check = new QPushButton(tr("Check with providers"), this);
    setKind(m_check, ButtonKind::Link);
    auto *links = new QHBoxLayout;
    links->setSpacing(16);
    links->addWidget(m_how);
    links->addWidget(m_check);
    links->addStretch(1);
    column->addLayout(links);
    column->addStretch(1);
    connect(m_how, &QPushButton::clicked, this, &Receipt::feeExplanationRequested);
    connect(m_check, &QPushButton::clicked, this, &Receipt::checkRequested);
    return column;
}

QWidget *Receipt::makePace()
{
    auto *part = new QWidget(this);
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(24);
    row->addWidget(new Divider(Qt::Vertical, part));
    auto *column = new QVBoxLayout;
    column->setSpacing(5);
    m_paceCaption = new TextLabel({}, TextStyle::Small, Token::TextMuted, part);
    m_pace = new MoneyLabel({}, TextStyle::Heading, Token::TextPrimary, part);
    column->addStretch(1);
    column->addWidget(m_paceCaption);
    column->addWidget(m_pace, 0, Qt::AlignLeft);
    auto *limit = new QHBoxLayout;
    limit->setSpacing(8);
    m_paceBar = new UsageBar(part);
    m_paceBar->setFixedWidth(forText(100));
    m_paceText = new TextLabel({}, TextStyle::Small, Token::TextMuted, part);
    limit->addWidget(m_paceBar);
    limit->addWidget(m_paceText);
    column->addLayout(limit);
    column->addStretch(1);
    row->addLayout(column);
    row->addSpacing(24);
    return part;
}

QWidget *Receipt::makeSums()
{
    auto *part = new QWidget(this);
    auto *grid = new QGridLayout(part);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(0, 1);
    auto *costCaption = new TextLabel(tr("Total Platform Costs This Month:"), TextStyle::Body,
                                      Token::TextSecondary, part);
    m_feeCaption = new TextLabel({}, TextStyle::Body, Token::TextSecondary, part);
    auto *totalCaption = new TextLabel(tr("Total:"), TextStyle::Heading, Token::TextPrimary, part);
    m_cost = new MoneyLabel({}, TextStyle::Body, Token::TextPrimary, part);
    m_fee = new MoneyLabel({}, TextStyle::Body, Token::TextPrimary, part);
    m_total = new MoneyLabel({}, TextStyle::Heading, Token::TextPrimary, part);
    grid->setRowStretch(0, 1);
    grid->addWidget(costCaption, 1, 0);
    grid->addWidget(m_cost, 1, 1, Qt::AlignRight);
    grid->setRowMinimumHeight(1, 25);
    grid->addWidget(m_feeCaption, 2, 0);
    grid->addWidget(m_fee, 2, 1, Qt::AlignRight);
    grid->setRowMinimumHeight(2, 25);
    auto *line = new Divider(Qt::Horizontal, part);
    line->setColor(Token::BorderDefault);
    grid->addWidget(line, 3, 0, 1, 2);
    grid->addWidget(totalCaption, 4, 0);
    grid->addWidget(m_total, 4, 1, Qt::AlignRight);
    grid->setRowMinimumHeight(4, 30);
    grid->setRowStretch(5, 1);
    return part;
}

void Receipt::setOverview(const engine::Overview &overview)
{
    showMonth(overview);
    const bool anything = overview.monthRequests > 0 || !overview.monthTotal.isZero();
    m_hasPace = anything && !overview.monthCost.isZero();
    showPace(overview);

    m_feeCaption->setText(tr("%1:", "a line of the receipt").arg(words::feeLine(overview.fee)));
    const QStringList shown
        = words::addedUp({overview.monthCost, overview.monthFee}, overview.monthTotal);
    m_cost->setAmount(shown.at(0), words::spokenMoney(overview.monthCost));
    m_fee->setAmount(shown.at(1), words::spokenMoney(overview.monthFee));
    m_total->setAmount(shown.at(2), words::spokenMoney(overview.monthTotal));
    adapt();
    announceChange();
}

void Receipt::showPace(const engine::Overview &overview)
{
    const QDate &today = overview.today;
    const QDate end(today.year(), today.month(), today.daysInMonth());
    const std::optional<Forecast> &forecast = overview.forecast;
    const Money pace = forecast ? forecast->expected : words::atThisPace(overview.monthCost, today);
    m_paceCaption->setText(tr("At this pace by %1").arg(words::dayAndMonth(end)));
    m_pace->setAmount(words::money(pace), words::spokenMoney(pace));

    const std::optional<Money> &limit = overview.monthLimit;
    const bool ranges = forecast && forecast->low != forecast->high;
    const QString range = ranges
        ? tr("probably %1 to %2").arg(words::money(forecast->low), words::money(forecast->high))
        : QString();
    m_paceBar->setVisible(limit.has_value());
    if (limit) {
        const BarTone tone = overview.monthCost >= *limit ? BarTone::Over
            : pace > *limit                               ? BarTone::Warning
                                                          : BarTone::Normal;
        m_paceBar->setUsed(words::permille(pace, *limit), tone);
        m_paceBar->setAccessibleName(tr("At this pace, of the limit"));
    }
    m_paceText->setText(limit ? tr("of %1").arg(words::money(*limit)) : range);
    m_paceText->setVisible(!m_paceText->text().isEmpty());
    m_pacePart->setToolTip(limit ? range : QString());
}

void Receipt::showMonth(const engine::Overview &overview)
{
    const QDate &today = overview.today;
    m_month->setText(tr("%1 so far", "month").arg(words::monthName(today)));
    const bool anything = overview.monthRequests > 0 || !overview.monthTotal.isZero();
    m_days->setText(anything ? tr("%1 of %2 days").arg(today.day()).arg(today.daysInMonth())
                             : QString());
    m_days->setVisible(anything);
    m_how->setVisible(anything);
    m_check->setVisible(anything);
    if (!anything) {
        m_text->setText(
            tr("Your costs appear here, service by service, as soon as you send the first "
               "prompt."));
        return;
    }
    QStringList paid;
    for (const auto &service : overview.services) {
        if (!service.platformCost.isZero())
            paid += service.name;
    }
    const bool noFee = overview.fee.plan == FeePlan::None;
    QString text;
    if (paid.isEmpty())
        text = tr("Nothing was charged so far this month.");
    else if (paid.size() == 1)
        text = noFee
            ? tr("You pay %1 directly, with your own key. Keyway charges nothing.")
                  .arg(paid.first())
            : tr("You pay %1 directly, with your own key. Keyway only charges the service fee.")
                  .arg(paid.first());
    else if (paid.size() == 2)
        text = noFee
            ? tr("You pay %1 and %2 directly, with your own keys. Keyway charges nothing.")
                  .arg(paid.at(0), paid.at(1))
            : tr("You pay %1 and %2 directly, with your own keys. Keyway only charges the service "
                 "fee.")
                  .arg(paid.at(0), paid.at(1));
    else
        text = noFee
            ? tr("You pay your services directly, with your own keys. Keyway charges nothing.")
            : tr("You pay your services directly, with your own keys. Keyway only charges the "
                 "service "
                 "fee.");
    if (overview.unknownCost > 0)
        text = tr("%n request(s) have no known cost and are not in these sums.", nullptr,
                  static_cast<int>(overview.unknownCost));
    m_text->setText(text);
}

QString Receipt::spokenText() const
{
    return tr("This month");
}

void Receipt::resizeEvent(QResizeEvent *event)
{
    Band::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        adapt();
}

void Receipt::adapt()
{
    const bool narrow = width() < Narrow;
    const int margin = window()->width() < 1000 ? 20 : 24;
    const int gap = narrow ? 16 : 24;
    m_row->setContentsMargins(margin, 13, margin, 13);
    m_row->setSpacing(gap);
    m_pacePart->layout()->setSpacing(gap);
    m_sumPart->setMinimumWidth(std::max(narrow ? 270 : 300, m_sumPart->sizeHint().width()));
    const bool roomy = width() >= forText(PaceFrom);
    m_pacePart->setVisible(m_hasPace && roomy);
    m_text->setVisible(roomy || m_how->isHidden());
}

} // namespace keyway

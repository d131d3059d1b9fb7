#include "integrationcard.h"

#include "ui/theme/buttonkind.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/meters.h"
#include "ui/widgets/tiles.h"
#include "ui/words/dates.h"
#include "ui/words/health.h"
#include "ui/words/money.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using keyway::engine::Health;

namespace keyway {
namespace {

/// The words beside the bar keep this width, so that bars of neighbouring cards end at one place.
constexpr int LimitWordsWidth = 132;
constexpr int StatusSpacing = 8;

QPushButton *compactButton(const QString &text, QWidget *parent,
                           ButtonKind kind = ButtonKind::Secondary)
{
    auto *button = new QPushButton(text, parent);
    setKind(button, kind);
    setCompact(button);
    return button;
}

QHBoxLayout *rowOf(int spacing)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing);
    return row;
}

} // namespace

Status statusOf(Health health)
{
    switch (health) {
    case Health::Disabled:
        return Status::Disabled;
    case Health::Locked:
        return Status::Locked;
    case Health::KeyMissing:
    case Health::Held:
    case Health::Down:
        return Status::Down;
    case Health::OverBudget:
        return Status::OverBudget;
    case Health::Degraded:
        return Status::Degraded;
    case Health::Active:
        return Status::Active;
    }
    return Status::Info;
}

IntegrationCard::IntegrationCard(QWidget *parent)
    : CardFrame(parent)
{
    // Rows are layouts, not widgets: a button's focus ring would be cut at the edge of a widget.
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(17, 15, 17, 15);
    column->setSpacing(0);
    column->addLayout(makeHead());
    column->addSpacing(10);
    column->addLayout(makeStatusRow());
    column->addSpacing(10);
    column->addLayout(makeLimitRow());
    column->addStretch(1);
    column->addSpacing(13);
    column->addLayout(makeButtons());
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QLayout *IntegrationCard::makeHead()
{
    auto *row = rowOf(12);
    m_tile = new ProviderTile({}, 36, this);
    row->addWidget(m_tile, 0, Qt::AlignVCenter);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    m_name = new ElidedLabel({}, TextStyle::Heading, Token::TextPrimary, this);
    m_line = new ElidedLabel({}, TextStyle::Small, Token::TextMuted, this);
    names->addWidget(m_name);
    names->addWidget(m_line);
    row->addLayout(names, 1);
    auto *sum = new QVBoxLayout;
    sum->setSpacing(0);
    auto *caption = new TextLabel(tr("This Month:"), TextStyle::Small, Token::TextMuted, this);
    caption->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_amount = new MoneyLabel({}, TextStyle::Title, Token::TextPrimary, this);
    sum->addWidget(caption);
    sum->addWidget(m_amount);
    row->addLayout(sum);
    return row;
}

QLayout *IntegrationCard::makeStatusRow()
{
    auto *row = rowOf(StatusSpacing);
    m_status = new TextLabel(tr("Status:"), TextStyle::Body, Token::TextSecondary, this);
    row->addWidget(m_status);
    m_pill = new StatusPill(this);
    row->addWidget(m_pill);
    m_detail = new ElidedLabel({}, TextStyle::Small, Token::TextMuted, this);
    // Hidden where there is nothing to say, and then the chart stays at the right.
    QSizePolicy whole(QSizePolicy::Expanding, QSizePolicy::Fixed);
    whole.setRetainSizeWhenHidden(true);
    m_detail->setSizePolicy(whole);
    row->addWidget(m_detail, 1);
    m_days = new Sparkline({}, this);
    row->addWidget(m_days);
    // The row keeps its height while there is no chart in it.
    row->addStrut(m_days->sizeHint().height());
    return row;
}

QLayout *IntegrationCard::makeLimitRow()
{
    auto *row = rowOf(8);
    m_bar = new UsageBar(this);
    m_bar->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_limit = new TextLabel({}, TextStyle::Small, Token::TextMuted, this);
    m_limit->setAlignment(Qt::AlignVCenter | Qt::AlignRight);
    row->addWidget(m_bar, 1);
    row->addWidget(m_limit);
    row->addStrut(m_limit->fontMetrics().height());
    return row;
}

QLayout *IntegrationCard::makeButtons()
{
    auto *row = rowOf(8);
    m_raise = compactButton(tr("Raise limit"), this);
    m_configure = compactButton(tr("Configure"), this);
    m_toggle = compactButton(tr("Disable"), this);
    m_remove = compactButton(tr("Remove"), this, ButtonKind::DangerText);
    row->addWidget(m_raise);
    row->addWidget(m_configure);
    row->addWidget(m_toggle);
    row->addStretch(1);
    row->addWidget(m_remove);
    m_raise->hide();
    connect(m_raise, &QPushButton::clicked, this, &IntegrationCard::raiseLimitRequested);
    connect(m_configure, &QPushButton::clicked, this, &IntegrationCard::configureRequested);
    connect(m_toggle, &QPushButton::clicked, this, &IntegrationCard::toggleRequested);
    connect(m_remove, &QPushButton::clicked, this, &IntegrationCard::removeRequested);
    return row;
}

void IntegrationCard::setSummary(const engine::IntegrationSummary &summary, const QDate &today,
                                 const QDateTime &now)
{
    m_summary = summary;
    m_today = today;
    m_now = now;
    m_tile->setService(summary.integration.service, summary.serviceName);
    m_name->setText(summary.integration.name);
    showLine();
    m_amount->setAmount(words::money(summary.thisMonth), words::spokenMoney(summary.thisMonth));
    showStatus();
    m_days->setService(summary.integration.service);
    QList<qint64> days;
    for (const Money &day : summary.byDay)
        days += day.nano();
    m_days->setValues(days);
    fitDays();
    showLimit();
    m_raise->setVisible(summary.health == Health::OverBudget);
    nameParts();
}

void IntegrationCard::setTesting(bool testing)
{
    m_testing = testing;
    showStatus();
}

void IntegrationCard::showStatus()
{
    if (m_testing) {
        m_pill->setStatus(Status::Info, tr("Testing"));
        m_detail->hide();
        return fitDays();
    }
    m_pill->setStatus(statusOf(m_summary.health), words::healthWord(m_summary.health));
    const QString detail = words::healthDetail(m_summary, m_now, m_today);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    fitDays();
}

/// The chart leaves the words beside it their room, and goes where too little is left.
void IntegrationCard::fitDays()
{
    const bool anything = std::any_of(m_summary.byDay.cbegin(), m_summary.byDay.cend(),
                                      [](const Money &day) { return day > Money(); });
    const QMargins margins = layout()->contentsMargins();
    const int words = m_detail->isHidden() ? 0 : m_detail->sizeHint().width();
    const int left = width() - margins.left() - margins.right() - m_status->sizeHint().width()
        - m_pill->sizeHint().width() - words - 3 * StatusSpacing;
    m_days->setVisible(anything && left >= m_days->minimumSizeHint().width());
    m_days->setFixedWidth(
        std::clamp(left, m_days->minimumSizeHint().width(), m_days->sizeHint().width()));
}

void IntegrationCard::showLimit()
{
    const auto &limit = m_summary.integration.monthlyLimit;
    m_bar->setVisible(limit.has_value());
    m_limit->setVisible(limit || m_summary.local);
    m_limit->setMinimumWidth(limit ? LimitWordsWidth : 0);
    m_limit->setAlignment(Qt::AlignVCenter | (limit ? Qt::AlignRight : Qt::AlignLeft));
    m_limit->setSizePolicy(limit ? QSizePolicy::Minimum : QSizePolicy::Expanding,
                           QSizePolicy::Preferred);
    if (!limit) {
        m_limit->setText(m_summary.local ? tr("Runs locally. Nothing leaves this computer.")
                                         : QString());
        return;
    }
    m_limit->setText(words::limitLine(m_summary, m_today));
    const Money spent = m_summary.thisMonth;
    BarTone tone = BarTone::Normal;
    if (spent >= *limit)
        tone = BarTone::Over;
    else if (words::limitFullOn(spent, *limit, m_today))
        tone = BarTone::Warning;
    m_bar->setUsed(words::permille(spent, *limit), tone);
}

void IntegrationCard::showLine()
{
    const bool brief = width() < 440;
    m_line->setText(words::integrationLine(m_summary, brief));
}

void IntegrationCard::nameParts()
{
    const QString &name = m_summary.integration.name;
    setAccessibleName(tr("%1, integration").arg(name));
    QStringList facts;
    const QString detail = words::healthDetail(m_summary, m_now, m_today);
    facts += detail.isEmpty()
        ? tr("Status %1.").arg(words::healthWord(m_summary.health))
        : tr("Status %1, %2.").arg(words::healthWord(m_summary.health), detail);
    facts += tr("This month %1.").arg(words::spokenMoney(m_summary.thisMonth));
    if (m_summary.integration.monthlyLimit)
        facts += words::limitLine(m_summary, m_today);
    setAccessibleDescription(facts.join(u' '));

    m_amount->setAccessibleDescription(tr("This month"));
    m_days->setAccessibleName(tr("Costs by day, %1").arg(words::monthSoFar(m_today)));
    const auto highest = std::max_element(m_summary.byDay.cbegin(), m_summary.byDay.cend());
    if (highest != m_summary.byDay.cend()) {
        const auto day = static_cast<int>(highest - m_summary.byDay.cbegin()) + 1;
        const QDate date(m_today.year(), m_today.month(), day);
        m_days->setAccessibleDescription(
            tr("Highest on %1: %2")
                .arg(words::dayAndLongMonth(date), words::spokenMoney(*highest)));
    }
    m_bar->setAccessibleName(tr("Used of the monthly limit"));
    m_raise->setAccessibleName(tr("Raise limit of %1").arg(name));
    m_configure->setAccessibleName(tr("Configure %1").arg(name));
    m_toggle->setAccessibleName(tr("Disable %1").arg(name));
    m_remove->setAccessibleName(tr("Remove %1").arg(name));
}

QPushButton *IntegrationCard::button(Button which) const
{
    switch (which) {
    case Button::RaiseLimit:
        return m_raise;
    case Button::Configure:
        return m_configure;
    case Button::Toggle:
        return m_toggle;
    case Button::Remove:
        return m_remove;
    }
    return m_configure;
}

std::optional<IntegrationCard::Button> IntegrationCard::focusedButton() const
{
    for (const auto which :
         {Button::RaiseLimit, Button::Configure, Button::Toggle, Button::Remove}) {
        if (button(which)->hasFocus())
            return which;
    }
    return {};
}

void IntegrationCard::resizeEvent(QResizeEvent *event)
{
    CardFrame::resizeEvent(event);
    showLine();
    fitDays();
}

} // namespace keyway

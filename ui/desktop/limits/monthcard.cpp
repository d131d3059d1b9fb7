#include "monthcard.h"

#include "ui/desktop/limits/budgetbar.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tiles.h"
#include "ui/words/dates.h"
#include "ui/words/money.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {

using guard::LimitStanding;
using guard::LimitUse;

MonthCard::MonthCard(QWidget *parent)
    : CardFrame(parent)
    , m_title(new TextLabel({}, TextStyle::Heading, Token::TextPrimary, this))
    , m_of(new TextLabel({}, TextStyle::Body, Token::TextSecondary, this))
    , m_paceLabel(new TextLabel({}, TextStyle::Small, Token::TextSecondary, this))
    , m_warn(new TextLabel({}, TextStyle::Small, Token::TextSecondary, this))
    , m_end(new TextLabel({}, TextStyle::Small, Token::TextSecondary, this))
    , m_start(new TextLabel({}, TextStyle::Small, Token::TextSecondary, this))
    , m_pill(new StatusPill(this))
    , m_used(new MoneyLabel({}, TextStyle::Display, Token::TextPrimary, this))
    , m_pace(new MoneyLabel({}, TextStyle::Heading, Token::TextPrimary, this))
    , m_bar(new BudgetBar(this))
    , m_edit(new QPushButton(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(17, 14, 17, 14);
    column->setSpacing(8);
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    auto *left = new QVBoxLayout;
    left->setSpacing(4);
    auto *first = new QHBoxLayout;
    first->setSpacing(9);
    first->addWidget(m_title);
    first->addWidget(m_pill);
    first->addStretch(1);
    auto *second = new QHBoxLayout;
    second->setSpacing(8);
    second->addWidget(m_used);
    second->addWidget(m_of, 0, Qt::AlignBottom);
    second->addStretch(1);
    left->addLayout(first);
    left->addLayout(second);
    head->addLayout(left, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(2);
    m_paceLabel->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    right->addWidget(m_paceLabel);
    right->addWidget(m_pace, 0, Qt::AlignRight);
    right->addStretch(1);
    head->addLayout(right);
    head->addWidget(m_edit, 0, Qt::AlignTop);
    column->addLayout(head);
    column->addWidget(m_bar);
    auto *scale = new QHBoxLayout;
    scale->addWidget(m_start);
    scale->addStretch(1);
    scale->addWidget(m_warn);
    scale->addSpacing(16);
    scale->addWidget(m_end);
    column->addLayout(scale);
}

void MonthCard::setValue(const LimitsValue &value)
{
    const LimitUse *limit = value.everything();
    const QString title = tr("Everything, %1").arg(words::monthName(value.today));
    m_title->setText(title);
    setAccessibleName(title);
    m_bar->setAccessibleName(tr("Spent by service"));
    LimitUse shown = limit ? *limit : LimitUse{{}, value.monthCost, {}};
    if (!limit && value.forecast)
        shown.expected = value.forecast->expected;
    const Money pace = guard::atThisPace(shown, value.today).value_or(shown.used());
    m_used->setAmount(words::money(shown.used()), words::spokenMoney(shown.used()));
    m_pace->setAmount(words::money(pace), words::spokenMoney(pace));
    const guard::DaySpan month = guard::periodAround(guard::LimitPeriod::Month, value.today);
    m_paceLabel->setText(tr("At this pace on %1").arg(words::dayAndLongMonth(month.last)));
    m_edit->setText(limit ? tr("Edit") : tr("Set a limit"));
    m_edit->setAccessibleName(limit ? tr("Edit the limit of everything")
                                    : tr("Set a limit for everything"));
    for (QWidget *part : {static_cast<QWidget *>(m_pill), static_cast<QWidget *>(m_warn),
                          static_cast<QWidget *>(m_end)})
        part->setVisible(limit != nullptr);
    m_of->setText(limit ? tr("of %1 · %2")
                              .arg(words::money(limit->limit.most),
                                   words::percent(limit->used(), limit->limit.most))
                        : tr("no limit yet"));
    const Money most = limit ? limit->limit.most : std::max(pace, shown.used());
    m_start->setText(words::money(Money()));
    m_end->setText(words::money(most));
    m_warn->setText(limit ? tr("warn at %1%").arg(limit->limit.warnAtPercent) : QString());
    QList<BudgetBar::Segment> segments;
    for (const engine::ServiceTotal &service : value.services) {
        if (service.platformCost > Money())
            segments.append({service.service, service.name, service.platformCost});
    }
    m_bar->setValues(segments, pace, most, limit ? limit->limit.warnAtPercent : 0);
    if (!limit)
        return;
    switch (guard::standingOf(*limit, value.today)) {
    case LimitStanding::Fine:
        m_pill->setStatus(Status::Active, tr("On course"));
        break;
    case LimitStanding::MayRunOut:
        m_pill->setStatus(Status::Degraded, tr("May run out"));
        break;
    case LimitStanding::Warned:
        m_pill->setStatus(Status::Degraded, tr("Nearly reached"));
        break;
    case LimitStanding::Reached:
        m_pill->setStatus(Status::OverBudget, tr("Reached"));
        break;
    }
}

} // namespace keyway

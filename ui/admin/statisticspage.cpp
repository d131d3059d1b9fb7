#include "statisticspage.h"

#include "ui/admin/admintable.h"
#include "ui/admin/costshares.h"
#include "ui/admin/figurecard.h"
#include "ui/admin/linechart.h"
#include "ui/theme/textscale.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/reflowlayout.h"
#include "ui/words/admin.h"
#include "ui/words/dates.h"
#include "ui/words/fees.h"
#include "ui/words/money.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>

#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

enum Card { Accounts, Requests, Routed, Fees, Answered, CardCount };
enum Choice { ThisMonth, LastMonth, ThreeMonths, TwelveMonths };

QDate firstOf(const QDate &day)
{
    return {day.year(), day.month(), 1};
}

} // namespace

StatisticsPage::StatisticsPage(AdminBackend *backend, const QHash<QString, QString> &serviceNames,
                               std::function<QDateTime()> now, QWidget *parent)
    : AdminPage(tr("Platform Statistics"), backend, parent)
    , m_names(serviceNames)
    , m_now(std::move(now))
    , m_period(new QComboBox(this))
{
    m_period->setAccessibleName(tr("Period"));
    m_period->addItems(
        {tr("This month, so far"), tr("Last month"), tr("Last 3 months"), tr("Last 12 months")});
    header()->addWidget(m_period);
    connect(m_period, &QComboBox::currentIndexChanged, this, &StatisticsPage::reload);
    addPageAction(tr("Earlier period"), QKeySequence(Qt::ALT | Qt::Key_Left),
                  [this] { movePeriod(1); });
    addPageAction(tr("Later period"), QKeySequence(Qt::ALT | Qt::Key_Right),
                  [this] { movePeriod(-1); });
    makeParts();
}

void StatisticsPage::makeParts()
{
    m_figureRow = new ReflowLayout(forText(168), CardCount, 12, 12);
    for (const QString &title : {tr("Accounts"), tr("Requests"), tr("Provider costs routed"),
                                 tr("Platform fees"), tr("Answered")}) {
        m_cards.append(new FigureCard(title, content()));
        m_figureRow->addWidget(m_cards.constLast());
    }
    column()->addLayout(m_figureRow);

    m_daysCard = new TitledCard(tr("Requests a day"), content());
    m_chart = new LineChart(m_daysCard);
    m_daysCard->column()->addWidget(m_chart, 1);
    m_plansCard = new TitledCard(tr("Fees by plan"), content());
    m_plans = new AdminTable(tr("Fees by plan"),
                             {tr("Plan"), tr("Requests"), tr("Routed"), tr("Fees")}, m_plansCard);
    m_plans->setRightColumns({1, 2, 3});
    m_plansCard->column()->addWidget(m_plans);
    m_plansCard->column()->addStretch(1);
    QBoxLayout *upper = addRow(1);
    upper->addWidget(m_daysCard, 3);
    upper->addWidget(m_plansCard, 2);

    m_costsCard = new TitledCard(tr("Provider costs routed"), content());
    m_shares = new CostShares(m_names, m_costsCard);
    m_costsCard->column()->addWidget(m_shares);
    m_costsCard->column()->addStretch(1);
    m_looksCard = new TitledCard(tr("What needs a look"), content());
    m_looks = new QVBoxLayout;
    m_looks->setSpacing(8);
    m_looksCard->column()->addLayout(m_looks);
    m_looksCard->column()->addStretch(1);
    QBoxLayout *lower = addRow(1);
    lower->addWidget(m_costsCard, 3);
    lower->addWidget(m_looksCard, 2);
}

StatisticsPage::Period StatisticsPage::chosen() const
{
    const QDate running = firstOf(m_now().date());
    switch (m_period->currentIndex()) {
    case LastMonth:
        return {running.addMonths(-1), running.addMonths(-1), running.addMonths(-2),
                running.addMonths(-2), true};
    case ThreeMonths:
        return {running.addMonths(-3), running.addMonths(-1), running.addMonths(-6),
                running.addMonths(-4), true};
    case TwelveMonths:
        return {running.addMonths(-12), running.addMonths(-1), running.addMonths(-24),
                running.addMonths(-13), true};
    default:
        return {running, running, running.addMonths(-1), running.addMonths(-1), false};
    }
}

void StatisticsPage::movePeriod(int step)
{
    const int index = m_period->currentIndex() + step;
    if (index >= 0 && index < m_period->count())
        m_period->setCurrentIndex(index);
}

void StatisticsPage::reload()
{
    setAsking(tr("Adding up the platform…"));
    const int asked = ++m_asked;
    const Period period = chosen();
    backend()->statistics(period.from, period.to, this,
                          [this, asked, period](const Result<PlatformFigures> &figures) {
                              if (asked != m_asked)
                                  return;
                              if (!figures)
                                  return showProblem(figures.error());
                              show(*figures);
                              if (period.ended)
                                  backend()->statistics(
                                      period.previousFrom, period.previousTo, this,
                                      [this, asked](const Result<PlatformFigures> &before) {
                                          if (asked == m_asked && before)
                                              compare(*before);
                                      });
                          });
    backend()->health(24, this, [this](const Result<HealthFigures> &health) {
        if (!health)
            return;
        m_health = serviceHealth(*health, m_now());
        fillLooks();
    });
    if (m_mayAudit) {
        backend()->checkAudit(this, [this](const Result<AuditVerdict> &check) {
            if (!check)
                return;
            m_audit = *check;
            fillLooks();
        });
    }
}

void StatisticsPage::show(const PlatformFigures &figures)
{
    m_figures = figures;
    const PlatformSums &total = figures.total;
    const qint64 active = figures.months.isEmpty() ? 0 : figures.months.constLast().activeAccounts;
    m_cards.at(Accounts)->setFigure(
        words::count(figures.accounts),
        figures.months.isEmpty()
            ? tr("none active in this period")
            : tr("%1 active in %2", "count, month")
                  .arg(words::count(active), words::monthName(figures.months.constLast().month)));
    m_cards.at(Requests)->setFigure(words::count(total.requests),
                                    tr("%Ln attempt(s)", nullptr, int(total.attempts)));
    m_cards.at(Routed)->setFigure(words::money(total.platformCost),
                                  total.unknownCosts > 0 ? tr("%Ln attempt(s) of unknown cost",
                                                              nullptr, int(total.unknownCosts))
                                                         : tr("paid by users to providers"),
                                  words::spokenMoney(total.platformCost));
    const QString rate = words::percent(total.fee, total.platformCost);
    m_cards.at(Fees)->setFigure(words::money(total.fee),
                                rate.isEmpty() ? tr("nothing was routed")
                                               : tr("%1 of provider costs").arg(rate),
                                words::spokenMoney(total.fee));
    m_cards.at(Answered)->setFigure(
        words::share(total.answered, total.requests),
        tr("%1 after a fallback").arg(words::share(total.fallbacks(), total.requests)));
    fillDays();
    fillPlans();
    m_costsCard->setNote(words::money(total.platformCost));
    m_shares->setServices(figures.services, total.platformCost);
    fillLooks();
    showContent();
}

void StatisticsPage::compare(const PlatformFigures &before)
{
    const auto change = [](qint64 now, qint64 then) {
        if (then <= 0)
            return tr("nothing before");
        return now >= then ? tr("%1 more than before").arg(words::share(now - then, then))
                           : tr("%1 less than before").arg(words::share(then - now, then));
    };
    FigureCard *requests = m_cards.at(Requests);
    requests->setFigure(requests->figure(),
                        change(m_figures.total.requests, before.total.requests));
}

void StatisticsPage::fillDays()
{
    const Period period = chosen();
    const QDate today = m_now().date();
    QHash<QDate, qint64> requests;
    for (const DaySums &day : std::as_const(m_figures.days))
        requests.insert(day.day, day.sums.requests);
    QList<LineChart::Point> points;
    const QDate last = std::min(period.to.addMonths(1).addDays(-1), today);
    for (QDate day = period.from; day <= last; day = day.addDays(1))
        points.append({words::dayAndMonth(day), words::dayAndLongMonth(day), requests.value(day)});
    m_chart->setPoints(tr("Requests a day"), points);
    const qint64 days = std::max<qsizetype>(1, points.size());
    m_daysCard->setNote(tr("%1 in %n day(s), %2 a day on average", "requests", int(days))
                            .arg(words::count(m_figures.total.requests),
                                 words::count(m_figures.total.requests / days)));
}

void StatisticsPage::fillPlans()
{
    const QList<NamedSums> plans = m_figures.plans();
    QList<Money> routed, fees;
    for (const NamedSums &plan : plans) {
        routed.append(plan.sums.platformCost);
        fees.append(plan.sums.fee);
    }
    // Shown lines add up to the shown sum.
    const QStringList routedTexts = words::addedUp(routed, m_figures.total.platformCost);
    const QStringList feeTexts = words::addedUp(fees, m_figures.total.fee);
    m_plans->setRowCount(int(plans.size()) + 1);
    for (int row = 0; row <= plans.size(); ++row) {
        const bool all = row == plans.size();
        const std::optional<FeePlan> plan
            = all ? std::nullopt : feePlanFromName(plans.at(row).name);
        m_plans->put(row, 0, all ? tr("All") : plan ? words::planName(*plan) : plans.at(row).name);
        m_plans->put(row, 1,
                     words::count(all ? m_figures.total.requests : plans.at(row).sums.requests));
        m_plans->put(row, 2, routedTexts.at(row));
        m_plans->put(row, 3, feeTexts.at(row));
    }
    m_plans->fit();
    m_plansCard->setNote(
        m_figures.from == m_figures.to
            ? words::monthAndYear(m_figures.from)
            : tr("%1 to %2", "months")
                  .arg(words::monthAndYear(m_figures.from), words::monthAndYear(m_figures.to)));
}

void StatisticsPage::addLook(const QString &title, const QString &text)
{
    auto *line = new TextLabel({}, TextStyle::Body, Token::TextSecondary, m_looksCard);
    line->setWordWrap(true);
    line->setTitleAndText(title, text);
    m_looks->addWidget(line);
    m_lookWords.append(text.isEmpty() ? title : title + u' ' + text);
}

void StatisticsPage::fillLooks()
{
    while (QLayoutItem *item = m_looks->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_lookWords.clear();
    if (m_audit && !m_audit->whole)
        addLook(tr("The audit trail was changed."),
                tr("Entry %1 is not as it was written.").arg(m_audit->firstBroken));
    for (const ServiceHealth &service : std::as_const(m_health)) {
        const QString name = m_names.value(service.service, service.service);
        const QString seen
            = tr("%1 of %2 attempts were answered in 24 hours.")
                  .arg(words::count(service.answered), words::count(service.reports));
        if (service.state == ServiceState::Down)
            addLook(tr("%1 is down.").arg(name), seen);
        else if (service.state == ServiceState::Degraded)
            addLook(tr("%1 fails often.").arg(name), seen);
        else if (service.state == ServiceState::Slow)
            addLook(tr("%1 is slow.").arg(name), seen);
    }
    if (m_lookWords.isEmpty())
        addLook(tr("Nothing needs a look."), {});
}

QWidget *StatisticsPage::firstFocus() const
{
    return m_period;
}

void StatisticsPage::drop()
{
    ++m_asked;
    m_figures = {};
    m_health.clear();
    m_audit.reset();
    for (FigureCard *card : std::as_const(m_cards))
        card->setFigure({}, {});
    m_chart->setPoints({}, {});
    m_plans->setRowCount(0);
    m_shares->setServices({}, {});
    fillLooks();
}

} // namespace keyway

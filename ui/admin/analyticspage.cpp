#include "analyticspage.h"

#include "ui/admin/admintable.h"
#include "ui/admin/figurecard.h"
#include "ui/admin/groupbars.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/pageheader.h"
#include "ui/words/admin.h"
#include "ui/words/fees.h"
#include "ui/words/money.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>

#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr int monthsOffered = 12;
constexpr int cohortColumns = 6;
constexpr int hoursOfDay = 24, daysOfWeek = 7;

qint64 countOf(const QList<PeopleGroup> &groups, int number)
{
    for (const PeopleGroup &group : groups) {
        if (group.name == QString::number(number))
            return group.accounts;
    }
    return 0;
}

} // namespace

AnalyticsPage::AnalyticsPage(AdminBackend *backend, const QHash<QString, QString> &serviceNames,
                             std::function<QDateTime()> now, QWidget *parent)
    : AdminPage(tr("User Analytics"), backend, parent)
    , m_names(serviceNames)
    , m_now(std::move(now))
    , m_month(new QComboBox(this))
    , m_promise(new Banner(Banner::Level::Info, content()))
    , m_services(new GroupBars(Qt::Horizontal, content()))
    , m_models(new GroupBars(Qt::Horizontal, content()))
    , m_hours(new GroupBars(Qt::Vertical, content()))
    , m_weekdays(new GroupBars(Qt::Vertical, content()))
    , m_spending(new GroupBars(Qt::Vertical, content()))
{
    m_month->setAccessibleName(tr("Month"));
    const QDate today = m_now().date();
    for (int ago = 1; ago <= monthsOffered; ++ago) {
        const QDate month = QDate(today.year(), today.month(), 1).addMonths(-ago);
        m_month->addItem(words::monthAndYear(month), month);
    }
    header()->addWidget(m_month);
    connect(m_month, &QComboBox::currentIndexChanged, this, &AnalyticsPage::reload);
    m_promise->setIcon(u"lock"_s);
    column()->addWidget(m_promise);

    QStringList heads{tr("Started in"), tr("People")};
    for (int later = 1; later < cohortColumns; ++later)
        heads.append(u"+"_s + QString::number(later));
    m_cohorts = new AdminTable(tr("Still here after"), heads, content());
    QList<int> figures;
    for (int at = 1; at < heads.size(); ++at)
        figures.append(at);
    m_cohorts->setRightColumns(figures);
    QBoxLayout *used = addRow();
    m_servicesCard = addCard(used, tr("Most used services"), m_services);
    addCard(used, tr("Most used models and kinds"), m_models);
    QBoxLayout *times = addRow();
    addCard(times, tr("People by hour of the day (UTC)"), m_hours);
    addCard(times, tr("People by weekday"), m_weekdays);
    QBoxLayout *ways = addRow();
    addCard(ways, tr("Spend per person"), m_spending);
    addCard(ways, tr("Still here after"), m_cohorts)->setNote(tr("months later"));
    column()->addStretch(1);
}

TitledCard *AnalyticsPage::addCard(QBoxLayout *row, const QString &title, QWidget *inside)
{
    auto *card = new TitledCard(title, content());
    card->column()->addWidget(inside);
    card->column()->addStretch(1);
    row->addWidget(card, 1);
    return card;
}

void AnalyticsPage::reload()
{
    setAsking(tr("Counting people…"));
    const int asked = ++m_asked;
    backend()->people(m_month->currentData().toDate(), this,
                      [this, asked](const Result<PeopleFigures> &figures) {
                          if (asked != m_asked)
                              return;
                          if (!figures)
                              return showProblem(figures.error());
                          show(*figures);
                      });
}

void AnalyticsPage::show(const PeopleFigures &figures)
{
    const QString month = words::monthAndYear(figures.month);
    if (!figures.accounts)
        return showEmpty(tr("Too few people in %1").arg(month),
                         tr("Counts are shown from %n people on, so that none of them is about "
                            "somebody.",
                            nullptr, int(figures.fewest)));
    m_promise->setMessage(
        tr("Counts of people only."),
        tr("No prompt, no answer, no key and nobody's name is in them. Groups of fewer than %n "
           "people, and what would give one away, are not shown.",
           nullptr, int(figures.fewest)));
    const qint64 all = *figures.accounts;
    m_servicesCard->setNote(tr("%1 people were active", "count").arg(words::count(all)));
    const auto fill = [&](GroupBars *bars, const QString &what, const QList<PeopleGroup> &groups) {
        QList<GroupBars::Bar> list;
        for (const PeopleGroup &group : groups)
            list.append({m_names.value(group.name, group.name), {}, group.accounts});
        bars->setBars(what, list, all);
    };
    fill(m_services, tr("Most used services"), figures.services);
    QList<PeopleGroup> uses = figures.models.mid(0, 8);
    const QHash<QString, QString> kinds{{u"text"_s, tr("Text, any model")},
                                        {u"image"_s, tr("Images, any model")},
                                        {u"video"_s, tr("Videos, any model")}};
    for (const PeopleGroup &kind : figures.types)
        uses.append({kinds.value(kind.name, kind.name), kind.accounts});
    fill(m_models, tr("Most used models and kinds"), uses);
    fillTimes(figures);
    fillSpending(figures);
    fillCohorts(figures);
    showContent();
}

void AnalyticsPage::fillTimes(const PeopleFigures &figures)
{
    QList<GroupBars::Bar> hours, days;
    for (int hour = 0; hour < hoursOfDay; ++hour)
        hours.append(
            {QString::number(hour), tr("%1 o'clock").arg(hour), countOf(figures.hours, hour)});
    m_hours->setBars(tr("People by hour of the day"), hours);
    for (int day = 1; day <= daysOfWeek; ++day)
        days.append({locale().dayName(day, QLocale::ShortFormat), locale().dayName(day),
                     countOf(figures.weekdays, day)});
    m_weekdays->setBars(tr("People by weekday"), days);
}

void AnalyticsPage::fillSpending(const PeopleFigures &figures)
{
    QList<GroupBars::Bar> bands;
    for (const SpendBand &band : figures.spending) {
        QString label = tr("more");
        if (band.upTo && band.upTo->isZero())
            label = words::money(*band.upTo);
        else if (band.upTo)
            label = tr("to %1", "amount").arg(words::money(*band.upTo));
        bands.append({label, {}, band.accounts});
    }
    m_spending->setBars(tr("People by what they spent"), bands);
}

void AnalyticsPage::fillCohorts(const PeopleFigures &figures)
{
    m_cohorts->setRowCount(int(figures.cohorts.size()));
    for (int row = 0; row < figures.cohorts.size(); ++row) {
        const PeopleCohort &cohort = figures.cohorts.at(row);
        const qint64 started = cohort.months.value(cohort.start);
        m_cohorts->put(row, 0, words::monthAndYear(cohort.start));
        m_cohorts->put(row, 1, started > 0 ? words::count(started) : u"–"_s);
        for (int later = 1; later < cohortColumns; ++later) {
            const qint64 back = cohort.months.value(cohort.start.addMonths(later));
            QString share;
            if (back > 0 && started > 0)
                share = words::percentOf(int((back * 100 + started / 2) / started) * 100);
            else if (cohort.start.addMonths(later) <= figures.month)
                share = u"–"_s; // too few, or not told
            m_cohorts->put(row, later + 1, share);
        }
    }
    m_cohorts->fit();
}

QWidget *AnalyticsPage::firstFocus() const
{
    return m_month;
}

void AnalyticsPage::drop()
{
    ++m_asked;
    for (GroupBars *bars : {m_services, m_models, m_hours, m_weekdays, m_spending})
        bars->setBars({}, {});
    m_cohorts->setRowCount(0);
}

} // namespace keyway

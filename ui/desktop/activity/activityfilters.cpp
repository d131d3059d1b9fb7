#include "activityfilters.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/searchfield.h"
#include "ui/words/activity.h"
#include "ui/words/apps.h"

#include <QtCore/QLocale>
#include <QtCore/QSignalBlocker>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

constexpr int MonthsOffered = 12;

/// What can be chosen, each with the groups of events that it stands for.
const QList<QStringList> &groupChoices()
{
    static const QList<QStringList> all{{},
                                        {u"attempt"_s},
                                        {u"integration"_s, u"models"_s},
                                        {u"limit"_s, u"spending"_s, u"cost"_s, u"alert"_s},
                                        {u"setting"_s},
                                        {u"sync"_s},
                                        {u"audit"_s, u"database"_s}};
    return all;
}

/// So many days until today; 0: a month, whose first day is in the next role.
constexpr int DaysRole = Qt::UserRole, MonthRole = Qt::UserRole + 1;

} // namespace

ActivityFilters::ActivityFilters(QWidget *parent)
    : QWidget(parent)
    , m_search(new SearchField(tr("Search activity"), this))
    , m_groups(new QComboBox(this))
    , m_people(new QComboBox(this))
    , m_times(new QComboBox(this))
    , m_count(new TextLabel({}, TextStyle::Small, Token::TextSecondary, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_search);
    m_groups->setAccessibleName(tr("What it is about"));
    m_groups->addItem(tr("Everything"));
    for (const QStringList &groups : groupChoices().mid(1))
        m_groups->addItem(words::activityGroup(groups.first()));
    m_people->setAccessibleName(tr("By whom"));
    m_people->addItem(tr("Anyone"));
    for (const AppClass app : {AppClass::Window, AppClass::CommandLine, AppClass::Gateway})
        m_people->addItem(words::appWord(app), nameOf(app));
    m_people->addItem(tr("Sync"), u"sync"_s);
    m_times->setAccessibleName(tr("When"));
    fillTimes();
    for (QComboBox *box : {m_groups, m_people, m_times}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(9);
        row->addWidget(box);
        connect(box, &QComboBox::currentIndexChanged, this, &ActivityFilters::changed);
    }
    row->addStretch(1);
    row->addWidget(m_count);
    connect(m_search, &SearchField::textChanged, this, &ActivityFilters::changed);
}

void ActivityFilters::setToday(std::function<QDate()> today)
{
    m_today = std::move(today);
    fillTimes();
}

void ActivityFilters::fillTimes()
{
    const QSignalBlocker quiet(m_times);
    m_times->clear();
    m_times->addItem(tr("All time"));
    const std::pair<QString, int> days[]
        = {{tr("Today"), 1}, {tr("Last 7 days"), 7}, {tr("Last 30 days"), 30}};
    for (const auto &[text, count] : days)
        m_times->addItem(text, count);
    m_times->insertSeparator(m_times->count());
    const QDate today = m_today();
    for (int back = 0; back < MonthsOffered; ++back) {
        const QDate month = QDate(today.year(), today.month(), 1).addMonths(-back);
        m_times->addItem(QLocale().toString(month, u"MMMM yyyy"_s), 0);
        m_times->setItemData(m_times->count() - 1, month, MonthRole);
    }
}

AuditFilter ActivityFilters::filter() const
{
    AuditFilter filter;
    filter.groups = groupChoices().value(m_groups->currentIndex());
    filter.text = m_search->text().trimmed();
    filter.by = m_people->currentData().toString();
    const int days = m_times->currentData(DaysRole).toInt();
    const QDate month = m_times->currentData(MonthRole).toDate();
    if (days > 0)
        filter.from = m_today().addDays(1 - days).startOfDay();
    if (month.isValid()) {
        filter.from = month.startOfDay();
        filter.until = month.addMonths(1).startOfDay();
    }
    return filter;
}

void ActivityFilters::showOnly(const QString &by)
{
    if (m_people->findData(by) < 0)
        m_people->addItem(by, by);
    m_people->setCurrentIndex(m_people->findData(by));
}

bool ActivityFilters::showAnyone()
{
    const bool was = m_people->currentIndex() != 0;
    m_people->setCurrentIndex(0);
    return was;
}

void ActivityFilters::setCount(int entries)
{
    m_count->setText(tr("%Ln entries shown", nullptr, entries));
}

} // namespace keyway

#include "healthpage.h"

#include "ui/admin/admintable.h"
#include "ui/admin/figurecard.h"
#include "ui/admin/linechart.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pageheader.h"
#include "ui/words/admin.h"
#include "ui/words/dates.h"
#include "ui/words/money.h"

#include <QtWidgets/QBoxLayout>

#include <algorithm>
#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr int hoursShown = 24;

Status lookOfState(ServiceState state)
{
    switch (state) {
    case ServiceState::Working:
        return Status::Active;
    case ServiceState::Slow:
    case ServiceState::Degraded:
        return Status::Degraded;
    case ServiceState::Down:
        return Status::Down;
    case ServiceState::Unheard:
        break;
    }
    return Status::Disabled;
}

/// Trouble first, silence last.
int orderOf(const ServiceHealth &service)
{
    switch (service.state) {
    case ServiceState::Down:
        return 0;
    case ServiceState::Degraded:
        return 1;
    case ServiceState::Slow:
        return 2;
    case ServiceState::Working:
        return 3;
    case ServiceState::Unheard:
        break;
    }
    return 4;
}

} // namespace

HealthPage::HealthPage(AdminBackend *backend, const QHash<QString, QString> &serviceNames,
                       std::function<QDateTime()> now, QWidget *parent)
    : AdminPage(tr("Service Health"), backend, parent)
    , m_names(serviceNames)
    , m_now(std::move(now))
    , m_table(new AdminTable(tr("Services"),
                             {tr("Service"), tr("Now"), tr("Last 24 hours"), tr("Answered"),
                              tr("First word"), tr("Slowest 5%"), tr("Attempts")},
                             content()))
    , m_hoursCard(new TitledCard(tr("Attempts an hour"), content()))
    , m_outcomesCard(new TitledCard(tr("How they ended"), content()))
    , m_chart(new LineChart(m_hoursCard))
    , m_outcomes(new TextLabel({}, TextStyle::Body, Token::TextSecondary, m_outcomesCard))
{
    header()->setSubtitle(tr("What users' applications report, without content and without "
                             "saying whose they are"));
    m_table->setRightColumns({3, 4, 5, 6});
    column()->addWidget(m_table);
    m_hoursCard->column()->addWidget(m_chart, 1);
    m_outcomes->setWordWrap(true);
    m_outcomesCard->column()->addWidget(m_outcomes);
    m_outcomesCard->column()->addStretch(1);
    QBoxLayout *lower = addRow();
    lower->addWidget(m_hoursCard, 3);
    lower->addWidget(m_outcomesCard, 2);
    column()->addStretch(1);
    connect(m_table, &QTableWidget::currentCellChanged, this, &HealthPage::showService);
}

void HealthPage::reload()
{
    setAsking(tr("Asking how services do…"));
    backend()->health(hoursShown, this, [this](const Result<HealthFigures> &figures) {
        if (!figures)
            return showProblem(figures.error());
        m_services = serviceHealth(*figures, m_now());
        std::stable_sort(m_services.begin(), m_services.end(),
                         [](const auto &a, const auto &b) { return orderOf(a) < orderOf(b); });
        if (m_services.isEmpty())
            return showEmpty(tr("Nobody has reported anything in 24 hours"),
                             tr("Applications report how services answer where their users allow "
                                "it: counts by hour, no prompt, no account."));
        fill();
        showContent();
    });
}

void HealthPage::fill()
{
    const QString chosen = m_chosen;
    m_table->setRowCount(int(m_services.size()));
    int row = 0;
    for (int i = 0; i < m_services.size(); ++i) {
        fillRow(i, m_services.at(i));
        if (m_services.at(i).service == chosen)
            row = i;
    }
    m_table->setStretched(0);
    m_table->fit();
    m_table->setCurrentCell(row, 0);
    showService(row);
}

void HealthPage::fillRow(int row, const ServiceHealth &service)
{
    QList<Status> states;
    int troubled = 0;
    for (const ServiceHour &hour : service.hours) {
        states.append(lookOfState(hour.state));
        troubled += hour.state == ServiceState::Down || hour.state == ServiceState::Degraded;
    }
    m_table->putService(row, 0, service.service, nameOfService(service.service));
    m_table->putPill(row, 1, lookOfState(service.state), words::serviceStateWord(service.state));
    m_table->putStrip(row, 2, states,
                      troubled == 0 ? tr("no hour with trouble")
                                    : tr("%n hour(s) with trouble", nullptr, troubled));
    m_table->put(row, 3, words::share(service.answered, service.reports));
    m_table->put(row, 4, words::latencyWords(service.median));
    m_table->put(row, 5, words::latencyWords(service.slowest));
    m_table->put(row, 6, words::count(service.reports));
}

void HealthPage::showService(int row)
{
    if (row < 0 || row >= m_services.size())
        return;
    const ServiceHealth &service = m_services.at(row);
    m_chosen = service.service;
    QList<LineChart::Point> points;
    for (const ServiceHour &hour : service.hours) {
        const QString time = words::timeOfDay(hour.hour);
        points.append({time,
                       tr("%1, %2 answered", "time, count").arg(time, words::count(hour.answered)),
                       hour.reports});
    }
    m_chart->setPoints(tr("Attempts an hour at %1").arg(nameOfService(m_chosen)), points);
    m_hoursCard->setNote(nameOfService(m_chosen));
    m_outcomesCard->setNote(nameOfService(m_chosen));
    QStringList lines;
    for (auto it = service.outcomes.cbegin(); it != service.outcomes.cend(); ++it)
        lines.append(
            tr("%1 %2", "count, outcome").arg(words::count(*it), words::outcomeWords(it.key())));
    m_outcomes->setText(lines.join(u'\n'));
}

QWidget *HealthPage::firstFocus() const
{
    return m_table;
}

void HealthPage::drop()
{
    m_services.clear();
    m_table->setRowCount(0);
    m_chart->setPoints({}, {});
    m_outcomes->clear();
}

} // namespace keyway

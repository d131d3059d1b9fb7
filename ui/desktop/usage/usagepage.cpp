#include "usagepage.h"

#include "ui/desktop/usage/accountsview.h"
#include "ui/desktop/usage/recordwords.h"
#include "ui/desktop/usage/requestdetails.h"
#include "ui/desktop/usage/requestsmodel.h"
#include "ui/desktop/usage/requeststable.h"
#include "ui/desktop/usage/usagechart.h"
#include "ui/desktop/usage/usagelegend.h"
#include "ui/theme/buttonkind.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/cardframe.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/words/money.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

constexpr int MonthsOffered = 24;

QString monthText(const QDate &month)
{
    return QLocale().toString(month, u"MMMM yyyy"_s);
}

} // namespace

UsagePage::UsagePage(QWidget *parent)
    : Page(parent)
    , m_model(new RequestsModel(this))
{
    PageHeader *header = makeHeader();
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(24, 4, 24, 20);
    column->setSpacing(10);
    m_banner = new Banner(Banner::Level::Error, content);
    m_banner->hide();
    column->addWidget(m_banner);
    column->addLayout(makeFilters());
    m_chartCard = makeChartCard();
    column->addWidget(m_chartCard);
    column->addWidget(makeRequests(), 1);
    m_exportNote = new Banner(Banner::Level::Info, content);
    m_exportNote->hide();
    column->addWidget(m_exportNote);
    setParts(header, content);
    makeActions();
}

void UsagePage::setExporting(bool running)
{
    m_export->setEnabled(!running);
}

SearchField *UsagePage::search() const
{
    return findChild<SearchField *>();
}

QWidget *UsagePage::firstFocus() const
{
    return m_monthBox;
}

QList<QWidget *> UsagePage::regions() const
{
    QList<QWidget *> parts{header(), m_monthBox, m_chartStack, m_legend};
    if (m_tableStack->currentWidget() == m_table)
        parts.append(m_table);
    if (m_detailsFrame->isVisible())
        parts.append(m_details);
    return parts;
}

void UsagePage::step(int months)
{
    const QDate wanted = m_month.summary.month.addMonths(months);
    if (m_month.summary.month.isValid() && wanted <= m_month.today)
        Q_EMIT monthWanted(wanted);
}

void UsagePage::chooseFilter()
{
    UsageFilter filter;
    filter.service = m_service->currentData().toString();
    if (const QVariant app = m_app->currentData(); app.isValid())
        filter.app = static_cast<AppClass>(app.toInt());
    if (const QVariant type = m_type->currentData(); type.isValid())
        filter.type = static_cast<RequestType>(type.toInt());
    Q_EMIT filterWanted(filter);
}

void UsagePage::setMonth(const UsageMonth &month)
{
    m_month = month;
    const QDate running(month.today.year(), month.today.month(), 1);
    m_next->setEnabled(month.summary.month < running);
    if (m_monthBox->itemData(0).toDate() != running) {
        m_monthBox->clear();
        for (int i = 0; i < MonthsOffered; ++i)
            m_monthBox->addItem(monthText(running.addMonths(-i)), running.addMonths(-i));
    }
    int place = m_monthBox->findData(month.summary.month);
    if (place < 0) {
        m_monthBox->addItem(monthText(month.summary.month), month.summary.month);
        place = m_monthBox->count() - 1;
    }
    m_monthBox->setCurrentIndex(place);
    m_service->clear();
    m_service->addItem(tr("All services"), QString());
    for (const QString &service : month.services)
        m_service->addItem(month.nameOf(service), service);
    m_service->setCurrentIndex(std::max(0, m_service->findData(month.filter.service)));
    const auto choose = [](QComboBox *box, const auto &wanted) {
        box->setCurrentIndex(wanted ? std::max(0, box->findData(static_cast<int>(*wanted))) : 0);
    };
    choose(m_app, month.filter.app);
    choose(m_type, month.filter.type);
    showChart();
}

void UsagePage::showChart()
{
    const auto measure = static_cast<UsageMeasure>(m_measure->current());
    m_chart->setMonth(m_month, measure);
    m_legend->setMonth(m_month, measure);
    if (m_chartStack->currentWidget() != m_accountsTable)
        m_chartStack->setCurrentWidget(m_asTable->isChecked() ? static_cast<QWidget *>(m_days)
                                                              : m_chart);
    if (m_asTable->isChecked())
        fillDayTable();
}

void UsagePage::showAccounts(bool shown)
{
    m_accounts->setOpen(shown);
    m_chartStack->setCurrentWidget(shown ? static_cast<QWidget *>(m_accountsTable) : m_chart);
    showChart();
    if (shown)
        m_accountsTable->setFocus(Qt::OtherFocusReason);
}

void UsagePage::setAccounts(const AccountsOfMonth &accounts)
{
    m_accounts->setAccounts(accounts);
    m_accountsTable->setAccounts(accounts);
    if (accounts.accounts.isEmpty())
        showAccounts(false);
}

void UsagePage::fillDayTable()
{
    const auto measure = static_cast<UsageMeasure>(m_measure->current());
    const UsageSummary &summary = m_month.summary;
    const QStringList &services = m_month.services;
    m_days->clear();
    m_days->setColumnCount(static_cast<int>(services.size()) + 2);
    m_days->setRowCount(static_cast<int>(summary.byDay.size()));
    QStringList heads{tr("Day")};
    for (const QString &service : services)
        heads.append(m_month.nameOf(service));
    heads.append(tr("All"));
    m_days->setHorizontalHeaderLabels(heads);
    int row = 0;
    for (auto day = summary.byDay.cbegin(); day != summary.byDay.cend(); ++day, ++row) {
        const auto put = [&](int column, const QString &text) {
            auto *item = new QTableWidgetItem(text);
            item->setTextAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight)
                                   | Qt::AlignVCenter);
            m_days->setItem(row, column, item);
        };
        put(0, QLocale().toString(day.key(), u"ddd d MMM"_s));
        const QMap<QString, UsageSums> sums = summary.servicesOn.value(day.key());
        for (int i = 0; i < services.size(); ++i)
            put(i + 1, measureText(measured(sums.value(services.at(i)), measure), measure));
        put(static_cast<int>(services.size()) + 1,
            measureText(measured(day.value(), measure), measure));
    }
    m_days->resizeColumnsToContents();
}

void UsagePage::setRows(const UsageRows &rows)
{
    const QString month = QLocale().standaloneMonthName(m_month.summary.month.month());
    m_requestsCount->setText(
        tr("%1 in %2", "a number of requests, a month").arg(words::count(rows.count), month));
    m_model->setRows(rows.count, m_month.names, rows.newerAbove);
    if (!rows.sameQuestion)
        m_detailsFrame->hide();
    if (rows.current >= 0)
        m_table->chooseRow(rows.current, rows.reveal);
    m_tableStack->setCurrentWidget(rows.count > 0 ? static_cast<QWidget *>(m_table) : m_empty);
    const bool filtered = rows.searching || m_month.filter != UsageFilter();
    m_empty->setMessage(filtered ? tr("Nothing fits.") : tr("No requests in %1.").arg(month),
                        filtered ? tr("Choose other filters, or another word to find.")
                                 : tr("What you ask is recorded here, with its exact cost."));
}

void UsagePage::openDetails(int row)
{
    const UsageRecord *record = m_model->record(row);
    if (!record)
        return;
    const bool other = record->recordId != m_details->recordId();
    m_details->setRecord(*record, m_month.nameOf(record->service));
    m_detailsFrame->show();
    if (other)
        Q_EMIT planWanted(record->requestId);
}

void UsagePage::closeDetails()
{
    m_detailsFrame->hide();
    m_table->setFocus(Qt::OtherFocusReason);
}

void UsagePage::setDetailsPlan(const Id &request, const std::optional<routing::RoutePlan> &plan)
{
    const UsageRecord *record = m_model->record(m_table->currentIndex().row());
    if (record && record->requestId == request)
        m_details->setPlan(plan);
}

void UsagePage::setProblem(const words::Message &problem)
{
    m_banner->setVisible(!problem.title.isEmpty());
    m_banner->clearButtons();
    if (problem.title.isEmpty())
        return;
    m_banner->setMessage(problem.title, problem.text);
    QPushButton *again = m_banner->addButton(tr("Try again"));
    connect(again, &QPushButton::clicked, this, &UsagePage::tryAgainRequested);
}

void UsagePage::arrange()
{
    const bool narrow = width() < 860;
    m_accounts->setShort(width() < 1000);
    m_legend->setFixedWidth(narrow ? 190 : LegendWidth);
    m_app->setVisible(!narrow);
    m_type->setVisible(!narrow || m_month.filter.type);
    m_chartCard->setFixedHeight(height() < 640 ? ChartHeight - 48 : ChartHeight);
    m_detailsFrame->setFixedWidth(narrow ? 280 : DetailsWidth);
}

void UsagePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

} // namespace keyway

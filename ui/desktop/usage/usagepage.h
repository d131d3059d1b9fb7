#pragma once

#include "core/export/exportformat.h"
#include "ui/desktop/shell/page.h"
#include "ui/desktop/usage/usagevalues.h"
#include "ui/words/message.h"

class QComboBox;
class QMenu;
class QPushButton;
class QTableWidget;
class QToolButton;
class QStackedWidget;

namespace keyway {

struct AccountsOfMonth;
class AccountsLine;
class AccountsTable;
class Banner;
class EmptyState;
class RequestDetails;
class RequestsModel;
class RequestsTable;
class SearchField;
class SegmentedControl;
class TextLabel;
class UsageChart;
class UsageLegend;

/// The rows of the table.
struct UsageRows {
    int count = 0; ///< of attempts that fit filter and search
    bool searching = false;
    bool sameQuestion = false; ///< as before: the details stay open
    bool newerAbove = false; ///< the same rows as before, and perhaps newer ones above them
    int current = -1; ///< where the row with the focus is now, if that moved; -1: nowhere
    bool reveal = false; ///< brings that row into view
};

/// What a month cost: bars by day, a legend with the sums, and the table of requests. It shows
/// values and says what the user wants; UsageController asks for them.
class UsagePage : public Page {
    Q_OBJECT
public:
    explicit UsagePage(QWidget *parent = nullptr);

    void setMonth(const UsageMonth &month);
    void setRows(const UsageRows &rows);
    void setAccounts(const AccountsOfMonth &accounts);
    void setDetailsPlan(const Id &request, const std::optional<routing::RoutePlan> &plan);
    /// While one is written, no other is begun.
    void setExporting(bool running);
    /// Where the way of an export is told.
    Banner *exportNote() const { return m_exportNote; }
    /// What went wrong in reading; an empty one takes it away.
    void setProblem(const words::Message &problem);

    RequestsModel *model() const { return m_model; }
    RequestsTable *table() const { return m_table; }
    UsageChart *chart() const { return m_chart; }
    UsageLegend *legend() const { return m_legend; }
    RequestDetails *details() const { return m_details; }
    SearchField *search() const;
    QWidget *firstFocus() const override;
    QList<QWidget *> regions() const override;

Q_SIGNALS:
    /// The first day of the month to show.
    void monthWanted(const QDate &month);
    void filterWanted(const UsageFilter &filter);
    void searchChanged(const QString &text);
    void planWanted(const Id &request);
    void tryAgainRequested();
    void checkRequested();
    /// What is shown, or everything that was ever recorded.
    void exportRequested(keyway::ExportFormat format, bool everything);
    /// The month as PDF, whatever the filter.
    void reportRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    static constexpr int DetailsWidth = 320, LegendWidth = 224, ChartHeight = 248;

    PageHeader *makeHeader();
    void addFormats(QMenu *menu, bool everything);
    QLayout *makeFilters();
    QWidget *makeChartCard();
    QWidget *makeRequests();
    void makeActions();
    void step(int months);
    void chooseFilter();
    void showChart();
    void showAccounts(bool shown);
    void fillDayTable();
    void openDetails(int row);
    void closeDetails();
    void arrange();

    UsageMonth m_month;

    Banner *m_banner, *m_exportNote;
    QPushButton *m_check, *m_export;
    QToolButton *m_previous, *m_next, *m_asTable, *m_columns;
    QComboBox *m_monthBox, *m_service, *m_app, *m_type;
    SegmentedControl *m_measure;
    QStackedWidget *m_chartStack;
    UsageChart *m_chart;
    QTableWidget *m_days;
    AccountsLine *m_accounts;
    AccountsTable *m_accountsTable;
    UsageLegend *m_legend;
    TextLabel *m_requestsTitle, *m_requestsCount;
    RequestsModel *m_model;
    RequestsTable *m_table;
    RequestDetails *m_details;
    QWidget *m_detailsFrame, *m_chartCard;
    EmptyState *m_empty;
    QStackedWidget *m_tableStack;
};

} // namespace keyway

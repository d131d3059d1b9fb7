#pragma once

#include "core/export/exportformat.h"
#include "ui/desktop/usage/usagebackend.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>

namespace keyway {

class UsageExport;
class UsagePage;

/// Brings what Usage & Costs shows, and follows what happens while it is in sight. GUI thread.
class UsageController : public QObject {
    Q_OBJECT
public:
    /// Both outlive the controller.
    UsageController(UsagePage *page, UsageBackend *backend, QObject *parent = nullptr);

    /// Loads the running month.
    void start();
    /// How long changes and typed letters are gathered; tests shorten it.
    void setDelay(int milliseconds);
    UsageExport *exports() const { return m_export; }

protected:
    /// A page that is out of sight is not updated; it is when it is shown again.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void reload();
    void readRows(const UsageMonth &month);
    void showRows(const QList<RecordKey> &keys);
    void copyRows();
    void readAccounts();
    void readWindow(int first);
    RecordFilter rows() const;
    void exportRecords(ExportFormat format, bool everything);
    void exportReport();

    struct Question {
        QDate month;
        UsageFilter filter;
        QString text;
        RecordOrder order;
        friend bool operator==(const Question &, const Question &) = default;
    };

    UsagePage *m_page;
    UsageBackend *m_backend;
    UsageExport *m_export;
    QHash<QString, QString> m_names; ///< of services
    std::optional<QDate> m_wanted; ///< nothing: the running month
    QDate m_month;
    UsageFilter m_filter;
    QString m_text;
    RecordOrder m_order;
    QList<RecordKey> m_keys; ///< of all rows of the page
    QDate m_accountsOf; ///< the month whose accounts are shown
    QElapsedTimer m_accountsRead;
    Question m_shown; ///< what the rows of the page answer
    QTimer m_timer;
    bool m_stale = false; ///< something moved while the page was out of sight
    int m_reading = 0; ///< the newest question; older answers are dropped
};

} // namespace keyway

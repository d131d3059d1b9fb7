#pragma once

#include "ui/desktop/activity/activitybackend.h"
#include "ui/desktop/pagerefresh.h"

#include <QtCore/QTimer>

#include <functional>

namespace keyway {

class ActivityPage;

/// Brings what Activity shows, checks the record when it is opened, on demand and every hour while
/// it is in sight, and writes exports. GUI thread.
class ActivityController : public QObject {
    Q_OBJECT
public:
    using Now = std::function<QDateTime()>;

    /// All outlive the controller.
    ActivityController(ActivityPage *page, ActivityBackend *backend, Now now,
                       QObject *parent = nullptr);
    void start();
    /// How long changes and typed letters are gathered; tests shorten it.
    void setDelay(int milliseconds) { m_refresh.setDelay(milliseconds); }

Q_SIGNALS:
    void exported(const QString &path);

private:
    void read();
    void readWindow(int first);
    void check();
    void writeTo(const QString &path);

    ActivityPage *m_page;
    ActivityBackend *m_backend;
    Now m_now;
    PageRefresh m_refresh;
    QTimer m_hourly;
    AuditFilter m_shown; ///< what the rows of the page answer
    int m_reading = 0; ///< the newest question; older answers are dropped
    bool m_checking = false, m_counted = false;
    bool m_refused = false; ///< the last export could not be written: told until one is
};

} // namespace keyway

#pragma once

#include "ui/desktop/activity/activitybackend.h"

#include <QtCore/QTimer>

#include <chrono>
#include <optional>

namespace keyway {

class NoticeArea;

/// Checks the whole record soon after the start, every hour and when asked to, wherever the user
/// is, and shows a banner on all pages while it is not whole. Each check is one from the first
/// entry on, so that the hourly one promises as much as any other. GUI thread.
class RecordWatch : public QObject {
    Q_OBJECT
public:
    using Now = std::function<QDateTime()>;

    /// All outlive it.
    RecordWatch(ActivityBackend *backend, NoticeArea *notices, Now now, QObject *parent = nullptr);

    /// Checks now and from now on; a second call does nothing.
    void start();
    void check();
    /// Where the page that tells all of it is in sight, a banner would only say it twice.
    void setPageShown(bool shown);
    /// An hour; tests shorten it.
    void setInterval(std::chrono::milliseconds interval) { m_hourly.setInterval(interval); }
    bool isChecking() const { return m_checking; }
    /// What the last check found, and when; nothing before the first has ended, and where the
    /// record could not be read.
    const std::optional<AuditCheck> &found() const { return m_found; }
    const QDateTime &checkedAt() const { return m_checkedAt; }

Q_SIGNALS:
    /// A check has begun; `entries` is how many there are, 0 while that is not known.
    void checking(qint64 entries);
    void checked();
    /// The record could not be read.
    void failed(const keyway::Error &error);
    /// The user wants to see it.
    void showRequested();

private:
    void tell();

    ActivityBackend *m_backend;
    NoticeArea *m_notices;
    Now m_now;
    QTimer m_hourly;
    bool m_checking = false, m_pageShown = false;
    std::optional<AuditCheck> m_found;
    std::optional<Error> m_error; ///< why the last check found nothing
    QDateTime m_checkedAt;
};

} // namespace keyway

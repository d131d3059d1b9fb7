#pragma once

#include "ui/desktop/activity/activitybackend.h"

#include <QtCore/QSaveFile>

namespace keyway {

/// Writes entries of the record into a file, a line of JSON each, newest first; page by page, so
/// that a long record needs no more memory. Deletes itself when it is done. GUI thread.
class ActivityExport : public QObject {
    Q_OBJECT
public:
    /// Limit and offset of the filter do not count.
    ActivityExport(ActivityBackend *backend, const AuditFilter &filter, const QString &path,
                   QObject *parent);
    void start();

Q_SIGNALS:
    void finished(qint64 entries);
    /// No file is left then, or the one that was there before.
    void failed(const keyway::Error &error);

private:
    void readPage();
    void take(const QList<AuditEntry> &entries);
    void fail(const Error &error);

    ActivityBackend *m_backend;
    AuditFilter m_filter;
    QSaveFile m_file;
    qint64 m_written = 0;
};

} // namespace keyway

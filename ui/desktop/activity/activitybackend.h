#pragma once

#include "core/storage/audittrail.h"

#include <QtCore/QObject>

#include <functional>

namespace keyway {

/// What Activity asks of the engine, called on the GUI thread. Every answer comes to its handler on
/// the GUI thread, later, and not at all when `context` is gone by then. Errors: Storage.
class ActivityBackend : public QObject {
    Q_OBJECT
public:
    template <class T> using Handler = std::function<void(Result<T>)>;

    using QObject::QObject;

    virtual void count(const AuditFilter &filter, QObject *context, Handler<qint64> done) = 0;
    virtual void entries(const AuditFilter &filter, QObject *context,
                         Handler<QList<AuditEntry>> done)
        = 0;
    /// Closes the days that are over, brings their seals where they belong, and reads the whole
    /// record: on a thread of its own.
    virtual void verify(QObject *context, Handler<AuditCheck> done) = 0;
    /// The path of the file that the seals are also kept in; empty where there is none.
    virtual void sealCopy(QObject *context, Handler<QString> done) = 0;
    virtual void setSealCopy(const QString &path, QObject *context, Handler<Done> done) = 0;
    /// Seals the record as it is now.
    virtual void renewSeals(QObject *context, Handler<Done> done) = 0;
    /// The path of the file, for what is written out of it.
    virtual QString database() const = 0;

Q_SIGNALS:
    /// There may be newer entries.
    void changed();
};

} // namespace keyway

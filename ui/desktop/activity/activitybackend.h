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
    /// Reads the whole record.
    virtual void verify(QObject *context, Handler<AuditCheck> done) = 0;

Q_SIGNALS:
    /// There may be newer entries.
    void changed();
};

} // namespace keyway

#pragma once

#include "core/engine/accounts.h"
#include "core/storage/recordrows.h"
#include "ui/desktop/usage/usagevalues.h"

#include <QtCore/QObject>

#include <functional>
#include <optional>

namespace keyway {

/// What Usage & Costs asks of the engine, called on the GUI thread. Every answer comes to its
/// handler on the GUI thread, later, and not at all when `context` is gone by then. Errors as in
/// engine::Workspace.
class UsageBackend : public QObject {
    Q_OBJECT
public:
    template <class T> using Handler = std::function<void(Result<T>)>;

    using QObject::QObject;

    /// `month`: any day of it; nothing is the running month of the billing zone.
    virtual void month(const std::optional<QDate> &month, const UsageFilter &filter,
                       QObject *context, Handler<UsageMonth> done)
        = 0;
    /// All rows of the table; limit and offset of the filter are not read.
    virtual void rows(const RecordFilter &filter, const RecordOrder &order, QObject *context,
                      Handler<QList<RecordKey>> done)
        = 0;
    virtual void records(const QList<RecordKey> &keys, QObject *context,
                         Handler<QList<UsageRecord>> done)
        = 0;
    virtual void plan(const Id &request, QObject *context,
                      Handler<std::optional<routing::RoutePlan>> done)
        = 0;

    /// What services said they charged, as it was read last, beside what was recorded.
    virtual void accounts(const QDate &month, QObject *context,
                          Handler<engine::Reconciliation> done)
        = 0;
    /// The path of the records' file, for long readings on a connection of their own.
    virtual QString database() const = 0;

Q_SIGNALS:
    /// Sums and records may be others.
    void changed();
};

} // namespace keyway

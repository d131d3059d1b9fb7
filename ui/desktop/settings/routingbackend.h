#pragma once

#include "core/base/id.h"
#include "core/engine/routingsettings.h"

#include <QtCore/QObject>

#include <functional>
#include <optional>

namespace keyway {

/// What Settings > Routing shows.
struct RoutingValue {
    /// An integration that may be asked.
    struct Service {
        Id id;
        QString name;
        QString service;
        QString serviceName;
        QString model;
        bool enabled = true;
        std::optional<int> quality; ///< of its model, by the catalogue

        QString qualityKey() const { return service + u'/' + model; }
        friend bool operator==(const Service &, const Service &) = default;
    };
    engine::RoutingSettings settings;
    QList<Service> services; ///< in the user's order
    routing::VoteShifts votes; ///< what the user's comparisons make of the qualities
    qsizetype comparisons = 0; ///< all of them, also those that are too old to count
};

/// What Settings > Routing asks, called on the GUI thread. Every answer comes to its handler on the
/// GUI thread, later, and not at all when `context` is gone by then. Errors: Storage.
class RoutingBackend : public QObject {
    Q_OBJECT
public:
    template <class T> using Handler = std::function<void(Result<T>)>;

    using QObject::QObject;

    virtual void routing(QObject *context, Handler<RoutingValue> done) = 0;
    virtual void setRouting(const engine::RoutingSettings &settings, QObject *context,
                            Handler<Done> done)
        = 0;
    /// Those that were there come back, for restoreVotes().
    virtual void forgetVotes(QObject *context, Handler<QList<routing::Vote>> done) = 0;
    virtual void restoreVotes(const QList<routing::Vote> &votes, QObject *context,
                              Handler<Done> done)
        = 0;

Q_SIGNALS:
    void changed();
};

} // namespace keyway

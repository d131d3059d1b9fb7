#pragma once

#include "core/base/result.h"
#include "ui/desktop/limits/limitsvalues.h"

#include <QtCore/QObject>

#include <functional>

namespace keyway {

/// What Limits & Alerts asks of the engine, called on the GUI thread. Every answer comes to its
/// handler on the GUI thread, later, and not at all when `context` is gone by then. Errors as in
/// engine::Workspace.
class LimitsBackend : public QObject {
    Q_OBJECT
public:
    template <class T> using Handler = std::function<void(Result<T>)>;

    using QObject::QObject;

    virtual void limits(QObject *context, Handler<LimitsValue> done) = 0;
    /// Takes the place of the one with this scope and period.
    virtual void setLimit(const guard::SpendingLimit &limit, QObject *context, Handler<Done> done)
        = 0;
    virtual void removeLimit(const guard::SpendingLimit &limit, QObject *context,
                             Handler<Done> done)
        = 0;
    /// Takes the place of the one for the same.
    virtual void setRate(const guard::RateRule &rule, QObject *context, Handler<Done> done) = 0;
    virtual void removeRate(const guard::RateRule &rule, QObject *context, Handler<Done> done) = 0;
    virtual void setStopped(bool stopped, QObject *context, Handler<Done> done) = 0;
    /// "That was me."
    virtual void acknowledge(const QList<Id> &alerts, QObject *context, Handler<Done> done) = 0;
    virtual void setSeen(const QList<Id> &alerts, bool seen, QObject *context, Handler<Done> done)
        = 0;

Q_SIGNALS:
    /// Limits, what is used of them, or alerts may be others.
    void changed();
};

} // namespace keyway

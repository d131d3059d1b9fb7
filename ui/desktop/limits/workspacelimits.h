#pragma once

#include "ui/desktop/limits/limitsbackend.h"

namespace keyway {

namespace engine {
class Workspace;
}

/// Limits on a real workspace, which lives on its own thread and outlives this.
class WorkspaceLimits : public LimitsBackend {
    Q_OBJECT
public:
    explicit WorkspaceLimits(engine::Workspace *workspace, QObject *parent = nullptr);

    void limits(QObject *context, Handler<LimitsValue> done) override;
    void setLimit(const guard::SpendingLimit &limit, QObject *context, Handler<Done> done) override;
    void removeLimit(const guard::SpendingLimit &limit, QObject *context,
                     Handler<Done> done) override;
    void setRate(const guard::RateRule &rule, QObject *context, Handler<Done> done) override;
    void removeRate(const guard::RateRule &rule, QObject *context, Handler<Done> done) override;
    void setStopped(bool stopped, QObject *context, Handler<Done> done) override;
    void acknowledge(const QList<Id> &alerts, QObject *context, Handler<Done> done) override;
    void setSeen(const QList<Id> &alerts, bool seen, QObject *context, Handler<Done> done) override;

private:
    engine::Workspace *m_workspace;
};

} // namespace keyway

#pragma once

#include "ui/desktop/settings/routingbackend.h"

namespace keyway {

namespace engine {
class Workspace;
}

/// Routing on a real workspace, which lives on its own thread and outlives this.
class WorkspaceRouting : public RoutingBackend {
    Q_OBJECT
public:
    explicit WorkspaceRouting(engine::Workspace *workspace, QObject *parent = nullptr);

    void routing(QObject *context, Handler<RoutingValue> done) override;
    void setRouting(const engine::RoutingSettings &settings, QObject *context,
                    Handler<Done> done) override;
    void forgetVotes(QObject *context, Handler<QList<routing::Vote>> done) override;
    void restoreVotes(const QList<routing::Vote> &votes, QObject *context,
                      Handler<Done> done) override;

private:
    engine::Workspace *m_workspace;
};

} // namespace keyway

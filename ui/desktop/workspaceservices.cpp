#include "workspaceservices.h"

#include "core/async/spawn.h"
#include "core/engine/workspace.h"

#include <QtCore/QJsonValue>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

Result<ServicesValue> servicesOf(const engine::Workspace &workspace, const KeychainStatus &keychain)
{
    const auto overview = workspace.overview();
    if (!overview)
        return overview.error();
    ServicesValue services;
    services.integrations = overview->integrations;
    services.fee = overview->fee;
    services.catalogue = workspace.catalogue();
    services.keychain = keychain;
    services.hasVault = workspace.hasVault();
    services.strategy = workspace.routeSettings().strategy;
    const QJsonValue limit = workspace.setting(u"ask_above"_s);
    if (limit.isDouble())
        services.askAbove = Money::fromNano(limit.toInteger());
    return services;
}

} // namespace

void readServices(engine::Workspace *workspace, QObject *context,
                  std::function<void(Result<ServicesValue>)> done)
{
    // The keychain is asked first: its state is part of the same picture.
    spawn(
        workspace, [workspace] { return workspace->keychainStatus(); }, context,
        [workspace, context, done = std::move(done)](const KeychainStatus &keychain) {
            call(
                workspace, [workspace, keychain] { return servicesOf(*workspace, keychain); },
                context, done);
        });
}

} // namespace keyway

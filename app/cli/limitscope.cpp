#include "app/cli/limitscope.h"

namespace keyway::cli {

using namespace Qt::StringLiterals;
using guard::LimitScope;

QString nameOfScope(const Context &context, const LimitScope &scope)
{
    if (scope.kind == LimitScope::Kind::Integration) {
        const auto integration
            = context.workspace->integration(Id::fromString(scope.name).value_or(Id()));
        return integration ? integration->name : scope.name;
    }
    const Service *service = context.workspace->catalogue().service(scope.name);
    return service ? service->name : scope.name;
}

Result<LimitScope> scopeFrom(const Context &context, const QString &text)
{
    using Kind = LimitScope::Kind;
    const QString ofApp = nameOf(Kind::App) + u':';
    if (text.startsWith(ofApp)) {
        const QString app = text.mid(ofApp.size());
        if (!appClassFromName(app))
            return Error(Error::Kind::Rejected, app).withReason(u"unknown-app"_s);
        return LimitScope{Kind::App, app};
    }
    const QString prefix = u"service:"_s;
    const bool onlyService = text.startsWith(prefix);
    const QString name = onlyService ? text.mid(prefix.size()) : text;
    if (!onlyService) {
        if (name == nameOf(Kind::Everything))
            return LimitScope{};
        if (requestTypeFromName(name))
            return LimitScope{Kind::Type, name};
        const Result<Integration> integration = context.named(name);
        const bool isService = context.workspace->catalogue().service(name) != nullptr;
        if (integration)
            return LimitScope{Kind::Integration, integration->id.toString()};
        if (!isService)
            return integration.error();
    }
    if (!context.workspace->catalogue().service(name))
        return Error(Error::Kind::Rejected, name).withReason(u"unknown-service"_s);
    return LimitScope{Kind::Service, name};
}

} // namespace keyway::cli

#include "servicemenu.h"

#include <QtWidgets/QMenu>

using namespace Qt::StringLiterals;

namespace keyway {

void addServices(QMenu *menu, const ServicesValue &services, QObject *context,
                 const std::function<void(const Id &integration, const QString &model)> &chosen)
{
    for (const engine::IntegrationSummary &summary : services.integrations) {
        const Integration &integration = summary.integration;
        if (!integration.enabled || !summary.types.contains(RequestType::Text))
            continue;
        const auto add = [&](QMenu *to, const QString &text, const QString &model) {
            to->addAction(text, context,
                          [chosen, id = integration.id, model] { chosen(id, model); });
        };
        const Service *service = services.catalogue.service(integration.service);
        QStringList others;
        for (const Model &model : service ? service->models : QList<Model>()) {
            if (model.id != integration.model && model.types.contains(RequestType::Text))
                others.append(model.id);
        }
        if (others.isEmpty()) {
            add(menu, integration.name + u" · "_s + integration.model, {});
            continue;
        }
        QMenu *sub = menu->addMenu(integration.name);
        add(sub, integration.model, {});
        for (const QString &model : std::as_const(others))
            add(sub, model, model);
    }
}

} // namespace keyway

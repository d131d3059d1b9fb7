#include "servicebox.h"

#include <QtCore/QSignalBlocker>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {
constexpr int ModelRole = Qt::UserRole + 1;
} // namespace

ServiceBox::ServiceBox(const QString &nobody, QWidget *parent)
    : QComboBox(parent)
    , m_nobody(nobody)
{
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setMinimumContentsLength(6);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    if (!m_nobody.isEmpty())
        addItem(m_nobody);
}

void ServiceBox::setServices(const ServicesValue &services)
{
    // The list may be open; it is made anew only where something is different.
    QStringList offered;
    for (const engine::IntegrationSummary &summary : services.integrations)
        offered += {summary.integration.id.toString(), summary.integration.name,
                    summary.integration.model, summary.integration.enabled ? u"1"_s : u"0"_s};
    if (offered == m_offered)
        return;
    m_offered = offered;
    const auto before = integration();
    const QString modelBefore = model();
    const QSignalBlocker quiet(this);
    clear();
    if (!m_nobody.isEmpty())
        addItem(m_nobody);
    for (const engine::IntegrationSummary &summary : services.integrations) {
        const Integration &known = summary.integration;
        if (!known.enabled || !summary.types.contains(RequestType::Text))
            continue;
        const QString id = known.id.toString();
        addItem(known.name, id);
        setItemData(count() - 1, known.model, Qt::ToolTipRole);
        const Service *service = services.catalogue.service(known.service);
        for (const Model &model : service ? service->models : QList<Model>()) {
            if (model.id == known.model || !model.types.contains(RequestType::Text))
                continue;
            addItem(tr("%1 · %2").arg(known.name, model.id), id);
            setItemData(count() - 1, model.id, ModelRole);
        }
    }
    choose(before, modelBefore);
}

std::optional<Id> ServiceBox::integration() const
{
    return Id::fromString(currentData().toString());
}

QString ServiceBox::model() const
{
    return currentData(ModelRole).toString();
}

void ServiceBox::choose(const std::optional<Id> &integration, const QString &model)
{
    for (int i = 0; integration && i < count(); ++i) {
        if (itemData(i).toString() == integration->toString()
            && itemData(i, ModelRole).toString() == model) {
            setCurrentIndex(i);
            return;
        }
    }
    setCurrentIndex(0);
}

} // namespace keyway

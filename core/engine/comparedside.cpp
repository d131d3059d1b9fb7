#include "core/engine/comparedside.h"

namespace keyway::engine {

using namespace Qt::StringLiterals;

namespace {
const QString comparedKey = u"compared"_s;
const QString besideKey = u"beside"_s;
} // namespace

QJsonObject ComparedSide::in(QJsonObject details) const
{
    details.insert(comparedKey,
                   QJsonObject{{u"place"_s, place},
                               {u"integration_id"_s, integration.toString()},
                               {u"integration"_s, integrationName},
                               {u"service"_s, service},
                               {u"model"_s, model},
                               {u"kept"_s, kept}});
    return details;
}

QJsonObject ComparedSide::beside(const Id &answer) const
{
    return in({{besideKey, answer.toString()}});
}

std::optional<Id> ComparedSide::takeBeside(QJsonObject &details)
{
    return Id::fromString(details.take(besideKey).toString());
}

std::optional<ComparedSide> ComparedSide::of(const StoredMessage &message)
{
    const QJsonObject json = message.details.value(comparedKey).toObject();
    if (json.isEmpty())
        return std::nullopt;
    ComparedSide side;
    side.place = json.value("place"_L1).toInt();
    side.integration = Id::fromString(json.value("integration_id"_L1).toString()).value_or(Id());
    side.integrationName = json.value("integration"_L1).toString();
    side.service = json.value("service"_L1).toString();
    side.model = json.value("model"_L1).toString();
    side.kept = json.value("kept"_L1).toBool();
    return side;
}

AskOptions ComparedSide::options() const
{
    AskOptions options;
    options.integration = integration;
    options.service = service;
    options.model = model;
    return options;
}

} // namespace keyway::engine

#include "core/engine/accounts.h"

#include <QtCore/QMap>

#include <algorithm>

namespace keyway::engine {

using namespace Qt::StringLiterals;

QString nameOf(AccountState state)
{
    switch (state) {
    case AccountState::Compared:
        return u"compared"_s;
    case AccountState::AdminKeyMissing:
        return u"admin-key-missing"_s;
    case AccountState::NotRead:
        return u"not-read"_s;
    case AccountState::FirstBalance:
        return u"first-balance"_s;
    case AccountState::ToppedUp:
        return u"topped-up"_s;
    case AccountState::DoesNotTell:
        return u"does-not-tell"_s;
    case AccountState::RunsHere:
        return u"runs-here"_s;
    }
    return {};
}

QList<ModelChoice> modelChoices(const Catalogue &catalogue, const Integration &integration,
                                const QList<SeenModel> &seen, const QDateTime &now)
{
    const Service *const service = catalogue.service(integration.service);
    OwnTerms terms = integration.terms;
    QSet<QString> present; ///< ids of the catalogue that the list has, under whatever name
    for (const SeenModel &model : seen) {
        if (!model.prices.isEmpty())
            terms.listed.insert(model.id, model.prices);
        const Model *const known = service ? service->modelReported(model.id) : nullptr;
        if (known && !model.goneAt)
            present.insert(known->id);
    }
    QList<ModelChoice> choices;
    const auto add = [&](const QString &id, const Model *known) -> ModelChoice & {
        ModelChoice choice;
        choice.id = id;
        choice.inCatalogue = known;
        if (known) {
            choice.name = known->name;
            choice.types = known->types;
            choice.retires = known->retires;
        }
        choice.price = catalogue.quote({integration.service, id, {}, now, 0, {}}, terms);
        choices.append(choice);
        return choices.last();
    };
    if (service) {
        for (const Model &model : service->models)
            add(model.id, &model).missing = !seen.isEmpty() && !present.contains(model.id);
    }
    const auto choiceOf = [&choices](const QString &id) {
        return std::find_if(choices.begin(), choices.end(),
                            [&id](const ModelChoice &choice) { return choice.id == id; });
    };
    for (const SeenModel &model : seen) {
        const auto there = choiceOf(model.id);
        ModelChoice &choice = there != choices.end()
            ? *there
            : add(model.id, service ? service->modelReported(model.id) : nullptr);
        if (choice.name.isEmpty())
            choice.name = model.name;
        if (choice.types.isEmpty())
            choice.types = model.types;
        choice.firstSeen = model.firstSeen;
        choice.lastSeen = model.lastSeen;
        choice.missing = model.goneAt.has_value();
    }
    for (auto it = integration.terms.prices.cbegin(); it != integration.terms.prices.cend(); ++it) {
        if (choiceOf(it.key()) == choices.end())
            add(it.key(), service ? service->modelReported(it.key()) : nullptr);
    }
    return choices;
}

} // namespace keyway::engine

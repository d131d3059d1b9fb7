#include "core/storage/modelliststore.h"

#include "core/storage/audittrail.h"
#include "core/storage/database.h"
#include "core/storage/pricejson.h"
#include "core/storage/row.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QMap>

#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

QString pricesText(const QList<DatedPrice> &prices)
{
    QJsonArray array;
    for (const DatedPrice &price : prices)
        array.append(toJson(price));
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QList<DatedPrice> pricesFrom(const QString &text)
{
    QList<DatedPrice> prices;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue &value : array)
        prices.append(priceFrom(value.toObject()));
    return prices;
}

QString typesText(const QSet<RequestType> &types)
{
    QStringList names;
    for (const RequestType type : {RequestType::Text, RequestType::Image, RequestType::Video}) {
        if (types.contains(type))
            names.append(nameOf(type));
    }
    return names.join(u' ');
}

QSet<RequestType> typesFrom(const QString &text)
{
    QSet<RequestType> types;
    const QStringList names = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &name : names) {
        if (const auto type = requestTypeFromName(name))
            types.insert(*type);
    }
    return types;
}

/// The prices with a new reading of them.
QList<DatedPrice> withReading(QList<DatedPrice> before, const ListedModel &model,
                              const QString &service, const QDate &day)
{
    if (!model.prices)
        return before;
    if (!before.isEmpty() && before.constLast().pricesFor(0) == *model.prices)
        return before;
    if (!before.isEmpty() && before.constLast().from == day)
        before.removeLast();
    before.append(listedPrice(*model.prices, service, day));
    return before;
}

} // namespace

ModelListStore::ModelListStore(Database &database)
    : m_database(database)
{
}

Result<ModelListChange> ModelListStore::keep(const Id &integration, const QString &service,
                                             const QList<ListedModel> &models, const QDateTime &at)
{
    return m_database.write([&]() -> Result<ModelListChange> {
        const Result<QList<SeenModel>> seen = this->models(integration);
        if (!seen)
            return seen.error();
        QMap<QString, SeenModel> before;
        for (const SeenModel &model : *seen)
            before.insert(model.id, model);
        ModelListChange change;
        QSet<QString> listed;
        for (const ListedModel &model : models) {
            if (listed.contains(model.id))
                continue;
            listed.insert(model.id);
            const auto known = before.constFind(model.id);
            const bool isKnown = known != before.cend();
            const QList<DatedPrice> prices = withReading(
                isKnown ? known->prices : QList<DatedPrice>(), model, service, at.toUTC().date());
            const auto kept = m_database.run(
                u"INSERT INTO service_model (integration_id, model, name, types, first_seen, "
                "last_seen, gone_at, prices) VALUES (?, ?, ?, ?, ?, ?, NULL, ?) ON CONFLICT DO "
                "UPDATE SET name = IIF(excluded.name = '', name, excluded.name), "
                "types = IIF(excluded.types = '', types, excluded.types), "
                "last_seen = excluded.last_seen, gone_at = NULL, prices = excluded.prices"_s,
                {integration.toString(), model.id, model.name, typesText(model.types), stored(at),
                 stored(at), pricesText(prices)});
            if (!kept)
                return kept.error();
            if (!before.isEmpty() && (!isKnown || known->goneAt))
                change.added.append(model.id);
            if (!prices.isEmpty())
                ++change.priced;
        }
        change.listed = static_cast<int>(listed.size());
        for (const SeenModel &model : std::as_const(before)) {
            if (listed.contains(model.id) || model.goneAt)
                continue;
            const auto marked = m_database.run(
                u"UPDATE service_model SET gone_at = ? WHERE integration_id = ? AND model = ?"_s,
                {stored(at), integration.toString(), model.id});
            if (!marked)
                return marked.error();
            change.gone.append(model.id);
        }
        const bool isNews = before.isEmpty() || !change.added.isEmpty() || !change.gone.isEmpty();
        if (!isNews)
            return change;
        const auto noted = AuditTrail(m_database)
                               .append({u"models.refreshed"_s,
                                        integration.toString(),
                                        {{u"listed"_s, change.listed},
                                         {u"added"_s, change.added.size()},
                                         {u"gone"_s, change.gone.size()}}});
        if (!noted)
            return noted.error();
        return change;
    });
}

Result<QList<SeenModel>> ModelListStore::models(const Id &integration)
{
    QList<SeenModel> models;
    const auto read = m_database.query(
        u"SELECT model, name, types, first_seen, last_seen, gone_at, prices FROM service_model "
        "WHERE integration_id = ? ORDER BY model"_s,
        {integration.toString()}, [&models](const Row &row) {
            models.append({row.text(0), row.text(1), typesFrom(row.text(2)), row.time(3),
                           row.time(4), row.optionalTime(5), pricesFrom(row.text(6))});
            return true;
        });
    if (!read)
        return read.error();
    return models;
}

Result<QList<DatedPrice>> ModelListStore::prices(const Id &integration, const QString &model)
{
    QList<DatedPrice> prices;
    const auto read = m_database.query(
        u"SELECT prices FROM service_model WHERE integration_id = ? AND model = ?"_s,
        {integration.toString(), model}, [&prices](const Row &row) {
            prices = pricesFrom(row.text(0));
            return false;
        });
    if (!read)
        return read.error();
    return prices;
}

} // namespace keyway

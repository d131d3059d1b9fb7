#include "core/catalogue/listedmodel.h"

namespace keyway {

using namespace Qt::StringLiterals;

QList<ListedModel> listedModels(const QStringList &ids)
{
    QList<ListedModel> models;
    for (const QString &id : ids) {
        // Gemini names the collection with each model.
        const QString bare = id.startsWith("models/"_L1) ? id.sliced(7) : id;
        models.append({bare});
    }
    return models;
}

DatedPrice listedPrice(const UnitPrices &prices, const QString &service, const QDate &utcDay)
{
    DatedPrice price;
    price.from = utcDay;
    price.asOf = utcDay;
    price.tiers = {{0, prices}};
    price.source = u"%1 GET models"_s.arg(service);
    price.version = service + u' ' + utcDay.toString(Qt::ISODate);
    return price;
}

} // namespace keyway

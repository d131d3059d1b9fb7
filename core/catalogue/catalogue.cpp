#include "core/catalogue/catalogue.h"

#include "core/catalogue/catalogueparser.h"
#include "core/catalogue/modelnames.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

Error badCatalogue(const QString &detail)
{
    return Error(Error::Kind::Storage, detail).withReason(u"bad-catalogue"_s);
}

PriceQuote quoteOf(const DatedPrice &price, qint64 promptTokens)
{
    return {price.pricesFor(promptTokens), price.version, price.from, price.source, price.tiers};
}

UnitPrices nothingCosts()
{
    UnitPrices prices;
    for (int i = 0; i < counterCount; ++i)
        prices.insert(static_cast<Counter>(i), Price());
    return prices;
}

bool standsBefore(const Service &a, const Service &b)
{
    const auto rank = [](const Service &service) {
        return std::tuple(service.baseUrl.isEmpty(), service.local,
                          service.place > 0 ? service.place : std::numeric_limits<int>::max(),
                          service.name.toCaseFolded(), service.id);
    };
    return rank(a) < rank(b);
}

} // namespace

const UnitPrices &PriceQuote::pricesFor(qint64 promptTokens) const
{
    return tierPrices(tiers, promptTokens, prices);
}

Result<Catalogue> Catalogue::load(const QString &directory)
{
    QStringList files = QDir(directory).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    files.removeAll(u"schema.json"_s); // describes the others
    if (files.isEmpty())
        return badCatalogue(directory + u": expected catalogue files"_s);
    Catalogue catalogue;
    QDate newest;
    for (const QString &name : std::as_const(files)) {
        QFile file(QDir(directory).filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return badCatalogue(name + u": "_s + file.errorString());
        Result<Service> service = parseService(file.readAll());
        if (!service)
            return badCatalogue(name + u": "_s + service.error().detail());
        if (catalogue.service(service->id))
            return badCatalogue(name + u": $.id: expected an id that no other file has"_s);
        newest = newest.isValid() ? std::max(newest, service->date) : service->date;
        catalogue.m_services.append(std::move(service).value());
    }
    std::sort(catalogue.m_services.begin(), catalogue.m_services.end(), standsBefore);
    catalogue.m_version = newest.toString(Qt::ISODate);
    return catalogue;
}

Result<Service> Catalogue::parseService(const QByteArray &json)
{
    JsonProblem problem;
    const QJsonValue value = catalogueparser::document(json, problem);
    Service service = catalogueparser::service(value, problem);
    if (problem.found())
        return badCatalogue(problem.text);
    return service;
}

Result<QMap<QString, DatedPrice>> Catalogue::parseOwnPrices(const QByteArray &json)
{
    JsonProblem problem;
    JsonFields root(catalogueparser::document(json, problem), u"$"_s, problem);
    JsonFields models(root.take(u"models"), root.pathOf(u"models"), problem);
    root.finish();
    QMap<QString, DatedPrice> result;
    for (const QString &id : models.names()) {
        JsonFields fields(models.take(id), models.pathOf(id), problem);
        DatedPrice price = catalogueparser::datedPrice(fields);
        fields.finish();
        if (id.isEmpty())
            models.expected(id, u"the id of a model"_s);
        price.source = u"own"_s;
        price.version = u"own"_s;
        result.insert(id, price);
    }
    if (result.isEmpty())
        problem.note(u"$.models"_s, u"at least one model"_s);
    if (problem.found())
        return Error(Error::Kind::Rejected, problem.text).withReason(u"bad-price-file"_s);
    return result;
}

const Service *Catalogue::service(QStringView id) const
{
    const auto found = std::find_if(m_services.begin(), m_services.end(),
                                    [id](const Service &entry) { return entry.id == id; });
    return found == m_services.end() ? nullptr : &*found;
}

const Service *Catalogue::serviceByKeyPrefix(QStringView start) const
{
    const Service *found = nullptr;
    qsizetype longest = 0;
    for (const Service &entry : m_services) {
        for (const QString &prefix : entry.keyPrefixes) {
            if (!start.startsWith(prefix) || prefix.size() < longest)
                continue;
            // Two services with the same prefix: the key does not tell.
            found = prefix.size() == longest ? nullptr : &entry;
            longest = prefix.size();
        }
    }
    return found;
}

std::optional<PriceQuote> Catalogue::quote(const QString &serviceId, const QString &model,
                                           const QString &modelReported, const QDateTime &startedAt,
                                           qint64 promptTokens,
                                           const QMap<QString, DatedPrice> &own) const
{
    const QDate day = startedAt.toUTC().date();
    const Service *const entry = service(serviceId);
    for (const QString &name : {modelReported, model}) {
        if (name.isEmpty())
            continue;
        const Model *const known = entry ? entry->modelReported(name) : nullptr;
        for (const QString &ownName : {name, known ? known->id : QString(), withoutDate(name)}) {
            const auto price = own.constFind(ownName);
            if (price != own.cend() && price->from <= day)
                return quoteOf(*price, promptTokens);
        }
        if (known) {
            if (const DatedPrice *const price = known->priceAt(day))
                return quoteOf(*price, promptTokens);
            if (!entry->local)
                return std::nullopt; // known, but not what it cost on that day
        }
    }
    if (entry && entry->local)
        return PriceQuote{nothingCosts(), entry->date.toString(Qt::ISODate), {}, u"local"_s, {}};
    return std::nullopt;
}

} // namespace keyway

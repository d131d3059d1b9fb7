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

/// A price as it stands for the facts of an attempt, every tier of it.
PriceQuote quoteOf(const DatedPrice &price, const PriceQuery &query)
{
    PriceQuote quote;
    quote.version = price.version;
    quote.from = price.from;
    quote.source = price.source;
    for (const DatedPrice::Tier &tier : price.tiers) {
        const qint64 inTier = tier.abovePromptTokens > 0 ? tier.abovePromptTokens + 1 : 0;
        quote.tiers.append({tier.abovePromptTokens, price.pricesFor(inTier, query.facts)});
    }
    quote.prices = price.pricesFor(query.promptTokens, query.facts);
    return quote;
}

void multiply(PriceQuote &quote, PriceFactor factor, Multiplied what)
{
    const auto scale = [&](UnitPrices &prices) {
        prices = multiplied(prices, factor.numerator, factor.denominator, what);
    };
    scale(quote.prices);
    for (DatedPrice::Tier &tier : quote.tiers)
        scale(tier.prices);
}

UnitPrices nothingCosts()
{
    UnitPrices prices;
    for (int i = 0; i < counterCount; ++i)
        prices.insert(static_cast<Counter>(i), Price());
    return prices;
}

/// Whether a price of the service's own list is another one than the catalogue's, which also knows
/// tiers where it is the same.
bool saysMore(const DatedPrice &listed, const DatedPrice &known)
{
    const UnitPrices now = listed.pricesFor(0);
    const UnitPrices before = known.pricesFor(0);
    return now.value(Counter::InUncached) != before.value(Counter::InUncached)
        || now.value(Counter::OutText) != before.value(Counter::OutText);
}

bool standsBefore(const Service &a, const Service &b)
{
    const auto rank = [](const Service &service) {
        const bool isAnyServer = service.baseUrl.isEmpty() && !service.needsKey;
        return std::tuple(isAnyServer, service.local,
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

Result<OwnTerms> Catalogue::parseOwnTerms(const QByteArray &json)
{
    JsonProblem problem;
    const OwnTerms terms
        = catalogueparser::ownTerms(catalogueparser::document(json, problem), problem);
    if (problem.found())
        return Error(Error::Kind::Rejected, problem.text).withReason(u"bad-price-file"_s);
    return terms;
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

std::optional<PriceQuote> Catalogue::quote(const PriceQuery &query, const OwnTerms &own) const
{
    const QDate day = query.startedAt.toUTC().date();
    const Service *const entry = service(query.service);
    for (const QString &name : {query.modelReported, query.model}) {
        if (name.isEmpty())
            continue;
        const Model *const known = entry ? entry->modelReported(name) : nullptr;
        for (const QString &ownName : {name, known ? known->id : QString(), withoutDate(name)}) {
            const auto prices = own.prices.constFind(ownName);
            if (prices == own.prices.cend())
                continue;
            if (const DatedPrice *const price = priceOn(*prices, day))
                return quoteOf(*price, query);
        }
        if (!entry)
            continue;
        const DatedPrice *price = known ? known->priceAt(day) : nullptr;
        const QList<DatedPrice> seen = own.listed.value(name);
        if (const DatedPrice *const newer = priceOn(seen, day);
            newer && (!price || (newer->from > price->from && saysMore(*newer, *price))))
            price = newer;
        if (price)
            return listed(*entry, known, known ? known->id : name, *price, query, own);
        if (known && !entry->local)
            return std::nullopt; // known, but not what it cost on that day
    }
    if (entry && entry->local)
        return PriceQuote{nothingCosts(), entry->date.toString(Qt::ISODate), {}, u"local"_s, {}};
    return std::nullopt;
}

std::optional<PriceQuote> Catalogue::listed(const Service &entry, const Model *known,
                                            const QString &model, const DatedPrice &price,
                                            const PriceQuery &query, const OwnTerms &own)
{
    const auto factors = entry.priceFactors(known, query.facts);
    if (!factors)
        return std::nullopt;
    PriceQuote quote = quoteOf(price, query);
    for (const PriceFactor factor : *factors)
        multiply(quote, factor, Multiplied::Tokens);
    if (entry.peak && entry.peak->holdAt(query.startedAt))
        multiply(quote, entry.peak->factor, Multiplied::Tokens);
    if (const Discount *const discount = own.discountOn(model, query.startedAt.toUTC().date())) {
        multiply(quote, discount->pays, Multiplied::Everything);
        quote.version = ownPriceVersion;
    }
    return quote;
}

} // namespace keyway

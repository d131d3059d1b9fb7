#pragma once

#include "core/routing/plan.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <functional>

/// Snapshots for the tests of the routing plan.
namespace planfixture {

using namespace keyway;
using namespace keyway::routing;
using namespace Qt::StringLiterals;

using Change = std::function<void(RouteSnapshot &)>;

inline QDateTime now()
{
    return QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
}

/// Whole dollars per million tokens.
inline PriceQuote textPrice(qint64 in, qint64 out)
{
    PriceQuote quote;
    quote.prices = {{Counter::InUncached, Price::fromPico(in * 1'000'000)},
                    {Counter::OutText, Price::fromPico(out * 1'000'000)}};
    return quote;
}

inline PriceQuote imagePrice(int cents)
{
    PriceQuote quote;
    quote.prices = {{Counter::Images, Price::fromPico(cents * qint64(10'000'000'000))}};
    return quote;
}

inline Model textModel()
{
    Model model;
    model.types = {RequestType::Text};
    return model;
}

inline Option option(const QString &name, int position, const std::optional<PriceQuote> &price)
{
    Option result;
    result.integration.id = Id::create(now());
    result.integration.name = name;
    result.integration.service = name.toLower();
    result.integration.model = u"m-"_s + name.toLower();
    result.integration.position = position;
    result.model = result.integration.model;
    result.facts = textModel();
    result.facts->id = result.model;
    result.price = price;
    return result;
}

/// A, B and C in this order; B is the cheapest, then A, then C. 1,000 tokens in, 400 out.
inline RouteSnapshot three()
{
    RouteSnapshot snapshot;
    snapshot.now = now();
    snapshot.promptTokens = 1000;
    snapshot.promptTokensAtMost = 4000;
    snapshot.options = {option(u"A"_s, 1, textPrice(2, 10)), option(u"B"_s, 2, textPrice(1, 5)),
                        option(u"C"_s, 3, textPrice(4, 20))};
    return snapshot;
}

inline void limit(Option &option, qint64 limitNano, qint64 spentNano)
{
    option.integration.monthlyLimit = Money::fromNano(limitNano);
    option.spentThisMonth = Money::fromNano(spentNano);
}

/// Such as `B first-in-order, C next-in-order; A disabled`.
inline QString shortly(const RoutePlan &plan)
{
    QStringList candidates;
    for (const Candidate &candidate : plan.candidates)
        candidates.append(candidate.integrationName + u' ' + nameOf(candidate.reason.code));
    QStringList excluded;
    for (const Excluded &entry : plan.excluded)
        excluded.append(entry.integrationName + u' ' + nameOf(entry.reason.code));
    return candidates.join(u", "_s) + u"; "_s + excluded.join(u", "_s);
}

inline QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace planfixture

Q_DECLARE_METATYPE(planfixture::Change)

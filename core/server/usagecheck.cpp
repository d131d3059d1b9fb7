#include "core/server/usagecheck.h"

#include "core/base/names.h"
#include "core/usage/cost.h"

#include <QtCore/QMap>

#include <algorithm>
#include <array>

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostSkewMs = 24 * 3600'000LL;
constexpr qsizetype mostCombinations = 512;
// The offsets of the world's zones reach from -12 to +14 hours: the next day or the one before.
constexpr qint64 mostDaysApart = 1;
// No record is older than Keyway.
const QDate firstDay(2025, 1, 1);

// They say themselves what an attempt cost, and that is what is recorded: it need not be what their
// list gives (routing, batches, credits).
constexpr std::array statesItsCosts{"openrouter"_L1, "xai"_L1, "runway"_L1};

/// The words that a price may depend on, by fact.
QMap<QString, QStringList> wordsOf(const Service &service, const Model *model, const QDate &day)
{
    QMap<QString, QStringList> words;
    const auto add = [&words](const QString &fact, const QString &word) {
        if (!words[fact].contains(word))
            words[fact].append(word);
    };
    const auto addFactors = [&](const PriceFactors &factors) {
        for (auto fact = factors.begin(); fact != factors.end(); ++fact) {
            for (auto word = fact->begin(); word != fact->end(); ++word)
                add(fact.key(), word.key());
        }
    };
    addFactors(service.factors);
    if (!model)
        return words;
    addFactors(model->factors);
    if (const DatedPrice *const price = model->priceAt(day)) {
        for (const DatedPrice::Variant &variant : price->variants) {
            for (auto fact = variant.when.begin(); fact != variant.when.end(); ++fact)
                add(fact.key(), fact.value());
        }
    }
    return words;
}

QList<PriceFacts> combinations(const QMap<QString, QStringList> &words)
{
    QList<PriceFacts> all{PriceFacts()};
    for (auto fact = words.begin(); fact != words.end(); ++fact) {
        const QList<PriceFacts> before = all;
        for (const PriceFacts &facts : before) {
            for (const QString &word : *fact) {
                if (all.size() >= mostCombinations)
                    return all;
                PriceFacts more = facts;
                more.insert(fact.key(), word);
                all.append(more);
            }
        }
    }
    return all;
}

enum class Fit { Fits, Differs, CannotTell };

Fit costFits(const UsageMessage &message, const Catalogue &catalogue, QString *expected)
{
    if (message.costState == CostState::Unknown)
        return Fit::Fits; // nothing is claimed
    if (message.usage.isEmpty() && message.platformCost.isZero())
        return Fit::Fits;
    const Service *const service = catalogue.service(message.service);
    const QString known = service ? service->date.toString(Qt::ISODate) : QString();
    const bool listed
        = message.origin == OriginClass::Official || message.origin == OriginClass::FreeTier;
    if (!service || !listed || message.priceVersion.isEmpty()
        || message.priceVersion == ownPriceVersion || message.priceVersion > known)
        return Fit::CannotTell;

    const Model *const model = service->modelReported(message.model);
    PriceQuery query;
    query.service = message.service;
    query.model = message.model;
    query.startedAt = message.startedAt;
    query.promptTokens = message.usage.tokensIn();
    // Nearly every attempt is priced without any facts.
    const std::optional<PriceQuote> plain = catalogue.quote(query);
    const std::optional<Cost> plainCost
        = plain ? costOf(message.usage, plain->prices) : std::optional<Cost>();
    if (plainCost && plainCost->total == message.platformCost)
        return Fit::Fits;
    bool priced = false;
    for (const PriceFacts &facts :
         combinations(wordsOf(*service, model, message.startedAt.toUTC().date()))) {
        query.facts = facts;
        const std::optional<PriceQuote> quote = catalogue.quote(query);
        const std::optional<Cost> cost
            = quote ? costOf(message.usage, quote->prices) : std::optional<Cost>();
        if (!cost)
            continue;
        if (cost->total == message.platformCost)
            return Fit::Fits;
        if (!priced)
            *expected = QString::number(cost->total.nano());
        priced = true;
    }
    const bool states = std::find(statesItsCosts.begin(), statesItsCosts.end(), message.service)
        != statesItsCosts.end();
    return priced && !states ? Fit::Differs : Fit::CannotTell;
}

constexpr Names<Standing, 2> standingNames{{
    {Standing::Verified, "verified"_L1},
    {Standing::Unverifiable, "unverifiable"_L1},
}};

} // namespace

QString nameOf(Standing standing)
{
    return nameIn(standingNames, standing);
}

std::optional<Standing> standingFromName(QStringView name)
{
    return valueIn(standingNames, name);
}

UsageCheck checkUsage(const UsageMessage &message, const Catalogue &catalogue,
                      const CheckTerms &terms)
{
    UsageCheck check;
    check.plan = terms.plans.on(message.billingDay).plan;
    const auto aside = [&check](const QString &mismatch, const QString &detail) {
        check.mismatch = mismatch;
        check.detail = detail;
        return check;
    };
    const QDateTime latest = terms.now.addMSecs(mostSkewMs);
    const QDateTime made = message.recordId.time();
    if (message.startedAt > latest || made > latest || message.startedAt.date() < firstDay
        || made.date() < firstDay)
        return aside(u"clock"_s, terms.now.toString(Qt::ISODateWithMs));
    const QDate utcDay = message.startedAt.date();
    if (std::abs(utcDay.daysTo(message.billingDay)) > mostDaysApart)
        return aside(u"billing-day"_s, utcDay.toString(Qt::ISODate));

    QString expected;
    const Fit fit = costFits(message, catalogue, &expected);
    if (fit == Fit::Differs)
        return aside(u"cost"_s, expected);
    check.standing = fit == Fit::Fits ? Standing::Verified : Standing::Unverifiable;

    if (message.startedAt < terms.signedUpAt)
        return check; // whatever was said then: it is not billed
    const UsageRecord record = recordOf(message);
    const FeePolicy &policy = terms.plans.on(message.billingDay);
    const Money first = policy.feeFor(record, false);
    const Money further = policy.feeFor(record, true);
    if (message.platformFee != first && message.platformFee != further)
        return aside(u"fee"_s, QString::number(first.nano()));
    check.fee = message.platformFee;
    return check;
}

} // namespace keyway::server

#include "ui/words/routing.h"

#include "ui/words/dates.h"
#include "ui/words/limits.h"
#include "ui/words/money.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using keyway::routing::Candidate;
using keyway::routing::Reason;
using keyway::routing::ReasonCode;
using keyway::routing::RoutePlan;

namespace keyway::words {
namespace {
struct RoutingWords {
    Q_DECLARE_TR_FUNCTIONS(keyway::words::Routing)
};

QString tokens(const Reason &reason, QLatin1StringView key, const QLocale &locale)
{
    const auto value = reason.values.value(key);
    return value.isDouble() ? count(value.toInteger(), locale) : QString();
}

QString timeOf(const Reason &reason, QLatin1StringView key, const QLocale &locale)
{
    const QDateTime time = QDateTime::fromString(reason.values.value(key).toString(), Qt::ISODate);
    return time.isValid() ? moment(time, QDateTime::currentDateTimeUtc(), locale) : QString();
}

QString amountOf(const Reason &reason, QLatin1StringView key, const QLocale &locale)
{
    return requestMoney(Money::fromNano(reason.values.value(key).toInteger()), locale);
}

/// The integration's own limit of the month has no scope.
QString limitWords(const Reason &reason, const QLocale &locale)
{
    const auto kind = guard::limitScopeFromName(reason.values.value("scope"_L1).toString());
    const auto period = guard::limitPeriodFromName(reason.values.value("period"_L1).toString());
    if (!kind || !period)
        return RoutingWords::tr("its limit of the month is reached");
    const QString amount = amountForPeriod(
        Money::fromNano(reason.values.value("limit_nano"_L1).toInteger()), *period, locale);
    switch (*kind) {
    case guard::LimitScope::Kind::Everything:
        return RoutingWords::tr("could pass your limit of %1").arg(amount);
    case guard::LimitScope::Kind::Type:
        return RoutingWords::tr("could pass your limit of %1 for this kind of prompt").arg(amount);
    case guard::LimitScope::Kind::App:
        return RoutingWords::tr("could pass your limit of %1 for this program").arg(amount);
    default:
        return RoutingWords::tr("could pass its limit of %1").arg(amount);
    }
}

/// An input in the middle of a sentence.
QString inputWords(const QString &kind)
{
    if (kind == "image"_L1)
        return RoutingWords::tr("a picture");
    if (kind == "mask"_L1)
        return RoutingWords::tr("a mask");
    if (kind == "first-frame"_L1)
        return RoutingWords::tr("a first frame");
    if (kind == "last-frame"_L1)
        return RoutingWords::tr("a last frame");
    if (kind == "pdf"_L1)
        return RoutingWords::tr("a PDF");
    return kind == "text"_L1 ? RoutingWords::tr("a text file") : RoutingWords::tr("a file");
}
} // namespace

QString reasonWords(const Reason &reason, const QLocale &locale)
{
    switch (reason.code) {
    case ReasonCode::FirstInOrder:
        return RoutingWords::tr("first in your order");
    case ReasonCode::NextInOrder:
        return RoutingWords::tr("next in your order");
    case ReasonCode::Cheapest:
        return RoutingWords::tr("the cheapest for this prompt");
    case ReasonCode::NextCheapest:
        return RoutingWords::tr("the next cheapest");
    case ReasonCode::Fastest:
        return RoutingWords::tr("the soonest to answer");
    case ReasonCode::NextFastest:
        return RoutingWords::tr("the next soonest to answer");
    case ReasonCode::BestQuality:
        return RoutingWords::tr("the best quality");
    case ReasonCode::NextBestQuality:
        return RoutingWords::tr("the next best quality");
    case ReasonCode::BestBalance:
        return RoutingWords::tr("best in quality, price and speed together");
    case ReasonCode::NextBestBalance:
        return RoutingWords::tr("next best in quality, price and speed together");
    case ReasonCode::Pinned:
        return RoutingWords::tr("you chose it");
    case ReasonCode::PriceUnknownLast:
        return RoutingWords::tr("last, because its price is unknown");
    case ReasonCode::SpeedUnknownLast:
        return RoutingWords::tr("last, because its speed was not measured yet");
    case ReasonCode::DownLast:
        return timeOf(reason, "since"_L1, locale).isEmpty()
            ? RoutingWords::tr("last, because it does not answer")
            : RoutingWords::tr("last, because it has not answered since %1")
                  .arg(timeOf(reason, "since"_L1, locale));
    case ReasonCode::ProbedLast:
        return RoutingWords::tr("last, while another prompt tries whether it answers again");
    case ReasonCode::RestingLast:
        return timeOf(reason, "until"_L1, locale).isEmpty()
            ? RoutingWords::tr("last, because it is busy")
            : RoutingWords::tr("last, because it is busy until %1")
                  .arg(timeOf(reason, "until"_L1, locale));
    case ReasonCode::Disabled:
        return RoutingWords::tr("disabled by you");
    case ReasonCode::NotInAutomaticRouting:
        return RoutingWords::tr("takes no part in automatic routing");
    case ReasonCode::NotAsFallback:
        return RoutingWords::tr("not allowed as a fallback");
    case ReasonCode::Held:
        return RoutingWords::tr("stopped until you test it again");
    case ReasonCode::KeyUnavailable:
        return RoutingWords::tr("its key cannot be read now");
    case ReasonCode::OverBudget:
        return routing::asksFirst(reason)
            ? RoutingWords::tr("%1, which asks first", "could pass your limit of $20 a month")
                  .arg(limitWords(reason, locale))
            : limitWords(reason, locale);
    case ReasonCode::NoModel:
        return RoutingWords::tr("has no model for this");
    case ReasonCode::TypeNotSupported:
        if (reason.values.value("type"_L1) == "image"_L1)
            return RoutingWords::tr("makes no images");
        if (reason.values.value("type"_L1) == "video"_L1)
            return RoutingWords::tr("makes no video");
        return RoutingWords::tr("does not do this kind of prompt");
    case ReasonCode::PromptTooLong: {
        const QString limit = tokens(reason, "limit_tokens"_L1, locale);
        const QString prompt = tokens(reason, "prompt_tokens"_L1, locale);
        if (limit.isEmpty() || prompt.isEmpty())
            return RoutingWords::tr("the prompt is too long for it");
        return RoutingWords::tr("takes %1 tokens, the prompt has about %2").arg(limit, prompt);
    }
    case ReasonCode::ModelRetired:
        return RoutingWords::tr("its model is no longer offered");
    case ReasonCode::NotChosen:
        return RoutingWords::tr("you chose another one");
    case ReasonCode::Removed:
        return RoutingWords::tr("was removed in the meantime");
    case ReasonCode::PriceUnknownUnderLimit:
        return RoutingWords::tr("has a limit, and the price of its model is unknown");
    case ReasonCode::InputNotSupported:
        return RoutingWords::tr("its model takes no such file (%1)")
            .arg(inputWords(reason.values.value("kind"_L1).toString()));
    case ReasonCode::InputTooLarge:
        return RoutingWords::tr("takes files up to %1, this one has %2")
            .arg(locale.formattedDataSize(reason.values.value("limit_bytes"_L1).toInteger(), 1),
                 locale.formattedDataSize(reason.values.value("bytes"_L1).toInteger(), 1));
    case ReasonCode::InputMissing:
        return RoutingWords::tr("its model also needs %1")
            .arg(inputWords(reason.values.value("kind"_L1).toString()));
    case ReasonCode::OptionNotSupported:
        return RoutingWords::tr("its model does not offer %1 (it offers %2)")
            .arg(reason.values.value("value"_L1).toString(),
                 reason.values.value("offered"_L1).toString());
    case ReasonCode::Ignored:
        return RoutingWords::tr("you do not want it asked");
    case ReasonCode::NotAmongOnly:
        return RoutingWords::tr("you want only others asked");
    case ReasonCode::NotLocal:
        return RoutingWords::tr("does not run on this computer");
    case ReasonCode::AboveMaxPrice:
        return RoutingWords::tr("could cost %1, and you allow %2 for a prompt")
            .arg(amountOf(reason, "needed_nano"_L1, locale),
                 amountOf(reason, "limit_nano"_L1, locale));
    case ReasonCode::PriceUnknownUnderMaxPrice:
        return RoutingWords::tr("you allow a highest price, and the price of its model is unknown");
    case ReasonCode::QualityUnknown:
        return RoutingWords::tr("its model has no quality score");
    case ReasonCode::Resting:
        return timeOf(reason, "until"_L1, locale).isEmpty()
            ? RoutingWords::tr("its limit at the service is used up")
            : RoutingWords::tr("its limit at the service is used up until %1")
                  .arg(timeOf(reason, "until"_L1, locale));
    case ReasonCode::SpendingStopped:
        return RoutingWords::tr("costs money, and you stopped all spending");
    case ReasonCode::OverRate:
        return RoutingWords::tr("you want requests no faster; the next one may go at %1")
            .arg(timeOf(reason, "until"_L1, locale));
    }
    return {};
}

QString whyThisService(const RoutePlan &plan, const Id &answeredBy, const QLocale &locale)
{
    const auto found = std::find_if(
        plan.candidates.cbegin(), plan.candidates.cend(), [&](const Candidate &candidate) {
            return answeredBy.isNull() || candidate.integrationId == answeredBy;
        });
    if (found == plan.candidates.cend())
        return whyNoService(plan, locale);
    const QString &name = found->integrationName;
    if (found != plan.candidates.cbegin()) {
        const QString &first = plan.candidates.first().integrationName;
        return found - plan.candidates.cbegin() == 1
            ? RoutingWords::tr("%1 was asked next, because %2 failed.").arg(name, first)
            : RoutingWords::tr("%1 was asked after %2 and others failed.").arg(name, first);
    }
    switch (found->reason.code) {
    case ReasonCode::Pinned:
        return RoutingWords::tr("%1 was asked, because you chose it.").arg(name);
    case ReasonCode::Cheapest:
        if (found->estimatedCost)
            return RoutingWords::tr("%1 is the cheapest for this prompt: about %2.")
                .arg(name, requestMoney(*found->estimatedCost, locale));
        return RoutingWords::tr("%1 is the cheapest for this prompt.").arg(name);
    case ReasonCode::PriceUnknownLast:
        return RoutingWords::tr("%1 is the only one left. Its price is unknown.").arg(name);
    case ReasonCode::Fastest:
        if (!found->expectedMs)
            return RoutingWords::tr("%1 is the soonest to answer.").arg(name);
        return RoutingWords::tr("%1 is the soonest to answer: the whole answer takes about %2.")
            .arg(name, duration(std::chrono::milliseconds(*found->expectedMs), locale));
    case ReasonCode::SpeedUnknownLast:
        return RoutingWords::tr("%1 is asked, because none of your services was measured yet.")
            .arg(name);
    case ReasonCode::BestQuality: {
        QString quality = count(found->quality.value_or(0), locale);
        if (found->votes) {
            const int listed = *found->quality - found->votes->points;
            quality += u" (%1)"_s.arg(votedWords(listed, *found->votes, locale));
        }
        return RoutingWords::tr("%1 has the best quality score of those that can answer this: %2.")
            .arg(name, quality);
    }
    case ReasonCode::BestBalance:
        return RoutingWords::tr("%1 is the best in quality, price and speed together.").arg(name);
    case ReasonCode::DownLast:
    case ReasonCode::ProbedLast:
        return RoutingWords::tr("%1 has not answered of late, but nobody else is left.").arg(name);
    case ReasonCode::RestingLast:
        return RoutingWords::tr("%1 is busy for the moment, but nobody else is left.").arg(name);
    default:
        if (plan.candidates.size() == 1 && plan.excluded.isEmpty())
            return RoutingWords::tr("%1 is your only service.").arg(name);
        return RoutingWords::tr("%1 is the first in your order that can answer this.").arg(name);
    }
}

QString whyNoService(const RoutePlan &plan, const QLocale &locale)
{
    if (plan.excluded.isEmpty())
        return RoutingWords::tr("There is no service yet. Add one first.");
    if (plan.excluded.size() == 1)
        return RoutingWords::tr("%1 cannot be asked: %2.")
            .arg(plan.excluded.first().integrationName,
                 reasonWords(plan.excluded.first().reason, locale));
    const auto &excluded = plan.excluded;
    const auto about = [&excluded](ReasonCode code) {
        return std::find_if(excluded.cbegin(), excluded.cend(),
                            [code](const auto &out) { return out.reason.code == code; });
    };
    if (about(ReasonCode::SpendingStopped) != excluded.cend())
        return RoutingWords::tr("You stopped all spending. Only what is free can be asked.");
    const auto limited = about(ReasonCode::OverBudget);
    if (limited != excluded.cend() && limited->reason.values.contains("scope"_L1))
        return RoutingWords::tr("None of your services can be asked. %1 %2.")
            .arg(limited->integrationName, reasonWords(limited->reason, locale));
    return RoutingWords::tr("None of your %n service(s) can be asked.", nullptr,
                            static_cast<int>(excluded.size()));
}

QString strategyWord(Strategy strategy)
{
    switch (strategy) {
    case Strategy::Cheapest:
        return RoutingWords::tr("Cheapest");
    case Strategy::Fastest:
        return RoutingWords::tr("Fastest");
    case Strategy::BestQuality:
        return RoutingWords::tr("Best quality");
    case Strategy::Balanced:
        return RoutingWords::tr("Balanced");
    case Strategy::MyOrder:
        break;
    }
    return RoutingWords::tr("My order");
}

QString strategyMeaning(Strategy strategy)
{
    switch (strategy) {
    case Strategy::Cheapest:
        return RoutingWords::tr("asks the service that costs least for this prompt");
    case Strategy::Fastest:
        return RoutingWords::tr("asks the service that answers soonest, as measured here");
    case Strategy::BestQuality:
        return RoutingWords::tr("asks the service whose model has the best quality score");
    case Strategy::Balanced:
        return RoutingWords::tr("weighs quality, price and speed equally");
    case Strategy::MyOrder:
        break;
    }
    return RoutingWords::tr("asks your services in the order of My Integrations");
}

QString signedCount(int number, const QLocale &locale)
{
    const QString sign = number > 0 ? locale.positiveSign()
        : number < 0                ? locale.negativeSign()
                                    : u"\u00b1"_s;
    return sign + count(std::abs(number), locale);
}

QString votedWords(int listed, const routing::VoteShift &votes, const QLocale &locale)
{
    return RoutingWords::tr("%1 of the catalogue, %2 from your %n comparison(s)", nullptr,
                            votes.comparisons)
        .arg(count(listed, locale), signedCount(votes.points, locale));
}

QString qualityWords(const Candidate &candidate, const QLocale &locale)
{
    if (!candidate.quality)
        return {};
    const QString quality = RoutingWords::tr("quality %1").arg(count(*candidate.quality, locale));
    if (!candidate.votes)
        return quality;
    const int listed = *candidate.quality - candidate.votes->points;
    return u"%1: %2"_s.arg(quality, votedWords(listed, *candidate.votes, locale));
}

QString scoreWords(const Candidate &candidate, const QLocale &locale)
{
    using Kind = routing::ScoreTerm::Kind;
    QStringList parts;
    for (const routing::ScoreTerm &term : candidate.terms) {
        const QString points = count(term.points, locale);
        switch (term.kind) {
        case Kind::Order:
            parts += RoutingWords::tr("your order %1").arg(points);
            break;
        case Kind::Price:
            parts += term.known ? RoutingWords::tr("price %1").arg(points)
                                : RoutingWords::tr("price unknown, counts as %1").arg(points);
            break;
        case Kind::Speed:
            parts += term.known ? RoutingWords::tr("speed %1").arg(points)
                                : RoutingWords::tr("speed not measured, counts as %1").arg(points);
            break;
        case Kind::Quality:
            parts += term.known ? RoutingWords::tr("quality %1").arg(points)
                                : RoutingWords::tr("quality not rated, counts as %1").arg(points);
            break;
        }
    }
    if (parts.isEmpty())
        return {};
    return parts.size() == 1
        ? RoutingWords::tr("Score %1: %2").arg(count(candidate.score, locale), parts.first())
        : RoutingWords::tr("Score %1, the mean of: %2")
              .arg(count(candidate.score, locale), parts.join(u", "_s));
}

} // namespace keyway::words

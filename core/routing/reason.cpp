#include "core/routing/reason.h"

#include "core/base/names.h"

namespace keyway::routing {

using namespace Qt::StringLiterals;

namespace {

constexpr Names<ReasonCode, 42> codeNames{{
    {ReasonCode::FirstInOrder, "first-in-order"_L1},
    {ReasonCode::NextInOrder, "next-in-order"_L1},
    {ReasonCode::Cheapest, "cheapest"_L1},
    {ReasonCode::NextCheapest, "next-cheapest"_L1},
    {ReasonCode::Fastest, "fastest"_L1},
    {ReasonCode::NextFastest, "next-fastest"_L1},
    {ReasonCode::BestQuality, "best-quality"_L1},
    {ReasonCode::NextBestQuality, "next-best-quality"_L1},
    {ReasonCode::BestBalance, "best-balance"_L1},
    {ReasonCode::NextBestBalance, "next-best-balance"_L1},
    {ReasonCode::Pinned, "pinned"_L1},
    {ReasonCode::PriceUnknownLast, "price-unknown-last"_L1},
    {ReasonCode::SpeedUnknownLast, "speed-unknown-last"_L1},
    {ReasonCode::DownLast, "down-last"_L1},
    {ReasonCode::ProbedLast, "probed-last"_L1},
    {ReasonCode::RestingLast, "resting-last"_L1},
    {ReasonCode::Disabled, "disabled"_L1},
    {ReasonCode::NotInAutomaticRouting, "not-in-automatic-routing"_L1},
    {ReasonCode::NotAsFallback, "not-as-fallback"_L1},
    {ReasonCode::Held, "held"_L1},
    {ReasonCode::KeyUnavailable, "key-unavailable"_L1},
    {ReasonCode::OverBudget, "over-budget"_L1},
    {ReasonCode::NoModel, "no-model"_L1},
    {ReasonCode::TypeNotSupported, "type-not-supported"_L1},
    {ReasonCode::PromptTooLong, "prompt-too-long"_L1},
    {ReasonCode::ModelRetired, "model-retired"_L1},
    {ReasonCode::NotChosen, "not-chosen"_L1},
    {ReasonCode::Removed, "removed"_L1},
    {ReasonCode::PriceUnknownUnderLimit, "price-unknown-under-limit"_L1},
    {ReasonCode::InputNotSupported, "input-not-supported"_L1},
    {ReasonCode::InputTooLarge, "input-too-large"_L1},
    {ReasonCode::InputMissing, "input-missing"_L1},
    {ReasonCode::OptionNotSupported, "option-not-supported"_L1},
    {ReasonCode::Ignored, "ignored"_L1},
    {ReasonCode::NotAmongOnly, "not-among-only"_L1},
    {ReasonCode::NotLocal, "not-local"_L1},
    {ReasonCode::AboveMaxPrice, "above-max-price"_L1},
    {ReasonCode::PriceUnknownUnderMaxPrice, "price-unknown-under-max-price"_L1},
    {ReasonCode::QualityUnknown, "quality-unknown"_L1},
    {ReasonCode::Resting, "resting"_L1},
    {ReasonCode::SpendingStopped, "spending-stopped"_L1},
    {ReasonCode::OverRate, "over-rate"_L1},
}};

} // namespace

QString nameOf(ReasonCode code)
{
    return nameIn(codeNames, code);
}

std::optional<ReasonCode> reasonCodeFromName(QStringView name)
{
    return valueIn(codeNames, name);
}

Reason restingReason(ReasonCode code, const QDateTime &now, std::chrono::milliseconds rest)
{
    return {code, {{u"until"_s, now.addMSecs(rest.count()).toUTC().toString(Qt::ISODate)}}};
}

} // namespace keyway::routing

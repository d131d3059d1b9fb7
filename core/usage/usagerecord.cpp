#include "core/usage/usagerecord.h"

#include "core/base/names.h"

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr Names<RequestType, 3> typeNames{{
    {RequestType::Text, "text"_L1},
    {RequestType::Image, "image"_L1},
    {RequestType::Video, "video"_L1},
}};
constexpr Names<Strategy, 5> strategyNames{{
    {Strategy::MyOrder, "my-order"_L1},
    {Strategy::Cheapest, "cheapest"_L1},
    {Strategy::Fastest, "fastest"_L1},
    {Strategy::BestQuality, "best-quality"_L1},
    {Strategy::Balanced, "balanced"_L1},
}};
constexpr Names<AppClass, 3> appNames{{
    {AppClass::Window, "window"_L1},
    {AppClass::CommandLine, "cli"_L1},
    {AppClass::Gateway, "gateway"_L1},
}};
constexpr Names<CostState, 3> costStateNames{{
    {CostState::Exact, "exact"_L1},
    {CostState::Estimated, "estimated"_L1},
    {CostState::Unknown, "unknown"_L1},
}};
constexpr Names<Outcome, 7> outcomeNames{{
    {Outcome::Started, "started"_L1},
    {Outcome::Completed, "completed"_L1},
    {Outcome::Refused, "refused"_L1},
    {Outcome::Filtered, "filtered"_L1},
    {Outcome::Failed, "failed"_L1},
    {Outcome::Cancelled, "cancelled"_L1},
    {Outcome::Unknown, "unknown"_L1},
}};

} // namespace

QString nameOf(RequestType type)
{
    return nameIn(typeNames, type);
}

QString nameOf(Strategy strategy)
{
    return nameIn(strategyNames, strategy);
}

QString nameOf(AppClass app)
{
    return nameIn(appNames, app);
}

QString nameOf(CostState state)
{
    return nameIn(costStateNames, state);
}

QString nameOf(Outcome outcome)
{
    return nameIn(outcomeNames, outcome);
}

std::optional<RequestType> requestTypeFromName(QStringView name)
{
    return valueIn(typeNames, name);
}

std::optional<Strategy> strategyFromName(QStringView name)
{
    return valueIn(strategyNames, name);
}

std::optional<AppClass> appClassFromName(QStringView name)
{
    return valueIn(appNames, name);
}

std::optional<CostState> costStateFromName(QStringView name)
{
    return valueIn(costStateNames, name);
}

std::optional<Outcome> outcomeFromName(QStringView name)
{
    return valueIn(outcomeNames, name);
}

} // namespace keyway

#include "core/catalogue/wireformat.h"

#include <algorithm>
#include <array>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array names{
    "openai-chat"_L1,        "openai-responses"_L1,     "openai-images"_L1,
    "anthropic-messages"_L1, "gemini-generate"_L1,      "gemini-interactions"_L1,
    "cohere-chat"_L1,        "ollama-chat"_L1,          "stability-image"_L1,
    "xai-video"_L1,          "openrouter-video"_L1,     "runway-task"_L1,
    "luma-generation"_L1,    "replicate-prediction"_L1,
};
static_assert(names.size() == static_cast<std::size_t>(WireFormat::ReplicatePrediction) + 1);

} // namespace

QLatin1StringView nameOf(WireFormat wire)
{
    return names[static_cast<std::size_t>(wire)];
}

std::optional<WireFormat> wireFormatFromName(QStringView name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<WireFormat>(found - names.begin());
}

QStringList wireFormatNames()
{
    QStringList result;
    for (const QLatin1StringView name : names)
        result.append(name);
    return result;
}

} // namespace keyway

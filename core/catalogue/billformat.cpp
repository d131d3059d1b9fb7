#include "core/catalogue/billformat.h"

#include <algorithm>
#include <array>
#include <utility>

namespace keyway {

namespace {

constexpr std::array names{
    std::pair(BillFormat::OpenAiCosts, QLatin1StringView("openai-costs")),
    std::pair(BillFormat::AnthropicCosts, QLatin1StringView("anthropic-costs")),
    std::pair(BillFormat::OpenRouterKey, QLatin1StringView("openrouter-key")),
    std::pair(BillFormat::RunwayUsage, QLatin1StringView("runway-usage")),
};

} // namespace

QString nameOf(BillFormat format)
{
    const auto found = std::find_if(names.begin(), names.end(),
                                    [format](const auto &entry) { return entry.first == format; });
    return found == names.end() ? QString() : QString(found->second);
}

std::optional<BillFormat> billFormatFromName(const QString &name)
{
    const auto found = std::find_if(names.begin(), names.end(),
                                    [&name](const auto &entry) { return entry.second == name; });
    return found == names.end() ? std::nullopt : std::optional(found->first);
}

bool needsAdminKey(BillFormat format)
{
    return format == BillFormat::OpenAiCosts || format == BillFormat::AnthropicCosts;
}

bool coversAccount(BillFormat format)
{
    return format != BillFormat::OpenRouterKey;
}

} // namespace keyway

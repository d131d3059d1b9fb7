#include "core/catalogue/billformat.h"

#include "core/base/names.h"

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr Names<BillFormat, 4> names{{
    {BillFormat::OpenAiCosts, "openai-costs"_L1},
    {BillFormat::AnthropicCosts, "anthropic-costs"_L1},
    {BillFormat::OpenRouterKey, "openrouter-key"_L1},
    {BillFormat::RunwayUsage, "runway-usage"_L1},
}};

} // namespace

QString nameOf(BillFormat format)
{
    return nameIn(names, format);
}

std::optional<BillFormat> billFormatFromName(QStringView name)
{
    return valueIn(names, name);
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

#pragma once

#include <QtCore/QString>

#include <optional>

namespace keyway {

/// How a service tells what it charged.
enum class BillFormat {
    OpenAiCosts, ///< GET organization/costs, with an admin key
    AnthropicCosts, ///< GET v1/organizations/cost_report, with an admin key
    OpenRouterKey, ///< GET key: today and this month of the key itself
    RunwayUsage, ///< POST v1/organization/usage: credits by day and model
};

/// Such as `openai-costs`; in the catalogue.
QString nameOf(BillFormat format);
std::optional<BillFormat> billFormatFromName(QStringView name);
/// Whether it wants an admin key, which is not the one for prompts.
bool needsAdminKey(BillFormat format);
/// Whether it tells of all keys of an account, not only of the one that asks.
bool coversAccount(BillFormat format);

} // namespace keyway

#pragma once

#include <QtCore/QString>

#include <optional>

namespace keyway {

/// An address of Azure OpenAI as its portal shows it, in the parts that Keyway uses.
struct AzureAddress {
    QString baseUrl; ///< `https://RESOURCE.openai.azure.com/openai/v1`
    QString deployment; ///< empty where the address names none
    friend bool operator==(const AzureAddress &, const AzureAddress &) = default;
};

/// Reads the endpoint of a resource or a project, or the target URI of a deployment, with a query
/// or without.
/// Nothing where it is no https address of Azure, or one with another path.
/// https://learn.microsoft.com/azure/ai-services/openai/reference
std::optional<AzureAddress> azureAddress(const QString &text);

} // namespace keyway

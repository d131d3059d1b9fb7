#include "cardorder.h"

#include <algorithm>

using keyway::engine::IntegrationSummary;

namespace keyway {
namespace {

bool matches(const IntegrationSummary &summary, const QString &search)
{
    const auto contains
        = [&](const QString &text) { return text.contains(search, Qt::CaseInsensitive); };
    return search.isEmpty() || contains(summary.integration.name) || contains(summary.serviceName)
        || contains(summary.integration.model) || contains(summary.integration.keyTail);
}

} // namespace

QList<IntegrationSummary> arranged(QList<IntegrationSummary> integrations, CardOrder order,
                                   const QString &search)
{
    const QString words = search.trimmed();
    integrations.removeIf([&](const auto &summary) { return !matches(summary, words); });
    std::stable_sort(integrations.begin(), integrations.end(), [&](const auto &a, const auto &b) {
        switch (order) {
        case CardOrder::Mine:
            return false;
        case CardOrder::Cost:
            return a.thisMonth > b.thisMonth;
        case CardOrder::Name:
            return QString::localeAwareCompare(a.integration.name, b.integration.name) < 0;
        case CardOrder::Status:
            return a.health < b.health;
        }
        return false;
    });
    return integrations;
}

} // namespace keyway

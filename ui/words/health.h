#pragma once

#include "core/engine/overview.h"

#include <QtCore/QLocale>

namespace keyway::words {

/// The word in the pill: "Active", "Over budget", ...
QString healthWord(engine::Health health);
/// The one detail beside the pill: "410 ms", "since 14:12", "until 1 Dec".
QString healthDetail(const engine::IntegrationSummary &summary, const QDateTime &now,
                     const QDate &today, const QLocale &locale = {});
/// Why an integration is left out until it is tested again: "refused the key".
QString holdWords(const Hold &hold);

/// "Text, images, video"; the first in a capital letter.
QString typesInWords(const QSet<RequestType> &types);
/// "gpt-4.1 · Text, images · key ends 4xQ7"; the kinds are left out where `brief`.
QString integrationLine(const engine::IntegrationSummary &summary, bool brief);
/// "key ends 4xQ7", "no key needed", "key from the environment"
QString keyWords(const Integration &integration);

/// When the limit will be full at the pace of the month so far; nothing where it will not be this
/// month.
std::optional<QDate> limitFullOn(Money spent, Money limit, const QDate &today);
/// What the month will cost at the pace so far; the sum is divided by the days that are over or
/// running.
Money atThisPace(Money spent, const QDate &today);
/// "50% of $25.00 limit", with " · full about 27 Nov" where it will be.
QString limitLine(const engine::IntegrationSummary &summary, const QDate &today,
                  const QLocale &locale = {});

} // namespace keyway::words

#pragma once

#include "core/catalogue/listedmodel.h"
#include "core/usage/bill.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonValue>

#include <optional>

namespace keyway {

// What services answer about accounts: bytes to values. Pure. Amounts are read digit by digit and
// rounded half away from zero to nano-dollars.

/// An amount in dollars, as a number or a text; below nothing, too.
std::optional<Money> billedDollars(const QJsonValue &value);

/// One page of a bill.
struct BillPage {
    QList<BillLine> lines; ///< a day that is there without a charge has a line of nothing
    QString nextPage; ///< empty: this was the last
};

/// OpenAI's `organization/costs`. Lines in another currency than USD are no bill: nothing.
std::optional<BillPage> openAiCosts(const QByteArray &body);
/// Anthropic's `cost_report`, whose amounts are cents.
std::optional<BillPage> anthropicCosts(const QByteArray &body);
/// Runway's `organization/usage`, in credits of a cent; it leaves days without use out, which are
/// nothing all the same up to `to`.
std::optional<BillPage> runwayUsage(const QByteArray &body, const QDate &from, const QDate &to);
/// OpenRouter's `key`: what the key used today, and in the month before today, in UTC.
std::optional<BillPage> openRouterKey(const QByteArray &body, const QDate &todayUtc);

/// An answer to GET models with `pricing` in dollars for one unit, as texts. Nothing where it is no
/// such list.
std::optional<QList<ListedModel>> pricedModels(const QByteArray &body);

/// What OpenRouter's `generation` says one attempt cost in the end, with the provider's own bill
/// where the user brought a key of that provider's.
std::optional<Money> openRouterGeneration(const QByteArray &body);

} // namespace keyway

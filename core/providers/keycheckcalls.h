#pragma once

#include "core/providers/httpexchange.h"
#include "core/providers/provider.h"

#include <QtCore/QJsonValue>

namespace keyway {

/// The calls that a wire format has for a check, with its headers. The service's `key_check_path`
/// stands in place of the list.
struct KeyCheckCalls {
    HttpRequest list; ///< GET, of the models
    /// Asked where the list is absent and the service is known to be without one.
    std::optional<HttpRequest> oneToken;
};

/// The whole check of a key, as every service makes it: the call that proves the key, the list of
/// models, and what is left of the money where the service tells (see Service::keyCheckPath and
/// Service::balance). A list or a balance that cannot be had is no error once the key is proved.
/// `http` must outlive the task.
Task<KeyCheck> checkKeyBy(HttpExchange &http, KeyCheckCalls calls, Endpoint endpoint, Secret key,
                          CancelToken cancel);

/// What a reply says about the balance.
struct BalanceReading {
    bool understood = false; ///< there is an amount, or null in its place: no limit
    std::optional<Money> amount; ///< in dollars; nothing for other currencies
};
BalanceReading balanceIn(const QByteArray &body, const BalanceCall &call);

} // namespace keyway

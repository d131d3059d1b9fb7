#pragma once

#include "core/providers/accountparser.h"
#include "core/providers/httpexchange.h"
#include "core/providers/provider.h"

#include <QtCore/QDateTime>

namespace keyway {

/// Asks services about accounts: bills, balances, lists of models with prices. Costs nothing.
/// Errors as of a key check; Protocol `bad-json` for what is not understood; Auth `admin-key` where
/// a key that should be an admin key is refused. Stateless; lives on the core thread.
class AccountReader {
public:
    explicit AccountReader(HttpExchange &http);

    /// What the service charged on the UTC days `from` to `to`, every page of it. `endpoint`'s
    /// service has a format of bills. `key`: the admin key where the format needs one.
    Task<Bill> bill(Endpoint endpoint, QDate from, QDate to, QDateTime now, Secret key,
                    CancelToken cancel);
    /// What is left, where the endpoint's service says it tells; nothing where it has no limit, or
    /// one in another currency.
    Task<std::optional<Money>> balance(Endpoint endpoint, Secret key, CancelToken cancel);
    /// The list of models of a service that tells prices in it. Such lists are public: no key is
    /// sent.
    Task<QList<ListedModel>> models(Endpoint endpoint, CancelToken cancel);
    /// What one attempt cost in the end, by OpenRouter's id of it.
    Task<Money> generation(Endpoint endpoint, QString id, Secret key, CancelToken cancel);

private:
    Task<QByteArray> fetch(HttpRequest request, Secret key, CancelToken cancel);

    HttpExchange &m_http;
};

/// The call for one page of a bill. Pure. `page` is empty for the first.
HttpRequest billRequest(const Endpoint &endpoint, const QDate &from, const QDate &to,
                        const QString &page);

} // namespace keyway

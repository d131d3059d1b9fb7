#pragma once

#include "core/async/canceltoken.h"
#include "core/async/task.h"
#include "core/http/message.h"
#include "core/server/billing.h"

#include <QtCore/QDateTime>
#include <QtCore/QUrl>

#include <optional>

namespace keyway::server {

/// What somebody wants to pay now.
struct PaymentOrder {
    QString number; ///< of the invoice
    qint64 cents = 0; ///< what is left to be paid, above zero
    QDateTime at;
};

/// The provider's own page, on which a person pays.
struct PaymentPage {
    QUrl url;
    QDateTime validUntil;
};

/// Who takes money for the platform. Keyway never sees a card: the person pays at the provider, and
/// the provider says so.
class PaymentProvider {
public:
    virtual ~PaymentProvider() = default;

    virtual QString name() const = 0; ///< that of its payments, such as `stripe`
    /// The same order gives the same page, as long as that is good. On the server's thread. Errors:
    /// Network, Timeout; Overloaded; Rejected, `payment-refused`, with the provider's words.
    virtual Task<PaymentPage> open(PaymentOrder order, CancelToken cancel) = 0;
    /// What a notice of the provider says; nothing where it is about something else. From any
    /// thread. Error: Auth, `bad-signature`, where it is not the provider's, or too old; Rejected,
    /// `bad-body`.
    virtual Result<std::optional<Payment>> read(const http::Request &notice,
                                                const QDateTime &now) const = 0;
};

} // namespace keyway::server

#pragma once

#include "core/base/secret.h"
#include "core/providers/httpexchange.h"
#include "core/server/paymentprovider.h"

namespace keyway::server {

/// How the platform's account at Stripe is used.
struct StripeSettings {
    Secret key; ///< `sk_...` or, better, a restricted `rk_...` that may write Checkout Sessions
    Secret noticeSecret; ///< `whsec_...` of the webhook's endpoint
    QUrl returnTo; ///< where a person is sent after paying, or when giving up
    QUrl api = QUrl(QStringLiteral("https://api.stripe.com"));
};

/// Stripe Checkout: a page for one invoice, and the webhook that says when it is paid. Facts:
/// docs.stripe.com/api/checkout/sessions/create, /api/idempotent_requests and /webhooks/signature.
/// One thread, but for read().
class StripeCheckout final : public PaymentProvider {
public:
    explicit StripeCheckout(StripeSettings settings, HttpPolicy policy = {});

    QString name() const override;
    Task<PaymentPage> open(PaymentOrder order, CancelToken cancel) override;
    Result<std::optional<Payment>> read(const http::Request &notice,
                                        const QDateTime &now) const override;

private:
    const StripeSettings m_settings;
    HttpExchange m_http;
};

} // namespace keyway::server

#include "core/server/billing.h"
#include "core/server/call.h"
#include "core/server/logging.h"
#include "core/server/parts.h"
#include "core/server/paymentprovider.h"

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

Task<http::Response> pageFor(PaymentProvider &provider, PaymentOrder order)
{
    auto opening = provider.open(order, {});
    const auto page = co_await opening;
    if (!page) {
        qCWarning(logServer, "payments: %s is not offered: %s (%s)", qPrintable(order.number),
                  qPrintable(page.error().reason()), qPrintable(page.error().detail()));
        co_return failure(502, u"payment-failed"_s);
    }
    co_return http::Response::json(
        200,
        {{u"url"_s, page->url.toString(QUrl::FullyEncoded)},
         {u"valid_until"_s, page->validUntil.toUTC().toString(Qt::ISODate)}});
}

Billing billingOf(const Call &call)
{
    return Billing(call.sql, call.parts.signingKey, call.parts.billing);
}

/// The page on which an invoice can be paid.
Route::Opened pay(const Call &call)
{
    const QDateTime now = call.parts.clock.now();
    const QString number = call.path.value("number");
    const Result<InvoiceMessage> invoice
        = billingOf(call).invoice(call.caller.account, number, now.date());
    if (!invoice)
        return failure(invoice.error());
    PaymentProvider *const provider = call.parts.payments;
    if (!provider)
        return failure(409, u"no-payments"_s);
    const qint64 cents = openCents(invoice->document.invoice, invoice->account);
    if (cents <= 0 || invoice->status == InvoiceStatus::CarriedOver)
        return failure(409, u"nothing-to-pay"_s);
    return Asking(
        [provider, order = PaymentOrder{number, cents, now}] { return pageFor(*provider, order); });
}

/// The provider says what came in. It says the same again until it hears 200.
http::Response noticed(const Call &call)
{
    const PaymentProvider *const provider = call.parts.payments;
    if (!provider || call.path.value("provider") != provider->name())
        return failure(404, u"no-such-path"_s);
    const QDateTime now = call.parts.clock.now();
    const Result<std::optional<Payment>> payment = provider->read(call.request, now);
    if (!payment)
        return failure(payment.error());
    if (!*payment)
        return nothing();
    Billing billing = billingOf(call);
    const Result<Id> account = billing.accountOf((*payment)->number);
    if (!account)
        return failure(account.error());
    const Result<Done> kept = billing.recordPayment(*account, **payment, now);
    return kept ? nothing() : failure(kept.error());
}

} // namespace

QList<Route> paymentRoutes()
{
    return {
        {"POST", "/v1/invoices/{number}/payment", Access::Device, true, {}, {}, pay},
        {"POST", "/v1/payments/{provider}", Access::Anyone, false, noticed},
    };
}

} // namespace keyway::server

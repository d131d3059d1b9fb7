#include "core/server/stripecheckout.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QMessageAuthenticationCode>

#include <utility>

namespace keyway::server {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 20s;
/// Stripe takes 30 minutes to 24 hours.
constexpr qint64 shortestSeconds = 3600;
/// How old a notice may be; Stripe's own libraries take as much.
constexpr qint64 mostSkewSeconds = 300;

/// The end of the hour after next one's start: whoever asks twice within an hour asks for the same.
QDateTime validUntil(const QDateTime &at)
{
    const qint64 seconds = at.toSecsSinceEpoch() / shortestSeconds * shortestSeconds;
    return QDateTime::fromSecsSinceEpoch(seconds + 2 * shortestSeconds, Qt::UTC);
}

QByteArray formOf(const QList<std::pair<QString, QString>> &fields)
{
    QByteArrayList pairs;
    for (const auto &[name, value] : fields)
        pairs.append(QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value));
    return pairs.join('&');
}

Error refusal(const HttpReply &reply)
{
    const QJsonObject error
        = QJsonDocument::fromJson(reply.body).object().value("error"_L1).toObject();
    const QString words = error.value("message"_L1).toString();
    const bool later = reply.status >= 500 || reply.status == 429;
    return Error(later ? Error::Kind::Overloaded : Error::Kind::Rejected, words)
        .withReason(u"payment-refused"_s);
}

/// `t=1764000000,v1=5257a8...,v1=...,v0=...`
struct NoticeSignature {
    QByteArray time;
    QList<QByteArray> marks;

    explicit NoticeSignature(const QByteArray &header)
    {
        for (const QByteArray &part : header.split(',')) {
            const qsizetype equals = part.indexOf('=');
            const QByteArray name = part.left(equals).trimmed();
            if (name == "t")
                time = part.mid(equals + 1);
            else if (name == "v1")
                marks.append(part.mid(equals + 1));
        }
    }

    bool isOf(const QByteArray &body, const Secret &secret) const
    {
        const QByteArray expected = secret.reveal([&](QByteArrayView key) {
            return QMessageAuthenticationCode::hash(time + '.' + body, key.toByteArray(),
                                                    QCryptographicHash::Sha256)
                .toHex();
        });
        bool known = false;
        for (const QByteArray &mark : marks)
            known = Secret::take(QByteArray(mark)).equals(Secret::take(QByteArray(expected)))
                || known;
        return known;
    }
};

} // namespace

StripeCheckout::StripeCheckout(StripeSettings settings, HttpPolicy policy)
    : m_settings(std::move(settings))
    , m_http(std::move(policy))
{
}

QString StripeCheckout::name() const
{
    return u"stripe"_s;
}

Task<PaymentPage> StripeCheckout::open(PaymentOrder order, CancelToken cancel)
{
    const QDateTime until = validUntil(order.at);
    const QString expires = QString::number(until.toSecsSinceEpoch());
    HttpRequest request;
    request.method = HttpRequest::Method::Post;
    request.url = m_settings.api.resolved(QUrl(u"/v1/checkout/sessions"_s));
    request.contentType = "application/x-www-form-urlencoded";
    request.keyHeader = "Authorization";
    request.keyPrefix = "Bearer ";
    request.totalTimeout = patience;
    // Sent twice, it is one session: nobody pays an invoice twice by pressing twice.
    request.headers.emplaceBack(
        "Idempotency-Key",
        u"keyway-%1-%2-%3"_s.arg(order.number).arg(order.cents).arg(expires).toLatin1());
    request.body = formOf({
        {u"mode"_s, u"payment"_s},
        {u"client_reference_id"_s, order.number},
        {u"line_items[0][quantity]"_s, u"1"_s},
        {u"line_items[0][price_data][currency]"_s, u"usd"_s},
        {u"line_items[0][price_data][unit_amount]"_s, QString::number(order.cents)},
        {u"line_items[0][price_data][product_data][name]"_s, order.number},
        {u"expires_at"_s, expires},
        {u"success_url"_s, m_settings.returnTo.toString(QUrl::FullyEncoded)},
        {u"cancel_url"_s, m_settings.returnTo.toString(QUrl::FullyEncoded)},
    });
    auto sending = m_http.send(request, m_settings.key, {}, cancel);
    const HttpReply reply = co_await sending;
    if (reply.error)
        co_return *reply.error;
    if (!reply.isSuccess())
        co_return refusal(reply);
    const QJsonObject session = QJsonDocument::fromJson(reply.body).object();
    PaymentPage page{QUrl(session.value("url"_L1).toString()), until};
    if (!page.url.isValid() || page.url.isRelative())
        co_return Error(Error::Kind::Protocol, u"a session without a page"_s);
    co_return page;
}

Result<std::optional<Payment>> StripeCheckout::read(const http::Request &notice,
                                                    const QDateTime &now) const
{
    const NoticeSignature signature(notice.header("Stripe-Signature"));
    bool isNumber = false;
    const qint64 at = signature.time.toLongLong(&isNumber);
    const qint64 age = now.toSecsSinceEpoch() - at;
    if (!isNumber || age > mostSkewSeconds || age < -mostSkewSeconds
        || !signature.isOf(notice.body, m_settings.noticeSecret))
        return Error(Error::Kind::Auth).withReason(u"bad-signature"_s);
    const QJsonObject event = QJsonDocument::fromJson(notice.body).object();
    const QString type = event.value("type"_L1).toString();
    if (type != "checkout.session.completed"_L1
        && type != "checkout.session.async_payment_succeeded"_L1)
        return std::optional<Payment>();
    const QJsonObject session = event.value("data"_L1).toObject().value("object"_L1).toObject();
    // A transfer that takes days completes the session first and succeeds later.
    if (session.value("payment_status"_L1).toString() != "paid"_L1)
        return std::optional<Payment>();
    Payment payment;
    payment.number = session.value("client_reference_id"_L1).toString();
    payment.cents = session.value("amount_total"_L1).toInteger();
    payment.provider = name();
    payment.reference = session.value("id"_L1).toString();
    if (payment.number.isEmpty() || payment.cents <= 0 || payment.reference.isEmpty()
        || session.value("currency"_L1).toString() != "usd"_L1)
        return Error(Error::Kind::Rejected).withReason(u"bad-body"_s);
    return std::optional(payment);
}

} // namespace keyway::server

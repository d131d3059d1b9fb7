#pragma once

#include "core/http/server.h"
#include "tests/support/contextthread.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QMap>
#include <QtCore/QMessageAuthenticationCode>
#include <QtCore/QUrl>
#include <QtTest/QTest>

#include <memory>
#include <mutex>

namespace keyway {

/// Stripe's API as far as Keyway uses it, on this computer, and strict: a field that Checkout does
/// not know, a missing one, or another request under a known idempotency key is a 400 that says so.
/// After docs.stripe.com/api, as of November 2026.
class StripeDouble {
public:
    static constexpr auto key = "rk_test_canary_0001";
    static constexpr auto noticeSecret = "whsec_canary_0001";

    StripeDouble()
    {
        m_thread.run([this] {
            m_server = std::make_unique<http::Server>(
                http::Limits(), [this](std::shared_ptr<http::Exchange> exchange) {
                    exchange->send(answer(exchange->request()));
                });
            if (!m_server->listen(QHostAddress::LocalHost, 0))
                qFatal("the double cannot listen");
            m_port = m_server->port();
        });
    }
    ~StripeDouble()
    {
        m_thread.run([this] { m_server.reset(); });
    }

    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port)); }
    int sessions() const
    {
        const std::lock_guard lock(m_mutex);
        return int(m_sessions.size());
    }
    void failWith(int status)
    {
        const std::lock_guard lock(m_mutex);
        m_failure = status;
    }

    /// The last session as Stripe tells of it, paid or not.
    QJsonObject event(const QString &type, const QString &paymentStatus) const
    {
        using namespace Qt::StringLiterals;
        const std::lock_guard lock(m_mutex);
        QJsonObject session = m_last;
        session.insert(u"payment_status"_s, paymentStatus);
        return {{u"id"_s, u"evt_1"_s},
                {u"object"_s, u"event"_s},
                {u"type"_s, type},
                {u"data"_s, QJsonObject{{u"object"_s, session}}}};
    }
    static QByteArray signatureOf(const QByteArray &body, qint64 at,
                                  const QByteArray &secret = noticeSecret)
    {
        const QByteArray time = QByteArray::number(at);
        return "t=" + time + ",v1="
            + QMessageAuthenticationCode::hash(time + '.' + body, secret,
                                               QCryptographicHash::Sha256)
                  .toHex()
            + ",v0=00";
    }

private:
    static http::Response problem(int status, const QString &words)
    {
        using namespace Qt::StringLiterals;
        return http::Response::json(
            status,
            {{u"error"_s,
              QJsonObject{{u"type"_s, u"invalid_request_error"_s}, {u"message"_s, words}}}});
    }

    static QMap<QString, QString> fieldsOf(const QByteArray &form)
    {
        QMap<QString, QString> fields;
        for (const QByteArray &pair : form.split('&')) {
            const qsizetype equals = pair.indexOf('=');
            fields.insert(QUrl::fromPercentEncoding(pair.left(equals)),
                          QUrl::fromPercentEncoding(pair.mid(equals + 1)));
        }
        return fields;
    }

    http::Response answer(const http::Request &request)
    {
        using namespace Qt::StringLiterals;
        const std::lock_guard lock(m_mutex);
        if (m_failure)
            return problem(m_failure, u"not today"_s);
        if (request.method != "POST" || request.path != "/v1/checkout/sessions")
            return problem(404, u"Unrecognized request URL"_s);
        if (request.header("Authorization") != QByteArray("Bearer ") + key)
            return problem(401, u"Invalid API Key provided"_s);
        if (request.header("Content-Type") != "application/x-www-form-urlencoded")
            return problem(400, u"not a form"_s);
        const QMap<QString, QString> fields = fieldsOf(request.body);
        static const QStringList known{u"cancel_url"_s,
                                       u"client_reference_id"_s,
                                       u"expires_at"_s,
                                       u"line_items[0][price_data][currency]"_s,
                                       u"line_items[0][price_data][product_data][name]"_s,
                                       u"line_items[0][price_data][unit_amount]"_s,
                                       u"line_items[0][quantity]"_s,
                                       u"mode"_s,
                                       u"success_url"_s};
        if (fields.keys() != known)
            return problem(400, u"Received unknown parameter, or one is missing"_s);
        const QByteArray once = request.header("Idempotency-Key");
        if (once.isEmpty() || once.size() > 255)
            return problem(400, u"no idempotency key"_s);
        if (m_sessions.contains(once)) {
            if (m_sessions.value(once) != request.body)
                return problem(400,
                               u"Keys for idempotent requests can only be used with the same "
                               "parameters"_s);
        } else {
            m_sessions.insert(once, request.body);
            const QString id = u"cs_test_%1"_s.arg(m_sessions.size());
            m_last = {{u"id"_s, id},
                      {u"object"_s, u"checkout.session"_s},
                      {u"amount_total"_s,
                       fields.value(u"line_items[0][price_data][unit_amount]"_s).toLongLong()},
                      {u"currency"_s, fields.value(u"line_items[0][price_data][currency]"_s)},
                      {u"client_reference_id"_s, fields.value(u"client_reference_id"_s)},
                      {u"expires_at"_s, fields.value(u"expires_at"_s).toLongLong()},
                      {u"payment_status"_s, u"unpaid"_s},
                      {u"status"_s, u"open"_s},
                      {u"url"_s, u"https://checkout.stripe.com/c/pay/"_s + id}};
        }
        return http::Response::json(200, m_last);
    }

    mutable std::mutex m_mutex;
    QMap<QByteArray, QByteArray> m_sessions; ///< bodies by idempotency key
    QJsonObject m_last;
    int m_failure = 0;
    quint16 m_port = 0;
    ContextThread m_thread;
    std::unique_ptr<http::Server> m_server;
};

} // namespace keyway

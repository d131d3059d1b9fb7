#include "core/providers/httptransfer.h"

#include "core/base/loopback.h"
#include "core/providers/httpexchange.h"

#include <QtCore/QUrl>
#include <QtNetwork/QNetworkInterface>

#include <algorithm>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 errorBodyLimit = 1024 * 1024;
/// How long a server has to end its answer after the sink had enough, so that the connection can be
/// used again.
constexpr std::chrono::milliseconds endGrace{100};

/// Whether no network but the computer's own loopback is up.
bool isOffline()
{
    const QList<QNetworkInterface> interfaces = QNetworkInterface::allInterfaces();
    return std::none_of(interfaces.cbegin(), interfaces.cend(), [](const QNetworkInterface &one) {
        const auto flags = one.flags();
        return flags.testFlag(QNetworkInterface::IsRunning)
            && !flags.testFlag(QNetworkInterface::IsLoopBack) && !one.addressEntries().isEmpty();
    });
}

/// Dates and names are worth a word of their own where nothing else is wrong, since a clock or an
/// address mends them.
QString whyRefused(const QList<QSslError> &errors)
{
    using Codes = QList<QSslError::SslError>;
    const auto only = [&errors](const Codes &codes) {
        return std::all_of(errors.cbegin(), errors.cend(),
                           [&](const QSslError &one) { return codes.contains(one.error()); });
    };
    if (only({QSslError::CertificateExpired, QSslError::CertificateNotYetValid}))
        return u"tls-date"_s;
    if (only({QSslError::HostNameMismatch}))
        return u"tls-host"_s;
    return u"tls"_s;
}
} // namespace

HttpTransfer::HttpTransfer(QNetworkReply *reply, const HttpRequest &request, bool proxied,
                           BodySink sink, CancelToken cancel, QObject *parent)
    : QObject(parent)
    , m_reply(reply)
    , m_sink(std::move(sink))
    , m_cancel(std::move(cancel))
    , m_firstByteTimeout(request.firstByteTimeout)
    , m_betweenBytesTimeout(request.betweenBytesTimeout)
    , m_bodyLimit(request.bodyLimit)
    , m_proxied(proxied)
{
    m_promise.start();
    m_clock.start();
    m_timer.setSingleShot(true);
    m_totalTimer.setSingleShot(true);

    connect(m_cancel.notifier(), &CancelNotifier::cancelled, this, [this] {
        // The network thread may have sent it in the same moment; hear that first.
        const auto how = m_result.sent ? Qt::DirectConnection : Qt::QueuedConnection;
        QMetaObject::invokeMethod(this, &HttpTransfer::cancel, how);
    });
    // requestSent comes once the request was written; an upload reports its progress before that,
    // and a finished handshake is the last moment at which nothing was sent for certain.
    connect(m_reply, &QNetworkReply::requestSent, this, &HttpTransfer::onSent);
    connect(m_reply, &QNetworkReply::socketStartedConnecting, this,
            [this] { m_newConnection = true; });
    connect(m_reply, &QNetworkReply::encrypted, this, &HttpTransfer::onSent);
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this](qint64 bytes, qint64) {
        if (bytes > 0)
            onSent();
    });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpTransfer::onHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpTransfer::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &HttpTransfer::onFinished);
    connect(m_reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_tlsRefusal = whyRefused(errors); });
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_enough)
            end(std::nullopt);
        else if (m_result.sent)
            onTimeout(m_received > 0 ? u"stalled"_s : u"first-byte"_s);
        else
            // The network thread may have reported in the same moment; hear that first.
            QMetaObject::invokeMethod(
                this,
                [this] {
                    if (!m_result.sent)
                        onTimeout(m_proxied ? u"proxy-failed"_s : u"connect"_s);
                },
                Qt::QueuedConnection);
    });
    connect(&m_totalTimer, &QTimer::timeout, this, [this] { onTimeout(u"total"_s); });
    m_timer.start(request.connectTimeout);
    if (request.totalTimeout)
        m_totalTimer.start(*request.totalTimeout);
    if (m_cancel.isCancelled())
        QMetaObject::invokeMethod(this, &HttpTransfer::cancel, Qt::QueuedConnection);
}

HttpTransfer::~HttpTransfer()
{
    cancel();
}

void HttpTransfer::cancel()
{
    end(failure(Error::Kind::Cancelled, {}));
}

void HttpTransfer::onSent()
{
    if (m_result.sent || m_ended)
        return;
    m_result.sent = true;
    m_timer.start(m_firstByteTimeout);
}

void HttpTransfer::onHead()
{
    onSent();
    takeHead();
    if (m_result.status >= 300 && m_result.status < 400) {
        const QUrl target = m_reply->url().resolved(
            QUrl::fromEncoded(m_result.header("location"), QUrl::StrictMode));
        Error error(Error::Kind::Untrusted, u"redirect to host "_s + target.host());
        end(std::move(error).withReason(u"redirect"_s));
    }
}

void HttpTransfer::takeHead()
{
    m_result.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_result.headers.clear();
    const auto headers = m_reply->rawHeaderPairs();
    for (const auto &[name, value] : headers)
        m_result.headers.emplaceBack(name.toLower(), value);
}

void HttpTransfer::onReadyRead()
{
    if (m_ended)
        return;
    if (m_result.status == 0)
        onHead();
    if (!m_ended)
        takeBody(m_reply->readAll());
}

void HttpTransfer::takeBody(const QByteArray &bytes)
{
    if (bytes.isEmpty() || m_enough)
        return;
    m_received += bytes.size();
    m_timer.start(m_betweenBytesTimeout);
    if (!m_result.isSuccess()) {
        m_result.body.append(
            bytes.first(qMin(bytes.size(), errorBodyLimit - m_result.body.size())));
        if (m_received > errorBodyLimit)
            end(std::nullopt);
        return;
    }
    if (m_received > m_bodyLimit) {
        end(failure(Error::Kind::Protocol, u"too-large"_s));
        return;
    }
    if (!m_sink) {
        m_result.body.append(bytes);
        return;
    }
    const BodyStep step = m_sink(m_result, bytes);
    if (m_ended)
        return; // the sink cancelled
    if (step == BodyStep::Enough) {
        m_enough = true;
        m_timer.start(endGrace);
    }
}

void HttpTransfer::onFinished()
{
    if (m_ended)
        return;
    if (m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid()) {
        onHead();
        if (!m_ended)
            takeBody(m_reply->readAll());
        if (m_ended)
            return;
    }
    if (m_enough) {
        end(std::nullopt);
        return;
    }
    if (!m_result.sent && !surelyUnsent())
        m_result.sent = true;
    // A status of 400 and above is an "error" to Qt; to us it is an answer, unless its body was
    // cut.
    const bool answered = m_result.status >= 400;
    if (m_reply->error() == QNetworkReply::NoError || answered)
        end(std::nullopt);
    else
        end(networkError());
}

void HttpTransfer::onTimeout(const QString &reason)
{
    if (m_ended)
        return;
    end(failure(m_result.sent ? Error::Kind::Timeout : Error::Kind::Network, reason));
}

/// No sign of sending was seen, which proves it where the connection was new; one that is used
/// again leaves a doubt.
bool HttpTransfer::surelyUnsent() const
{
    if (m_newConnection)
        return true;
    switch (m_reply->error()) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::ProtocolUnknownError:
        return true;
    default:
        return false;
    }
}

Error HttpTransfer::networkError() const
{
    const QString detail = u"QNetworkReply error "_s + QString::number(m_reply->error());
    if (!m_tlsRefusal.isEmpty())
        return Error(Error::Kind::Untrusted, detail).withReason(m_tlsRefusal);
    if (m_reply->error() == QNetworkReply::SslHandshakeFailedError)
        return Error(Error::Kind::Untrusted, detail).withReason(u"tls-handshake"_s);
    if (m_result.sent)
        return failure(Error::Kind::Network, u"cut"_s, detail);
    return failure(Error::Kind::Network, whyUnreached(), detail);
}

/// The word for a connection that did not come about.
QString HttpTransfer::whyUnreached() const
{
    // Qt tells a proxy that is not there from one that says no by its words alone.
    if (m_proxied) {
        return m_reply->error() == QNetworkReply::ProxyAuthenticationRequiredError
            ? u"proxy-password"_s
            : u"proxy-failed"_s;
    }
    return !isLoopbackHost(m_reply->url().host()) && isOffline() ? u"offline"_s : u"connect"_s;
}

Error HttpTransfer::failure(Error::Kind kind, const QString &reason, const QString &detail) const
{
    return Error(kind, detail)
        .withReason(reason)
        .withBilling(m_result.sent ? Error::Billing::Possible : Error::Billing::SurelyNot);
}

void HttpTransfer::end(std::optional<Error> error)
{
    if (m_ended)
        return;
    m_ended = true;
    m_timer.stop();
    m_totalTimer.stop();
    disconnect(m_cancel.notifier(), nullptr, this, nullptr);
    const bool multiplexed = m_reply->attribute(QNetworkRequest::Http2WasUsedAttribute).toBool();
    m_reply->disconnect(this);
    if (m_reply->isRunning())
        m_reply->abort(); // Qt goes on using a running reply that is destroyed
    m_reply->deleteLater();
    m_sink = {};
    m_result.error = std::move(error);
    m_result.duration = std::chrono::milliseconds(m_clock.elapsed());
    m_promise.addResult(std::move(m_result));
    m_promise.finish();
    Q_EMIT ended(multiplexed);
    deleteLater();
}

} // namespace keyway

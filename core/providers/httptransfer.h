#pragma once

#include "core/providers/httpexchange.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QPromise>
#include <QtCore/QTimer>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QSslError>

namespace keyway {

/// Follows one QNetworkReply from sending to its end, and ends it early where a rule of
/// HttpExchange asks for it. Deletes itself after ended().
class HttpTransfer : public QObject {
    Q_OBJECT
public:
    HttpTransfer(QNetworkReply *reply, const HttpRequest &request, bool proxied, BodySink sink,
                 CancelToken cancel, QObject *parent);
    ~HttpTransfer() override;

    QFuture<HttpReply> future() const { return m_promise.future(); }
    void cancel();

Q_SIGNALS:
    void ended(bool multiplexed);

private:
    void onSent();
    void onHead();
    void onReadyRead();
    void onFinished();
    void onTimeout(const QString &reason);
    void takeHead();
    void takeBody(const QByteArray &bytes);
    Error networkError() const;
    QString whyUnreached() const;
    bool surelyUnsent() const;
    Error failure(Error::Kind kind, const QString &reason, const QString &detail = {}) const;
    void end(std::optional<Error> error);

    QNetworkReply *m_reply;
    BodySink m_sink;
    CancelToken m_cancel; ///< keeps the notifier alive
    std::chrono::milliseconds m_firstByteTimeout;
    std::chrono::milliseconds m_betweenBytesTimeout;
    qint64 m_bodyLimit;
    bool m_proxied;
    QPromise<HttpReply> m_promise;
    HttpReply m_result;
    QElapsedTimer m_clock;
    QTimer m_timer; ///< connect, then first byte, then between bytes
    QTimer m_totalTimer;
    qint64 m_received = 0;
    bool m_newConnection = false; ///< a connection was opened for this request
    QString m_tlsRefusal; ///< why the certificate was refused, as an Error names it
    bool m_enough = false;
    bool m_ended = false;
};

} // namespace keyway

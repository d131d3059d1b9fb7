#pragma once

#include "core/http/exchange.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <memory>
#include <optional>

class QJsonObject;

namespace keyway::server {

/// An answer on its way to a client as server-sent events. What a slow client has not taken yet
/// waits here, joined into one piece, and is little: the answer's length is limited. On the
/// server's thread.
class RelayStream : public QObject {
    Q_OBJECT
public:
    /// Begins the answer; a comment every quarter minute keeps proxies from ending it.
    explicit RelayStream(std::shared_ptr<http::Exchange> exchange);

    void add(const QString &text);
    /// The last event, once everything before it has been taken.
    void end(const QJsonObject &event);
    /// Everything is out, or nobody takes it.
    bool isFinished() const { return !m_exchange->isOpen(); }

Q_SIGNALS:
    /// The client has gone, or takes nothing: nobody waits for the rest.
    void abandoned();
    /// The last event is out.
    void finished();

private:
    void push();

    const std::shared_ptr<http::Exchange> m_exchange;
    QTimer m_heartbeat;
    QString m_waiting;
    std::optional<QByteArray> m_last;
    bool m_held = false;
};

} // namespace keyway::server

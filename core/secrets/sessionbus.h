#pragma once

#include "core/secrets/glibbus.h"
#include "core/secrets/secretstore.h"
#include "core/secrets/turns.h"

#include <QtCore/QDeadlineTimer>
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusMessage>

#include <optional>

namespace keyway {

/// An answer from the bus, or the state of the keychain that its absence means.
struct BusReply {
    KeychainState state = KeychainState::Unavailable; ///< Ready: `message` is the answer
    QDBusMessage message;
    QString detail;

    bool ok() const { return state == KeychainState::Ready; }
};

/// The user's D-Bus session bus, without a blocking call: QDBusConnection::sessionBus() and
/// QDBusInterface wait up to 25 s for a bus or service that does not answer. Lives on one thread.
class SessionBus {
public:
    SessionBus();
    ~SessionBus();
    Q_DISABLE_COPY_MOVE(SessionBus)

    /// Sends `call`, after connecting where that was not done or the bus went away.
    QCoro::Task<BusReply> ask(QDBusMessage call, QDeadlineTimer deadline);
    const QDBusConnection &connection() const { return m_connection; }

private:
    QCoro::Task<BusReply> connectToBus(QDeadlineTimer deadline);

    QDBusConnection m_connection;
    glibbus::Hold m_glib;
    std::shared_ptr<Turns> m_connecting;
};

/// Where to find the session bus, in D-Bus's own syntax; nothing where there is none. Never starts
/// one.
std::optional<QString> sessionBusAddress();

} // namespace keyway

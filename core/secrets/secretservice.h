#pragma once

#include "core/secrets/keychaininspector.h"
#include "core/secrets/sessionbus.h"

#include <QtDBus/QDBusObjectPath>
#include <QtDBus/QDBusVariant>

namespace keyway {

/// Asks the Secret Service (GNOME Keyring, KWallet, KeePassXC) over D-Bus; no call blocks and none
/// asks the person, except unlock(). https://specifications.freedesktop.org/secret-service/
class SecretService final : public KeychainInspector {
public:
    SecretService();

    QCoro::Task<KeychainStatus> status(QDeadlineTimer deadline) override;
    QCoro::Task<Sighting> find(QString service, QString key, QDeadlineTimer deadline) override;
    Task<Done> unlock(QString service, QDeadlineTimer deadline, QDeadlineTimer prompt) override;

private:
    using Attributes = QMap<QString, QString>;
    struct Collection {
        KeychainState state
            = KeychainState::Unavailable; ///< Ready or Locked where there is a service
        QString path; ///< empty where nobody made a default collection yet
        QString detail;
    };
    struct Items {
        KeychainState state = KeychainState::Unavailable;
        QList<QDBusObjectPath> open;
        QList<QDBusObjectPath> locked;
        QString detail;
    };

    QCoro::Task<Collection> defaultCollection(QDeadlineTimer deadline);
    QCoro::Task<Items> search(Attributes attributes, QDeadlineTimer deadline);
    QCoro::Task<QString> ownerName(QDeadlineTimer deadline);
    Task<Done> finishPrompt(QDBusObjectPath prompt, QString owner, QDeadlineTimer deadline);

    SessionBus m_bus;
    QString m_owner; ///< the unique bus name of the service that answered last
};

/// Hears the end of one prompt of the Secret Service.
class PromptListener final : public QObject {
    Q_OBJECT
public:
    bool dismissed() const { return m_dismissed; }

public Q_SLOTS:
    void complete(bool dismissed, const QDBusVariant &result);

Q_SIGNALS:
    void completed();

private:
    bool m_dismissed = true;
};

} // namespace keyway

#pragma once

#include "ui/desktop/integrations/integrationsbackend.h"

#include <QtCore/QTimer>

#include <optional>

namespace keyway {

/// Tries a key while it is typed: 400 ms after the last change, if its shape fits; typing cancels.
/// Never keeps the key: it takes a fresh copy from `source` for each try.
class KeyChecker : public QObject {
    Q_OBJECT
public:
    enum class State {
        Empty, ///< nothing to try
        OtherShape, ///< does not look like a key of this service; not tried
        Waiting, ///< the 400 ms
        Asking,
        Works,
        Refused, ///< the service says no
        Unsure ///< not reachable, or in trouble: nobody knows
    };

    KeyChecker(IntegrationsBackend *backend, std::function<Secret()> source, QObject *parent);

    void setService(const Service &service);
    void setTrial(const IntegrationsBackend::Trial &trial);
    /// The key or the address changed.
    void touch();
    /// Asks at once.
    void checkNow();
    /// The service was asked by somebody else, and this is what it said.
    void fail(const Error &error);
    /// Stops what runs; nothing comes any more until touch().
    void stop();

    State state() const { return m_state; }
    const std::optional<KeyCheck> &result() const { return m_result; }
    const std::optional<Error> &error() const { return m_error; }
    /// The service whose keys start like this one, in OtherShape.
    QString otherService() const { return m_other; }
    int keyLength() const { return m_keyLength; }
    void setDelay(int milliseconds) { m_timer.setInterval(milliseconds); }

Q_SIGNALS:
    void stateChanged();

private:
    void set(State state);
    void ask();

    IntegrationsBackend *m_backend;
    std::function<Secret()> m_source;
    Service m_service;
    Catalogue m_catalogue;
    IntegrationsBackend::Trial m_trial;
    QTimer m_timer;
    CancelSource m_cancel;
    quint64 m_round = 0; ///< answers of earlier rounds are dropped
    State m_state = State::Empty;
    std::optional<KeyCheck> m_result;
    std::optional<Error> m_error;
    QString m_other;
    int m_keyLength = 0;
};

} // namespace keyway

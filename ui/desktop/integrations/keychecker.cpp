#include "keychecker.h"

#include <algorithm>

namespace keyway {
namespace {

/// Of the service's usual starts that this key has; 0 where it has none.
qsizetype longestStart(const Secret &key, const Service &service)
{
    qsizetype longest = 0;
    for (const QString &prefix : service.keyPrefixes) {
        const QByteArray start = prefix.toLatin1();
        if (key.reveal([&](QByteArrayView bytes) { return bytes.startsWith(start); }))
            longest = std::max(longest, start.size());
    }
    return longest;
}

} // namespace

KeyChecker::KeyChecker(IntegrationsBackend *backend, std::function<Secret()> source,
                       QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_source(std::move(source))
    , m_catalogue(backend->catalogue())
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(400);
    connect(&m_timer, &QTimer::timeout, this, &KeyChecker::ask);
}

void KeyChecker::setService(const Service &service)
{
    m_service = service;
}

void KeyChecker::setTrial(const IntegrationsBackend::Trial &trial)
{
    m_trial = trial;
}

void KeyChecker::stop()
{
    m_timer.stop();
    m_cancel.cancel();
    m_cancel = CancelSource();
    ++m_round;
}

void KeyChecker::touch()
{
    stop();
    m_result.reset();
    m_error.reset();
    m_other.clear();
    const Secret key = m_source();
    m_keyLength = static_cast<int>(key.size());
    if (key.isEmpty() && m_service.needsKey)
        return set(State::Empty);
    if (!m_service.keyPrefixes.isEmpty() && !key.isEmpty()) {
        // The longest start tells: a key with `sk-ant-` is not one of a service with `sk-`, and
        // must not be sent there.
        qsizetype longest = longestStart(key, m_service);
        const bool known = longest > 0;
        bool shared = false;
        for (const Service &service : m_catalogue.services()) {
            if (const qsizetype start = longestStart(key, service); start > longest) {
                longest = start;
                m_other = service.id;
                shared = false;
            } else if (start == longest && !m_other.isEmpty()) {
                shared = true;
            }
        }
        const bool others = !m_other.isEmpty();
        if (shared)
            m_other.clear(); // a start of two services does not tell which
        if (!known || others)
            return set(State::OtherShape);
    }
    set(State::Waiting);
    m_timer.start();
}

void KeyChecker::checkNow()
{
    stop();
    m_result.reset();
    m_error.reset();
    ask();
}

void KeyChecker::ask()
{
    Secret key = m_source();
    if (key.isEmpty() && m_service.needsKey)
        return set(State::Empty);
    m_keyLength = static_cast<int>(key.size());
    set(State::Asking);
    const quint64 round = m_round;
    m_backend->tryKey(m_trial, std::move(key), m_cancel.token(), this,
                      [this, round](Result<KeyCheck> result) {
                          if (round != m_round)
                              return;
                          if (result) {
                              m_result = std::move(result).value();
                              return set(State::Works);
                          }
                          if (result.error().kind() == Error::Kind::Cancelled)
                              return set(State::Empty);
                          fail(result.error());
                      });
}

void KeyChecker::fail(const Error &error)
{
    stop();
    m_result.reset();
    m_error = error;
    set(error.kind() == Error::Kind::Auth ? State::Refused : State::Unsure);
}

void KeyChecker::set(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace keyway

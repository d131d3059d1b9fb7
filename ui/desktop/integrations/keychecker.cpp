#include "keychecker.h"

namespace keyway {
namespace {

bool startsLike(const Secret &key, const QString &prefix)
{
    return key.reveal([&](QByteArrayView bytes) { return bytes.startsWith(prefix.toLatin1()); });
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
        const bool fits
            = std::any_of(m_service.keyPrefixes.cbegin(), m_service.keyPrefixes.cend(),
                          [&](const QString &prefix) { return startsLike(key, prefix); });
        if (!fits) {
            for (const Service &service : m_catalogue.services()) {
                for (const QString &prefix : service.keyPrefixes) {
                    if (service.id != m_service.id && m_other.isEmpty() && startsLike(key, prefix))
                        m_other = service.id;
                }
            }
            return set(State::OtherShape);
        }
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
                          m_error = result.error();
                          const auto kind = m_error->kind();
                          if (kind == Error::Kind::Cancelled)
                              return set(State::Empty);
                          set(kind == Error::Kind::Auth ? State::Refused : State::Unsure);
                      });
}

void KeyChecker::set(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace keyway

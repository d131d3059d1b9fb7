#include "eventrelay.h"

#include <QtCore/QTimer>

#include <utility>

namespace keyway {
namespace {
constexpr qint64 BetweenMs = 83; ///< 12 times a second
}

std::shared_ptr<EventRelay> EventRelay::make(QObject *context, Listener listener)
{
    const std::shared_ptr<EventRelay> relay(new EventRelay);
    relay->m_listener = std::move(listener);
    const std::weak_ptr<EventRelay> weak = relay;
    QObject::connect(&relay->m_signal, &DeliverySignal::ready, context, [weak, context] {
        if (const auto strong = weak.lock())
            strong->arm(context);
    });
    return relay;
}

void EventRelay::arm(QObject *context)
{
    const qint64 since = m_told.isValid() ? m_told.elapsed() : BetweenMs;
    QTimer::singleShot(int(std::max<qint64>(0, BetweenMs - since)), context,
                       [relay = shared_from_this()] { relay->flush(); });
}

void EventRelay::push(const engine::AnswerEvent &event)
{
    bool signal = false;
    {
        const QMutexLocker locker(&m_mutex);
        const auto *text = std::get_if<engine::TextArrived>(&event);
        auto *last
            = m_events.isEmpty() ? nullptr : std::get_if<engine::TextArrived>(&m_events.last());
        if (text && last) {
            last->text += text->text;
            if (text->usage)
                last->usage = text->usage;
        } else {
            m_events.append(event);
        }
        signal = !std::exchange(m_signalled, true);
    }
    if (signal)
        Q_EMIT m_signal.ready();
}

void EventRelay::keep(const engine::TurnKept &kept)
{
    bool signal = false;
    {
        const QMutexLocker locker(&m_mutex);
        m_kept = kept;
        signal = !std::exchange(m_signalled, true);
    }
    if (signal)
        Q_EMIT m_signal.ready();
}

void EventRelay::flush()
{
    QList<engine::AnswerEvent> events;
    std::optional<engine::TurnKept> kept;
    {
        const QMutexLocker locker(&m_mutex);
        events = std::exchange(m_events, {});
        kept = std::exchange(m_kept, {});
        m_signalled = false;
    }
    m_told.start();
    if (kept)
        m_listener.kept(*kept);
    if (!events.isEmpty())
        m_listener.events(events);
}

} // namespace keyway

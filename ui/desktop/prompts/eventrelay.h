#pragma once

#include "core/async/spawn.h"
#include "core/engine/workspace.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QMutex>

#include <functional>
#include <memory>
#include <optional>

namespace keyway {

/// Carries what is told about a running answer from the core thread to the GUI thread, at most 12
/// times a second; texts that follow each other arrive as one. push() and keep() may be called on
/// any thread.
class EventRelay : public std::enable_shared_from_this<EventRelay> {
public:
    struct Listener {
        std::function<void(engine::TurnKept)> kept;
        std::function<void(QList<engine::AnswerEvent>)> events;
    };
    /// `context` lives on the GUI thread; nothing is told once it is gone.
    static std::shared_ptr<EventRelay> make(QObject *context, Listener listener);

    void push(const engine::AnswerEvent &event);
    void keep(const engine::TurnKept &kept);
    /// Tells at once what waits; on the GUI thread.
    void flush();

private:
    EventRelay() = default;
    void arm(QObject *context);

    Listener m_listener;
    DeliverySignal m_signal;
    QMutex m_mutex;
    QList<engine::AnswerEvent> m_events; ///< guarded
    std::optional<engine::TurnKept> m_kept; ///< guarded
    bool m_signalled = false; ///< guarded
    QElapsedTimer m_told; ///< GUI thread
};

} // namespace keyway

#pragma once

#include "core/async/task.h"

#include <QtCore/QMetaObject>
#include <QtCore/QObject>

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace keyway {

/// Carries "the value is there" across threads. Qt drops the connection when the receiver dies, on
/// whichever thread; a QPointer could not be asked from another thread.
class DeliverySignal : public QObject {
    Q_OBJECT
Q_SIGNALS:
    void ready();
};

/// Where the result of spawned work goes: a handler that runs on the context's thread, or nowhere
/// when the context is gone by then.
template <class Value> class Delivery {
public:
    Delivery(QObject *context, std::function<void(Value)> handler)
        : m_value(std::make_shared<std::optional<Value>>())
    {
        QObject::connect(
            &m_signal, &DeliverySignal::ready, context,
            [value = m_value, handler = std::move(handler)] { handler(std::move(**value)); });
    }
    void operator()(Value value)
    {
        m_value->emplace(std::move(value));
        Q_EMIT m_signal.ready();
    }

private:
    std::shared_ptr<std::optional<Value>> m_value;
    DeliverySignal m_signal;
};

namespace detail {
template <class Value>
QCoro::Task<> deliver(QCoro::Task<Value> task, std::shared_ptr<Delivery<Value>> delivery)
{
    auto value = co_await task;
    (*delivery)(std::move(value));
}
} // namespace detail

/// Runs `start` on `worker`'s thread, where it returns a QCoro::Task<Value>, and hands the value to
/// `handler` on `context`'s thread. `context` and `worker` may live on different threads; when
/// `context` dies first the value is dropped, and `start` must not refer to it. This is how ui/
/// calls core/ without a `co_await` of its own.
template <class Start, class Handler>
void spawn(QObject *worker, Start start, QObject *context, Handler handler)
{
    using TaskType = std::invoke_result_t<Start>;
    using Value = typename TaskType::value_type;
    auto delivery = std::make_shared<Delivery<Value>>(
        context, std::function<void(Value)>(std::move(handler)));
    auto box = std::make_shared<Start>(std::move(start));
    QMetaObject::invokeMethod(
        worker, [box, delivery] { detail::deliver<Value>((*box)(), delivery); },
        Qt::AutoConnection);
}

/// The same for a function that returns its value at once, such as a reading of the database.
template <class Work, class Handler>
void call(QObject *worker, Work work, QObject *context, Handler handler)
{
    using Value = std::invoke_result_t<Work>;
    auto delivery = std::make_shared<Delivery<Value>>(
        context, std::function<void(Value)>(std::move(handler)));
    QMetaObject::invokeMethod(
        worker, [work = std::move(work), delivery]() mutable { (*delivery)(work()); },
        Qt::AutoConnection);
}

} // namespace keyway

#pragma once

#include "core/async/task.h"

#include <QtCore/QEventLoop>
#include <QtCore/QTimer>
#include <QtTest/QTest>

#include <memory>
#include <optional>

namespace keyway {

namespace detail {
template <class Value> struct Awaited {
    std::optional<Value> value;
    QEventLoop *loop = nullptr;
};

template <class Value>
QCoro::Task<> fill(QCoro::Task<Value> task, std::shared_ptr<Awaited<Value>> awaited)
{
    auto value = co_await task;
    awaited->value.emplace(std::move(value));
    if (awaited->loop)
        awaited->loop->quit();
}

template <class Value>
std::optional<Value> waitFor(QCoro::Task<Value> task, std::chrono::milliseconds timeout)
{
    // Shared, because a task that is too late still writes its value.
    auto awaited = std::make_shared<Awaited<Value>>();
    fill<Value>(std::move(task), awaited);
    if (!awaited->value) {
        QEventLoop loop;
        awaited->loop = &loop;
        QTimer::singleShot(timeout, &loop, &QEventLoop::quit);
        loop.exec();
        awaited->loop = nullptr;
    }
    return std::move(awaited->value);
}

inline QByteArray lateMessage(std::chrono::milliseconds timeout)
{
    return "await: the task did not finish within " + QByteArray::number(qint64(timeout.count()))
        + " ms";
}
} // namespace detail

/// Runs the event loop of this thread until `task` is done and returns its result. A task that is
/// not done in time fails the running test at the caller's line and gives Error::Kind::Internal
/// with the reason `await-timeout`; it goes on in the background, so what it uses should outlive
/// the test.
template <class T>
Result<T> await(Task<T> task, std::chrono::milliseconds timeout = std::chrono::seconds(10),
                const char *file = __builtin_FILE(), int line = __builtin_LINE())
{
    std::optional<Result<T>> value = detail::waitFor<Result<T>>(std::move(task), timeout);
    if (value)
        return std::move(*value);
    const QByteArray message = detail::lateMessage(timeout);
    QTest::qFail(message.constData(), file, line);
    return Error(Error::Kind::Internal, QString::fromLatin1(message))
        .withReason(QStringLiteral("await-timeout"));
}

/// The same for a task of a plain value. There is no value to invent, so a task that is too late
/// ends the test program.
template <class Value>
Value await(QCoro::Task<Value> task, std::chrono::milliseconds timeout = std::chrono::seconds(10),
            const char *file = __builtin_FILE(), int line = __builtin_LINE())
{
    std::optional<Value> value = detail::waitFor<Value>(std::move(task), timeout);
    if (!value)
        qFatal("%s:%d: %s", file, line, detail::lateMessage(timeout).constData());
    return std::move(*value);
}

} // namespace keyway

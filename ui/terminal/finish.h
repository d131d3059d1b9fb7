#pragma once

#include <QCoro/QCoroTask>
#include <QtCore/QEventLoop>

#include <optional>
#include <utility>

namespace keyway::cli {

namespace detail {
template <class Value>
QCoro::Task<> collect(QCoro::Task<Value> task, std::optional<Value> *result, QEventLoop *loop)
{
    auto value = co_await task;
    result->emplace(std::move(value));
    loop->quit();
}
} // namespace detail

/// The one event loop of a command: runs until the task is done.
template <class Value> Value finish(QCoro::Task<Value> task)
{
    std::optional<Value> result;
    QEventLoop loop;
    detail::collect(std::move(task), &result, &loop);
    if (!result)
        loop.exec();
    return std::move(*result);
}

} // namespace keyway::cli

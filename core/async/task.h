#pragma once

#include "core/base/result.h"

#include <QCoro/QCoroTask>

namespace keyway {

/// Asynchronous work that ends with a value or an Error. Starts at once, runs on the thread that called
/// it, and goes on when the Task object is dropped.
///
/// g++ 12 miscompiles `co_await` on expressions with temporaries, so the operand is always a bare name
/// and the await is the whole right-hand side (a lint test checks it):
///     auto task = http.post(request);
///     auto reply = co_await task;
template <class T>
using Task = QCoro::Task<Result<T>>;

} // namespace keyway

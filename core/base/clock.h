#pragma once

#include <QtCore/QDateTime>

#include <chrono>

namespace keyway {

/// The two times of the world, as a seam for tests. Callable from any thread.
class Clock {
public:
    virtual ~Clock() = default;
    /// Wall time in UTC with milliseconds; may jump.
    virtual QDateTime now() const = 0;
    /// Time since an arbitrary start; never jumps.
    virtual std::chrono::milliseconds monotonic() const = 0;
};

class SystemClock final : public Clock {
public:
    QDateTime now() const override;
    std::chrono::milliseconds monotonic() const override;
};

} // namespace keyway

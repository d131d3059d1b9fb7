#pragma once

#include "core/base/error.h"

#include <utility>
#include <variant>

namespace keyway {

/// The unit type: a success that carries nothing.
struct Done {
    friend bool operator==(Done, Done) { return true; }
};

/// A value or an Error. Asking for the one that is not there is a programming mistake (asserts).
template <class T>
class [[nodiscard]] Result {
public:
    using Value = T;

    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    T &value() & { return *checkedValue(); }
    const T &value() const & { return *const_cast<Result *>(this)->checkedValue(); }
    /// By value, so that a loop over the value of a temporary keeps it.
    T value() && { return std::move(*checkedValue()); }

    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T operator*() && { return std::move(*this).value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }

    const Error &error() const
    {
        Q_ASSERT(!ok());
        return *std::get_if<1>(&m_state);
    }

private:
    T *checkedValue()
    {
        Q_ASSERT(ok());
        return std::get_if<0>(&m_state);
    }

    std::variant<T, Error> m_state;
};

} // namespace keyway

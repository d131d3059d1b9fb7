#pragma once

#include "core/base/result.h"

namespace keyway {

/// The value; ends the program where there is none.
template <class T> const T &must(const Result<T> &result)
{
    if (!result)
        qFatal("%s %s", qPrintable(result.error().reason()), qPrintable(result.error().detail()));
    return *result;
}

} // namespace keyway

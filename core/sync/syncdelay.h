#pragma once

#include "core/base/error.h"

#include <QtCore/QtGlobal>

#include <chrono>

namespace keyway {

/// How long to wait before the next try after `failures` in a row (1 or more): doubling from five
/// seconds to a quarter of an hour, spread by half to either side with `random`, so that computers
/// that lost a server at one moment do not come back at one moment; never less than the server
/// asked for. Pure.
std::chrono::milliseconds syncDelay(int failures, const Error &error, quint32 random);

} // namespace keyway

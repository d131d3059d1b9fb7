#pragma once

#include "core/base/id.h"

namespace keyway::server {

/// Sums over all accounts are spread over a few rows, so that batches of different accounts seldom
/// meet: the row for an account.
inline qint64 platformShard(const Id &account)
{
    constexpr qint64 shards = 16; // few enough to be summed at once
    return account.toString().right(1).toInt(nullptr, 16) % shards;
}

} // namespace keyway::server

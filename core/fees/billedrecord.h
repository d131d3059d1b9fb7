#pragma once

#include "core/usage/usagerecord.h"

#include <QtCore/QByteArray>

namespace keyway {

/// The SHA-256 (32 bytes) of all that a usage record says about an attempt and that both computer
/// and server have. It is made of these fields in this order, each as `<length in bytes>:<bytes>,`:
/// `keyway-record/1`, record id, request id, attempt, start in milliseconds since 1970, billing day
/// (2026-11-22), type, service, model, origin, strategy, app, outcome, error kind or nothing, cost
/// state, counters as `in_uncached=12` in the order of the alphabet with semicolons between, price
/// version, platform cost and fee in nano-dollars, milliseconds to the first token or nothing, and
/// milliseconds in all. Names and numbers are those of the synced record, in UTF-8.
QByteArray digestOf(const UsageRecord &record);

/// Appends `bytes` as `<length>:<bytes>,`, so that no two lists of fields look the same.
void appendField(QByteArray &text, const QByteArray &bytes);

} // namespace keyway

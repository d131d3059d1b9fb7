#pragma once

#include "core/base/secret.h"

#include <QtCore/QByteArray>
#include <QtCore/QDateTime>

#include <optional>

namespace keyway::server {

/// Codes of six digits for half a minute each, by a seed that two share (RFC 6238, SHA-1). Pure.
namespace totp {

constexpr qint64 stepSeconds = 30;

Secret newSeed();
QByteArray codeOf(const Secret &seed, qint64 step);
/// The step that `code` belongs to, spaces aside: this one, or the one before or behind it, for
/// clocks that differ. Nothing: it is wrong.
std::optional<qint64> stepOf(const Secret &seed, const QString &code, const QDateTime &now);
/// As people type it into an application (RFC 4648, base 32).
QByteArray textOf(const Secret &seed);

} // namespace totp

} // namespace keyway::server

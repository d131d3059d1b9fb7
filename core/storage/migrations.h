#pragma once

#include <QtCore/QStringList>

namespace keyway {

/// The statements that lead from schema version N to N + 1, at index N. Steps that were released
/// never change; a new one is appended.
const QList<QStringList> &migrations();

/// The oldest schema whose readers understand what this Keyway writes. A Keyway that knows at least
/// this schema may open the file read-only; one that does not refuses it.
inline constexpr int oldestReader = 2;

} // namespace keyway

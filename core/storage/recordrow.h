#pragma once

#include "core/storage/row.h"
#include "core/usage/usagerecord.h"

#include <QtCore/QString>

namespace keyway {

/// The columns that recordFrom() reads, in its order; `reserved_nano` and `session` follow them.
QString recordColumns();
inline constexpr int reservedColumn = 27;
UsageRecord recordFrom(const Row &row);
/// Nothing in rows from before the origin was written.
std::optional<OriginClass> originFrom(const Row &row);

/// Whether two records tell the same end of an attempt: all that is written when it is settled.
bool sameEnd(const UsageRecord &a, const UsageRecord &b);

QString monthKey(const QDate &day); ///< `2026-11`
QString usageText(const TokenUsage &usage);

} // namespace keyway

#pragma once

#include "core/catalogue/integration.h"
#include "core/storage/row.h"

#include <QtCore/QString>

namespace keyway {

/// The columns that integrationFrom() reads, in its order; `removed_at` follows them.
QString integrationColumns();
inline constexpr int removedColumn = 22;
Integration integrationFrom(const Row &row);

/// A name as it is compared: without case, width and spaces around it.
QString nameKey(const QString &name);

QString termsText(const OwnTerms &terms);
/// Empty for the default.
QString connectionText(const ConnectionPolicy &policy);
QString holdText(const Hold &hold);

} // namespace keyway

#pragma once

#include <QtCore/QString>

namespace keyway {

/// What OwnSums are made of, of an attempt `a` and its correction `c`, in the order of its members
/// with the cost and the number first. A correction stands in place of what it corrects.
QString ownSumColumns();

} // namespace keyway

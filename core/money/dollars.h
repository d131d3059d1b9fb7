#pragma once

#include "core/money/money.h"

#include <QtCore/QByteArray>

namespace keyway {

/// An amount for other programs: `-12.000000001`, always nine decimals, so that sums of what was
/// written are exact. Not for people: ui/words has those.
void appendDollars(QByteArray &to, Money amount, char point = '.');

} // namespace keyway

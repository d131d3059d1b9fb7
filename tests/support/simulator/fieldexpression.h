#pragma once

#include "tests/support/simulator/fieldrules.h"

namespace keyway::simulator {

/// Reads an expression of FieldRules such as "! list 1..4 text | null"; what is wrong with it is
/// put into `problem`, and the names behind an @ are added to `mentioned`.
Field readExpression(const QString &expression, QString &problem, QStringList &mentioned);

} // namespace keyway::simulator

#pragma once

#include <QtCore/QList>

namespace keyway {

/// The lines of a chart up to `most`: at most six, from nothing in steps of 1, 2 or 5 times a power
/// of ten. At least two, also for nothing.
QList<qint64> axisSteps(qint64 most);

} // namespace keyway

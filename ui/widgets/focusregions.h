#pragma once

#include <QtCore/QList>

class QWidget;

namespace keyway {

/// Moves the focus to the next (or previous) of these parts of a window that can have it, after the
/// one that has it now. A part that had the focus before gets it at the same place again. False if
/// none can have it.
bool moveToNextRegion(const QList<QWidget *> &regions, bool forward);

} // namespace keyway

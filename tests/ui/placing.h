#pragma once

#include <QtCore/QStringList>

class QWidget;

namespace keyway {

/// What is wrong with the places of what can be seen below `root`, one line each: buttons outside
/// of what they stand in, and buttons that lie on buttons or words beside them.
QStringList misplaced(QWidget *root);
/// Words and buttons below `root` that have less room than their text needs, one line each.
QStringList clipped(QWidget *root);

} // namespace keyway

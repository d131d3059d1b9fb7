#pragma once

#include <QtCore/QStringList>

class QWidget;

namespace keyway {

/// What a screen reader would find without a name below `root`, one line each with class, object
/// name and role. Looked at are things that can be acted on, and pictures and texts that a widget
/// paints itself. Only what is visible counts.
QStringList unnamedWidgets(QWidget *root);

} // namespace keyway

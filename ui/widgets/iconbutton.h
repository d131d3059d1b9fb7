#pragma once

#include "ui/theme/buttonkind.h"

#include <QtWidgets/QToolButton>

namespace keyway {

/// A button that is an icon alone; people read `name` in its tooltip and hear it spoken.
QToolButton *iconButton(const QString &icon, const QString &name, ButtonKind kind, QWidget *parent);

} // namespace keyway

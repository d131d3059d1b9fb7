#pragma once

#include "ui/widgets/dialog.h"

class QMenu;

namespace keyway {

/// All actions of the menus that have a shortcut, by menu.
class ShortcutsDialog : public Dialog {
    Q_OBJECT
public:
    ShortcutsDialog(const QList<QMenu *> &menus, QWidget *parent);
};

} // namespace keyway

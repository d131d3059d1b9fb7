#include "ui/widgets/iconbutton.h"

#include "ui/theme/theme.h"

namespace keyway {

QToolButton *iconButton(const QString &icon, const QString &name, ButtonKind kind, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(themeOf(parent).icon(icon));
    button->setAccessibleName(name);
    button->setToolTip(name);
    setKind(button, kind);
    return button;
}

} // namespace keyway

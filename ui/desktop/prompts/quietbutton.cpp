#include "quietbutton.h"

#include "ui/theme/buttonkind.h"
#include "ui/theme/theme.h"

#include <QtCore/QEvent>
#include <QtGui/QFocusEvent>

namespace keyway {

QuietButton::QuietButton(const QString &icon, const QString &name, QWidget *area)
    : QToolButton(area)
    , m_area(area)
{
    setIcon(themeOf(this).icon(icon));
    setToolTip(name);
    setAccessibleName(name);
    setKind(this, ButtonKind::Ghost);
    setCompact(this);
    setFocusPolicy(Qt::StrongFocus);
    connect(&themeOf(this), &Theme::changed, this,
            [this, icon] { setIcon(themeOf(this).icon(icon)); });
}

void QuietButton::paintEvent(QPaintEvent *event)
{
    const QWidget *focus = window()->focusWidget();
    const bool focused = focus && qobject_cast<const QuietButton *>(focus) && focus->hasFocus()
        && m_area->isAncestorOf(focus);
    if (focused || m_area->underMouse())
        QToolButton::paintEvent(event);
}

void QuietButton::focusInEvent(QFocusEvent *event)
{
    QToolButton::focusInEvent(event);
    m_area->update();
}

void QuietButton::focusOutEvent(QFocusEvent *event)
{
    QToolButton::focusOutEvent(event);
    m_area->update();
}

} // namespace keyway

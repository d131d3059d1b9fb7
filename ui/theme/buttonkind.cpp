#include "buttonkind.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QEvent>
#include <QtCore/QVariant>
#include <QtWidgets/QAbstractButton>

namespace keyway {

namespace {

constexpr char KindProperty[] = "keywayKind";
constexpr char CompactProperty[] = "keywayCompact";
constexpr char ErrorProperty[] = "keywayError";

bool flag(const QWidget *widget, const char *name)
{
    return widget && widget->property(name).toBool();
}

/// The only way to make a button ask the style again how much of it layouts shall see.
void styleChanged(QWidget *widget)
{
    QEvent event(QEvent::StyleChange);
    QCoreApplication::sendEvent(widget, &event);
    widget->updateGeometry();
    widget->update();
}

} // namespace

void setKind(QAbstractButton *button, ButtonKind kind)
{
    button->setProperty(KindProperty, int(kind));
    if (kind == ButtonKind::Link) {
        button->setCursor(Qt::PointingHandCursor);
    }
    styleChanged(button);
}

ButtonKind kindOf(const QWidget *button)
{
    return button ? ButtonKind(button->property(KindProperty).toInt()) : ButtonKind::Secondary;
}

void setCompact(QWidget *control, bool compact)
{
    control->setProperty(CompactProperty, compact);
    styleChanged(control);
}

bool isCompact(const QWidget *control)
{
    return flag(control, CompactProperty);
}

void setErrorState(QWidget *field, bool wrong)
{
    field->setProperty(ErrorProperty, wrong);
    field->update();
}

bool hasErrorState(const QWidget *field)
{
    return flag(field, ErrorProperty);
}

} // namespace keyway

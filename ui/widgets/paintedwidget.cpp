#include "paintedwidget.h"

#include "ui/theme/theme.h"

#include <QtCore/QEvent>
#include <QtWidgets/QAccessibleWidget>

namespace keyway {

namespace {

class PaintedInterface : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit PaintedInterface(PaintedWidget *widget)
        : QAccessibleWidget(widget, widget->role())
    {
    }
    QString text(QAccessible::Text kind) const override
    {
        const QString given = QAccessibleWidget::text(kind);
        return kind == QAccessible::Name && given.isEmpty() ? painted()->spokenText() : given;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ValueInterface && painted()->spokenPercent()) {
            return static_cast<QAccessibleValueInterface *>(this);
        }
        return QAccessibleWidget::interface_cast(type);
    }
    QVariant currentValue() const override { return painted()->spokenPercent().value_or(0); }
    void setCurrentValue(const QVariant &) override { }
    QVariant maximumValue() const override { return 100; }
    QVariant minimumValue() const override { return 0; }
    QVariant minimumStepSize() const override { return 1; }

private:
    PaintedWidget *painted() const { return static_cast<PaintedWidget *>(widget()); }
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *painted = qobject_cast<PaintedWidget *>(object);
    return painted ? new PaintedInterface(painted) : nullptr;
}

} // namespace

PaintedWidget::PaintedWidget(QAccessible::Role role, QWidget *parent)
    : QWidget(parent)
    , m_role(role)
{
    // Qt keeps each factory once, however often it is given.
    QAccessible::installFactory(makeInterface);
}

Theme &PaintedWidget::theme() const
{
    return themeOf(this);
}

void PaintedWidget::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange) {
        updateGeometry();
    }
    update();
}

void PaintedWidget::announceChange()
{
    if (QAccessible::isActive()) {
        QAccessibleEvent event(this, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace keyway

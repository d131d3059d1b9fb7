#include "tests/ui/placing.h"

#include "ui/widgets/labels.h"

#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

QString named(const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    const auto *label = qobject_cast<const QLabel *>(widget);
    const QRect at = widget->geometry();
    return u"%1 '%2' %3,%4 %5x%6"_s
        .arg(QLatin1StringView(widget->metaObject()->className()),
             button      ? button->text() + button->accessibleName()
                 : label ? label->text()
                         : widget->accessibleName())
        .arg(at.x())
        .arg(at.y())
        .arg(at.width())
        .arg(at.height());
}

} // namespace

QStringList misplaced(QWidget *root)
{
    QStringList found;
    for (const auto *button : root->findChildren<QAbstractButton *>()) {
        if (!button->isVisible())
            continue;
        const QWidget *parent = button->parentWidget();
        if (!parent->rect().contains(button->geometry()))
            found += u"%1 is outside of %2"_s.arg(named(button), named(parent));
        for (const QObject *child : parent->children()) {
            const auto *other = qobject_cast<const QWidget *>(child);
            const bool counts = qobject_cast<const QAbstractButton *>(child)
                || qobject_cast<const QLabel *>(child) || qobject_cast<const ElidedLabel *>(child)
                || qobject_cast<const MoneyLabel *>(child);
            if (counts && other != button && other->isVisible()
                && other->geometry().intersects(button->geometry()))
                found += u"%1 lies on %2"_s.arg(named(button), named(other));
        }
    }
    return found;
}

QStringList clipped(QWidget *root)
{
    QStringList found;
    for (const auto *label : root->findChildren<QLabel *>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const int high = label->wordWrap() ? label->heightForWidth(label->width())
                                           : label->minimumSizeHint().height();
        if (label->height() < high - 1)
            found += u"%1 needs a height of %2"_s.arg(named(label)).arg(high);
        const int wide = label->wordWrap() ? 0 : label->sizeHint().width();
        if (label->width() < wide - 1)
            found += u"%1 needs a width of %2"_s.arg(named(label)).arg(wide);
    }
    for (const auto *button : root->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->width() < button->minimumSizeHint().width())
            found += u"%1 needs a width of %2"_s.arg(named(button))
                         .arg(button->minimumSizeHint().width());
    }
    return found;
}

} // namespace keyway

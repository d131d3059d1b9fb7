#include "tests/ui/accessibility.h"

#include <QtGui/QAccessible>
#include <QtWidgets/QWidget>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

bool needsName(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::Button:
    case QAccessible::ButtonMenu:
    case QAccessible::ButtonDropDown:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::List:
    case QAccessible::Table:
    case QAccessible::Tree:
    case QAccessible::ListItem:
    case QAccessible::PageTab:
    case QAccessible::MenuItem:
    case QAccessible::Link:
    case QAccessible::ProgressBar:
    case QAccessible::Chart:
    case QAccessible::Grouping:
    case QAccessible::AlertMessage:
    case QAccessible::Heading:
    case QAccessible::StaticText:
        return true;
    default:
        return false;
    }
}

/// The field inside a spin box or an editable list speaks for its owner.
bool isPartOfNamed(const QAccessibleInterface *item)
{
    const QAccessibleInterface *parent = item->parent();
    return parent
        && (parent->role() == QAccessible::SpinBox || parent->role() == QAccessible::ComboBox);
}

void walk(QAccessibleInterface *item, QStringList &found)
{
    if (!item || !item->isValid() || item->state().invisible) {
        return;
    }
    const auto *widget = qobject_cast<const QWidget *>(item->object());
    if (widget && !widget->isVisible()) {
        return;
    }
    if (needsName(item->role()) && !isPartOfNamed(item)
        && item->text(QAccessible::Name).trimmed().isEmpty()) {
        QString line = u"role %1"_s.arg(int(item->role()));
        for (const QObject *object = item->object(); object; object = object->parent()) {
            line += u" < %1 '%2'"_s.arg(QLatin1StringView(object->metaObject()->className()),
                                        object->objectName());
        }
        found += line;
    }
    // A closed list speaks by its value; its rows are not on the screen.
    if (item->role() == QAccessible::ComboBox) {
        return;
    }
    for (int i = 0; i < item->childCount(); ++i) {
        walk(item->child(i), found);
    }
}

} // namespace

QStringList unnamedWidgets(QWidget *root)
{
    QStringList found;
    walk(QAccessible::queryAccessibleInterface(root), found);
    return found;
}

} // namespace keyway

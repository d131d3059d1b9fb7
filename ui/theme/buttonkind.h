#pragma once

class QAbstractButton;
class QWidget;

namespace keyway {

/// How a button looks. Primary: filled, one a page. Secondary: outlined, the default. Ghost: no
/// outline. Danger: filled red, deletes data or money. DangerText: red words. Link: blue words.
/// OnInk: white words on brand.ink.
enum class ButtonKind { Secondary, Primary, Ghost, Danger, DangerText, Link, OnInk };

void setKind(QAbstractButton *button, ButtonKind kind);
ButtonKind kindOf(const QWidget *button);

/// 28 instead of 30 pixels high: buttons and fields in cards and tables.
void setCompact(QWidget *control, bool compact = true);
bool isCompact(const QWidget *control);

/// Marks a field whose content is wrong: its border turns red until it has focus.
void setErrorState(QWidget *field, bool wrong);
bool hasErrorState(const QWidget *field);

} // namespace keyway

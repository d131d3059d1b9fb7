#pragma once

#include <QtGui/QAccessible>
#include <QtWidgets/QWidget>

#include <optional>

namespace keyway {

class Theme;

/// A widget that draws itself and still exists for a screen reader: it has a role, a name and, if
/// it shows one, a value. The name is accessibleName() if set, otherwise spokenText().
class PaintedWidget : public QWidget {
    Q_OBJECT
public:
    explicit PaintedWidget(QAccessible::Role role, QWidget *parent = nullptr);

    QAccessible::Role role() const { return m_role; }
    /// What is written on it, in words.
    virtual QString spokenText() const { return {}; }
    /// A level in percent, for bars.
    virtual std::optional<int> spokenPercent() const { return {}; }

protected:
    Theme &theme() const;
    void changeEvent(QEvent *event) override;
    /// Tells screen readers that spokenText() is another one, politely.
    void announceChange();

private:
    QAccessible::Role m_role;
};

} // namespace keyway

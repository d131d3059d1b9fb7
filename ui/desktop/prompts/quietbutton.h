#pragma once

#include <QtWidgets/QToolButton>

namespace keyway {

/// A button that is seen while the pointer is over `area` or one of its buttons has the focus. It
/// is a stop of the keyboard at any time.
class QuietButton : public QToolButton {
    Q_OBJECT
public:
    QuietButton(const QString &icon, const QString &name, QWidget *area);
    /// The name for screen readers, which may say more than the tooltip.
    void setSpoken(const QString &name) { setAccessibleName(name); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QWidget *m_area;
};

} // namespace keyway

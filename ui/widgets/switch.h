#pragma once

#include <QtWidgets/QCheckBox>

class QVariantAnimation;

namespace keyway {

/// A check box that looks like a switch: for things that happen at once. Set an accessible name
/// when a label beside it says what it switches.
class Switch : public QCheckBox {
    Q_OBJECT
public:
    explicit Switch(QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool hitButton(const QPoint &) const override { return true; }

private:
    void slide(bool on);

    QVariantAnimation *m_animation;
    double m_place = 0; ///< of the knob, 0 off to 1 on
};

} // namespace keyway

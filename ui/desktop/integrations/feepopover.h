#pragma once

#include "core/engine/overview.h"

#include <QtWidgets/QFrame>

namespace keyway {

/// How the fee is worked out, with the numbers of the month. Closes with Esc or a click elsewhere.
class FeePopover : public QFrame {
    Q_OBJECT
public:
    explicit FeePopover(const engine::Overview &overview, QWidget *parent = nullptr);
    void popUpAbove(QWidget *anchor);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace keyway

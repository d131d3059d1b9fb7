#pragma once

#include "ui/widgets/rowtable.h"

namespace keyway {

class LimitsModel;

/// The table of limits, as high as its rows. F2 opens one, too, and Del takes it away.
class LimitsTable : public RowTable {
    Q_OBJECT
public:
    explicit LimitsTable(LimitsModel *model, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void removeRequested(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace keyway

#pragma once

#include "ui/widgets/paintedwidget.h"

class QButtonGroup;
class QHBoxLayout;
class QRadioButton;

namespace keyway {

/// A choice of a few, side by side, of which one holds. One tab stop; arrows move and choose.
/// Set an accessible name for the whole ("Kind").
class SegmentedControl : public PaintedWidget {
    Q_OBJECT
public:
    explicit SegmentedControl(QWidget *parent = nullptr);
    /// The index of the new segment; the first one is chosen. `icon` is a name of resources/icons.
    int addSegment(const QString &text, const QString &icon = {});
    /// Less room beside the words, for narrow forms.
    void setTight(bool tight);
    int count() const;
    int current() const;
    void setCurrent(int index);
    QRadioButton *segment(int index) const;

Q_SIGNALS:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_group;
    QHBoxLayout *m_row;
};

} // namespace keyway

#pragma once

#include <QtWidgets/QWidget>

class QPushButton;

namespace keyway {

class SegmentedControl;

/// In the head of a conversation: one answer or several side by side, and whether their names are
/// told.
class CompareBar : public QWidget {
    Q_OBJECT
public:
    explicit CompareBar(QWidget *parent = nullptr);
    bool isComparing() const;
    void setComparing(bool comparing);
    bool areNamesHidden() const;
    SegmentedControl *modes() const { return m_modes; }
    QPushButton *namesButton() const { return m_names; }

Q_SIGNALS:
    void changed();

private:
    QPushButton *m_names;
    SegmentedControl *m_modes;
};

} // namespace keyway

#pragma once

#include <QtWidgets/QWidget>

class QToolButton;
class QVBoxLayout;

namespace keyway {

/// A heading with an arrow that shows or hides what is below it ("Advanced").
class Disclosure : public QWidget {
    Q_OBJECT
public:
    explicit Disclosure(const QString &title, QWidget *parent = nullptr);
    /// Takes the widget over; it is hidden while closed, and no focus stop then.
    void setContent(QWidget *content);
    bool isExpanded() const;
    void setExpanded(bool expanded);
    QToolButton *button() const { return m_button; }

Q_SIGNALS:
    void expandedChanged(bool expanded);

private:
    void reveal(bool expanded);

    QToolButton *m_button;
    QVBoxLayout *m_column;
    QWidget *m_content = nullptr;
};

} // namespace keyway

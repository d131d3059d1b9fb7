#pragma once

#include <QtWidgets/QWidget>

class QLineEdit;
class QPushButton;

namespace keyway {

/// A field to search in. In a window narrower than 1000 px it is a button, which opens the field
/// for as long as it has focus or holds words. Esc clears, then leaves.
class SearchField : public QWidget {
    Q_OBJECT
public:
    explicit SearchField(const QString &placeholder, QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text);
    QLineEdit *edit() const { return m_edit; }
    /// False keeps it a field at any width, as in dialogs and side lists.
    void setCollapsible(bool collapsible);
    bool isCollapsed() const;
    /// For Ctrl+F: opens it if needed and selects what is in it.
    void activate();

Q_SIGNALS:
    void textChanged(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void adapt();

    QLineEdit *m_edit;
    QPushButton *m_button;
    bool m_collapsible = true;
    bool m_opened = false;
};

} // namespace keyway

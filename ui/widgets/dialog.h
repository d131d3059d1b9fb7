#pragma once

#include "ui/theme/buttonkind.h"

#include <QtCore/QPointer>
#include <QtWidgets/QDialog>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace keyway {

class ScrollPage;
class TextLabel;

/// A window-modal dialog with scrolling content and a row of buttons that stays; the window behind
/// it is dimmed while it is open. Show it with open(), never exec(). Esc is reject().
class Dialog : public QDialog {
    Q_OBJECT
public:
    enum class Side { Left, Right };

    explicit Dialog(QWidget *parent);

    /// Stays above the scrolled part, for example a StepHeader.
    void setHeader(QWidget *header);
    /// Takes the widget over; a former content is deleted. Its layout gets the dialog's margins.
    void setContent(QWidget *content);
    QWidget *content() const;
    /// Buttons stand in the order they were added. A primary or dangerous one does not become the
    /// default by itself: setDefaultButton() says what Enter does.
    QPushButton *addButton(const QString &text, ButtonKind kind = ButtonKind::Secondary,
                           Side side = Side::Right);
    void setDefaultButton(QPushButton *button);
    /// As large as given for the usual size of text, larger for larger text, and inside the screen.
    void resizeForText(const QSize &size);
    /// A line of muted text at the left of the button row.
    void setHint(const QString &hint);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_top;
    ScrollPage *m_scroll;
    QHBoxLayout *m_row;
    TextLabel *m_hint;
    int m_leftCount = 0;
    QPointer<QWidget> m_dim;
};

} // namespace keyway

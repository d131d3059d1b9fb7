#pragma once

#include "ui/widgets/keybuffer.h"
#include "ui/widgets/paintedwidget.h"

#include <QtCore/QElapsedTimer>

class QPushButton;
class QToolButton;

namespace keyway {

class Spinner;

/// The line in which a key or a password is typed. No QLineEdit: it has no text property, no undo
/// history, teaches no input method, cannot be dragged or copied out, and tells a screen reader
/// only how many characters there are.
class KeyEdit : public PaintedWidget {
    Q_OBJECT
public:
    enum class Kind { Key, Password };

    explicit KeyEdit(Kind kind, QWidget *parent = nullptr);

    /// A start that is not secret ("gsk_") and stays readable.
    void setPrefix(const QString &prefix);
    void setRevealed(bool revealed);
    void setErrorState(bool wrong);
    /// Room at the right that belongs to buttons inside the field.
    void setRightRoom(int pixels);
    void paste();
    void clear();
    const KeyBuffer &buffer() const { return m_buffer; }
    Secret secret() const { return m_buffer.secret(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

Q_SIGNALS:
    void changed();
    void returnPressed();
    void focusLeft();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    void insertText(const QString &text);
    void removeSelectionOr(qsizetype from, qsizetype to);
    QString shown() const;
    void edited();

    Kind m_kind;
    KeyBuffer m_buffer;
    QString m_prefix;
    qsizetype m_cursor = 0;
    bool m_allSelected = false;
    bool m_revealed = false;
    bool m_wrong = false;
    int m_rightRoom = 0;
};

/// A KeyEdit with its eye and, for keys, a Paste button.
class KeyField : public QWidget {
    Q_OBJECT
public:
    /// `what` names it to screen readers: "API key of Groq".
    KeyField(KeyEdit::Kind kind, const QString &what, QWidget *parent = nullptr);
    ~KeyField() override;

    KeyEdit *edit() const { return m_edit; }
    QToolButton *eye() const { return m_eye; }
    QPushButton *pasteButton() const { return m_paste; }
    void setWhat(const QString &what);
    void setBusy(bool busy, const QString &what = {});
    Secret secret() const { return m_edit->secret(); }
    bool isEmpty() const { return m_edit->buffer().isEmpty(); }

Q_SIGNALS:
    void changed();
    void returnPressed();
    void pasted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void placeEye();

    KeyEdit *m_edit;
    QToolButton *m_eye;
    QPushButton *m_paste = nullptr;
    Spinner *m_spinner;
    QElapsedTimer m_held;
};

} // namespace keyway

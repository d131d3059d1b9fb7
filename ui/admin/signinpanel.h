#pragma once

#include "core/base/error.h"
#include "core/base/secret.h"

#include <QtCore/QUrl>
#include <QtWidgets/QWidget>

class QLineEdit;
class QPushButton;

namespace keyway {

class CardFrame;
class KeyField;
class ResultLine;
class TextLabel;

/// Who nobody is signed in sees: server, e-mail, password and code, on ink. It covers the window.
class SignInPanel : public QWidget {
    Q_OBJECT
public:
    explicit SignInPanel(QWidget *parent = nullptr);

    /// What was used last.
    void setRemembered(const QString &server, const QString &email);
    /// Why it is here again: "Signed out after 30 minutes without work."
    void setReason(const QString &words);
    void setBusy(bool busy, const QString &words = {});
    void showProblem(const Error &error);
    /// For another try: password and code are empty.
    void clearSecrets();
    /// Where the next thing to type is.
    void focusFirst();

    QLineEdit *server() const { return m_server; }
    QLineEdit *email() const { return m_email; }
    KeyField *password() const { return m_password; }
    QLineEdit *code() const { return m_code; }
    QPushButton *button() const { return m_signIn; }
    ResultLine *result() const { return m_result; }

Q_SIGNALS:
    void signInRequested(const QUrl &server, const QString &email, const QString &code);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLineEdit *addField(const QString &label);
    void addLabel(const QString &label, QWidget *field);
    void check();
    void submit();

    CardFrame *m_card;
    QLineEdit *m_server, *m_email;
    KeyField *m_password;
    QLineEdit *m_code;
    ResultLine *m_result;
    QPushButton *m_signIn;
    bool m_busy = false;
};

} // namespace keyway

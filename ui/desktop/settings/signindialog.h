#pragma once

#include "ui/desktop/settings/accountbackend.h"
#include "ui/widgets/dialog.h"

class QCheckBox;
class QGridLayout;
class QLineEdit;

namespace keyway {

class KeyField;
class ResultLine;
class TextLabel;

/// Signs in; on the way there an account is made, an address confirmed or a password set anew.
/// Accepted once somebody is signed in.
class SignInDialog : public Dialog {
    Q_OBJECT
public:
    enum class Step {
        SignIn,
        SignUp,
        Confirm, ///< the code of the mail; then it signs in with the password typed before
        AskReset,
        Reset ///< the code of the mail and a new password; then it signs in
    };

    /// `earlier`: how many records from before there are, of which the person decides.
    SignInDialog(Step step, qint64 earlier, AccountBackend *backend, QWidget *parent);

    Step step() const { return m_step; }
    void setStep(Step step);
    void setEmail(const QString &email);

    QLineEdit *email() const { return m_email; }
    KeyField *password() const { return m_password; }
    KeyField *repeated() const { return m_repeated; }
    KeyField *code() const { return m_code; }
    QCheckBox *earlier() const { return m_earlier; }
    QPushButton *goButton() const { return m_go; }
    ResultLine *result() const { return m_result; }

private:
    KeyField *addPassword(const QString &label, const QString &what);
    void check();
    void go();
    void signIn();
    void failed(const Error &error);
    void setBusy(bool busy, const QString &words = {});

    AccountBackend *m_backend;
    Step m_step = Step::SignIn;
    bool m_busy = false;
    QGridLayout *m_grid;
    TextLabel *m_words;
    QLineEdit *m_email;
    KeyField *m_code, *m_password, *m_repeated;
    QHash<QWidget *, QWidget *> m_labels; ///< of fields
    QCheckBox *m_earlier;
    ResultLine *m_result;
    QPushButton *m_other, *m_forgot, *m_go;
};

} // namespace keyway

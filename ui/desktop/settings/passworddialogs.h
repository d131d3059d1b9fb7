#pragma once

#include "ui/desktop/settings/accountbackend.h"
#include "ui/widgets/dialog.h"

class QGridLayout;
class QLineEdit;

namespace keyway {

class KeyField;
class ResultLine;

/// Something that the server asks the password for. Accepted once it is done.
class PasswordDialog : public Dialog {
    Q_OBJECT
public:
    QPushButton *goButton() const { return m_go; }
    ResultLine *result() const { return m_result; }
    KeyField *password() const { return m_password; }

protected:
    PasswordDialog(const QString &title, const QString &words, AccountBackend *backend,
                   QWidget *parent);

    /// A field below those that were added before.
    void addField(const QString &label, QWidget *field);
    KeyField *addPassword(const QString &label, const QString &what);
    /// The buttons, below everything.
    void addButtons(const QString &go, ButtonKind kind);
    void setProblem(const QString &words);
    /// Whether everything is filled in.
    virtual bool isReady() = 0;
    virtual void ask(AccountBackend *backend, const AccountBackend::Handler<Done> &done) = 0;
    void check();

    KeyField *m_password = nullptr; ///< the present one

private:
    void go();

    AccountBackend *m_backend;
    QGridLayout *m_grid;
    ResultLine *m_result;
    QPushButton *m_go = nullptr;
    bool m_busy = false;
};

class ChangePasswordDialog : public PasswordDialog {
    Q_OBJECT
public:
    ChangePasswordDialog(AccountBackend *backend, QWidget *parent);
    KeyField *wanted() const { return m_wanted; }
    KeyField *repeated() const { return m_repeated; }

protected:
    bool isReady() override;
    void ask(AccountBackend *backend, const AccountBackend::Handler<Done> &done) override;

private:
    KeyField *m_wanted, *m_repeated;
};

/// Wants a word typed, since nothing brings the account back.
class DeleteAccountDialog : public PasswordDialog {
    Q_OBJECT
public:
    DeleteAccountDialog(const QString &email, AccountBackend *backend, QWidget *parent);
    QLineEdit *word() const { return m_word; }

protected:
    bool isReady() override;
    void ask(AccountBackend *backend, const AccountBackend::Handler<Done> &done) override;

private:
    QLineEdit *m_word;
};

} // namespace keyway

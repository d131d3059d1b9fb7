#include "passworddialogs.h"

#include "ui/desktop/settings/syncwords.h"
#include "ui/widgets/keyfield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/resultline.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace keyway {
namespace {

constexpr qsizetype ShortestPassword = 10;

} // namespace

PasswordDialog::PasswordDialog(const QString &title, const QString &words, AccountBackend *backend,
                               QWidget *parent)
    : Dialog(parent)
    , m_backend(backend)
    , m_grid(new QGridLayout)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setSpacing(12);
    auto *text = new TextLabel(words, TextStyle::Body, Token::TextSecondary, content);
    text->setWordWrap(true);
    column->addWidget(text);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnStretch(1, 1);
    column->addLayout(m_grid);
    m_result = new ResultLine(content);
    column->addWidget(m_result);
    column->addStretch(1);
    setContent(content);
}

void PasswordDialog::addField(const QString &label, QWidget *field)
{
    const int row = m_grid->rowCount();
    m_grid->addWidget(new TextLabel(label, TextStyle::Body, Token::TextSecondary, content()), row,
                      0);
    m_grid->addWidget(field, row, 1);
}

KeyField *PasswordDialog::addPassword(const QString &label, const QString &what)
{
    auto *field = new KeyField(KeyEdit::Kind::Password, what, content());
    addField(label, field);
    connect(field, &KeyField::changed, this, &PasswordDialog::check);
    return field;
}

void PasswordDialog::addButtons(const QString &go, ButtonKind kind)
{
    QPushButton *cancel = addButton(tr("Cancel"));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_go = addButton(go, kind);
    setDefaultButton(m_go);
    connect(m_go, &QPushButton::clicked, this, &PasswordDialog::go);
    check();
}

void PasswordDialog::setProblem(const QString &words)
{
    if (words.isEmpty())
        m_result->clear();
    else
        m_result->show(Status::Degraded, words);
}

void PasswordDialog::check()
{
    m_go->setEnabled(isReady() && !m_busy);
}

void PasswordDialog::go()
{
    if (!m_go->isEnabled())
        return;
    m_busy = true;
    m_go->setEnabled(false);
    ask(m_backend, [this](const Result<Done> &result) {
        m_busy = false;
        if (result)
            return accept();
        check();
        m_result->show(Status::Down, accountProblem(result.error()));
        m_password->setFocus();
    });
}

ChangePasswordDialog::ChangePasswordDialog(AccountBackend *backend, QWidget *parent)
    : PasswordDialog(tr("Change the password"),
                     tr("You stay signed in on this computer, and are signed out on every other."),
                     backend, parent)
    , m_wanted(nullptr)
    , m_repeated(nullptr)
{
    m_password = addPassword(tr("Present password"), tr("Present password of your account"));
    m_wanted = addPassword(tr("New password"), tr("New password of your account"));
    m_repeated = addPassword(tr("Once more"), tr("New password of your account, once more"));
    addButtons(tr("Change the password"), ButtonKind::Primary);
    resizeForText({500, 320});
    m_password->setFocus();
}

bool ChangePasswordDialog::isReady()
{
    const auto length = m_wanted->edit()->buffer().length();
    const bool same = m_wanted->secret().equals(m_repeated->secret());
    if (length > 0 && length < ShortestPassword)
        setProblem(tr("Use at least %n character(s).", nullptr, ShortestPassword));
    else if (!m_repeated->isEmpty() && !same)
        setProblem(tr("The two are not the same yet."));
    else
        setProblem({});
    return !m_password->isEmpty() && length >= ShortestPassword && same;
}

void ChangePasswordDialog::ask(AccountBackend *backend, const AccountBackend::Handler<Done> &done)
{
    backend->changePassword(m_password->secret(), m_wanted->secret(), this, done);
}

DeleteAccountDialog::DeleteAccountDialog(const QString &email, AccountBackend *backend,
                                         QWidget *parent)
    : PasswordDialog(
        tr("Delete the account"),
        tr("The account of %1 and its records are deleted from the server, on every computer. "
           "Records with a fee stay there without your name, since invoices need them. This "
           "computer keeps its own records, keys and conversations. Nothing brings the account "
           "back.")
            .arg(email),
        backend, parent)
    , m_word(new QLineEdit(content()))
{
    const QString word = tr("DELETE", "the word to type before an account is deleted");
    m_word->setAccessibleName(tr("Type %1").arg(word));
    addField(tr("Type %1").arg(word), m_word);
    connect(m_word, &QLineEdit::textChanged, this, [this] { check(); });
    m_password = addPassword(tr("Password"), tr("Password of your account"));
    addButtons(tr("Delete the account"), ButtonKind::Danger);
    resizeForText({520, 330});
    m_word->setFocus();
}

bool DeleteAccountDialog::isReady()
{
    setProblem({});
    return m_word->text().trimmed() == tr("DELETE", "the word to type before an account is deleted")
        && !m_password->isEmpty();
}

void DeleteAccountDialog::ask(AccountBackend *backend, const AccountBackend::Handler<Done> &done)
{
    backend->deleteAccount(m_password->secret(), this, done);
}

} // namespace keyway

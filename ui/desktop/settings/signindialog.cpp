#include "signindialog.h"

#include "ui/desktop/settings/syncwords.h"
#include "ui/widgets/keyfield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/resultline.h"

#include <QtCore/QSysInfo>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

constexpr qsizetype ShortestPassword = 10;

} // namespace

SignInDialog::SignInDialog(Step step, qint64 earlier, AccountBackend *backend, QWidget *parent)
    : Dialog(parent)
    , m_backend(backend)
    , m_grid(new QGridLayout)
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setSpacing(12);
    m_words = new TextLabel({}, TextStyle::Body, Token::TextSecondary, content);
    m_words->setWordWrap(true);
    column->addWidget(m_words);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnStretch(1, 1);
    column->addLayout(m_grid);
    setContent(content);

    m_email = new QLineEdit(content);
    m_email->setAccessibleName(tr("E-mail address"));
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    auto *label
        = new TextLabel(tr("E-mail address"), TextStyle::Body, Token::TextSecondary, content);
    label->setBuddy(m_email);
    m_grid->addWidget(label, 0, 0);
    m_grid->addWidget(m_email, 0, 1);
    m_labels.insert(m_email, label);
    m_code = addPassword(tr("Code"), tr("Code from the mail"));
    m_password = addPassword(tr("Password"), tr("Password of your account"));
    m_repeated = addPassword(tr("Once more"), tr("Password of your account, once more"));
    m_earlier = new QCheckBox(
        tr("Also send %n record(s) from before", nullptr, static_cast<int>(earlier)), content);
    m_earlier->setVisible(earlier > 0);
    m_earlier->setProperty("known", earlier > 0);
    column->addWidget(m_earlier);
    m_result = new ResultLine(content);
    column->addWidget(m_result);
    column->addStretch(1);

    m_other = addButton({}, ButtonKind::Link, Side::Left);
    m_forgot = addButton(tr("Forgot the password?"), ButtonKind::Link, Side::Left);
    QPushButton *cancel = addButton(tr("Cancel"));
    m_go = addButton({}, ButtonKind::Primary);
    setDefaultButton(m_go);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_go, &QPushButton::clicked, this, &SignInDialog::go);
    connect(m_forgot, &QPushButton::clicked, this, [this] { setStep(Step::AskReset); });
    connect(m_other, &QPushButton::clicked, this,
            [this] { setStep(m_step == Step::SignIn ? Step::SignUp : Step::SignIn); });
    connect(m_email, &QLineEdit::textChanged, this, &SignInDialog::check);
    for (KeyField *field : {m_code, m_password, m_repeated})
        connect(field, &KeyField::changed, this, &SignInDialog::check);
    resizeForText({520, 360});
    setStep(step);
}

KeyField *SignInDialog::addPassword(const QString &label, const QString &what)
{
    auto *field = new KeyField(KeyEdit::Kind::Password, what, content());
    auto *words = new TextLabel(label, TextStyle::Body, Token::TextSecondary, content());
    const int row = m_grid->rowCount();
    m_grid->addWidget(words, row, 0);
    m_grid->addWidget(field, row, 1);
    m_labels.insert(field, words);
    return field;
}

void SignInDialog::setEmail(const QString &email)
{
    m_email->setText(email);
    m_password->setFocus();
}

void SignInDialog::setStep(Step step)
{
    m_step = step;
    m_result->clear();
    const bool mailed = step == Step::Confirm || step == Step::Reset;
    const bool newPassword = step == Step::SignUp || step == Step::Reset;
    const auto show = [this](QWidget *field, bool shown) {
        field->setVisible(shown);
        m_labels.value(field)->setVisible(shown);
    };
    show(m_email, !mailed);
    show(m_code, mailed);
    show(m_password, step == Step::SignIn || newPassword);
    show(m_repeated, newPassword);
    if (step == Step::Reset)
        m_password->edit()->clear();
    m_earlier->setVisible(m_earlier->property("known").toBool()
                          && (step == Step::SignIn || step == Step::SignUp));
    m_forgot->setVisible(step == Step::SignIn);
    m_other->setVisible(!mailed);
    m_other->setText(step == Step::SignIn ? tr("Make an account") : tr("I have an account"));
    switch (step) {
    case Step::SignIn:
        setWindowTitle(tr("Sign in"));
        m_words->setText(tr("What you use is kept on the server, too: counts and costs, never a "
                            "prompt, an answer, a file or a key."));
        m_go->setText(tr("Sign in"));
        break;
    case Step::SignUp:
        setWindowTitle(tr("Make an account"));
        m_words->setText(tr("Keyway works without an account. With one, what you use is kept on a "
                            "server, too, for several computers and for invoices that you can "
                            "check."));
        m_go->setText(tr("Make an account"));
        break;
    case Step::Confirm:
        setWindowTitle(tr("Confirm the address"));
        m_words->setText(
            tr("A mail with a code is on its way to %1.").arg(m_email->text().trimmed()));
        m_go->setText(tr("Confirm and sign in"));
        break;
    case Step::AskReset:
        setWindowTitle(tr("Set a new password"));
        m_words->setText(
            tr("You get a mail with a code, if there is an account with this address."));
        m_go->setText(tr("Send the code"));
        break;
    case Step::Reset:
        setWindowTitle(tr("Set a new password"));
        m_words->setText(tr("Enter the code from the mail to %1 and a new password. You are signed "
                            "out on every other computer.")
                             .arg(m_email->text().trimmed()));
        m_go->setText(tr("Set the password and sign in"));
        break;
    }
    if (mailed)
        m_code->setFocus();
    else
        m_email->setFocus();
    check();
}

void SignInDialog::check()
{
    bool good = m_email->text().contains(u'@');
    const auto length = m_password->edit()->buffer().length();
    if (m_step == Step::SignIn)
        good = good && length > 0;
    if (m_step == Step::Confirm || m_step == Step::Reset)
        good = good && !m_code->isEmpty();
    if (m_step == Step::SignUp || m_step == Step::Reset) {
        const bool same = m_password->secret().equals(m_repeated->secret());
        good = good && length >= ShortestPassword && same;
        if (length > 0 && length < ShortestPassword)
            m_result->show(Status::Degraded,
                           tr("Use at least %n character(s).", nullptr, ShortestPassword));
        else if (!m_repeated->isEmpty() && !same)
            m_result->show(Status::Degraded, tr("The two are not the same yet."));
        else if (!m_busy)
            m_result->clear();
    } else if (!m_busy) {
        m_result->clear();
    }
    m_go->setEnabled(good && !m_busy);
}

void SignInDialog::setBusy(bool busy, const QString &words)
{
    m_busy = busy;
    check();
    for (QWidget *field : {static_cast<QWidget *>(m_email), static_cast<QWidget *>(m_code),
                           static_cast<QWidget *>(m_password), static_cast<QWidget *>(m_repeated)})
        field->setEnabled(!busy);
    if (busy)
        m_result->show(Status::Info, words);
}

void SignInDialog::failed(const Error &error)
{
    setBusy(false);
    m_result->show(Status::Down, accountProblem(error));
    if (error.reason() == "not-verified"_L1) {
        connect(m_result->addLink(tr("Enter the code")), &QPushButton::clicked, this,
                [this] { setStep(Step::Confirm); });
    }
    (m_step == Step::Confirm || m_step == Step::Reset ? m_code : m_password)->setFocus();
}

void SignInDialog::signIn()
{
    setBusy(true, tr("Signing in…"));
    const SignIn wanted{m_email->text().trimmed(), QSysInfo::machineHostName(),
                        m_earlier->isChecked()};
    m_backend->signIn(wanted, m_password->secret(), this, [this](const Result<Done> &result) {
        if (result)
            return accept();
        // What was confirmed stays so; the password is asked for again.
        if (m_step != Step::SignIn && result.error().reason() != "not-verified"_L1) {
            m_busy = false;
            setStep(Step::SignIn);
        }
        failed(result.error());
    });
}

void SignInDialog::go()
{
    if (!m_go->isEnabled())
        return;
    const QString email = m_email->text().trimmed();
    const auto then = [this](auto next) {
        return [this, next](const Result<Done> &result) {
            if (!result)
                return failed(result.error());
            setBusy(false);
            next();
        };
    };
    switch (m_step) {
    case Step::SignIn:
        return signIn();
    case Step::SignUp:
        setBusy(true, tr("Asking the server…"));
        return m_backend->signUp(email, m_password->secret(), this,
                                 then([this] { setStep(Step::Confirm); }));
    case Step::Confirm:
        setBusy(true, tr("Asking the server…"));
        return m_backend->verify(m_code->secret(), this, then([this] {
                                     if (m_password->isEmpty())
                                         setStep(Step::SignIn);
                                     else
                                         signIn();
                                 }));
    case Step::AskReset:
        setBusy(true, tr("Asking the server…"));
        return m_backend->requestReset(email, this, then([this] { setStep(Step::Reset); }));
    case Step::Reset:
        setBusy(true, tr("Asking the server…"));
        return m_backend->reset(m_code->secret(), m_password->secret(), this,
                                then([this] { signIn(); }));
    }
}

} // namespace keyway

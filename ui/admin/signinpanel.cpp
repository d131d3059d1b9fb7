#include "signinpanel.h"

#include "core/catalogue/integration.h"
#include "ui/theme/buttonkind.h"
#include "ui/theme/ink.h"
#include "ui/theme/textscale.h"
#include "ui/widgets/cardframe.h"
#include "ui/widgets/keyfield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/resultline.h"
#include "ui/words/admin.h"

#include <QtGui/QPainter>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr int CardWidth = 416;
constexpr int CodeDigits = 6;

/// The mark of the program, decoration beside its name.
class Mark : public QWidget {
public:
    using QWidget::QWidget;
    QSize sizeHint() const override { return {36, 36}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).drawPixmap(0, 0, themeOf(this).logo(36, devicePixelRatioF()));
    }
};

/// Words on ink, the same in both themes.
class InkLabel : public QLabel {
public:
    InkLabel(const QString &text, QWidget *parent)
        : QLabel(text, parent)
    {
        setWordWrap(true);
        setAlignment(Qt::AlignCenter);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(inkColor(Ink::Text));
        painter.drawText(rect(), int(Qt::AlignCenter) | Qt::TextWordWrap, text());
    }
};

QString digitsOf(const QString &code)
{
    QString digits = code;
    return digits.remove(u' ');
}

} // namespace

SignInPanel::SignInPanel(QWidget *parent)
    : QWidget(parent)
    , m_card(new CardFrame(this))
{
    setAccessibleName(tr("Sign in"));
    m_card->setAccessibleName(tr("Keyway Admin"));
    m_card->setFixedWidth(forText(CardWidth));
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(16, 16, 16, 16);
    page->addStretch(1);
    page->addWidget(m_card, 0, Qt::AlignHCenter);
    auto *below = new InkLabel(
        tr("Every try, successful or not, is written to Audit. Five wrong tries lock the "
           "account for 15 minutes."),
        this);
    page->addSpacing(12);
    page->addWidget(below);
    page->addStretch(1);

    auto *column = new QVBoxLayout(m_card);
    column->setContentsMargins(32, 28, 32, 24);
    column->setSpacing(5);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(new Mark(m_card));
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(
        new TextLabel(tr("Keyway Admin"), TextStyle::Title, Token::TextPrimary, m_card));
    names->addWidget(new TextLabel(tr("Sign in to manage the platform"), TextStyle::Small,
                                   Token::TextMuted, m_card));
    head->addLayout(names, 1);
    column->addLayout(head);
    column->addSpacing(10);
    m_server = addField(tr("Server"));
    m_server->setPlaceholderText(u"https://admin.keyway.example"_s);
    m_server->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_email = addField(tr("E-mail"));
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    m_password = new KeyField(KeyEdit::Kind::Password, tr("Password"), m_card);
    addLabel(tr("Password"), m_password);
    m_code = addField(tr("Code from your authenticator"));
    m_code->setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_code->setMaxLength(CodeDigits + 5); // with spaces, as some show it
    m_result = new ResultLine(m_card);
    column->addSpacing(4);
    column->addWidget(m_result);
    m_signIn = new QPushButton(tr("Sign in"), m_card);
    setKind(m_signIn, ButtonKind::Primary);
    column->addSpacing(6);
    column->addWidget(m_signIn);
    auto *hint = new TextLabel(tr("Signs you out after 30 minutes without work"), TextStyle::Small,
                               Token::TextMuted, m_card);
    hint->setAlignment(Qt::AlignRight);
    column->addWidget(hint);

    for (QLineEdit *field : {m_server, m_email, m_code}) {
        connect(field, &QLineEdit::textChanged, this, &SignInPanel::check);
        connect(field, &QLineEdit::returnPressed, this, &SignInPanel::submit);
    }
    connect(m_password, &KeyField::changed, this, &SignInPanel::check);
    connect(m_password, &KeyField::returnPressed, this, &SignInPanel::submit);
    connect(m_signIn, &QPushButton::clicked, this, &SignInPanel::submit);
    check();
}

QLineEdit *SignInPanel::addField(const QString &label)
{
    auto *field = new QLineEdit(m_card);
    field->setAccessibleName(label);
    addLabel(label, field);
    return field;
}

void SignInPanel::addLabel(const QString &label, QWidget *field)
{
    auto *column = static_cast<QVBoxLayout *>(m_card->layout());
    column->addSpacing(6);
    column->addWidget(new TextLabel(label, TextStyle::Body, Token::TextPrimary, m_card));
    column->addWidget(field);
}

void SignInPanel::setRemembered(const QString &server, const QString &email)
{
    m_server->setText(server);
    m_email->setText(email);
}

void SignInPanel::setReason(const QString &words)
{
    m_result->show(Status::Info, words);
}

void SignInPanel::setBusy(bool busy, const QString &words)
{
    m_busy = busy;
    for (QWidget *field : {static_cast<QWidget *>(m_server), static_cast<QWidget *>(m_email),
                           static_cast<QWidget *>(m_password), static_cast<QWidget *>(m_code)})
        field->setEnabled(!busy);
    if (busy)
        m_result->show(Status::Info, words);
    else
        m_result->clear();
    check();
}

void SignInPanel::showProblem(const Error &error)
{
    setBusy(false);
    m_result->show(Status::Down, words::adminErrorWords(error));
    m_code->clear(); // each works once
    (error.kind() == Error::Kind::Auth ? static_cast<QWidget *>(m_code) : m_server)->setFocus();
}

void SignInPanel::clearSecrets()
{
    m_password->edit()->clear();
    m_code->clear();
}

void SignInPanel::focusFirst()
{
    for (QLineEdit *field : {m_server, m_email}) {
        if (field->text().isEmpty())
            return field->setFocus();
    }
    m_password->edit()->setFocus();
}

void SignInPanel::check()
{
    m_signIn->setEnabled(!m_busy && !m_server->text().trimmed().isEmpty()
                         && m_email->text().contains(u'@') && !m_password->isEmpty()
                         && digitsOf(m_code->text()).size() == CodeDigits);
}

void SignInPanel::submit()
{
    if (!m_signIn->isEnabled())
        return;
    const QString typed = m_server->text().trimmed();
    const Result<QUrl> server
        = checkedBaseUrl(typed.contains("://"_L1) ? typed : "https://"_L1 + typed);
    if (!server)
        return showProblem(server.error());
    setBusy(true, tr("Signing in…"));
    Q_EMIT signInRequested(*server, m_email->text().trimmed(), digitsOf(m_code->text()));
}

void SignInPanel::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), inkColor(Ink::Ground));
}

} // namespace keyway

#include "reconciledialog.h"

#include "ui/theme/buttonkind.h"
#include "ui/widgets/cardframe.h"
#include "ui/widgets/labels.h"
#include "ui/words/dates.h"
#include "ui/words/errors.h"
#include "ui/words/money.h"
#include "ui/words/reconciliation.h"

#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

TextLabel *sentence(const QString &text, Token color, QWidget *parent)
{
    auto *label = new TextLabel(text, TextStyle::Body, color, parent);
    label->setWordWrap(true);
    return label;
}

QString daysOf(const Comparison &part)
{
    if (part.isDay())
        return words::dayAndMonth(part.day());
    const QDate last = part.until.addMSecs(-1).date();
    return ReconcileDialog::tr("%1 to %2", "two days")
        .arg(words::dayAndMonth(part.from.date()), words::dayAndMonth(last));
}

/// What needs a look, day by day: those that agree go without saying.
QStringList daysThatDiffer(const engine::AccountReport &account)
{
    QStringList lines;
    for (const Comparison &part : account.parts) {
        if (part.agreement == Agreement::Same)
            continue;
        lines.append(ReconcileDialog::tr("%1: %2", "a day and what is to be said of it")
                         .arg(daysOf(part), words::causesWords(part)));
    }
    return lines;
}

} // namespace

ReconcileDialog::ReconcileDialog(const QDate &month, IntegrationsBackend *backend, QWidget *parent)
    : Dialog(parent)
    , m_month(month)
    , m_backend(backend)
    , m_again(nullptr)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Check with providers: %1").arg(words::monthName(month)));
    setHint(tr("Services bill by days of UTC. Costs that are recorded never change."));
    m_again = addButton(tr("Check again"));
    QPushButton *close = addButton(tr("Close"), ButtonKind::Primary);
    setDefaultButton(close);
    connect(m_again, &QPushButton::clicked, this, &ReconcileDialog::ask);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    setMinimumSize(640, 420);
    resize(720, 520);
    ask();
}

void ReconcileDialog::ask()
{
    m_again->setEnabled(false);
    auto *waiting = new QWidget;
    auto *column = new QVBoxLayout(waiting);
    column->addWidget(
        sentence(tr("Asking your services what they charged…"), Token::TextSecondary, waiting));
    column->addStretch(1);
    setContent(waiting);
    m_backend->reconcile(m_month, this, [this](Result<engine::Reconciliation> result) {
        m_again->setEnabled(true);
        if (result)
            return showResult(*result);
        auto *problem = new QWidget;
        auto *lines = new QVBoxLayout(problem);
        const words::Message message = words::errorWords(result.error());
        m_lines = {message.sentence()};
        lines->addWidget(sentence(message.sentence(), Token::DangerText, problem));
        lines->addStretch(1);
        setContent(problem);
    });
}

void ReconcileDialog::showResult(const engine::Reconciliation &result)
{
    m_lines.clear();
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setSpacing(12);
    for (const engine::AccountReport &account : result.accounts)
        addAccount(column, account);
    if (result.accounts.isEmpty())
        column->addWidget(sentence(tr("No services yet."), Token::TextSecondary, content));
    column->addStretch(1);
    setContent(content);
}

void ReconcileDialog::addAccount(QVBoxLayout *column, const engine::AccountReport &account)
{
    auto *card = new CardFrame(column->parentWidget());
    auto *rows = new QVBoxLayout(card);
    rows->setContentsMargins(17, 12, 17, 12);
    rows->setSpacing(5);
    auto *title = new TextLabel(account.integrations.join(u", "_s), TextStyle::Body,
                                Token::TextPrimary, card);
    title->setWeight(QFont::DemiBold);
    rows->addWidget(title);
    const bool compared = account.state == engine::AccountState::Compared;
    const QString says = compared
        ? words::comparisonWords(account.serviceName, account.total)
        : words::accountStateWords(nameOf(account.state), account.serviceName);
    const bool flagged = compared && account.total.agreement == Agreement::Flagged;
    rows->addWidget(sentence(says, flagged ? Token::DangerText : Token::TextPrimary, card));
    QStringList spoken{account.integrations.join(u", "_s), says};
    const auto add = [&](const QString &text, Token color) {
        rows->addWidget(sentence(text, color, card));
        spoken.append(text);
    };
    if (!compared)
        add(tr("Keyway counted %1.").arg(words::money(account.recorded)), Token::TextSecondary);
    if (account.balance)
        add(tr("Left there: %1").arg(words::money(account.balance->left)), Token::TextSecondary);
    if (account.error) {
        words::ErrorFacts facts;
        facts.serviceName = account.serviceName;
        facts.integrationName = account.integrations.value(0);
        add(words::errorWords(*account.error, facts).sentence(), Token::DangerText);
    }
    const QStringList days = compared ? daysThatDiffer(account) : QStringList();
    for (const QString &day : days)
        add(day, Token::TextSecondary);
    if (account.state == engine::AccountState::AdminKeyMissing) {
        auto *link = new QPushButton(tr("Enter an admin key"), card);
        setKind(link, ButtonKind::Link);
        link->setAutoDefault(false);
        rows->addWidget(link, 0, Qt::AlignLeft);
        const QString name = account.integrations.value(0);
        connect(link, &QPushButton::clicked, this, [this, name] {
            accept();
            Q_EMIT configureRequested(name);
        });
    }
    card->setAccessibleName(spoken.join(u' '));
    m_lines.append(spoken.join(u' '));
    column->addWidget(card);
}

} // namespace keyway

#include "vaultdialog.h"

#include "ui/widgets/keyfield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/resultline.h"
#include "ui/words/errors.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {
constexpr qsizetype ShortestPassword = 8;
}

VaultDialog::VaultDialog(Task task, IntegrationsBackend *backend, QWidget *parent)
    : Dialog(parent)
    , m_task(task)
    , m_backend(backend)
{
    setAttribute(Qt::WA_DeleteOnClose);
    const bool create = task == Task::Create;
    setWindowTitle(create ? tr("Create a vault") : tr("Open the vault"));
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setSpacing(12);
    auto *text = new TextLabel(
        create ? tr(
            "The vault is an encrypted file on this computer. It opens with a password that only "
            "you know. Keyway cannot recover a lost password: then the keys have to be entered "
            "again.")
               : tr("Your keys are in Keyway's vault. Enter its password to use them."),
        TextStyle::Body, Token::TextSecondary, content);
    text->setWordWrap(true);
    column->addWidget(text);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    grid->addWidget(new TextLabel(tr("Password"), TextStyle::Body, Token::TextSecondary, content),
                    0, 0);
    m_password = new KeyField(KeyEdit::Kind::Password, tr("Password of the vault"), content);
    grid->addWidget(m_password, 0, 1);
    connect(m_password, &KeyField::changed, this, &VaultDialog::check);
    if (create) {
        grid->addWidget(
            new TextLabel(tr("Once more"), TextStyle::Body, Token::TextSecondary, content), 1, 0);
        m_repeated = new KeyField(KeyEdit::Kind::Password, tr("Password of the vault, once more"),
                                  content);
        grid->addWidget(m_repeated, 1, 1);
        connect(m_repeated, &KeyField::changed, this, &VaultDialog::check);
    }
    m_result = new ResultLine(content);
    column->addLayout(grid);
    column->addWidget(m_result);
    column->addStretch(1);
    setContent(content);
    QPushButton *cancel = addButton(tr("Cancel"));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_go = addButton(create ? tr("Create a vault") : tr("Open the vault"), ButtonKind::Primary);
    setDefaultButton(m_go);
    connect(m_go, &QPushButton::clicked, this, &VaultDialog::go);
    resizeForText({500, create ? 300 : 220});
    m_password->setFocus();
    check();
}

void VaultDialog::check()
{
    const auto length = m_password->edit()->buffer().length();
    bool good = length > 0;
    if (m_task == Task::Create) {
        const bool same = m_password->secret().equals(m_repeated->secret());
        good = length >= ShortestPassword && same;
        if (length > 0 && length < ShortestPassword)
            m_result->show(Status::Degraded,
                           tr("Use at least %n character(s).", nullptr, ShortestPassword));
        else if (!m_repeated->isEmpty() && !same)
            m_result->show(Status::Degraded, tr("The two are not the same yet."));
        else
            m_result->clear();
    } else {
        m_result->clear();
    }
    m_go->setEnabled(good && !m_busy);
}

void VaultDialog::go()
{
    if (!m_go->isEnabled())
        return;
    m_busy = true;
    m_go->setEnabled(false);
    const auto done = [this](Result<Done> result) {
        m_busy = false;
        if (result)
            return accept();
        check();
        const auto message = words::errorWords(result.error());
        m_result->show(Status::Down, message.title, message.text);
        m_password->setFocus();
    };
    if (m_task == Task::Create)
        m_backend->createVault(m_password->secret(), this, done);
    else
        m_backend->openVault(m_password->secret(), this, done);
}

} // namespace keyway

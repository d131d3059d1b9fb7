#include "ui/desktop/integrations/configuredialog.h"
#include "ui/theme/buttonkind.h"
#include "ui/widgets/keyfield.h"
#include "ui/widgets/labels.h"
#include "ui/words/errors.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

namespace keyway {

/// The key that reads bills, for services that tell them to no other.
void ConfigureDialog::makeAdminKey(QGridLayout *grid, QWidget *page)
{
    if (!service() || !service()->bill || !needsAdminKey(*service()->bill))
        return;
    grid->addWidget(new TextLabel(tr("Admin key"), TextStyle::Body, Token::TextSecondary, page), 3,
                    0);
    m_adminKey
        = new KeyField(KeyEdit::Kind::Key, tr("Admin key of %1").arg(m_summary.serviceName), page);
    m_adminButton = new QPushButton(tr("Keep"), page);
    m_adminButton->setAccessibleName(tr("Keep the admin key"));
    m_adminRemove = new QPushButton(tr("Remove"), page);
    m_adminRemove->setAccessibleName(tr("Remove the admin key"));
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->setContentsMargins(0, 0, 3, 0); // for the ring of the last button
    row->addWidget(m_adminKey, 1);
    for (QPushButton *button : {m_adminButton, m_adminRemove}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    grid->addLayout(row, 3, 1);
    m_adminState = new TextLabel({}, TextStyle::Small, Token::TextMuted, page);
    m_adminState->setWordWrap(true);
    grid->addWidget(m_adminState, 4, 1);
    m_adminButton->setEnabled(false);
    m_adminRemove->hide();
    connect(m_adminKey, &KeyField::changed, this,
            [this] { m_adminButton->setEnabled(!m_adminKey->isEmpty()); });
    connect(m_adminKey, &KeyField::returnPressed, this, &ConfigureDialog::setAdminKey);
    connect(m_adminButton, &QPushButton::clicked, this, &ConfigureDialog::setAdminKey);
    connect(m_adminRemove, &QPushButton::clicked, this, &ConfigureDialog::removeAdminKey);
    showAdminKey();
}

void ConfigureDialog::showAdminKey()
{
    m_backend->adminKey(m_before.id, this, [this](Result<std::optional<AdminKey>> key) {
        const bool there = key && *key;
        m_adminRemove->setVisible(there);
        m_adminState->setText(
            there ? tr("The admin key ending %1 is kept. It reads bills and is never used for "
                       "prompts.")
                        .arg((*key)->tail)
                  : tr("Only with an admin key does %1 tell what it charged. It is kept apart from "
                       "the other key and never used for prompts.")
                        .arg(m_summary.serviceName));
    });
}

void ConfigureDialog::setAdminKey()
{
    if (m_adminKey->isEmpty())
        return;
    m_adminButton->setEnabled(false);
    m_adminKey->setBusy(true, tr("Asking %1…").arg(m_summary.serviceName));
    m_backend->setAdminKey(m_before.id, m_adminKey->secret(), this, [this](Result<Done> done) {
        m_adminKey->setBusy(false);
        m_adminButton->setEnabled(!m_adminKey->isEmpty());
        if (done) {
            m_adminKey->edit()->clear();
            showAdminKey();
            return;
        }
        words::ErrorFacts facts;
        facts.serviceName = m_summary.serviceName;
        facts.integrationName = m_before.name;
        facts.newKey = true;
        m_adminState->setText(words::errorWords(done.error(), facts).sentence());
    });
}

void ConfigureDialog::removeAdminKey()
{
    m_backend->removeAdminKey(m_before.id, this, [this](Result<Done> done) {
        if (done)
            return showAdminKey();
        m_adminState->setText(words::errorWords(done.error()).sentence());
    });
}

} // namespace keyway

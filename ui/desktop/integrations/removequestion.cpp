#include "removequestion.h"

#include "ui/words/keychain.h"
#include "ui/words/money.h"

#include <QtWidgets/QCheckBox>

using namespace Qt::StringLiterals;

namespace keyway {

RemoveQuestion::RemoveQuestion(const engine::IntegrationSummary &summary,
                               const KeychainStatus &keychain, const QUrl &keyPage, QWidget *parent)
    : QuestionDialog(tr("Remove %1?").arg(summary.integration.name), parent)
{
    const Integration &integration = summary.integration;
    const QString &service = summary.serviceName;
    setService(integration.service, service);
    const bool kept
        = integration.keySource == KeySource::Keychain || integration.keySource == KeySource::Vault;
    if (kept) {
        const QString place = integration.keySource == KeySource::Vault
            ? tr("Keyway vault")
            : words::keychainName(keychain);
        addParagraph(
            integration.keyTail.isEmpty()
                ? tr("Its key is deleted from your %1. It keeps working at %2 until you revoke it "
                     "there.")
                      .arg(place, service)
                : tr("The key ending %1 is deleted from your %2. It keeps working at %3 until you "
                     "revoke it there.")
                      .arg(integration.keyTail, place, service));
    }
    addParagraph(
        summary.requestsThisMonth == 0
            ? tr("Your history stays. There are no requests this month.")
            : tr("Your history stays: %1 and %2 this month remain in your records.",
                 "a number of requests, an amount")
                  .arg(tr("%n request(s)", nullptr, static_cast<int>(summary.requestsThisMonth)),
                       words::money(summary.thisMonth)));
    if (kept && keyPage.isValid()) {
        m_openPage = addCheckBox(tr("Open %1's page to revoke the key afterwards").arg(service));
        m_openPage->setChecked(true);
    }
    addAnswer(u"cancel"_s, tr("Cancel"));
    if (integration.enabled)
        addAnswer(u"disable"_s, tr("Disable instead"));
    addAnswer(u"remove"_s, tr("Remove"), ButtonKind::Danger);
}

bool RemoveQuestion::wantsKeyPage() const
{
    return m_openPage && m_openPage->isChecked();
}

} // namespace keyway

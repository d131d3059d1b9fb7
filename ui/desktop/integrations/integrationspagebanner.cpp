#include "ui/desktop/integrations/integrationspage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/pageheader.h"
#include "ui/words/dates.h"
#include "ui/words/health.h"
#include "ui/words/keychain.h"

#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;
using keyway::engine::Health;
using keyway::engine::IntegrationSummary;

namespace keyway {

void IntegrationsPage::setPrimaryFilled(bool filled)
{
    m_header->setPrimaryFilled(filled);
}

void IntegrationsPage::showBanner()
{
    m_bannerHolder->hide();
    m_header->setPrimaryFilled(true);
    const bool keysWanted = std::any_of(
        m_overview.integrations.cbegin(), m_overview.integrations.cend(), [](const auto &summary) {
            return summary.integration.keySource == KeySource::Keychain
                || summary.integration.keySource == KeySource::Vault;
        });
    QList<IntegrationSummary> held, down;
    for (const auto &summary : m_overview.integrations) {
        if (summary.health == Health::Held)
            held += summary;
        else if (summary.health == Health::Down)
            down += summary;
    }
    if (!m_problem.title.isEmpty()) {
        m_banner->setLevel(Banner::Level::Error);
        m_banner->setIcon({});
        m_banner->setClosable(!m_problemUntilRead);
        m_banner->clearButtons();
        m_banner->setMessage(m_problem.title, m_problem.text);
        m_banner->show();
        m_bannerHolder->show();
    } else if (m_keychain.state != KeychainState::Ready
               && (keysWanted || m_keychain.state != KeychainState::Locked)) {
        showKeychainBanner();
    } else if (held.isEmpty() || !showHeldBanner(held)) {
        if (!down.isEmpty())
            showDownBanner(down);
    }
}

void IntegrationsPage::showKeychainBanner()
{
    const words::Message message = words::keychainMessage(m_keychain, m_hasVault);
    m_banner->setLevel(Banner::Level::Warning);
    m_banner->setIcon(u"lock"_s);
    m_banner->setClosable(false);
    m_banner->clearButtons();
    m_banner->setMessage(message.title, message.text);
    bool first = true;
    for (const words::Action action : message.actions) {
        // While keys cannot be used, making them usable is the page's one filled button.
        QPushButton *button = m_banner->addButton(
            words::actionText(action), first ? ButtonKind::Primary : ButtonKind::Secondary);
        if (first)
            button->setIcon(themeOf(this).icon(u"key"_s, Token::TextOnAccent));
        first = false;
        connect(button, &QPushButton::clicked, this,
                [this, action] { Q_EMIT keychainActionRequested(action); });
    }
    m_header->setPrimaryFilled(false);
    m_banner->show();
    m_bannerHolder->show();
}

/// Whom prompts go to while `missing` is out; empty: nobody.
QString IntegrationsPage::substituteOf(const IntegrationSummary &missing) const
{
    for (const auto &summary : m_overview.integrations) {
        if ((summary.health == Health::Active || summary.health == Health::Degraded)
            && summary.integration.automaticRouting && summary.integration.allowFallback
            && summary.types.intersects(missing.types))
            return summary.integration.name;
    }
    return {};
}

/// The service's name, where it tells which integration is meant.
QString IntegrationsPage::spokenName(const IntegrationSummary &summary) const
{
    const auto same = std::count_if(
        m_overview.integrations.cbegin(), m_overview.integrations.cend(), [&](const auto &other) {
            return other.integration.service == summary.integration.service;
        });
    return same == 1 ? summary.serviceName : summary.integration.name;
}

bool IntegrationsPage::prepareBanner(const QString &title, const QString &text)
{
    if (m_closedBanners.contains(title + u' ' + text))
        return false;
    m_banner->setLevel(Banner::Level::Error);
    m_banner->setIcon({});
    m_banner->clearButtons();
    m_banner->setMessage(title, text);
    m_banner->setClosable(true);
    return true;
}

bool IntegrationsPage::showHeldBanner(const QList<IntegrationSummary> &held)
{
    const IntegrationSummary &first = held.first();
    const QString instead = substituteOf(first);
    QString text = instead.isEmpty() ? tr("No other service can take over.")
                                     : tr("Your prompts go to %1 meanwhile.").arg(instead);
    if (held.size() > 1)
        text = tr("%n more integration(s) are stopped too.", nullptr,
                  static_cast<int>(held.size() - 1));
    const QString title
        = tr("%1 is stopped: %2.")
              .arg(first.integration.name, words::healthDetail(first, m_now, m_overview.today));
    if (!prepareBanner(title, text))
        return false;
    const Id id = first.integration.id;
    QPushButton *configure = m_banner->addButton(tr("Configure"));
    configure->setAccessibleName(tr("Configure %1").arg(first.integration.name));
    connect(configure, &QPushButton::clicked, this, [this, id] { Q_EMIT configureRequested(id); });
    addTryNow(first);
    m_banner->show();
    m_bannerHolder->show();
    return true;
}

void IntegrationsPage::addTryNow(const IntegrationSummary &summary)
{
    const Id id = summary.integration.id;
    QPushButton *tryNow = m_banner->addButton(tr("Try now"));
    tryNow->setAccessibleName(tr("Try %1 now").arg(summary.integration.name));
    connect(tryNow, &QPushButton::clicked, this, [this, id] { Q_EMIT testRequested(id); });
}

void IntegrationsPage::showDownBanner(const QList<IntegrationSummary> &down)
{
    const IntegrationSummary &first = down.first();
    const QString instead = substituteOf(first);
    const QString name = spokenName(first);
    const QString since = first.downSince ? words::moment(*first.downSince, m_now) : QString();
    const QString title = since.isEmpty() ? tr("%1 does not answer.").arg(name)
                                          : tr("%1 has not answered since %2.").arg(name, since);
    QString text = instead.isEmpty() ? tr("No other service can take over.")
                                     : tr("Your prompts go to %1 meanwhile.").arg(instead);
    if (down.size() > 1)
        text = tr("%n more service(s) do not answer either.", nullptr,
                  static_cast<int>(down.size() - 1));
    if (!prepareBanner(title, text))
        return;
    addTryNow(first);
    const QUrl page = m_statusPages.value(first.integration.service);
    if (page.isValid()) {
        QPushButton *status = m_banner->addButton(tr("Their status page"));
        status->setIcon(themeOf(this).icon(u"open-external"_s));
        connect(status, &QPushButton::clicked, this, [this, page] { Q_EMIT urlRequested(page); });
    }
    m_banner->show();
    m_bannerHolder->show();
}

} // namespace keyway

#include "ui/desktop/statusfacts.h"

#include "ui/words/dates.h"
#include "ui/words/keychain.h"
#include "ui/words/money.h"

#include <QtCore/QCoreApplication>

namespace keyway {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(StatusFacts)
};

bool couldAnswer(engine::Health health)
{
    return health == engine::Health::Active || health == engine::Health::Degraded;
}

StatusLine::Keychain keychainPart(KeychainState state)
{
    switch (state) {
    case KeychainState::Ready:
        return StatusLine::Keychain::Unlocked;
    case KeychainState::Locked:
        return StatusLine::Keychain::Locked;
    default:
        return StatusLine::Keychain::Unavailable;
    }
}

} // namespace

StatusLine statusLine(const engine::Overview &overview,
                      const std::optional<KeychainStatus> &keychain, const QLocale &locale)
{
    StatusLine line;
    if (keychain) {
        line.keychain = keychainPart(keychain->state);
        line.keychainWords = words::keychainWord(*keychain);
    }
    for (const engine::IntegrationSummary &summary : overview.integrations) {
        line.services += summary.integration.enabled ? 1 : 0;
        line.ready += couldAnswer(summary.health) ? 1 : 0;
    }
    const QStringList amounts
        = words::addedUp({overview.monthCost, overview.monthFee}, overview.monthTotal, locale);
    line.today = words::money(overview.todayTotal, locale);
    line.month = words::monthName(overview.today, locale);
    line.cost = amounts.at(0);
    line.fee = amounts.at(1);
    line.total = amounts.at(2);
    line.spoken = Text::tr("Today %1. %2 %3, fee %4, total %5.")
                      .arg(words::spokenMoney(overview.todayTotal, locale), line.month,
                           words::spokenMoney(overview.monthCost, locale),
                           words::spokenMoney(overview.monthFee, locale),
                           words::spokenMoney(overview.monthTotal, locale));
    return line;
}

} // namespace keyway

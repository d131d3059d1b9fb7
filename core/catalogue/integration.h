#pragma once

#include "core/base/id.h"
#include "core/catalogue/catalogue.h"
#include "core/catalogue/connectionpolicy.h"

#include <chrono>
#include <optional>

namespace keyway {

enum class KeySource { None, Keychain, Vault, Environment };
/// What happens when a limit in money is reached.
enum class LimitAction {
    Stop, ///< the last answers are shortened to what is left, then nothing is asked that costs
    WarnOnly,
    FallBack, ///< answers stay whole: who costs too much is left out, cheaper ones go on
    Ask ///< answers stay whole: who could pass it is asked with the user's word alone
};

/// Why an integration is left out of routing until it was tested again.
struct Hold {
    Error::Kind kind = Error::Kind::Auth;
    QDateTime since;
    QString model; ///< set where only this model is gone
};

/// One user's connection to a service. The key itself is in a SecretStore, under an entry named by
/// id.
struct Integration {
    Id id;
    QString name; ///< unique among the user's integrations, compared without case
    QString service;
    QUrl baseUrl; ///< always set; the key is bound to this origin
    QString model; ///< the default model
    bool enabled = true;
    KeySource keySource = KeySource::Keychain;
    QString keyTail; ///< last four characters, empty without a key
    int position = 0; ///< "my order"
    QDateTime addedAt;
    std::optional<QDateTime> lastUsedAt;
    std::optional<QDateTime> disabledAt;
    std::optional<QDateTime> testedAt; ///< the last time its key was accepted
    std::optional<Money> monthlyLimit;
    LimitAction limitAction = LimitAction::Stop;
    int warnAtPercent = 80;
    std::chrono::seconds firstByteTimeout{120};
    bool automaticRouting = true; ///< takes part where the user did not name it
    bool allowFallback = true; ///< is asked when another one failed
    ConnectionPolicy connection;
    OwnTerms terms; ///< prices and discounts of the user's own
    std::optional<Hold> hold;
};

QString nameOf(KeySource source);
std::optional<KeySource> keySourceFromName(QStringView name);
QString nameOf(LimitAction action); ///< `stop`, `warn`, `fall-back`
std::optional<LimitAction> limitActionFromName(QStringView name);

/// Whether a base URL may be used: https anywhere, http only to loopback; a host; no user, query or
/// fragment. Returns it without a trailing slash. Error: Rejected, reason `bad-url`, `insecure-url`
/// or `url-with-credentials`.
Result<QUrl> checkedBaseUrl(const QString &text);

} // namespace keyway

#pragma once

#include "core/engine/accounts.h"
#include "ui/desktop/usage/recordwords.h"

#include <QtCore/QLocale>

#include <optional>

namespace keyway {

/// One account with a service: our figure and its own of the same days.
struct AccountFigures {
    QString service;
    QString name; ///< for people; with those of its integrations where there are several
    Money ours;
    std::optional<Money> theirs;
    ServiceSays says = ServiceSays::DoesNotTell;
    QString why; ///< a sentence; empty where there is nothing to say
};

/// All accounts of a month, the dearest first, and the sums of those that both sides tell of.
struct AccountsOfMonth {
    QDate month; ///< its first day
    QList<AccountFigures> accounts;
    Money ours, theirs;
    int compared = 0;
    bool agree = false; ///< none of the compared ones differs
};
AccountsOfMonth accountsOfMonth(const engine::Reconciliation &reconciliation,
                                const QLocale &locale = {});

} // namespace keyway

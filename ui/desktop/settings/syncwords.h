#pragma once

#include "core/sync/syncstatus.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>

#include <optional>

namespace keyway {

/// What the status bar says of sending; empty where nobody is signed in.
struct SyncWord {
    QString text;
    bool wrong = false;
};
SyncWord syncWord(const SyncStatus &status, const QDateTime &now, const QLocale &locale = {});

/// What keeps records from being sent, for a banner.
struct SyncNotice {
    enum class Help { TryNow, SignIn };
    QString icon;
    QString title; ///< a sentence
    QString text; ///< what it means, and that prompts go on
    Help help = Help::TryNow;
};
std::optional<SyncNotice> syncNotice(const SyncStatus &status, const QDateTime &now,
                                     const QLocale &locale = {});

/// "Last sent at 14:31: 61 usage records."
QString lastSentWords(const SyncStatus &status, const QDateTime &now, const QLocale &locale = {});
/// "3 records wait. Next try at 14:36."
QString waitingWords(const SyncStatus &status, const QDateTime &now, const QLocale &locale = {});
/// Why the server did not take a record.
QString notTakenWords(const RecordNotTaken &record);

/// The sentence for an error of the account: never empty.
QString accountProblem(const Error &error);

} // namespace keyway

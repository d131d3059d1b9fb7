#pragma once

#include "core/base/error.h"
#include "core/client/servicehealth.h"
#include "core/wire/healthreport.h"

#include <QtCore/QJsonObject>
#include <QtCore/QLocale>
#include <QtCore/QString>

namespace keyway::words {

QString adminRoleName(const QString &role); ///< "Owner"; the server's own word where it is new
/// What was done: "Signed in", "Key added", ...; the server's own word where it is new.
QString auditAction(const QString &action);
/// What an entry is about: "OpenAI · free tier".
QString auditDetail(const QJsonObject &detail);

/// "Working", "Down", ...
QString serviceStateWord(ServiceState state);
/// How attempts ended: "no answer in time", ...
QString outcomeWords(ServiceOutcome outcome);
/// "up to 0.5 s", "over 60 s"; a dash for None.
QString latencyWords(LatencyBucket bucket, const QLocale &locale = {});

/// "99.2%"; a dash of nothing.
QString share(qint64 part, qint64 whole, const QLocale &locale = {});
/// "November 2026"
QString monthAndYear(const QDate &month, const QLocale &locale = {});

/// What went wrong with the server, and what helps. Never empty.
QString adminErrorWords(const Error &error);

} // namespace keyway::words

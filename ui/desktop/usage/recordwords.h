#pragma once

#include "core/usage/usagerecord.h"

#include <QtCore/QLocale>

namespace keyway {

/// What a service says about the cost of an attempt, beside ours.
enum class ServiceSays {
    Same, ///< within $0.0001 or 0.1 %
    Differs,
    DoesNotTell, ///< not per reply
    RunsHere,
    NotCharged, ///< it failed before anything was billed
    NotEnded,
    NotYet ///< it tells later
};
ServiceSays serviceSays(const UsageRecord &record);
/// "same", "differs", "does not tell", ...
QString serviceSaysWord(ServiceSays says);
/// "✓ $0.0132", "runs here", ...
QString serviceSaysText(const UsageRecord &record, const QLocale &locale = {});
/// "completed", "failed", ... for people.
QString outcomeText(Outcome outcome);
/// What came out: "842", or "2 images", "5 s" where that is what was made.
QString outText(const UsageRecord &record, const QLocale &locale = {});
/// A row in words, for screen readers.
QString spokenRecord(const UsageRecord &record, const QString &serviceName,
                     const QLocale &locale = {});

} // namespace keyway

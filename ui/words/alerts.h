#pragma once

#include "core/guard/alert.h"
#include "core/guard/spendinglimit.h"
#include "ui/words/message.h"

#include <QtCore/QLocale>

namespace keyway::words {

// A heading without a full stop, and what it means.

/// What was unusual, in local time.
Message alertWords(const guard::Alert &alert, const QLocale &locale = {});
/// How near its end a limit is, which is for `name`; empty where it is fine.
Message limitAlertWords(const guard::LimitUse &use, const QString &name, const QDate &today,
                        const QLocale &locale = {});

} // namespace keyway::words

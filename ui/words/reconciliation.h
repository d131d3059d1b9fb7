#pragma once

#include "core/usage/reconciliation.h"

#include <QtCore/QLocale>
#include <QtCore/QString>

namespace keyway::words {

/// One cause of a difference: "$0.02 used elsewhere with this account".
QString causeWords(const DifferencePart &part, const QLocale &locale = {});
/// All causes in one line; empty where both sides say the same.
QString causesWords(const Comparison &comparison, const QLocale &locale = {});
/// "same", "explained", "not billed yet", "look".
QString agreementWord(Agreement agreement);
/// "The service says $33.91, Keyway counted $33.88: $0.03 more."
QString comparisonWords(const QString &service, const Comparison &comparison,
                        const QLocale &locale = {});
/// Why there is no comparison, by the name of an engine::AccountState; empty where there is one.
QString accountStateWords(const QString &state, const QString &service);

} // namespace keyway::words

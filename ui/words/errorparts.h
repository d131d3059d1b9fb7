#pragma once

#include "ui/words/errors.h"

#include <optional>
#include <span>

namespace keyway::words {

/// What is said of an error for a reason that Keyway itself gives. Its texts wait for their
/// translation, in the context of errorWords().
struct Situation {
    QList<QLatin1StringView> reasons;
    const char *title;
    const char *text;
    QList<Action> actions;
    QString ErrorFacts::*of = nullptr; ///< what %1 stands for
    const char *unnamed = nullptr; ///< the title where that is not known
};
/// Nothing for a reason that none of them has.
std::optional<Message> messageAbout(const QString &reason, std::span<const Situation> known,
                                    const ErrorFacts &facts);

// The parts of errorWords(), by who is concerned.

/// Nothing where neither a proxy nor a certificate file is concerned.
std::optional<Message> connectionErrorWords(const Error &error, const ErrorFacts &facts);
Message serviceErrorWords(const Error &error, const ErrorFacts &facts, const QLocale &locale);
Message requestErrorWords(const Error &error, const ErrorFacts &facts, const QLocale &locale);
Message computerErrorWords(const Error &error, const ErrorFacts &facts, const QLocale &locale);

} // namespace keyway::words

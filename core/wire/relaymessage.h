#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/usage/usagerecord.h"

#include <QtCore/QJsonObject>
#include <QtCore/QList>

#include <optional>

namespace keyway {

/// A prompt for the free tier: it passes through Keyway's server, which asks the service with the
/// platform's own key and keeps no word of it. Text alone.
struct RelayPrompt {
    static constexpr qsizetype mostTurns = 200;
    static constexpr qint64 mostOutputTokens = 4096;

    struct Turn {
        bool byUser = true;
        QString text;
        friend bool operator==(const Turn &, const Turn &) = default;
    };

    Id requestId; ///< the application's own
    AppClass app = AppClass::CommandLine;
    QString service;
    QString model; ///< empty: the service's default
    QString instructions;
    QList<Turn> turns; ///< the last one is the user's
    std::optional<qint64> maxOutputTokens;

    QJsonObject toJson() const;
    /// Strict. Error: Rejected, `bad-body`; its detail names the field and never its value.
    static Result<RelayPrompt> fromJson(const QJsonObject &json);
    friend bool operator==(const RelayPrompt &, const RelayPrompt &) = default;
};

} // namespace keyway

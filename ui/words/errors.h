#pragma once

#include "core/base/error.h"
#include "core/money/money.h"
#include "ui/words/message.h"

#include <QtCore/QDate>
#include <QtCore/QLocale>

#include <chrono>
#include <optional>

namespace keyway::words {

/// What is known beside an Error; anything may be missing, then the sentence does without it.
struct ErrorFacts {
    QString serviceName; ///< "OpenAI"
    QString integrationName; ///< "OpenAI (GPT-4)"
    QString keyTail; ///< last four characters
    QString model;
    QString host; ///< where it was sent
    QString keychainName; ///< "GNOME Keyring"
    bool local = false; ///< the service runs on this computer
    bool newKey = false; ///< the key was just typed, not one that used to work
    int keyLength = 0; ///< of the key that was typed
    int usualKeyLength = 0; ///< of the service's keys; 0: varies
    qint64 limitTokens = 0;
    qint64 promptTokens = 0;
    std::optional<Money> limit;
    std::optional<QDate> limitRestarts;
    std::chrono::milliseconds waited{0};
};

/// The sentence for an error of any kind and reason: never empty, never with a key or a prompt.
Message errorWords(const Error &error, const ErrorFacts &facts = {}, const QLocale &locale = {});

/// "401 invalid_api_key"; empty where the service said nothing.
QString errorCode(const Error &error);

} // namespace keyway::words

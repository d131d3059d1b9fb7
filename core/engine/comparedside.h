#pragma once

#include "core/engine/answer.h"
#include "core/storage/conversationstore.h"

#include <optional>

namespace keyway::engine {

/// Who was asked at one side of a comparison. Each side is a request of its own that asks nobody
/// else, and an answer of its own in the conversation; this is kept in the details of the answer.
struct ComparedSide {
    int place = 0; ///< from the left, 0 on; of several answers at a place the last one holds
    Id integration;
    QString integrationName; ///< as it was called
    QString service;
    QString model;
    bool kept = false; ///< the conversation goes on from this one

    /// Put into what is kept with an answer anyway.
    QJsonObject in(QJsonObject details) const;
    /// For the details of a turn that answers the kept prompt again: nobody is asked where `answer`
    /// is not one of the last prompt's (any more), Error Rejected `no-such-answer`.
    QJsonObject beside(const Id &answer) const;
    /// Takes that out of them.
    static std::optional<Id> takeBeside(QJsonObject &details);
    /// Nothing for an answer that stands alone.
    static std::optional<ComparedSide> of(const StoredMessage &message);
    /// Asks this one alone.
    AskOptions options() const;
    friend bool operator==(const ComparedSide &, const ComparedSide &) = default;
};

} // namespace keyway::engine

#pragma once

#include "core/engine/answer.h"
#include "core/engine/comparedside.h"
#include "core/engine/overview.h"
#include "core/fees/feepolicy.h"
#include "core/secrets/secretstore.h"
#include "core/storage/conversationstore.h"
#include "ui/desktop/attachmentreader.h"

namespace keyway {

/// One attempt as the page shows it; a running one grows.
struct AttemptValue {
    UsageRecord record;
    QString text;
    std::optional<Error> error;
    std::optional<UnitPrices> prices; ///< nothing: the price is not known
    TokenUsage usage; ///< of a running one as far as the service told
    qint64 promptTokens = 0; ///< estimate, while the service has not counted
    bool running = false;
};

/// An answer and how it came about.
struct AnswerValue {
    enum class State {
        Asking,
        Waiting,
        Writing,
        Complete,
        Stopped,
        Interrupted, ///< kept unfinished: Keyway ended while it was written
        Failed
    };
    Id messageId;
    Id requestId;
    State state = State::Asking;
    QString text; ///< of the last attempt that wrote
    QList<AttemptValue> attempts;
    std::optional<routing::RoutePlan> plan;
    std::optional<Error> error;
    QList<routing::Candidate> notAsked; ///< without the user's word; `stoppedBefore` says why
    engine::StoppedBefore stoppedBefore = engine::StoppedBefore::Nothing;
    bool stoppedHere = false; ///< the user chose not to ask them
    /// The integration whose answer to the same prompt failed before this one.
    QString fellBackFrom;
    QString waitingFor; ///< the integration that is asked again after a while
    int version = 1, versions = 1; ///< of several answers to one prompt
    QDateTime startedAt;

    bool isRunning() const
    {
        return state == State::Asking || state == State::Waiting || state == State::Writing;
    }
    /// It came to no end, and another answer to the same prompt follows.
    bool isReplaced() const { return state == State::Failed && version < versions; }
    Money cost() const;
    Money total() const;
    bool costKnown() const; ///< of every attempt that may have been charged
    qint64 tokensOut() const;
};

/// Answers of several models to one prompt, side by side.
struct ComparisonValue {
    struct Side {
        engine::ComparedSide asked;
        AnswerValue answer; ///< the newest one at its place
    };
    QList<Side> sides; ///< each at its place

    bool isEmpty() const { return sides.isEmpty(); }
    bool isRunning() const;
    /// Which of `sides` the conversation goes on from.
    std::optional<qsizetype> kept() const;
    /// There is something to choose, and nothing was chosen yet.
    bool isUndecided() const;
    /// One of its answers is in the conversation that is kept, and with it the prompt.
    bool isStored() const;
    /// What the next prompt follows; may be null.
    const AnswerValue *followed() const;
    /// The one of the side at this place; may be null.
    AnswerValue *answerAt(int place);
    /// Puts a side at its place, where a newer answer takes that of an older one.
    void insert(const Side &side);
    // Who was soonest and who costs least, once all answered completely; nothing for two alike.
    std::optional<qsizetype> fastest() const;
    std::optional<qsizetype> cheapest() const;
};

/// What the user wants of one side of a comparison.
struct SideWish {
    enum class What {
        Keep, ///< the conversation goes on from it
        Ask, ///< `side`, again or instead of the one at its place
        Stop, ///< what it writes
        StopHere ///< do not ask it, although it could be with the user's word
    };
    What what = What::Ask;
    engine::ComparedSide side;
    bool mayPassLimits = false; ///< Ask: the user gave the word
    bool evenDisabled = false; ///< Ask: although the user disabled it
};

/// What the user wrote, an answer to it, or several side by side.
struct MessageValue {
    std::optional<QString> prompt;
    AnswerValue answer; ///< where `prompt` and `comparison` are empty
    QList<AttachedFile> files = {}; ///< that go with the prompt
    ComparisonValue comparison = {};

    bool isAnswer() const { return !prompt && comparison.isEmpty(); }
};

/// Numbers the answers to each prompt, and tells each which one failed before it.
void countVersions(QList<MessageValue> &messages);

struct ConversationValue {
    std::optional<Id> id; ///< nothing: a new one
    QString title;
    Money total; ///< as kept: of all its answers
    QList<MessageValue> messages;
    int answers() const;
    /// The comparison at the end; may be null.
    ComparisonValue *lastComparison();
    const ComparisonValue *lastComparison() const;
    /// It ends with answers of which the user has to keep one first.
    bool isUndecided() const { return lastComparison() && lastComparison()->isUndecided(); }
};

/// What can be asked, and what it costs.
struct ServicesValue {
    QList<engine::IntegrationSummary> integrations;
    Catalogue catalogue;
    FeePolicy fee;
    KeychainStatus keychain{KeychainState::Ready, {}, {}};
    bool hasVault = false;
    Money askAbove = Money::fromCents(50);
    Strategy strategy = Strategy::MyOrder; ///< of Settings, where a prompt names none

    const engine::IntegrationSummary *integration(const Id &id) const;
    QString serviceName(const QString &service) const;
    /// Whether a model of a service takes this parameter.
    bool takes(const QString &service, const QString &model, const QString &parameter) const;
};

/// What the user set for the next prompt.
struct PromptDraft {
    QString text;
    std::optional<Strategy> strategy; ///< nothing: the one of Settings
    std::optional<Id> integration; ///< ask only this one
    QString service, model; ///< with `integration`, another model of it
    std::optional<qint64> maxTokens;
    std::optional<int> temperature; ///< in tenths
    QString instructions;
    QList<AttachedFile> files; ///< that go with it
    bool compare = false; ///< ask each of `sides` instead
    QList<engine::ComparedSide> sides;
};

} // namespace keyway

#pragma once

#include "ui/desktop/passingproblem.h"
#include "ui/desktop/prompts/promptsbackend.h"

#include <QtCore/QHash>
#include <QtCore/QTimer>

#include <functional>
#include <memory>

namespace keyway {

class PromptsPage;
class UndoMessage;

/// Connects the page with the engine: which conversation is shown, what runs, what the next prompt
/// will cost, and the drafts of every conversation, which are kept in memory.
class PromptsController : public QObject {
    Q_OBJECT
public:
    using Now = std::function<QDateTime()>;

    /// All outlive the controller. `now` is the time of the computer; tests give another one.
    PromptsController(PromptsPage *page, PromptsBackend *backend, UndoMessage *undo,
                      Now now = &QDateTime::currentDateTimeUtc, QObject *parent = nullptr);
    ~PromptsController() override;

    /// Loads what the page shows.
    void start();
    void setEstimateDelay(int milliseconds) { m_estimateTimer.setInterval(milliseconds); }

private:
    /// An answer that is being written, whichever conversation is shown.
    struct Run {
        std::optional<Id> conversation;
        QString prompt;
        AnswerValue answer;
        std::optional<CancelSource> cancel;
        bool ended = false;
        std::optional<engine::ComparedSide> side; ///< of a comparison
        bool stopped = false; ///< before it was asked
    };
    using RunPointer = std::shared_ptr<Run>;
    /// What is known of the prices of a comparison.
    struct SidesPrice {
        Money sum; ///< of those that have a price
        bool allKnown = true;
        QString why; ///< of the first one that cannot be asked
    };

    void connectPage();
    void reloadServices();
    void reloadConversations();
    void loadMore();
    void show(const std::optional<Id> &id);
    void showStored(const Id &id, const PromptsBackend::Stored &stored);
    AnswerValue answerOf(const StoredMessage &message, const PromptsBackend::Stored &stored) const;
    std::optional<UnitPrices> pricesOf(const UsageRecord &record) const;
    void search(const QString &text);
    void remove(const Id &id);

    PromptRequest requestFor(const PromptDraft &draft, bool withHistory) const;
    engine::AskOptions optionsFor(const PromptDraft &draft) const;
    void estimate();
    /// `most`: the amount is an upper bound.
    void showEstimate(std::optional<Money> amount, bool most);
    void send();
    void confirmed(const std::optional<Id> &integration, const QString &model);
    void sendNow(const PromptDraft &draft);
    void askAgain(const engine::AskOptions &options);
    void tryWith(const Id &integration, const QString &model);
    void askNext();
    void useDisabled(const Id &integration);
    void keepStoppedHere(const AnswerValue &answer);
    // Several models at once
    void estimateSides(const PromptDraft &draft);
    void priceSides(const PromptDraft &draft,
                    const std::function<void(const SidesPrice &price)> &done);
    void sendCompared(const PromptDraft &draft);
    void askSides(const PromptDraft &draft);
    void wish(int message, const SideWish &wish);
    void keepSide(int message, const engine::ComparedSide &side);
    void askSide(const SideWish &wish);
    void sendAgain(const SideWish &wish);
    RunPointer runOf(const engine::ComparedSide &side);
    void askBeside(const QList<RunPointer> &runs, engine::ConversationTurn turn);
    void tellRun(const RunPointer &run);
    void tellAsked(const PromptDraft &draft);
    void tellVersions();
    void stop();
    void start(const RunPointer &run, const engine::ConversationTurn &turn);
    /// `kept` is called once: when the place of the answer is known, or when there will be none.
    void ask(const RunPointer &run, const engine::ConversationTurn &turn,
             const std::function<void()> &kept = {});
    void take(const RunPointer &run, const QList<engine::AnswerEvent> &events);
    void finish(const RunPointer &run, const Result<engine::Answer> &answer);
    bool isShown(const RunPointer &run) { return shownAnswer(run) != nullptr; }
    RunPointer shownRun();
    /// Where the answer of a run stands in what is shown; null where it is not shown.
    AnswerValue *shownAnswer(const RunPointer &run);
    AnswerValue *lastAnswer();
    void report(const Error &error);
    /// Reads what is shown again, where another window was writing to it.
    void readAgain();
    QString titleOf(const Id &id) const;
    void showConversations();
    PromptDraft draftOf(const Id &id) const;

    PromptsPage *m_page;
    PromptsBackend *m_backend;
    UndoMessage *m_undo;
    Now m_now;
    QList<Conversation> m_conversations;
    bool m_more = false;
    ConversationValue m_shown;
    QList<RunPointer> m_runs;
    QHash<QString, PromptDraft> m_drafts; ///< by conversation; the empty name is the new one's
    PromptDraft m_asked; ///< waits for the answer about its cost
    QTimer m_estimateTimer;
    QTimer m_changedTimer;
    QTimer m_clockTimer;
    PassingProblem m_problem;
    int m_explaining = 0, m_reading = 0,
        m_searching = 0; ///< the newest question; older answers are dropped
};

} // namespace keyway

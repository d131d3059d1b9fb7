#include "promptscontroller.h"

#include "ui/desktop/prompts/composer.h"
#include "ui/desktop/prompts/conversationlist.h"
#include "ui/desktop/prompts/promptspage.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/undomessage.h"
#include "ui/words/errors.h"
#include "ui/words/money.h"

#include <QtWidgets/QPlainTextEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

constexpr int EstimateMs = 250;
constexpr int ChangedMs = 150;
constexpr int ClockMs = 100;
constexpr qsizetype WindowSize = 100; ///< of the list, as the store gives it

QString draftKey(const std::optional<Id> &id)
{
    return id ? id->toString() : QString();
}

} // namespace

PromptsController::PromptsController(PromptsPage *page, PromptsBackend *backend, UndoMessage *undo,
                                     Now now, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_backend(backend)
    , m_undo(undo)
    , m_now(std::move(now))
{
    m_estimateTimer.setSingleShot(true);
    m_estimateTimer.setInterval(EstimateMs);
    m_changedTimer.setSingleShot(true);
    m_changedTimer.setInterval(ChangedMs);
    m_clockTimer.setInterval(ClockMs);
    connect(&m_estimateTimer, &QTimer::timeout, this, &PromptsController::estimate);
    connect(&m_changedTimer, &QTimer::timeout, this, [this] {
        reloadServices();
        reloadConversations();
    });
    connect(&m_clockTimer, &QTimer::timeout, this, [this] {
        if (shownRun())
            m_page->setNow(m_now());
        else
            m_clockTimer.stop();
    });
    connect(m_backend, &PromptsBackend::changed, this, [this] {
        if (!m_changedTimer.isActive())
            m_changedTimer.start();
    });
    connectPage();
}

PromptsController::~PromptsController()
{
    for (const RunPointer &run : std::as_const(m_runs)) {
        if (run->cancel)
            run->cancel->cancel();
    }
}

void PromptsController::connectPage()
{
    connect(m_page, &PromptsPage::conversationChosen, this, [this](const Id &id) { show(id); });
    connect(m_page, &PromptsPage::newRequested, this, [this] {
        show({});
        m_page->composer()->field()->setFocus();
    });
    connect(m_page, &PromptsPage::searchChanged, this, &PromptsController::search);
    connect(m_page, &PromptsPage::moreRequested, this, &PromptsController::loadMore);
    connect(m_page, &PromptsPage::renameRequested, this,
            [this](const Id &id, const QString &title) {
                for (Conversation &known : m_conversations) {
                    if (known.id == id)
                        known.title = title;
                }
                m_backend->rename(id, title, this, [this, id, title](const Result<Done> &done) {
                    if (!done)
                        report(done.error());
                    else if (m_shown.id == id) {
                        m_shown.title = title;
                        m_page->setHeader(m_shown);
                    }
                    reloadConversations();
                });
            });
    connect(m_page, &PromptsPage::deleteRequested, this, &PromptsController::remove);
    connect(m_page, &PromptsPage::draftChanged, &m_estimateTimer, qOverload<>(&QTimer::start));
    connect(m_page, &PromptsPage::sendRequested, this, &PromptsController::send);
    connect(m_page, &PromptsPage::sendConfirmed, this, &PromptsController::confirmed);
    connect(m_page, &PromptsPage::stopRequested, this, &PromptsController::stop);
    connect(m_page, &PromptsPage::tryAgainRequested, this,
            [this] { askAgain(optionsFor(m_page->draft())); });
    connect(m_page, &PromptsPage::tryWithRequested, this, &PromptsController::tryWith);
    connect(m_page, &PromptsPage::askNextRequested, this, &PromptsController::askNext);
    connect(m_page, &PromptsPage::stopHereRequested, this, [this] {
        if (AnswerValue *answer = lastAnswer()) {
            answer->stoppedHere = true;
            m_page->updateAnswer(*answer, m_now());
        }
    });
}

void PromptsController::start()
{
    reloadServices();
    reloadConversations();
}

void PromptsController::reloadServices()
{
    m_backend->services(this, [this](const Result<ServicesValue> &services) {
        if (!services) {
            report(services.error());
            return;
        }
        m_page->setServices(*services);
        m_estimateTimer.start();
    });
}

void PromptsController::reloadConversations()
{
    m_backend->conversations({}, this, [this](const Result<QList<Conversation>> &first) {
        if (!first) {
            report(first.error());
            return;
        }
        // Older ones that were loaded already stay.
        QList<Conversation> all = *first;
        if (all.size() >= WindowSize) {
            for (const Conversation &known : std::as_const(m_conversations)) {
                if (known.updatedAt < all.last().updatedAt)
                    all.append(known);
            }
            std::sort(all.begin(), all.end(), [](const Conversation &a, const Conversation &b) {
                return a.updatedAt > b.updatedAt;
            });
        } else {
            m_more = false;
        }
        if (all.size() == first->size())
            m_more = first->size() >= WindowSize;
        m_conversations = all;
        m_page->setConversations(all, m_more, m_now());
        for (const Conversation &conversation : all) {
            if (m_shown.id == conversation.id) {
                m_shown.title = conversation.title;
                if (!shownRun())
                    m_shown.total = conversation.total();
                m_page->setHeader(m_shown);
            }
        }
    });
}

void PromptsController::loadMore()
{
    if (m_conversations.isEmpty())
        return;
    m_backend->conversations(m_conversations.last(), this,
                             [this](const Result<QList<Conversation>> &older) {
                                 if (!older) {
                                     report(older.error());
                                     return;
                                 }
                                 m_more = older->size() >= WindowSize;
                                 m_conversations += *older;
                                 m_page->setConversations(m_conversations, m_more, m_now());
                             });
}

void PromptsController::search(const QString &text)
{
    const int question = ++m_searching;
    if (text.trimmed().isEmpty()) {
        m_page->setHits({});
        return;
    }
    m_backend->search(text, this, [this, question](const Result<QList<ConversationHit>> &hits) {
        if (question != m_searching)
            return;
        if (hits)
            m_page->setHits(*hits);
        else
            report(hits.error());
    });
}

QString PromptsController::titleOf(const Id &id) const
{
    const auto found = std::find_if(m_conversations.begin(), m_conversations.end(),
                                    [&](const Conversation &known) { return known.id == id; });
    return found == m_conversations.end() ? QString() : found->title;
}

void PromptsController::remove(const Id &id)
{
    const QString title = titleOf(id);
    m_backend->remove(id, this, [this, id, title](const Result<Done> &done) {
        if (!done) {
            report(done.error());
            return;
        }
        const auto place = std::find_if(m_conversations.begin(), m_conversations.end(),
                                        [&](const Conversation &known) { return known.id == id; });
        std::optional<Conversation> gone;
        if (place != m_conversations.end()) {
            gone = *place;
            m_conversations.erase(place);
        }
        if (m_shown.id == id)
            show({});
        reloadConversations();
        m_undo->offer(tr("“%1” is deleted.").arg(title), this, [this, id, gone] {
            if (gone)
                m_conversations.append(*gone);
            m_backend->restore(id, this, [this, id](const Result<Done> &restored) {
                if (!restored)
                    report(restored.error());
                reloadConversations();
                show(id);
            });
        });
    });
}

void PromptsController::show(const std::optional<Id> &id)
{
    m_drafts.insert(draftKey(m_shown.id), m_page->draft());
    const int question = ++m_reading;
    PromptDraft draft = m_drafts.value(draftKey(id));
    if (!id) {
        m_shown = {};
        m_page->setConversation(m_shown, m_now());
        m_page->setDraft(draft);
        return;
    }
    m_backend->read(*id, this,
                    [this, id, question, draft](const Result<PromptsBackend::Stored> &stored) {
                        if (question != m_reading)
                            return;
                        if (!stored) {
                            report(stored.error());
                            return;
                        }
                        showStored(*id, *stored);
                        m_page->setDraft(draft);
                    });
}

void PromptsController::showStored(const Id &id, const PromptsBackend::Stored &stored)
{
    m_shown = {};
    m_shown.id = id;
    m_shown.title = titleOf(id);
    for (const Conversation &known : std::as_const(m_conversations)) {
        if (known.id == id)
            m_shown.total = known.total();
    }
    const RunPointer run = shownRun();
    for (const StoredMessage &message : stored.messages) {
        if (message.role == StoredMessage::Role::User)
            m_shown.messages.append({message.text, {}});
        else if (run && run->answer.messageId == message.id)
            m_shown.messages.append({{}, run->answer});
        else
            m_shown.messages.append({{}, answerOf(message, stored)});
    }
    // Several answers in a row are versions of one.
    for (qsizetype i = 0; i < m_shown.messages.size();) {
        qsizetype end = i;
        while (end < m_shown.messages.size() && !m_shown.messages.at(end).prompt)
            ++end;
        for (qsizetype v = i; v < end; ++v) {
            m_shown.messages[v].answer.version = int(v - i + 1);
            m_shown.messages[v].answer.versions = int(end - i);
        }
        i = std::max(end, i + 1);
    }
    m_page->setConversation(m_shown, m_now());
    if (run)
        m_clockTimer.start();
    m_estimateTimer.start();
}

std::optional<UnitPrices> PromptsController::pricesOf(const UsageRecord &record) const
{
    const ServicesValue &services = m_page->services();
    const auto *summary = services.integration(record.integrationId);
    const auto quote = services.catalogue.quote({record.service,
                                                 record.model,
                                                 record.modelReported,
                                                 record.startedAt,
                                                 record.usage.tokensIn(),
                                                 {}},
                                                summary ? summary->integration.terms : OwnTerms());
    if (!quote || quote->version != record.priceVersion)
        return {};
    return quote->prices;
}

AnswerValue PromptsController::answerOf(const StoredMessage &message,
                                        const PromptsBackend::Stored &stored) const
{
    AnswerValue answer;
    answer.messageId = message.id;
    answer.text = message.text;
    answer.startedAt = message.createdAt;
    answer.state = message.state == StoredMessage::State::Failed ? AnswerValue::State::Failed
        : message.state == StoredMessage::State::Stopped         ? AnswerValue::State::Stopped
                                                                 : AnswerValue::State::Complete;
    if (!message.requestId)
        return answer;
    answer.requestId = *message.requestId;
    if (const auto plan = stored.plans.constFind(*message.requestId); plan != stored.plans.cend())
        answer.plan = *plan;
    QList<UsageRecord> records = stored.records.value(*message.requestId);
    std::sort(records.begin(), records.end(),
              [](const UsageRecord &a, const UsageRecord &b) { return a.attempt < b.attempt; });
    for (const UsageRecord &record : std::as_const(records)) {
        AttemptValue attempt;
        attempt.record = record;
        attempt.prices = pricesOf(record);
        for (const StoredMessage::Partial &partial : message.partials) {
            if (partial.recordId == record.recordId)
                attempt.text = partial.text;
        }
        if (record.errorKind) {
            Error::ServiceReply reply;
            reply.httpStatus = record.httpStatus;
            reply.code = record.serviceCode;
            reply.requestId = record.serviceRequestId;
            attempt.error = Error(*record.errorKind).withReply(reply);
        }
        answer.attempts.append(attempt);
    }
    if (!answer.attempts.isEmpty() && answer.attempts.last().text.isEmpty())
        answer.attempts.last().text = message.text;
    return answer;
}

void PromptsController::report(const Error &error)
{
    m_page->setProblem(words::errorWords(error));
}

} // namespace keyway

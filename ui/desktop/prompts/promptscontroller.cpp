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
    , m_problem(this)
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
        readAgain();
    });
    connect(&m_clockTimer, &QTimer::timeout, this, [this] {
        if (shownRun())
            m_page->setNow(m_now());
        else
            m_clockTimer.stop();
    });
    connect(m_backend, &PromptsBackend::changed, &m_problem, &PassingProblem::written);
    connect(&m_problem, &PassingProblem::passed, this, [this] { m_page->setProblem({}); });
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
    const auto add = [this](const Result<AttachedFile> &file) {
        if (file)
            m_page->composer()->addFile(*file);
        else
            m_page->setProblem(attachmentErrorWords(file.error()));
    };
    connect(m_page, &PromptsPage::filesWanted, this, [this, add](const QStringList &paths) {
        for (const QString &path : paths)
            readAttachment(path, this, add);
    });
    connect(m_page, &PromptsPage::pictureWanted, this, [this, add](const QImage &picture) {
        attachPicture(picture, tr("Pasted picture.png"), this, add);
    });
    connect(m_page, &PromptsPage::sendRequested, this, &PromptsController::send);
    connect(m_page, &PromptsPage::sendConfirmed, this, &PromptsController::confirmed);
    connect(m_page, &PromptsPage::stopRequested, this, &PromptsController::stop);
    connect(m_page, &PromptsPage::tryAgainRequested, this,
            [this] { askAgain(optionsFor(m_page->draft())); });
    connect(m_page, &PromptsPage::sideWished, this, &PromptsController::wish);
    connect(m_page, &PromptsPage::tryWithRequested, this, &PromptsController::tryWith);
    connect(m_page, &PromptsPage::askNextRequested, this, &PromptsController::askNext);
    connect(m_page, &PromptsPage::useDisabledRequested, this, &PromptsController::useDisabled);
    connect(m_page, &PromptsPage::stopHereRequested, this, [this] {
        if (AnswerValue *answer = lastAnswer()) {
            answer->stoppedHere = true;
            m_page->updateAnswer(*answer, m_now());
            keepStoppedHere(*answer);
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
        showConversations();
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

void PromptsController::showConversations()
{
    QList<Conversation> listed = m_conversations;
    // Whose answer came last says nothing while none of them is kept.
    const ComparisonValue *comparison = m_shown.lastComparison();
    for (Conversation &one : listed) {
        if (comparison && !comparison->kept() && one.id == m_shown.id)
            one.model = tr("%n model(s)", nullptr, int(comparison->sides.size()));
    }
    m_page->setConversations(listed, m_more, m_now());
}

/// What was written before; where nothing was, as the conversation left off.
PromptDraft PromptsController::draftOf(const Id &id) const
{
    PromptDraft draft = m_drafts.value(draftKey(id));
    const ComparisonValue *comparison = m_shown.lastComparison();
    if (m_drafts.contains(draftKey(id)) || !comparison || comparison->kept())
        return draft;
    draft.compare = true;
    for (const ComparisonValue::Side &side : comparison->sides)
        draft.sides.append(side.asked);
    return draft;
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
                                 showConversations();
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
    if (!id) {
        m_shown = {};
        m_page->setConversation(m_shown, m_now());
        m_page->setDraft(m_drafts.value(draftKey(id)));
        return;
    }
    m_backend->read(*id, this, [this, id, question](const Result<PromptsBackend::Stored> &stored) {
        if (question != m_reading)
            return;
        if (!stored) {
            report(stored.error());
            return;
        }
        showStored(*id, *stored);
        m_page->setDraft(draftOf(*id));
        showConversations();
    });
}

void PromptsController::keepStoppedHere(const AnswerValue &answer)
{
    m_backend->keepStoppedHere(answer.messageId, this, [this](const Result<Done> &kept) {
        if (!kept)
            report(kept.error());
    });
}

void PromptsController::report(const Error &error)
{
    m_page->setProblem(words::errorWords(error));
    m_problem.watch(error);
}

} // namespace keyway

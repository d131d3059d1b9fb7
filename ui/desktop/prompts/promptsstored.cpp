#include "ui/desktop/prompts/promptscontroller.h"
#include "ui/desktop/prompts/promptspage.h"

#include <algorithm>

namespace keyway {

// What was kept, as the page shows it.

namespace {

AnswerValue::State stateOf(StoredMessage::State state)
{
    switch (state) {
    case StoredMessage::State::Complete:
        return AnswerValue::State::Complete;
    case StoredMessage::State::Streaming:
        return AnswerValue::State::Interrupted;
    case StoredMessage::State::Stopped:
        return AnswerValue::State::Stopped;
    case StoredMessage::State::Failed:
        break;
    }
    return AnswerValue::State::Failed;
}

/// Who was left to be asked when an attempt that may have been charged ended the request.
QList<routing::Candidate> notAskedAfter(const AnswerValue &answer)
{
    const bool mayBeCharged
        = !answer.attempts.isEmpty() && answer.attempts.last().record.outcome == Outcome::Unknown;
    if (!mayBeCharged || !answer.plan)
        return {};
    QList<routing::Candidate> left = answer.plan->candidates;
    left.removeIf([&](const routing::Candidate &candidate) {
        return std::any_of(answer.attempts.begin(), answer.attempts.end(),
                           [&](const AttemptValue &attempt) {
                               return attempt.record.integrationId == candidate.integrationId;
                           });
    });
    return left;
}

} // namespace

void PromptsController::showStored(const Id &id, const PromptsBackend::Stored &stored)
{
    m_shown = {};
    m_shown.id = id;
    m_shown.title = titleOf(id);
    for (const Conversation &known : std::as_const(m_conversations)) {
        if (known.id == id)
            m_shown.total = known.total();
    }
    for (const StoredMessage &message : stored.messages) {
        if (message.role == StoredMessage::Role::User) {
            m_shown.messages.append({message.text, {}, stored.files.value(message.id)});
            continue;
        }
        const auto run = std::find_if(m_runs.cbegin(), m_runs.cend(), [&](const RunPointer &one) {
            return !one->ended && one->answer.messageId == message.id;
        });
        const AnswerValue answer
            = run == m_runs.cend() ? answerOf(message, stored) : (*run)->answer;
        const std::optional<engine::ComparedSide> side = engine::ComparedSide::of(message);
        if (!side) {
            m_shown.messages.append({{}, answer});
            continue;
        }
        if (!m_shown.lastComparison())
            m_shown.messages.append(MessageValue());
        m_shown.messages.last().comparison.insert({*side, answer});
    }
    countVersions(m_shown.messages);
    m_page->setConversation(m_shown, m_now());
    if (shownRun())
        m_clockTimer.start();
    m_estimateTimer.start();
}

void PromptsController::readAgain()
{
    const auto isOpen = [](const AnswerValue &answer) {
        return answer.state == AnswerValue::State::Interrupted && !answer.attempts.isEmpty()
            && answer.attempts.last().record.outcome == Outcome::Started;
    };
    const auto isWrittenElsewhere = [&isOpen](const MessageValue &message) {
        const QList<ComparisonValue::Side> &sides = message.comparison.sides;
        return message.isAnswer()
            ? isOpen(message.answer)
            : std::any_of(sides.begin(), sides.end(), [&isOpen](const ComparisonValue::Side &side) {
                  return isOpen(side.answer);
              });
    };
    if (!m_shown.id
        || std::none_of(m_shown.messages.begin(), m_shown.messages.end(), isWrittenElsewhere))
        return;
    m_backend->read(*m_shown.id, this,
                    [this, id = *m_shown.id,
                     question = m_reading](const Result<PromptsBackend::Stored> &stored) {
                        if (question == m_reading && m_shown.id == id && stored)
                            showStored(id, *stored);
                    });
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
    answer.state = stateOf(message.state);
    answer.stoppedHere = message.details[PromptsBackend::stoppedHereKey()].toBool();
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
    if (answer.state == AnswerValue::State::Failed)
        answer.notAsked = notAskedAfter(answer);
    if (!answer.notAsked.isEmpty())
        answer.stoppedBefore = engine::StoppedBefore::DoubleBill;
    if (answer.state == AnswerValue::State::Failed && answer.attempts.isEmpty() && answer.plan
        && !answer.plan->candidates.isEmpty() && answer.plan->candidates.first().asksFirst()) {
        answer.notAsked = answer.plan->candidates;
        answer.stoppedBefore = engine::StoppedBefore::PassedLimit;
    }
    return answer;
}

} // namespace keyway

#include "tests/ui/prompts/samplecomparison.h"

#include "tests/ui/prompts/sampleprompts.h"

using namespace Qt::StringLiterals;

namespace keyway::sample {
namespace {

QString firstLetter()
{
    return uR"(Dear Mr Håkansson,

Thank you for the offer to renew from 1 February. We would like to stay, and we can sign for two years.

The new rent of 14,900 kr is 8.8% more than today. Comparable flats in Majorna rose by about 5% this year, so we suggest **14,385 kr**, fixed for both years.

We would also be grateful if the kitchen tap could be replaced before the new term begins. It has dripped since August; the caretaker has seen it twice.

Could we speak on Thursday or Friday afternoon?

Kind regards,
Demo Account)"_s;
}

QString secondLetter()
{
    return uR"(Dear Mr Håkansson,

Thanks for your letter about the renewal. We are happy here and would like to stay for another two years.

However, an increase to 14,900 kr (from 13,700 kr) feels high. Would you consider:

- 14,385 kr a month, fixed for two years, or
- 14,200 kr a month if we repaint the hallway ourselves?

One more thing: the kitchen tap still drips. Could it be repaired before February?

We are free to talk on Thursday or Friday after 14:00.

Best wishes,
Demo Account)"_s;
}

/// One side: `number` is the integration of promptServices() that answers.
ComparisonValue::Side side(int place, int number, const QString &text, qint64 firstMs, qint64 ms,
                           Money cost)
{
    const Integration at = promptServices().integration(id(number))->integration;
    ComparisonValue::Side made;
    made.asked = {place, at.id, at.name, at.service, at.model, false};
    AttemptValue attempt;
    UsageRecord &record = attempt.record;
    record.recordId = id(800 + place);
    record.requestId = id(820 + place);
    record.integrationId = at.id;
    record.integrationName = at.name;
    record.service = at.service;
    record.model = at.model;
    record.startedAt = promptNow().addMSecs(-ms);
    record.outcome = Outcome::Completed;
    record.firstTokenMs = firstMs;
    record.durationMs = ms;
    record.usage.set(Counter::InUncached, 212);
    record.usage.set(Counter::OutText, place == 0 ? 338 : 301);
    record.platformCost = cost;
    record.platformFee = cost.scaled(5, 100);
    record.costState = CostState::Exact;
    attempt.text = text;
    made.answer.messageId = id(840 + place);
    made.answer.requestId = record.requestId;
    made.answer.state = AnswerValue::State::Complete;
    made.answer.text = text;
    made.answer.attempts = {attempt};
    made.answer.startedAt = record.startedAt;
    return made;
}

} // namespace

QString landlordPrompt()
{
    return u"Write to my landlord: we want to renew for two years, but 14,900 kr (now 13,700 kr) "
           "is too much. Offer 5% instead and ask for the dripping kitchen tap to be fixed first. "
           "Friendly, short."_s;
}

ComparisonValue comparisonComplete()
{
    return {{side(0, 1, firstLetter(), 410, 4900, Money::fromNano(3'128'000)),
             side(1, 3, secondLetter(), 280, 2200, {})}};
}

ComparisonValue comparisonWriting()
{
    ComparisonValue comparison = comparisonComplete();
    for (ComparisonValue::Side &side : comparison.sides) {
        AttemptValue &attempt = side.answer.attempts.first();
        attempt.running = true;
        attempt.record.outcome = Outcome::Started;
        attempt.record.firstTokenMs.reset();
        attempt.record.durationMs = 0;
        attempt.promptTokens = 212;
        attempt.prices = UnitPrices{{Counter::InUncached, Price::fromPico(2'000'000)},
                                    {Counter::OutText, Price::fromPico(8'000'000)}};
        attempt.text.truncate(attempt.text.size() / 3);
        side.answer.text = attempt.text;
        side.answer.state = AnswerValue::State::Writing;
    }
    return comparison;
}

ComparisonValue comparisonFailed()
{
    ComparisonValue comparison = comparisonComplete();
    AnswerValue &answer = comparison.sides[1].answer;
    answer.state = AnswerValue::State::Failed;
    answer.text.clear();
    AttemptValue &attempt = answer.attempts.first();
    attempt.text.clear();
    attempt.record.outcome = Outcome::Failed;
    attempt.record.errorKind = Error::Kind::Overloaded;
    attempt.record.httpStatus = 503;
    attempt.record.firstTokenMs.reset();
    attempt.record.usage = {};
    attempt.record.platformCost = attempt.record.platformFee = {};
    Error::ServiceReply reply;
    reply.httpStatus = 503;
    answer.error = attempt.error = Error(Error::Kind::Overloaded).withReply(reply);
    return comparison;
}

ComparisonValue comparisonKept()
{
    ComparisonValue comparison = comparisonComplete();
    comparison.sides[0].asked.kept = true;
    return comparison;
}

ComparisonValue comparisonOfThree()
{
    ComparisonValue comparison = comparisonComplete();
    comparison.insert(side(2, 2, firstLetter(), 620, 5600, Money::fromNano(6'240'000)));
    return comparison;
}

ConversationValue compared(const ComparisonValue &comparison)
{
    ConversationValue conversation;
    conversation.id = promptConversations().at(2).id;
    conversation.title = promptConversations().at(2).title;
    for (const ComparisonValue::Side &side : comparison.sides)
        conversation.total += side.answer.total();
    MessageValue answers;
    answers.comparison = comparison;
    conversation.messages = {{landlordPrompt(), {}}, answers};
    return conversation;
}

PromptDraft comparingDraft(const ComparisonValue &comparison)
{
    PromptDraft draft;
    draft.compare = true;
    for (const ComparisonValue::Side &side : comparison.sides)
        draft.sides.append(side.asked);
    return draft;
}

} // namespace keyway::sample

#include "promptvalues.h"

#include <algorithm>

namespace keyway {

Money AnswerValue::cost() const
{
    Money sum;
    for (const AttemptValue &attempt : attempts)
        sum += attempt.record.platformCost;
    return sum;
}

Money AnswerValue::total() const
{
    Money sum;
    for (const AttemptValue &attempt : attempts)
        sum += attempt.record.total();
    return sum;
}

bool AnswerValue::costKnown() const
{
    return std::all_of(attempts.begin(), attempts.end(), [](const AttemptValue &attempt) {
        const UsageRecord &record = attempt.record;
        return record.costState != CostState::Unknown || record.outcome == Outcome::Failed;
    });
}

qint64 AnswerValue::tokensOut() const
{
    return attempts.isEmpty() ? 0 : attempts.last().record.usage.tokensOut();
}

namespace {

/// The place of the smallest of them; nothing where one is not known or two are the smallest.
std::optional<qsizetype> leastOf(const QList<std::optional<qint64>> &amounts)
{
    if (amounts.size() < 2 || amounts.contains(std::nullopt))
        return std::nullopt;
    const auto least = std::min_element(amounts.cbegin(), amounts.cend());
    if (std::count(amounts.cbegin(), amounts.cend(), *least) > 1)
        return std::nullopt;
    return least - amounts.cbegin();
}

} // namespace

bool ComparisonValue::isRunning() const
{
    return std::any_of(sides.begin(), sides.end(),
                       [](const Side &side) { return side.answer.isRunning(); });
}

std::optional<qsizetype> ComparisonValue::kept() const
{
    const auto found = std::find_if(sides.begin(), sides.end(),
                                    [](const Side &side) { return side.asked.kept; });
    return found == sides.end() ? std::nullopt : std::optional(found - sides.begin());
}

bool ComparisonValue::isUndecided() const
{
    const auto written = std::count_if(
        sides.begin(), sides.end(), [](const Side &side) { return !side.answer.text.isEmpty(); });
    return !isRunning() && !kept() && written > 1;
}

bool ComparisonValue::isStored() const
{
    return std::any_of(sides.begin(), sides.end(),
                       [](const Side &side) { return !side.answer.messageId.isNull(); });
}

const AnswerValue *ComparisonValue::followed() const
{
    const AnswerValue *last = nullptr;
    for (const Side &side : sides) {
        if (side.asked.kept)
            return &side.answer;
        if (!side.answer.text.isEmpty())
            last = &side.answer;
    }
    return last;
}

AnswerValue *ComparisonValue::answerAt(int place)
{
    const auto found = std::find_if(sides.begin(), sides.end(), [place](const Side &side) {
        return side.asked.place == place;
    });
    return found == sides.end() ? nullptr : &found->answer;
}

void ComparisonValue::insert(const Side &side)
{
    const auto at
        = std::lower_bound(sides.begin(), sides.end(), side.asked.place,
                           [](const Side &one, int place) { return one.asked.place < place; });
    if (at != sides.end() && at->asked.place == side.asked.place)
        *at = side;
    else
        sides.insert(at, side);
}

std::optional<qsizetype> ComparisonValue::fastest() const
{
    QList<std::optional<qint64>> times;
    for (const Side &side : sides) {
        const bool whole
            = side.answer.state == AnswerValue::State::Complete && !side.answer.attempts.isEmpty();
        times.append(whole ? std::optional(side.answer.attempts.last().record.durationMs)
                           : std::nullopt);
    }
    return leastOf(times);
}

std::optional<qsizetype> ComparisonValue::cheapest() const
{
    QList<std::optional<qint64>> costs;
    for (const Side &side : sides) {
        const bool known
            = side.answer.state == AnswerValue::State::Complete && side.answer.costKnown();
        costs.append(known ? std::optional(side.answer.total().nano()) : std::nullopt);
    }
    return leastOf(costs);
}

void countVersions(QList<MessageValue> &messages)
{
    for (qsizetype begin = 0; begin < messages.size();) {
        qsizetype end = begin;
        while (end < messages.size() && messages.at(end).isAnswer())
            ++end;
        for (qsizetype i = begin; i < end; ++i) {
            AnswerValue &answer = messages[i].answer;
            answer.version = int(i - begin + 1);
            answer.versions = int(end - begin);
            const AnswerValue *before = i > begin ? &messages.at(i - 1).answer : nullptr;
            if (before && before->state == AnswerValue::State::Failed
                && !before->attempts.isEmpty())
                answer.fellBackFrom = before->attempts.last().record.integrationName;
        }
        begin = std::max(end, begin + 1);
    }
}

int ConversationValue::answers() const
{
    qsizetype count = 0;
    for (const MessageValue &message : messages)
        count += message.isAnswer() ? 1 : message.comparison.sides.size();
    return int(count);
}

ComparisonValue *ConversationValue::lastComparison()
{
    return messages.isEmpty() || messages.last().comparison.isEmpty() ? nullptr
                                                                      : &messages.last().comparison;
}

const ComparisonValue *ConversationValue::lastComparison() const
{
    return messages.isEmpty() || messages.last().comparison.isEmpty() ? nullptr
                                                                      : &messages.last().comparison;
}

const engine::IntegrationSummary *ServicesValue::integration(const Id &id) const
{
    const auto found
        = std::find_if(integrations.begin(), integrations.end(),
                       [&](const auto &summary) { return summary.integration.id == id; });
    return found == integrations.end() ? nullptr : &*found;
}

QString ServicesValue::serviceName(const QString &service) const
{
    if (const Service *known = catalogue.service(service))
        return known->name;
    for (const engine::IntegrationSummary &summary : integrations) {
        if (summary.integration.service == service && !summary.serviceName.isEmpty())
            return summary.serviceName;
    }
    return service;
}

bool ServicesValue::takes(const QString &service, const QString &model,
                          const QString &parameter) const
{
    const Service *known = catalogue.service(service);
    const Model *facts = known ? known->model(model) : nullptr;
    return facts && facts->parameters.contains(parameter);
}

} // namespace keyway

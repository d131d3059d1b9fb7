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

void countVersions(QList<MessageValue> &messages)
{
    for (qsizetype begin = 0; begin < messages.size();) {
        qsizetype end = begin;
        while (end < messages.size() && !messages.at(end).prompt)
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
    return int(std::count_if(messages.begin(), messages.end(),
                             [](const MessageValue &message) { return !message.prompt; }));
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

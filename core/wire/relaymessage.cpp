#include "core/wire/relaymessage.h"

#include "core/base/jsonfields.h"

namespace keyway {

using namespace Qt::StringLiterals;

QJsonObject RelayPrompt::toJson() const
{
    QJsonArray messages;
    for (const Turn &turn : turns)
        messages.append(QJsonObject{{u"role"_s, turn.byUser ? u"user"_s : u"assistant"_s},
                                    {u"text"_s, turn.text}});
    QJsonObject json{{u"request_id"_s, requestId.toString()},
                     {u"app"_s, nameOf(app)},
                     {u"service"_s, service},
                     {u"messages"_s, messages}};
    if (!model.isEmpty())
        json.insert(u"model"_s, model);
    if (!instructions.isEmpty())
        json.insert(u"instructions"_s, instructions);
    if (maxOutputTokens)
        json.insert(u"max_output_tokens"_s, *maxOutputTokens);
    return json;
}

Result<RelayPrompt> RelayPrompt::fromJson(const QJsonObject &json)
{
    JsonProblem problem;
    JsonFields fields(json, {}, problem);
    RelayPrompt prompt;
    const std::optional<Id> id = Id::fromString(fields.text(u"request_id"));
    const std::optional<AppClass> app = appClassFromName(fields.text(u"app"));
    prompt.service = fields.text(u"service");
    prompt.model = fields.optionalText(u"model");
    prompt.instructions = fields.optionalText(u"instructions");
    if (fields.has(u"max_output_tokens"))
        prompt.maxOutputTokens = fields.integer(u"max_output_tokens", 1, mostOutputTokens);
    const QJsonArray messages = fields.array(u"messages");
    for (const QJsonValue &value : messages) {
        JsonFields turn(value, fields.pathOf(u"messages"), problem);
        const QString role = turn.text(u"role");
        const QString text = turn.text(u"text");
        turn.finish();
        if (role != "user"_L1 && role != "assistant"_L1)
            turn.expected(u"role", u"user or assistant"_s);
        prompt.turns.append({role == "user"_L1, text});
    }
    fields.finish();
    if (!id)
        fields.expected(u"request_id", u"a UUID"_s);
    if (!app)
        fields.expected(u"app", u"a known application"_s);
    const bool asks
        = !prompt.turns.isEmpty() && prompt.turns.size() <= mostTurns && prompt.turns.last().byUser;
    if (!asks)
        fields.expected(u"messages", u"up to 200, the last one the user's"_s);
    if (problem.found())
        return Error(Error::Kind::Rejected, problem.text).withReason(u"bad-body"_s);
    prompt.requestId = *id;
    prompt.app = *app;
    return prompt;
}

} // namespace keyway

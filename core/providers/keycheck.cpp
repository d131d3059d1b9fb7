#include "core/providers/keycheck.h"

#include "core/providers/serviceerror.h"
#include "core/providers/wirejson.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>
#include <array>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {
/// Set by Keyway from other fields of the request; a parameter of that name must not change the
/// answer's form, its length or the model under the reservation.
constexpr std::array ownFields{
    "model"_L1,
    "messages"_L1,
    "stream"_L1,
    "stream_options"_L1,
    "max_tokens"_L1,
    "max_completion_tokens"_L1,
    "max_output_tokens"_L1,
    "n"_L1,
    "prompt"_L1,
    "system"_L1,
    "input"_L1,
    "instructions"_L1,
    "store"_L1,
    "conversation"_L1,
    "previous_response_id"_L1,
};
} // namespace

bool takesParameter(const Endpoint &endpoint, const QString &name)
{
    return !endpoint.facts || endpoint.facts->parameters.contains(name);
}

QJsonObject acceptedParameters(const PromptRequest &request, const Endpoint &endpoint)
{
    QJsonObject result;
    for (auto it = request.parameters.cbegin(); it != request.parameters.cend(); ++it) {
        const bool isOurs
            = std::find(ownFields.begin(), ownFields.end(), it.key()) != ownFields.end();
        if (!isOurs && takesParameter(endpoint, it.key()))
            result.insert(it.key(), jsonFromText(it.value()));
    }
    return result;
}

std::optional<QStringList> modelIdsIn(const QByteArray &body)
{
    QJsonArray list;
    if (body.trimmed().startsWith('[')) {
        list = QJsonDocument::fromJson(body).array();
    } else {
        const auto object = jsonObject(body);
        if (!object)
            return std::nullopt;
        QJsonValue models = object->value("data"_L1);
        if (!models.isArray())
            models = object->value("models"_L1);
        if (!models.isArray())
            return std::nullopt;
        list = models.toArray();
    }
    QStringList ids;
    for (const QJsonValue &value : std::as_const(list)) {
        const QJsonObject model = value.toObject();
        for (const auto field : {"id"_L1, "name"_L1, "model"_L1}) {
            if (const QString id = model.value(field).toString(); !id.isEmpty()) {
                ids.append(id);
                break;
            }
        }
    }
    return ids;
}

bool asksForAnotherCheck(const HttpReply &reply, const Endpoint &endpoint)
{
    const bool isAbsent
        = !reply.error && (reply.status == 404 || reply.status == 405 || reply.status == 501);
    return isAbsent && endpoint.service.traits.modelListMayBeAbsent && !endpoint.model.isEmpty();
}

Result<KeyCheck> modelListCheck(const HttpReply &reply, const Error &otherwise)
{
    if (reply.error)
        return *reply.error;
    KeyCheck check;
    check.duration = reply.duration;
    // OpenAI's restricted keys may lack the scope for the list and work for chat (provider
    // facts, 1.7).
    if (reply.status == 403 && otherwise.kind() == Error::Kind::Auth
        && otherwise.reason() == "forbidden"_L1)
        return check;
    if (reply.status == 404)
        return Error(Error::Kind::Protocol, otherwise.detail())
            .withReason(u"wrong-address"_s)
            .withReply(otherwise.reply());
    if (!reply.isSuccess())
        return otherwise;
    const auto models = modelIdsIn(reply.body);
    if (!models) {
        const bool isPage = reply.body.trimmed().startsWith('<');
        return Error(Error::Kind::Protocol, u"no list of models"_s)
            .withReason(isPage ? u"wrong-address"_s : u"bad-json"_s)
            .withReply({reply.status, {}, {}, requestIdOf(reply), {}});
    }
    check.models = *models;
    return check;
}

Result<KeyCheck> oneTokenCheck(const HttpReply &reply, const Error &otherwise)
{
    if (reply.error)
        return *reply.error;
    KeyCheck check;
    check.duration = reply.duration;
    if (!reply.isSuccess())
        return otherwise;
    if (!jsonObject(reply.body))
        return Error(Error::Kind::Protocol, u"no JSON"_s).withReason(u"bad-json"_s);
    return check;
}

} // namespace keyway

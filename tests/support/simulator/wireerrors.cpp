#include "tests/support/simulator/errorwords.h"
#include "tests/support/simulator/generation.h"
#include "tests/support/simulator/wire.h"

#include <QtCore/QJsonArray>

namespace keyway::simulator {

using namespace Qt::StringLiterals;

namespace {
/// A refusal on its way into a wire's shape.
struct Words {
    const Refusal &refusal;
    QString id;

    QString message(const QString &usual) const
    {
        return refusal.message.isEmpty() ? usual : refusal.message;
    }
    QString code(const QString &usual) const
    {
        return refusal.code.isEmpty() ? usual : refusal.code;
    }
    /// The code where a script gave it; the tables' codes are those of OpenAI.
    QString scriptedCode() const { return refusal.field.isEmpty() ? refusal.code : QString(); }
};

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject openAiError(const Words &words)
{
    const UsualError usual = usualOfOpenAi(words.refusal.status, words.refusal.code);
    return {{u"error"_s,
             QJsonObject{{u"message"_s, words.message(usual.message)},
                         {u"type"_s, usual.type},
                         {u"param"_s, textOrNull(words.refusal.field)},
                         {u"code"_s, textOrNull(words.code(usual.code))}}}};
}

/// The type follows from the status; a finer code is in the details.
QJsonObject anthropicError(const Words &words)
{
    const UsualError usual = usualOfAnthropic(words.refusal.status);
    QJsonObject error{{u"type"_s, usual.type}, {u"message"_s, words.message(usual.message)}};
    if (!words.scriptedCode().isEmpty())
        error.insert(u"details"_s, QJsonObject{{u"error_code"_s, words.scriptedCode()}});
    return {{u"type"_s, u"error"_s}, {u"error"_s, error}, {u"request_id"_s, words.id}};
}

QJsonObject stabilityError(const Words &words)
{
    const UsualError usual = usualOfStability(words.refusal.status);
    const QString code = words.scriptedCode();
    return {{u"id"_s, words.id},
            {u"name"_s, code.isEmpty() ? usual.code : code},
            {u"errors"_s, QJsonArray{words.message(usual.message)}}};
}

QJsonObject openRouterError(const Words &words)
{
    const UsualError usual = usualOfOthers(words.refusal.status);
    QJsonObject metadata{{u"error_type"_s, words.code(usual.code)}};
    if (words.refusal.status >= 500 || words.refusal.status == 429)
        metadata.insert(u"provider_name"_s, u"Simulated"_s);
    return {{u"error"_s,
             QJsonObject{{u"code"_s, words.refusal.status},
                         {u"message"_s, words.message(usual.message)},
                         {u"metadata"_s, metadata}}},
            {u"user_id"_s, u"user_simulated"_s}};
}

/// Two shapes: a plain text for the refusals, OpenAI's object for the rest.
QJsonObject xaiError(const Words &words)
{
    const int status = words.refusal.status;
    if (status > 404)
        return openAiError(words);
    QString code = u"The request was refused"_s;
    if (status == 400)
        code = u"Client specified an invalid argument"_s;
    else if (status == 404)
        code = u"Some requested entity was not found"_s;
    const QString message = words.message(usualOfOthers(status).message);
    return {{u"code"_s, words.code(code)}, {u"error"_s, message}};
}

QJsonObject mistralError(const Words &words)
{
    const UsualError usual = usualOfOthers(words.refusal.status);
    const QString message = words.message(usual.message);
    if (words.refusal.status == 401)
        return {{u"detail"_s, message}};
    if (words.refusal.status == 422) {
        return {{u"detail"_s,
                 QJsonArray{QJsonObject{{u"loc"_s, QJsonArray{u"body"_s, words.refusal.field}},
                                        {u"msg"_s, message},
                                        {u"type"_s, u"value_error"_s}}}}};
    }
    return {{u"object"_s, u"error"_s},
            {u"message"_s, message},
            {u"type"_s, usual.type},
            {u"param"_s, textOrNull(words.refusal.field)},
            {u"code"_s, words.code(usual.code)}};
}

QJsonObject azureError(const Words &words)
{
    if (words.refusal.code == "content_filter"_L1) {
        return {{u"error"_s,
                 QJsonObject{
                     {u"message"_s, words.message(u"The prompt triggered the content filter."_s)},
                     {u"type"_s, QJsonValue::Null},
                     {u"param"_s, u"prompt"_s},
                     {u"code"_s, u"content_filter"_s},
                     {u"status"_s, 400},
                     {u"innererror"_s,
                      QJsonObject{{u"code"_s, u"ResponsibleAIPolicyViolation"_s},
                                  {u"content_filter_result"_s,
                                   QJsonObject{{u"violence"_s,
                                                QJsonObject{{u"filtered"_s, true},
                                                            {u"severity"_s, u"high"_s}}}}}}}}}};
    }
    if (words.refusal.status == 404 && words.refusal.code.isEmpty()) {
        return {
            {u"error"_s,
             QJsonObject{{u"code"_s, u"DeploymentNotFound"_s},
                         {u"message"_s,
                          words.message(u"There is no such deployment for this resource."_s)}}}};
    }
    return openAiError(words);
}

/// With the wait in the body, since no header tells it, and a bad key as a 400.
QJsonObject geminiError(const Words &words)
{
    const Refusal &refusal = words.refusal;
    const UsualError usual = usualOfGemini(refusal.status);
    QJsonArray details;
    if (refusal.code == "API_KEY_INVALID"_L1) {
        details.append(QJsonObject{{u"@type"_s, u"type.googleapis.com/google.rpc.ErrorInfo"_s},
                                   {u"reason"_s, refusal.code},
                                   {u"domain"_s, u"googleapis.com"_s}});
    }
    if (refusal.status == 429) {
        const bool daily = refusal.code == "daily"_L1;
        const QString quota = daily ? u"GenerateRequestsPerDayPerProjectPerModel"_s
                                    : u"GenerateRequestsPerMinutePerProjectPerModel"_s;
        details.append(
            QJsonObject{{u"@type"_s, u"type.googleapis.com/google.rpc.QuotaFailure"_s},
                        {u"violations"_s, QJsonArray{QJsonObject{{u"quotaId"_s, quota}}}}});
    }
    if (refusal.retryAfter.form != RetryAfter::Form::None) {
        details.append(
            QJsonObject{{u"@type"_s, u"type.googleapis.com/google.rpc.RetryInfo"_s},
                        {u"retryDelay"_s,
                         QString::number(double(refusal.retryAfter.wait.count()) / 1000) + u's'}});
    }
    if (!refusal.field.isEmpty()) {
        details.append(QJsonObject{{u"@type"_s, u"type.googleapis.com/google.rpc.BadRequest"_s},
                                   {u"fieldViolations"_s,
                                    QJsonArray{QJsonObject{{u"field"_s, refusal.field},
                                                           {u"description"_s, refusal.message}}}}});
    }
    QJsonObject error{{u"code"_s, refusal.status},
                      {u"message"_s, words.message(usual.message)},
                      {u"status"_s, usual.type}};
    if (!details.isEmpty())
        error.insert(u"details"_s, details);
    return {{u"error"_s, error}};
}

QJsonObject interactionsError(const Words &words)
{
    const UsualError usual = usualOfGemini(words.refusal.status);
    const QString code = words.scriptedCode();
    QJsonObject error{{u"code"_s, code.isEmpty() ? usual.code : code},
                      {u"message"_s, words.message(usual.message)}};
    if (words.refusal.retryAfter.form != RetryAfter::Form::None)
        error.insert(u"details"_s,
                     geminiError(words).value("error"_L1).toObject().value("details"_L1));
    return {{u"error"_s, error}};
}

QJsonObject runwayError(const Words &words)
{
    QJsonObject body{{u"error"_s, words.message(usualOfOthers(words.refusal.status).message)}};
    if (!words.refusal.field.isEmpty()) {
        body.insert(u"issues"_s,
                    QJsonArray{QJsonObject{{u"path"_s, QJsonArray{words.refusal.field}},
                                           {u"message"_s, words.refusal.message}}});
    }
    return body;
}

QJsonObject replicateError(const Words &words)
{
    const UsualError usual = usualOfOthers(words.refusal.status);
    return {{u"title"_s, words.code(usual.code)},
            {u"detail"_s, words.message(usual.message)},
            {u"status"_s, words.refusal.status}};
}

QJsonObject errorBody(Wire wire, const Words &words)
{
    const QString message = words.message(usualOfOthers(words.refusal.status).message);
    switch (wire) {
    case Wire::OpenAi:
    case Wire::DeepSeek:
    case Wire::Groq:
    case Wire::Local:
        return openAiError(words);
    case Wire::OpenRouter:
        return openRouterError(words);
    case Wire::Xai:
        return xaiError(words);
    case Wire::Mistral:
        return mistralError(words);
    case Wire::Azure:
        return azureError(words);
    case Wire::Anthropic:
        return anthropicError(words);
    case Wire::Stability:
        return stabilityError(words);
    case Wire::Gemini:
        return geminiError(words);
    case Wire::Interactions:
        return interactionsError(words);
    case Wire::Cohere:
        return {{u"id"_s, words.id}, {u"message"_s, message}};
    case Wire::Ollama:
        return {{u"error"_s, message}};
    case Wire::Runway:
        return runwayError(words);
    case Wire::Luma:
        return {{u"detail"_s, message}};
    case Wire::Replicate:
        return replicateError(words);
    case Wire::Files:
        break;
    }
    return {};
}
} // namespace

Reply errorReply(Wire wire, const Refusal &refusal, qint64 serial)
{
    const Words words{refusal, u"req_simulated_%1"_s.arg(serial)};
    if (wire == Wire::Files) {
        const QString message = words.message(u"Access denied."_s);
        return Reply::of(refusal.status, "application/xml"_ba,
                         u"<Error><Message>%1</Message></Error>"_s.arg(message).toUtf8());
    }
    // Seen with DeepSeek's 400: JSON that does not say that it is.
    const bool unnamed = wire == Wire::DeepSeek && refusal.status == 400;
    return Reply::of(refusal.status,
                     unnamed ? "application/octet-stream"_ba : "application/json"_ba,
                     compactJson(errorBody(wire, words)));
}

} // namespace keyway::simulator

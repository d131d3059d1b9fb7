#include "tests/support/simulator/generation.h"

#include <QtCore/QJsonArray>

namespace keyway::simulator {

using namespace Qt::StringLiterals;

namespace {
struct Usual {
    int status;
    QString type;
    QString code; ///< empty: null
    QString message;
};

Usual openAiUsual(int status, const QString &code)
{
    if (code == "insufficient_quota"_L1 || code == "credit_balance_exhausted"_L1) {
        return {status, u"insufficient_quota"_s, code,
                u"You exceeded your current quota, please check your plan and billing details."_s};
    }
    switch (status) {
    case 400:
        return {status, u"invalid_request_error"_s, {}, u"The request is not valid."_s};
    case 401:
        return {status, u"invalid_request_error"_s, u"invalid_api_key"_s,
                u"Incorrect API key provided."_s};
    case 402:
        return {status, u"insufficient_quota"_s, u"payment_required"_s, u"Insufficient balance."_s};
    case 403:
        return {status, u"request_forbidden"_s, u"unsupported_country_region_territory"_s,
                u"Country, region, or territory not supported."_s};
    case 404:
        return {status, u"invalid_request_error"_s, u"model_not_found"_s,
                u"The model does not exist or you do not have access to it."_s};
    case 429:
        return {status, u"requests"_s, u"rate_limit_exceeded"_s,
                u"Rate limit reached for requests."_s};
    case 503:
        return {status, u"service_unavailable_error"_s, u"server_is_overloaded"_s,
                u"The server is overloaded. Please try again later."_s};
    default:
        return {status, u"server_error"_s, u"server_error"_s,
                u"The server had an error while processing your request."_s};
    }
}

Usual anthropicUsual(int status)
{
    switch (status) {
    case 400:
        return {status, u"invalid_request_error"_s, {}, u"The request is not valid."_s};
    case 401:
        return {status, u"authentication_error"_s, {}, u"invalid x-api-key"_s};
    case 402:
        return {status, u"billing_error"_s, {}, u"Your credit balance is used up."_s};
    case 403:
        return {status, u"permission_error"_s, {}, u"Your API key may not use this resource."_s};
    case 404:
        return {status, u"not_found_error"_s, {}, u"The model was not found."_s};
    case 409:
        return {status, u"conflict_error"_s, {}, u"Conflict."_s};
    case 413:
        return {status, u"request_too_large"_s, {}, u"Request exceeds the maximum size."_s};
    case 429:
        return {status, u"rate_limit_error"_s, {}, u"This request would exceed your rate limit."_s};
    case 504:
        return {status, u"timeout_error"_s, {}, u"The request timed out."_s};
    case 529:
        return {status, u"overloaded_error"_s, {}, u"Overloaded"_s};
    default:
        return {status, u"api_error"_s, {}, u"Internal server error"_s};
    }
}

Usual stabilityUsual(int status)
{
    switch (status) {
    case 400:
        return {status, {}, u"bad_request"_s, u"The request is not valid."_s};
    case 401:
        return {status, {}, u"unauthorized"_s, u"authorization: is invalid or missing"_s};
    case 402:
        return {status, {}, u"payment_required"_s, u"You lack sufficient credits."_s};
    case 403:
        return {status,
                {},
                u"content_moderation"_s,
                u"Your request was flagged by our content moderation system."_s};
    case 404:
        return {status, {}, u"not_found"_s, u"The resource was not found."_s};
    case 413:
        return {status, {}, u"payload_too_large"_s, u"body: cannot be larger than 10MiB"_s};
    case 422:
        return {status, {}, u"invalid_language"_s, u"English is the only supported language."_s};
    case 429:
        return {status,
                {},
                u"rate_limit_exceeded"_s,
                u"You have exceeded the rate limit of 150 requests within 10 seconds."_s};
    default:
        return {status, {}, u"internal_error"_s, u"An unexpected server error has occurred."_s};
    }
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}
} // namespace

Reply errorReply(Wire wire, int status, const QString &code, const QString &message, qint64 serial)
{
    const QString id = u"req_simulated_%1"_s.arg(serial);
    const auto wordsOr
        = [&message](const QString &usual) { return message.isEmpty() ? usual : message; };
    QJsonObject body;
    switch (wire) {
    case Wire::OpenAi: {
        const Usual usual = openAiUsual(status, code);
        body = {{u"error"_s,
                 QJsonObject{{u"message"_s, wordsOr(usual.message)},
                             {u"type"_s, usual.type},
                             {u"param"_s, QJsonValue::Null},
                             {u"code"_s, textOrNull(code.isEmpty() ? usual.code : code)}}}};
        break;
    }
    case Wire::Anthropic: {
        // The type follows from the status; a finer code is in the details.
        const Usual usual = anthropicUsual(status);
        QJsonObject error{{u"type"_s, usual.type}, {u"message"_s, wordsOr(usual.message)}};
        if (!code.isEmpty())
            error.insert(u"details"_s, QJsonObject{{u"error_code"_s, code}});
        body = {{u"type"_s, u"error"_s}, {u"error"_s, error}, {u"request_id"_s, id}};
        break;
    }
    case Wire::Stability: {
        const Usual usual = stabilityUsual(status);
        body = {{u"id"_s, id},
                {u"name"_s, code.isEmpty() ? usual.code : code},
                {u"errors"_s, QJsonArray{wordsOr(usual.message)}}};
        break;
    }
    }
    return Reply::of(status, "application/json"_ba, compactJson(body));
}

} // namespace keyway::simulator

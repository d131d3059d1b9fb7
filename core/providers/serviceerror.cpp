#include "core/providers/serviceerror.h"

#include <algorithm>
#include <array>

namespace keyway {

using namespace Qt::StringLiterals;

using Kind = Error::Kind;

namespace {

/// The kind, reason and billing of an error before the service's words are added.
struct Verdict {
    Kind kind = Kind::Protocol;
    QString reason;
    Error::Billing billing = Error::Billing::SurelyNot;
};

template <std::size_t size>
bool isOneOf(const QString &word, const std::array<QLatin1StringView, size> &words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

template <std::size_t size>
bool containsOneOf(const QString &text, const std::array<QLatin1StringView, size> &phrases)
{
    return std::any_of(phrases.begin(), phrases.end(), [&](QLatin1StringView phrase) {
        return text.contains(phrase, Qt::CaseInsensitive);
    });
}

constexpr std::array quotaCodes{
    "insufficient_quota"_L1, "credit_balance_exhausted"_L1,     "billing_hard_limit_reached"_L1,
    "billing_not_active"_L1, "enforced_spend_limit_reached"_L1, "contract_spend_limit_reached"_L1,
    "billing_error"_L1,      "insufficient_balance"_L1,         "payment_required"_L1,
};
constexpr std::array quotaPhrases{
    "exceeded your current quota"_L1,
    "credit balance is too low"_L1,
    "reached your specified api usage limits"_L1,
    "insufficient balance"_L1,
};
constexpr std::array policyCodes{
    "moderation_blocked"_L1,
    "content_policy_violation"_L1,
    "content_filter"_L1,
    "invalid_prompt"_L1,
    "bio_policy"_L1,
    "misalignment_policy_violation"_L1,
    "content_moderation"_L1,
    "public_figure"_L1,
    "ResponsibleAIPolicyViolation"_L1,
};
constexpr std::array tooLongCodes{
    "context_length_exceeded"_L1, "exceed_context_size_error"_L1, "request_too_large"_L1,
    "string_above_max_length"_L1, "payload_too_large"_L1,
};
constexpr std::array tooLongPhrases{
    "maximum context length"_L1,        "prompt is too long"_L1,   "context_length_exceeded"_L1,
    "exceeds the available context"_L1, "exceed context limit"_L1, "context window"_L1,
};
constexpr std::array keyPhrases{
    "incorrect api key"_L1,
    "invalid api key"_L1,
    "api key not valid"_L1,
    "api_key_invalid"_L1,
};

bool saysQuota(const ServiceFault &fault)
{
    return isOneOf(fault.code, quotaCodes) || isOneOf(fault.type, quotaCodes)
        || fault.code.contains("spend_limit"_L1) || containsOneOf(fault.message, quotaPhrases);
}

bool saysPolicy(const ServiceFault &fault)
{
    return isOneOf(fault.code, policyCodes) || isOneOf(fault.type, policyCodes);
}

bool saysTooLong(const ServiceFault &fault)
{
    return isOneOf(fault.code, tooLongCodes) || isOneOf(fault.type, tooLongCodes)
        || containsOneOf(fault.message, tooLongPhrases);
}

/// An error inside an answer of 200 has no status; its type has.
int statusOf(const ServiceFault &fault)
{
    static constexpr std::array<std::pair<QLatin1StringView, int>, 14> statuses{{
        {"rate_limit_exceeded"_L1, 429},
        {"rate_limit_error"_L1, 429},
        {"slow_down"_L1, 429},
        {"server_is_overloaded"_L1, 529},
        {"overloaded_error"_L1, 529},
        {"invalid_request_error"_L1, 400},
        {"authentication_error"_L1, 401},
        {"billing_error"_L1, 402},
        {"permission_error"_L1, 403},
        {"not_found_error"_L1, 404},
        {"model_not_found"_L1, 404},
        {"request_too_large"_L1, 413},
        {"timeout_error"_L1, 504},
        {"invalid_api_key"_L1, 401},
    }};
    for (const auto &[word, status] : statuses) {
        if (fault.code == word || fault.type == word)
            return status;
    }
    if (saysQuota(fault))
        return 402;
    if (saysPolicy(fault) || saysTooLong(fault))
        return 400;
    // OpenRouter gives the status as the code.
    const int code = fault.code.toInt();
    return code >= 400 && code < 600 ? code : 500;
}

Verdict verdictByStatus(int status, const ServiceFault &fault)
{
    switch (status) {
    case 401:
        return {Kind::Auth, u"key"_s};
    case 402:
        return {Kind::Quota, {}};
    case 403:
        if (saysQuota(fault))
            return {Kind::Quota, {}};
        if (saysPolicy(fault))
            return {Kind::Rejected, u"policy"_s};
        return {Kind::Auth,
                fault.code == "unsupported_country_region_territory"_L1 ? u"country"_s
                                                                        : u"forbidden"_s};
    case 404:
        // A page for browsers, or nothing: no such path, so the base URL is wrong, not the model.
        if (fault.isHtml || fault.isEmpty())
            return {Kind::Protocol, u"wrong-address"_s};
        return {Kind::Gone, u"model"_s};
    case 405:
    case 501:
        return {Kind::Protocol, u"wrong-address"_s};
    case 408:
    case 409:
    case 425:
        return {Kind::Overloaded, {}};
    case 429:
    case 498: // Groq: flex capacity
        return {saysQuota(fault) ? Kind::Quota : Kind::RateLimited, {}};
    case 504:
    case 524: // Cloudflare: the service took the request and did not answer in time
        return {Kind::Timeout, u"gateway"_s, Error::Billing::Possible};
    default:
        break;
    }
    if (status >= 500)
        return {Kind::Overloaded, {}};
    if (status < 400)
        return {Kind::Protocol, u"status"_s, Error::Billing::Possible};
    if (saysQuota(fault))
        return {Kind::Quota, {}};
    if (fault.code == "model_not_found"_L1)
        return {Kind::Gone, u"model"_s};
    if (fault.code == "invalid_api_key"_L1 || containsOneOf(fault.message, keyPhrases))
        return {Kind::Auth, u"key"_s};
    if (saysPolicy(fault))
        return {Kind::Rejected, u"policy"_s};
    if (status == 413 || saysTooLong(fault))
        return {Kind::Rejected, u"too-long"_s};
    return {Kind::Rejected, u"bad-request"_s};
}

Error errorFrom(const Verdict &verdict, const ServiceFault &fault, const HttpReply &reply,
                const QDateTime &now)
{
    Error::ServiceReply words;
    words.httpStatus = reply.status;
    words.code = fault.code.isEmpty() ? fault.type : fault.code;
    words.words = fault.message;
    words.requestId = requestIdOf(reply);
    if (words.requestId.isEmpty())
        words.requestId = fault.requestId;
    if (verdict.kind == Kind::RateLimited || verdict.kind == Kind::Overloaded)
        words.retryAfter = retryAfter(reply, now);
    return Error(verdict.kind, u"HTTP "_s + QString::number(reply.status))
        .withReason(verdict.reason)
        .withReply(std::move(words))
        .withBilling(verdict.billing);
}

} // namespace

Error serviceError(const HttpReply &reply, const QDateTime &now)
{
    const ServiceFault fault = faultIn(reply.body);
    return errorFrom(verdictByStatus(reply.status, fault), fault, reply, now);
}

Error stabilityError(const HttpReply &reply, const QDateTime &now)
{
    const ServiceFault fault = faultIn(reply.body);
    Verdict verdict = verdictByStatus(reply.status, fault);
    // 413 is the size of an uploaded picture there, 404 a path: neither is about a model's context.
    if (reply.status == 413)
        verdict = {Kind::Rejected, u"bad-request"_s};
    Error error = errorFrom(verdict, fault, reply, now);
    if (error.kind() != Kind::RateLimited || error.reply().retryAfter)
        return error;
    // 150 requests in 10 seconds, then a pause of 60 (API reference, "Rate limits").
    Error::ServiceReply words = error.reply();
    words.retryAfter = std::chrono::seconds(60);
    return std::move(error).withReply(std::move(words));
}

Error streamError(const ServiceFault &fault, bool withContent)
{
    HttpReply reply;
    reply.status = statusOf(fault);
    Verdict verdict = verdictByStatus(reply.status, fault);
    if (withContent)
        verdict.billing = Error::Billing::Possible;
    reply.status = 200;
    return errorFrom(verdict, fault, reply, {});
}

Error unreadableAnswer(const QString &reason)
{
    return Error(Kind::Protocol, u"an answer of 200 that could not be read"_s)
        .withReason(reason)
        .withBilling(Error::Billing::Possible);
}

} // namespace keyway

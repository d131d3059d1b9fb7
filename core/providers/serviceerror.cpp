#include "core/providers/serviceerror.h"

#include "core/providers/faultwords.h"

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

/// A limit that ran out: of money, of the day, or of the minute.
Verdict verdictOfLimit(const ServiceFault &fault)
{
    if (saysQuota(fault))
        return {Kind::Quota, {}};
    if (saysUsedUpForLong(fault))
        return {Kind::Quota, u"daily"_s};
    return {Kind::RateLimited, {}};
}

Verdict verdictOfForbidden(const ServiceFault &fault)
{
    if (saysQuota(fault))
        return {Kind::Quota, {}};
    if (saysPolicy(fault))
        return {Kind::Rejected, u"policy"_s};
    return {Kind::Auth, saysCountry(fault) ? u"country"_s : u"forbidden"_s};
}

/// 400, 413, 422 and whatever else says that the request is to blame.
Verdict verdictOfRequest(int status, const ServiceFault &fault)
{
    if (saysQuota(fault))
        return {Kind::Quota, {}};
    if (saysNoSuchModel(fault))
        return {Kind::Gone, u"model"_s};
    if (saysBadKey(fault))
        return {Kind::Auth, u"key"_s};
    if (saysCountry(fault))
        return {Kind::Auth, u"country"_s};
    if (saysPolicy(fault))
        return {Kind::Rejected, u"policy"_s};
    if (status == 413 || saysTooLong(fault))
        return {Kind::Rejected, u"too-long"_s};
    return {Kind::Rejected, u"bad-request"_s};
}

Verdict verdictByStatus(int status, const ServiceFault &fault)
{
    switch (status) {
    case 401:
        return {Kind::Auth, u"key"_s};
    case 402:
        return {Kind::Quota, {}};
    case 403:
        return verdictOfForbidden(fault);
    case 404:
        // A page for browsers, or nothing: no such path, so the base URL is wrong, not the model.
        if (fault.isHtml || fault.isEmpty() || saysNoSuchPath(fault))
            return {Kind::Protocol, u"wrong-address"_s};
        return {Kind::Gone, u"model"_s};
    case 405:
    case 501:
        return {Kind::Protocol, u"wrong-address"_s};
    case 408:
    case 409:
    case 425:
        return {Kind::Overloaded, {}};
    case 498: // Groq: flex capacity; Cohere: blocked words
        if (saysPolicy(fault) || fault.message.contains("blocked"_L1, Qt::CaseInsensitive))
            return {Kind::Rejected, u"policy"_s};
        return verdictOfLimit(fault);
    case 429:
        return verdictOfLimit(fault);
    case 499: // the service saw the request end before its answer did
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
    return verdictOfRequest(status, fault);
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
    const bool passes = verdict.kind == Kind::RateLimited || verdict.kind == Kind::Overloaded
        || verdict.reason == "daily"_L1;
    if (passes) {
        const auto wait = retryAfter(reply, now);
        words.retryAfter = wait ? wait : fault.retryAfter;
    }
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

#include "tests/support/simulator/errorwords.h"

namespace keyway::simulator {

using namespace Qt::StringLiterals;

UsualError usualOfOpenAi(int status, const QString &code)
{
    if (code == "insufficient_quota"_L1 || code == "credit_balance_exhausted"_L1) {
        return {u"insufficient_quota"_s, code,
                u"You exceeded your current quota, please check your plan and billing details."_s};
    }
    switch (status) {
    case 400:
        return {u"invalid_request_error"_s, {}, u"The request is not valid."_s};
    case 401:
        return {u"invalid_request_error"_s, u"invalid_api_key"_s, u"Incorrect API key provided."_s};
    case 402:
        return {u"insufficient_quota"_s, u"payment_required"_s, u"Insufficient balance."_s};
    case 403:
        return {u"request_forbidden"_s, u"unsupported_country_region_territory"_s,
                u"Country, region, or territory not supported."_s};
    case 404:
        return {u"invalid_request_error"_s, u"model_not_found"_s,
                u"The model does not exist or you do not have access to it."_s};
    case 429:
        return {u"requests"_s, u"rate_limit_exceeded"_s, u"Rate limit reached for requests."_s};
    case 503:
        return {u"service_unavailable_error"_s, u"server_is_overloaded"_s,
                u"The server is overloaded. Please try again later."_s};
    default:
        return {u"server_error"_s, u"server_error"_s,
                u"The server had an error while processing your request."_s};
    }
}

UsualError usualOfAnthropic(int status)
{
    switch (status) {
    case 400:
        return {u"invalid_request_error"_s, {}, u"The request is not valid."_s};
    case 401:
        return {u"authentication_error"_s, {}, u"invalid x-api-key"_s};
    case 402:
        return {u"billing_error"_s, {}, u"Your credit balance is used up."_s};
    case 403:
        return {u"permission_error"_s, {}, u"Your API key may not use this resource."_s};
    case 404:
        return {u"not_found_error"_s, {}, u"The model was not found."_s};
    case 409:
        return {u"conflict_error"_s, {}, u"Conflict."_s};
    case 413:
        return {u"request_too_large"_s, {}, u"Request exceeds the maximum size."_s};
    case 429:
        return {u"rate_limit_error"_s, {}, u"This request would exceed your rate limit."_s};
    case 504:
        return {u"timeout_error"_s, {}, u"The request timed out."_s};
    case 529:
        return {u"overloaded_error"_s, {}, u"Overloaded"_s};
    default:
        return {u"api_error"_s, {}, u"Internal server error"_s};
    }
}

UsualError usualOfStability(int status)
{
    switch (status) {
    case 400:
        return {{}, u"bad_request"_s, u"The request is not valid."_s};
    case 401:
        return {{}, u"unauthorized"_s, u"authorization: is invalid or missing"_s};
    case 402:
        return {{}, u"payment_required"_s, u"You lack sufficient credits."_s};
    case 403:
        return {{},
                u"content_moderation"_s,
                u"Your request was flagged by our content moderation system."_s};
    case 404:
        return {{}, u"not_found"_s, u"The resource was not found."_s};
    case 413:
        return {{}, u"payload_too_large"_s, u"body: cannot be larger than 10MiB"_s};
    case 422:
        return {{}, u"invalid_language"_s, u"English is the only supported language."_s};
    case 429:
        return {{},
                u"rate_limit_exceeded"_s,
                u"You have exceeded the rate limit of 150 requests within 10 seconds."_s};
    default:
        return {{}, u"internal_error"_s, u"An unexpected server error has occurred."_s};
    }
}

UsualError usualOfGemini(int status)
{
    switch (status) {
    case 400:
        return {u"INVALID_ARGUMENT"_s, u"invalid_request"_s,
                u"Request contains an invalid argument."_s};
    case 401:
        return {u"UNAUTHENTICATED"_s, u"authentication"_s,
                u"The request has no valid credentials."_s};
    case 402:
        return {u"FAILED_PRECONDITION"_s, u"payment_required"_s,
                u"Your prepaid credits are used up."_s};
    case 403:
        return {u"PERMISSION_DENIED"_s, u"permission_denied"_s,
                u"The caller does not have permission."_s};
    case 404:
        return {u"NOT_FOUND"_s, u"not_found"_s, u"Requested entity was not found."_s};
    case 429:
        return {u"RESOURCE_EXHAUSTED"_s, u"rate_limit_exceeded"_s,
                u"You exceeded your current quota."_s};
    case 503:
        return {u"UNAVAILABLE"_s, u"service_unavailable"_s,
                u"The model is overloaded. Please try again later."_s};
    case 504:
        return {u"DEADLINE_EXCEEDED"_s, u"deadline_exceeded"_s,
                u"The deadline passed before the end."_s};
    default:
        return {u"INTERNAL"_s, u"api_error"_s, u"An internal error has occurred."_s};
    }
}

UsualError usualOfOthers(int status)
{
    switch (status) {
    case 400:
        return {u"invalid_request_error"_s, u"bad_request"_s, u"The request is not valid."_s};
    case 401:
        return {u"unauthorized"_s, u"unauthorized"_s, u"The API key is missing or not valid."_s};
    case 402:
        return {u"payment_required"_s, u"payment_required"_s, u"Insufficient credits."_s};
    case 403:
        return {u"forbidden"_s, u"forbidden"_s, u"You may not do this."_s};
    case 404:
        return {u"not_found"_s, u"not_found"_s, u"There is nothing here."_s};
    case 422:
        return {u"unprocessable_entity"_s, u"unprocessable_entity"_s,
                u"The input cannot be processed."_s};
    case 429:
        return {u"rate_limit_exceeded"_s, u"rate_limit_exceeded"_s, u"Too many requests."_s};
    case 503:
        return {u"service_unavailable"_s, u"service_unavailable"_s,
                u"No capacity at the moment."_s};
    case 529:
        return {u"overloaded"_s, u"overloaded"_s, u"Overloaded."_s};
    default:
        return {u"server_error"_s, u"server_error"_s, u"Something went wrong on our side."_s};
    }
}

} // namespace keyway::simulator

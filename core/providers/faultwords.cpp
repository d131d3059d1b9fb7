#include "core/providers/faultwords.h"

#include <algorithm>
#include <array>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array quotaCodes{
    "insufficient_quota"_L1,
    "credit_balance_exhausted"_L1,
    "billing_hard_limit_reached"_L1,
    "billing_not_active"_L1,
    "enforced_spend_limit_reached"_L1,
    "contract_spend_limit_reached"_L1,
    "billing_error"_L1,
    "insufficient_balance"_L1,
    "payment_required"_L1,
    "insufficient_credits"_L1,
    "budget_exceeded"_L1,
};
constexpr std::array quotaPhrases{
    "exceeded your current quota"_L1,
    "credit balance is too low"_L1,
    "reached your specified api usage limits"_L1,
    "insufficient balance"_L1,
    "insufficient credit"_L1,
    "insufficient fund"_L1,
    "enough credits"_L1,
    "used all available credits"_L1,
    "monthly spending limit"_L1,
    "spend limit"_L1,
    "enable billing"_L1,
};
/// Words of limits that are counted by the day or the month (OpenAI, Groq, Gemini, OpenRouter,
/// Cohere, Runway).
constexpr std::array longPhrases{
    "per day"_L1,       "perday"_L1,    "per-day"_L1,       "daily"_L1,
    "calls / month"_L1, "per month"_L1, "monthly quota"_L1,
};
constexpr std::array policyCodes{
    "moderation_blocked"_L1,
    "content_policy_violation"_L1,
    "image_content_policy_violation"_L1,
    "content_filter"_L1,
    "invalid_prompt"_L1,
    "bio_policy"_L1,
    "misalignment_policy_violation"_L1,
    "content_moderation"_L1,
    "public_figure"_L1,
    "ResponsibleAIPolicyViolation"_L1,
    "blocked_reason_safety"_L1,
    // Gemini Interactions (ai.google.dev/gemini-api/docs/api-errors).
    "safety"_L1,
    "recitation"_L1,
    "prohibited_content"_L1,
    "spii"_L1,
    "blocklist"_L1,
    "image_safety"_L1,
    "image_prohibited_content"_L1,
    "image_recitation"_L1,
    "content_blocked"_L1,
};
constexpr std::array tooLongCodes{
    "context_length_exceeded"_L1, "exceed_context_size_error"_L1, "request_too_large"_L1,
    "string_above_max_length"_L1, "payload_too_large"_L1,
};
constexpr std::array tooLongPhrases{
    "maximum context length"_L1,
    "maximum prompt length"_L1,
    "prompt is too long"_L1,
    "context_length_exceeded"_L1,
    "exceeds the available context"_L1,
    "exceed context limit"_L1,
    "context window"_L1,
    "exceeds the maximum number of tokens"_L1,
    "too many tokens"_L1,
    "request too large for model"_L1,
};
constexpr std::array keyCodes{
    "invalid_api_key"_L1,
    "API_KEY_INVALID"_L1,
    "API_KEY_EXPIRED"_L1,
};
constexpr std::array keyPhrases{
    "incorrect api key"_L1, "invalid api key"_L1, "invalid api token"_L1,
    "api key not valid"_L1, "api key expired"_L1, "api_key_invalid"_L1,
};
constexpr std::array modelCodes{
    "model_not_found"_L1,
    "invalid_model"_L1,
    "DeploymentNotFound"_L1,
    "model_decommissioned"_L1,
};
constexpr std::array modelPhrases{
    "model not found"_L1,
    "invalid model:"_L1,
    "not a valid model id"_L1,
    "model does not exist"_L1,
};
constexpr std::array countryPhrases{
    "user location is not supported"_L1,
    "country, region, or territory not supported"_L1,
};

template <std::size_t size>
bool names(const ServiceFault &fault, const std::array<QLatin1StringView, size> &words)
{
    const auto isOne = [&words](const QString &word) {
        return std::find(words.begin(), words.end(), word) != words.end();
    };
    return isOne(fault.code) || isOne(fault.type)
        || std::any_of(fault.hints.begin(), fault.hints.end(), isOne);
}

template <std::size_t size>
bool contains(const QString &text, const std::array<QLatin1StringView, size> &phrases)
{
    return std::any_of(phrases.begin(), phrases.end(), [&](QLatin1StringView phrase) {
        return text.contains(phrase, Qt::CaseInsensitive);
    });
}

/// Google counts requests by the minute and the day and calls both a quota. Nobody else tells how
/// long to wait in the body of an error with one of these codes.
bool isGoogleLimit(const ServiceFault &fault)
{
    const bool isLimit = fault.type == "RESOURCE_EXHAUSTED"_L1
        || fault.code == "rate_limit_exceeded"_L1 || fault.code == "quota_exceeded"_L1;
    return isLimit && (fault.retryAfter || !fault.hints.isEmpty());
}

} // namespace

bool saysQuota(const ServiceFault &fault)
{
    if (isGoogleLimit(fault))
        return false;
    return names(fault, quotaCodes) || fault.code.contains("spend_limit"_L1)
        || contains(fault.message, quotaPhrases);
}

bool saysUsedUpForLong(const ServiceFault &fault)
{
    // Gemini Interactions: of the day, where `rate_limit_exceeded` is of the minute.
    if (fault.code == "quota_exceeded"_L1 && !fault.retryAfter)
        return true;
    return contains(fault.message, longPhrases) || contains(fault.hints.join(u' '), longPhrases);
}

bool saysPolicy(const ServiceFault &fault)
{
    // Runway's codes are paths: SAFETY.INPUT.TEXT, INPUT_PREPROCESSING.SAFETY.TEXT.
    return names(fault, policyCodes) || fault.code.split(u'.').contains("SAFETY"_L1);
}

bool saysTooLong(const ServiceFault &fault)
{
    return names(fault, tooLongCodes) || contains(fault.message, tooLongPhrases);
}

bool saysBadKey(const ServiceFault &fault)
{
    return names(fault, keyCodes) || contains(fault.message, keyPhrases);
}

bool saysNoSuchModel(const ServiceFault &fault)
{
    return names(fault, modelCodes) || contains(fault.message, modelPhrases);
}

bool saysCountry(const ServiceFault &fault)
{
    return fault.code == "unsupported_country_region_territory"_L1
        || contains(fault.message, countryPhrases);
}

bool saysNoSuchPath(const ServiceFault &fault)
{
    return fault.message.compare("resource not found"_L1, Qt::CaseInsensitive) == 0;
}

int statusOf(const ServiceFault &fault)
{
    static constexpr std::array<std::pair<QLatin1StringView, int>, 30> statuses{{
        {"rate_limit_exceeded"_L1, 429},
        {"rate_limit_error"_L1, 429},
        {"slow_down"_L1, 429},
        {"quota_exceeded"_L1, 429},
        {"resource_exhausted"_L1, 429},
        {"too_many_requests"_L1, 429},
        {"server_is_overloaded"_L1, 529},
        {"overloaded_error"_L1, 529},
        {"unavailable"_L1, 503},
        {"invalid_request_error"_L1, 400},
        {"invalid_request"_L1, 400},
        {"invalid_argument"_L1, 400},
        {"failed_precondition"_L1, 400},
        {"data_residency_mismatch"_L1, 400},
        {"parameter_unknown"_L1, 400},
        {"authentication_error"_L1, 401},
        {"authentication"_L1, 401},
        {"unauthenticated"_L1, 401},
        {"invalid_api_key"_L1, 401},
        {"billing_error"_L1, 402},
        {"permission_error"_L1, 403},
        {"permission_denied"_L1, 403},
        {"not_found_error"_L1, 404},
        {"not_found"_L1, 404},
        {"model_not_found"_L1, 404},
        {"request_too_large"_L1, 413},
        {"timeout_error"_L1, 504},
        {"deadline_exceeded"_L1, 504},
        {"server_error"_L1, 500},
        {"internal"_L1, 500},
    }};
    for (const auto &[word, status] : statuses) {
        if (fault.code.compare(word, Qt::CaseInsensitive) == 0
            || fault.type.compare(word, Qt::CaseInsensitive) == 0)
            return status;
    }
    if (saysQuota(fault))
        return 402;
    // OpenAI's codes about a picture that it was given: image_too_large, invalid_base64_image.
    const bool isAboutPicture
        = fault.code.contains("image"_L1) && !fault.code.contains("generation"_L1);
    if (saysPolicy(fault) || saysTooLong(fault) || isAboutPicture
        || fault.code.startsWith("ASSET."_L1))
        return 400;
    // OpenRouter gives the status as the code.
    const int code = fault.code.toInt();
    return code >= 400 && code < 600 ? code : 500;
}

} // namespace keyway

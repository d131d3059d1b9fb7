#include "core/engine/settlement.h"

#include "core/engine/attemptpolicy.h"

#include <algorithm>

namespace keyway::engine {

namespace {

constexpr qint64 bytesPerToken = 4;
constexpr qint64 tokensAroundTurn = 16;
constexpr qint64 tokensAroundPrompt = 64;

qint64 bytesOf(const PromptRequest &request)
{
    qint64 bytes = request.instructions.toUtf8().size();
    for (const Message &message : request.messages)
        bytes += message.text.toUtf8().size();
    return bytes;
}

/// Adds what the service did not report: prompt and written text, as Keyway counts them.
TokenUsage estimatedUsage(const PromptRequest &request, const Completion &completion)
{
    TokenUsage usage = completion.usage;
    if (!completion.inputReported && usage.tokensIn() == 0)
        usage.set(Counter::InUncached, estimatedPromptTokens(request));
    if (!completion.usageReported) {
        const qint64 written = estimatedTokens(completion.text);
        usage.set(Counter::OutText, std::max(usage[Counter::OutText], written));
    }
    return usage;
}

/// What the counters and the passes beside them cost together; notes the price version of the
/// record. Nothing where one of the prices is not known.
std::optional<Cost> costOfAttempt(UsageRecord &record, const PromptRequest &request,
                                  const Completion &completion, const Integration &integration,
                                  const Catalogue &catalogue)
{
    PriceQuery query{record.service,          record.model,
                     record.modelReported,    record.startedAt,
                     record.usage.tokensIn(), priceFactsOf(request)};
    query.facts.insert(completion.priceFacts);
    const std::optional<PriceQuote> quote = catalogue.quote(query, integration.terms);
    if (!quote)
        return std::nullopt;
    record.priceVersion = quote->version;
    std::optional<Cost> cost = costOf(record.usage, quote->prices);
    for (const UsagePass &pass : completion.passes) {
        if (!pass.model.isEmpty())
            query.modelReported = query.model = pass.model;
        query.promptTokens = pass.usage.tokensIn();
        const std::optional<PriceQuote> own = catalogue.quote(query, integration.terms);
        const std::optional<Cost> more
            = own ? costOf(pass.usage, own->prices) : std::optional<Cost>();
        if (!cost || !more)
            return std::nullopt;
        cost = sumOf(*cost, *more);
    }
    return cost;
}

} // namespace

qint64 estimatedTokens(const QString &text)
{
    return (text.toUtf8().size() + bytesPerToken - 1) / bytesPerToken;
}

qint64 estimatedPromptTokens(const PromptRequest &request)
{
    return (bytesOf(request) + bytesPerToken - 1) / bytesPerToken;
}

qint64 promptTokensAtMost(const PromptRequest &request)
{
    return bytesOf(request) + tokensAroundPrompt + tokensAroundTurn * (request.messages.size() + 1);
}

void countMedia(const PromptRequest &request, const std::optional<Model> &facts,
                Completion &completion)
{
    const qint64 results = completion.images.size() + completion.links.size();
    const bool reported = completion.usageReported || !completion.usage.isEmpty();
    if (reported || completion.outcome != Outcome::Completed || results == 0)
        return;
    if (request.type == RequestType::Image) {
        completion.usage.set(Counter::Images, results);
    } else if (request.type == RequestType::Video) {
        const QStringList usual
            = facts ? facts->options.value(QStringLiteral("duration")) : QStringList();
        const int seconds
            = request.video.seconds > 0 ? request.video.seconds : usual.value(0).toInt();
        completion.usage.set(Counter::VideoSeconds, seconds);
    }
}

Settlement settle(UsageRecord started, const PromptRequest &request, const Completion &completion,
                  const Integration &integration, const Catalogue &catalogue,
                  const FeePolicy &policy, bool requestAlreadyCharged)
{
    Settlement result;
    UsageRecord &record = result.record = std::move(started);
    record.outcome = outcomeOf(completion);
    if (completion.error)
        record.errorKind = completion.error->kind();
    record.httpStatus = completion.httpStatus;
    record.serviceCode = completion.error ? completion.error->reply().code : QString();
    record.serviceRequestId = completion.serviceRequestId;
    record.modelReported = completion.model;
    record.durationMs = completion.duration.count();
    if (completion.firstToken)
        record.firstTokenMs = completion.firstToken->count();
    record.statedCost = completion.statedCost;

    if (record.outcome == Outcome::Unknown)
        return result; // cost state stays unknown

    const bool answered = record.outcome == Outcome::Completed || record.outcome == Outcome::Refused
        || record.outcome == Outcome::Filtered;
    const bool media = record.type != RequestType::Text;
    const bool billed = media && (completion.statedCost || completion.usageReported);
    const bool reached = completion.sent
        && (answered || billed || record.outcome == Outcome::Cancelled
            || !completion.text.isEmpty());
    if (!reached) {
        record.costState = CostState::Exact; // surely not billed: exactly nothing
        return result;
    }

    // Nobody can count what a picture or a video took before it was there.
    const bool counted = billed || !completion.usage.isEmpty() || !completion.images.isEmpty();
    if (media && !counted)
        return result;

    const bool asReported = media || completion.usageReported;
    record.usage = asReported ? completion.usage : estimatedUsage(request, completion);
    result.cost = costOfAttempt(record, request, completion, integration, catalogue);
    for (const UsagePass &pass : completion.passes)
        record.usage += pass.usage;
    if (completion.statedCost) {
        record.platformCost = *completion.statedCost;
        record.costState = CostState::Exact;
    } else if (result.cost) {
        record.platformCost = result.cost->total;
        record.costState = completion.usageReported ? CostState::Exact : CostState::Estimated;
    }
    record.platformFee = policy.feeFor(record, requestAlreadyCharged);
    return result;
}

} // namespace keyway::engine

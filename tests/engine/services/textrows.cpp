// Text at every service. Prices and what the counts include are those of the services'
// documentation as of November 2026.

#include "tests/engine/services/servicerow.h"

#include <initializer_list>
#include <utility>

namespace keyway::engine {

using namespace Qt::StringLiterals;
using simulator::Behaviour;
using simulator::Counters;
using simulator::Fault;
using simulator::RetryAfter;
using std::chrono::milliseconds;
using std::chrono::seconds;
using Kind = Error::Kind;

namespace {

// What Keyway counts by itself of the prompt (40 bytes) and of three words (23 bytes).
constexpr qint64 promptTokens = 10;
constexpr qint64 cutTokens = 6;

/// What the services are told to have counted. The dollars are for those that state them.
Counters told()
{
    Counters counters;
    counters.input = 1000;
    counters.cacheRead = 200;
    counters.cacheWriteShort = 100;
    counters.output = 60;
    counters.reasoning = 20;
    counters.cost = 777'000;
    return counters;
}

TokenUsage counted(std::initializer_list<std::pair<Counter, qint64>> counts, qint64 thinking = 0)
{
    TokenUsage usage;
    for (const auto &[counter, count] : counts)
        usage.set(counter, count);
    usage.setOutThinking(thinking);
    return usage;
}

/// Where the service tells apart what it wrote to its cache.
const TokenUsage withWrites = counted({{Counter::InUncached, 1000},
                                       {Counter::InCacheRead, 200},
                                       {Counter::InCacheWriteA, 100},
                                       {Counter::OutText, 60}},
                                      20);
/// Where that is a part of the input.
const TokenUsage withoutWrites = counted(
    {{Counter::InUncached, 1100}, {Counter::InCacheRead, 200}, {Counter::OutText, 60}}, 20);

RowFault fault(int status, Kind kind, const QString &code = {}, const QString &reason = {})
{
    return {Fault::answers(status, code), kind, reason, {}};
}

RowFault limited(RetryAfter::Form form, milliseconds wait)
{
    return {Fault::answers(429, {}, {form, wait}), Kind::RateLimited, {}, wait};
}

RowRefusal refusal(Behaviour::Finish finish, Outcome outcome, const QString &words = {})
{
    RowRefusal refusal;
    refusal.finish = finish;
    refusal.outcome = outcome;
    refusal.words = words;
    return refusal;
}

/// What most services have in common.
ServiceRow row(const char *name, const QString &service, const QString &model,
               const QByteArray &call)
{
    ServiceRow row;
    row.name = name;
    row.service = row.simulator = service;
    row.model = model;
    row.call = call;
    row.counters = told();
    row.usage = withoutWrites;
    row.cutUsage = counted({{Counter::InUncached, promptTokens}, {Counter::OutText, cutTokens}});
    row.outOfMoney = fault(402, Kind::Quota);
    row.limited = limited(RetryAfter::Form::Seconds, seconds(1));
    row.overloaded = fault(503, Kind::Overloaded);
    row.refusal = refusal(Behaviour::Finish::ContentFilter, Outcome::Filtered);
    return row;
}

const QString wholeAnswer = u"The provider simulator answers with these words."_s;

QList<ServiceRow> openAiRows()
{
    ServiceRow chat
        = row("OpenAI chat", u"openai"_s, u"gpt-6-luna"_s, "POST /openai/v1/chat/completions");
    chat.usage = withWrites;
    chat.prices = RowPrices{.in = 100, .cacheRead = 10, .cacheWrite = 125, .outText = 500};
    chat.outOfMoney = fault(429, Kind::Quota, u"insufficient_quota"_s);
    chat.limited = limited(RetryAfter::Form::Milliseconds, milliseconds(900));
    chat.refusal = refusal(Behaviour::Finish::Refusal, Outcome::Refused, wholeAnswer);

    ServiceRow responses = chat;
    responses.name = "OpenAI responses";
    responses.service = u"openai-responses"_s;
    responses.model = u"gpt-6.1-sol"_s;
    responses.call = "POST /openai/v1/responses";
    responses.counters.webSearches = 2;
    responses.usage.set(Counter::CallsWebSearch, 2);
    responses.prices = RowPrices{
        .in = 2000, .cacheRead = 100, .cacheWrite = 2500, .outText = 10'000, .search = 10'000'000};
    responses.outOfMoney = fault(429, Kind::Quota, u"credit_balance_exhausted"_s);

    ServiceRow azure = row("Azure OpenAI", u"azure"_s, u"gpt-6-luna"_s,
                           "POST /azure/openai/v1/chat/completions");
    azure.usage = withWrites;
    azure.prices = chat.prices;
    azure.outOfMoney = chat.outOfMoney;
    azure.limited = chat.limited;
    return {chat, responses, azure};
}

ServiceRow anthropicRow()
{
    ServiceRow messages
        = row("Anthropic", u"anthropic"_s, u"claude-haiku-4-5"_s, "POST /anthropic/v1/messages");
    messages.counters.webSearches = 2;
    messages.usage = withWrites;
    messages.usage.set(Counter::CallsWebSearch, 2);
    messages.prices = RowPrices{
        .in = 1000, .cacheRead = 100, .cacheWrite = 1250, .outText = 5000, .search = 10'000'000};
    // The input is told at the start.
    messages.cutUsage = messages.usage;
    messages.cutUsage.set(Counter::OutText, cutTokens);
    messages.cutUsage.setOutThinking(0);
    messages.overloaded = fault(529, Kind::Overloaded);
    messages.refusal = refusal(Behaviour::Finish::Refusal, Outcome::Refused,
                               u"This request was blocked by policy."_s);
    return messages;
}

QList<ServiceRow> geminiRows()
{
    ServiceRow generate = row("Gemini", u"gemini"_s, u"gemini-4-argon"_s,
                              "POST /gemini/v1beta/models/gemini-4-argon:streamGenerateContent");
    generate.counters.toolInput = 50;
    generate.usage.set(Counter::InUncached, 1150);
    // Twice as much from 1 December on.
    generate.prices = RowPrices{.in = 2000, .cacheRead = 100, .outText = 10'000};
    // Every chunk counts the prompt.
    generate.cutUsage = counted({{Counter::InUncached, 1300}, {Counter::OutText, cutTokens}});
    generate.badKeyStatus = 400;
    // The wait is in the body.
    generate.limited = limited(RetryAfter::Form::Seconds, milliseconds(900));
    generate.refusal = refusal(Behaviour::Finish::Refusal, Outcome::Filtered);
    generate.refusal->usage = counted({{Counter::InUncached, 1300}});

    ServiceRow safety = generate;
    safety.name = "Gemini, stopped";
    safety.model = u"gemini-3.5-flash"_s;
    safety.call = "POST /gemini/v1beta/models/gemini-3.5-flash:streamGenerateContent";
    safety.prices = RowPrices{.in = 1500, .cacheRead = 150, .outText = 9000};
    safety.refusal = refusal(Behaviour::Finish::ContentFilter, Outcome::Filtered);

    ServiceRow interactions = generate;
    interactions.name = "Gemini interactions";
    interactions.service = u"gemini-interactions"_s;
    interactions.model = u"gemini-3.5-flash-lite"_s;
    interactions.call = "POST /gemini/v1beta/interactions";
    interactions.prices = RowPrices{.in = 300, .cacheRead = 30, .outText = 2500};
    interactions.cutUsage
        = counted({{Counter::InUncached, promptTokens}, {Counter::OutText, cutTokens}});
    interactions.refusal = refusal(Behaviour::Finish::ContentFilter, Outcome::Filtered,
                                   u"The content was blocked by policy."_s);
    return {generate, safety, interactions};
}

/// They say what they charge.
QList<ServiceRow> statingRows()
{
    ServiceRow openRouter = row("OpenRouter", u"openrouter"_s, u"openai/gpt-6-luna"_s,
                                "POST /openrouter/api/v1/chat/completions");
    openRouter.usage = withWrites;
    openRouter.stated = Money::fromNano(777'000);
    openRouter.prices = RowPrices{.in = 100, .cacheRead = 10, .cacheWrite = 125, .outText = 500};
    openRouter.refusal = refusal(Behaviour::Finish::Refusal, Outcome::Refused, wholeAnswer);

    ServiceRow xai = row("xAI chat", u"xai"_s, u"grok-4.3"_s, "POST /xai/v1/chat/completions");
    xai.stated = openRouter.stated;
    xai.prices = RowPrices{.in = 1250, .cacheRead = 200, .outText = 2500};
    xai.badKeyStatus = 400;
    xai.outOfMoney = fault(403, Kind::Quota);
    xai.outOfMoney->fault.message = u"Your team has used all available credits."_s;
    xai.refusal = openRouter.refusal;

    ServiceRow responses = xai;
    responses.name = "xAI responses";
    responses.service = u"xai-responses"_s;
    responses.model = u"grok-4.6"_s;
    responses.call = "POST /xai/v1/responses";
    responses.prices = RowPrices{.in = 2000, .cacheRead = 500, .outText = 6000};
    return {openRouter, xai, responses};
}

QList<ServiceRow> otherRows()
{
    ServiceRow mistral = row("Mistral", u"mistral"_s, u"mistral-small-2603"_s,
                             "POST /mistral/v1/chat/completions");
    mistral.usage.setOutThinking(0); // it does not count its thinking apart
    mistral.prices = RowPrices{.in = 150, .cacheRead = 15, .outText = 600};

    // Off-peak; from Monday to Friday it is twice as much for seven hours.
    ServiceRow deepSeek
        = row("DeepSeek", u"deepseek"_s, u"deepseek-flash"_s, "POST /deepseek/chat/completions");
    deepSeek.prices = RowPrices{.in = 150, .cacheRead = 3, .outText = 600};

    ServiceRow groq
        = row("Groq", u"groq"_s, u"openai/gpt-oss-120b"_s, "POST /groq/openai/v1/chat/completions");
    groq.prices = RowPrices{.in = 150, .cacheRead = 75, .outText = 600};

    // It bills less than the model read: `billed_units`.
    ServiceRow cohere = row("Cohere", u"cohere"_s, u"command-r-08-2024"_s, "POST /cohere/v2/chat");
    cohere.usage = counted({{Counter::InUncached, 1000}, {Counter::OutText, 60}});
    cohere.prices = RowPrices{.in = 150, .outText = 600};
    cohere.refusal = RowRefusal();
    cohere.refusal->fault = Fault::answers(498);
    cohere.refusal->fault.message = u"blocked output: please try again"_s;
    cohere.refusal->outcome = Outcome::Failed;
    cohere.refusal->words = cohere.refusal->fault.message;
    return {mistral, deepSeek, groq, cohere};
}

QList<ServiceRow> localRows()
{
    const auto local = [](const char *name, const QString &service, const QString &model,
                          const QByteArray &call) {
        ServiceRow made = row(name, service, model, call);
        made.keyless = true;
        made.usage = withWrites;
        made.prices = RowPrices();
        made.outOfMoney.reset();
        return made;
    };
    ServiceRow ollama = local("Ollama", u"ollama"_s, u"llama3.2:latest"_s, "POST /ollama/api/chat");
    ollama.usage = counted({{Counter::InUncached, 1000}, {Counter::OutText, 60}});
    ollama.overloaded = fault(500, Kind::Overloaded);
    ollama.refusal.reset(); // its wire format has none

    const ServiceRow llama
        = local("llama.cpp", u"llamacpp"_s, u"local-model"_s, "POST /llamacpp/v1/chat/completions");
    const ServiceRow studio
        = local("LM Studio", u"lmstudio"_s, u"local-model"_s, "POST /lmstudio/v1/chat/completions");
    ServiceRow responses = local("LM Studio responses", u"lmstudio-responses"_s, u"other-model"_s,
                                 "POST /lmstudio/v1/responses");
    responses.simulator = u"lmstudio"_s;
    responses.usage = withoutWrites;
    const ServiceRow vllm
        = local("vLLM", u"vllm"_s, u"local-model"_s, "POST /vllm/v1/chat/completions");

    // Any other server that speaks OpenAI's form: unknown until its user names a price.
    ServiceRow unpriced
        = row("Another service", u"custom"_s, u"some-model"_s, "POST /vllm/v1/chat/completions");
    unpriced.simulator = u"vllm"_s;
    unpriced.usage = withWrites;
    unpriced.limited = limited(RetryAfter::Form::HttpDate, seconds(2));
    ServiceRow priced = unpriced;
    priced.name = "Another service, own price";
    priced.model = u"priced-model"_s;
    priced.limited = limited(RetryAfter::Form::Seconds, seconds(1));
    priced.ownPrices = R"({"models": {"priced-model": {"from": "2026-11-01", "prices":
        {"in_uncached": "2", "in_cache_read": "0.2", "in_cache_write_a": "2.5", "out_text": "4"}}}})";
    priced.prices = RowPrices{.in = 2000, .cacheRead = 200, .cacheWrite = 2500, .outText = 4000};
    return {ollama, llama, studio, responses, vllm, unpriced, priced};
}

} // namespace

QList<ServiceRow> textRows()
{
    return openAiRows() + QList<ServiceRow>{anthropicRow()} + geminiRows() + statingRows()
        + otherRows() + localRows();
}

} // namespace keyway::engine

#include "core/providers/anthropicparser.h"
#include "core/providers/cohereparser.h"
#include "core/providers/geminiinteractionparser.h"
#include "core/providers/geminiparser.h"
#include "core/providers/jsonarrayparser.h"
#include "core/providers/ndjsonparser.h"
#include "core/providers/ollamaparser.h"
#include "core/providers/openaichatparser.h"
#include "core/providers/openairesponsesparser.h"

#include <benchmark/benchmark.h>

using namespace keyway;

// How fast answers are read: bytes a second and time an event, of the framings alone and of each
// parser, from pieces of 16 KiB as the network gives them.

namespace {

constexpr qsizetype pieceSize = 16 * 1024;
constexpr int eventCount = 4000;

/// A stream of `eventCount` events of the usual size, with what stands around them.
struct Stream {
    QByteArray bytes;
    int events = eventCount;
};

Stream repeated(const QByteArray &start, const QByteArray &event, const QByteArray &end)
{
    return {start + event.repeated(eventCount) + end, eventCount};
}

Stream openAiChat()
{
    return repeated(
        {},
        "data: {\"id\":\"chatcmpl-9xYz0123456789\",\"object\":\"chat.completion.chunk\","
        "\"created\":1795000000,\"model\":\"gpt-6-sol\",\"choices\":[{\"index\":0,"
        "\"delta\":{\"content\":\" several\"},\"finish_reason\":null}]}\n\n",
        "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],"
        "\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":4000}}\n\ndata: "
        "[DONE]\n\n");
}

Stream openAiResponses()
{
    return repeated({},
                    "event: response.output_text.delta\ndata: {\"type\":"
                    "\"response.output_text.delta\",\"sequence_number\":9,\"item_id\":\"msg_1\","
                    "\"output_index\":0,\"content_index\":0,\"delta\":\" several\"}\n\n",
                    "event: response.completed\ndata: {\"type\":\"response.completed\","
                    "\"response\":{\"status\":\"completed\",\"output\":[],\"usage\":{"
                    "\"input_tokens\":9,\"output_tokens\":4000}}}\n\n");
}

Stream anthropic()
{
    return repeated("event: message_start\ndata: {\"type\":\"message_start\",\"message\":{"
                    "\"id\":\"msg_1\",\"model\":\"claude-opus-5-5\",\"usage\":{"
                    "\"input_tokens\":9,\"output_tokens\":1}}}\n\n",
                    "event: content_block_delta\ndata: {\"type\":\"content_block_delta\","
                    "\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\" several\"}}\n\n",
                    "event: message_delta\ndata: {\"type\":\"message_delta\",\"delta\":{"
                    "\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":4000}}\n\n"
                    "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n");
}

Stream geminiGenerate()
{
    return repeated({},
                    "data: {\"candidates\": [{\"content\": {\"parts\": [{\"text\": \" several "
                    "words\"}],\"role\": \"model\"},\"index\": 0}],\"usageMetadata\": "
                    "{\"promptTokenCount\": 9,\"candidatesTokenCount\": 77,\"totalTokenCount\": "
                    "86},\"modelVersion\": \"gemini-4-argon\",\"responseId\": \"Rk7\"}\r\n\r\n",
                    "data: {\"candidates\":[{\"finishReason\":\"STOP\"}]}\r\n\r\n");
}

Stream geminiArray()
{
    Stream stream = geminiGenerate();
    stream.bytes.replace("data: ", ",");
    stream.bytes[0] = '[';
    stream.bytes += ']';
    return stream;
}

Stream geminiInteraction()
{
    return repeated({},
                    "event: step.delta\ndata: {\"event_type\":\"step.delta\",\"index\":1,"
                    "\"delta\":{\"type\":\"text\",\"text\":\" several words\"}}\n\n",
                    "event: interaction.completed\ndata: {\"event_type\":"
                    "\"interaction.completed\",\"interaction\":{\"status\":\"completed\"}}\n\n");
}

Stream cohere()
{
    return repeated({},
                    "event: content-delta\ndata: {\"type\":\"content-delta\",\"index\":0,"
                    "\"delta\":{\"message\":{\"content\":{\"text\":\" several\"}}}}\n\n",
                    "event: message-end\ndata: {\"type\":\"message-end\",\"delta\":{"
                    "\"finish_reason\":\"COMPLETE\"}}\n\n");
}

Stream ollama()
{
    return repeated({},
                    "{\"model\":\"qwen3:8b\",\"created_at\":\"2026-11-22T10:00:00.123456Z\","
                    "\"message\":{\"role\":\"assistant\",\"content\":\" several\"},"
                    "\"done\":false}\n",
                    "{\"model\":\"qwen3:8b\",\"message\":{\"content\":\"\"},\"done\":true,"
                    "\"done_reason\":\"stop\",\"eval_count\":4000}\n");
}

template <class Make> void read(benchmark::State &state, const Stream &stream, Make make)
{
    for (auto _ : state) {
        auto parser = make();
        for (qsizetype at = 0; at < stream.bytes.size(); at += pieceSize) {
            const qsizetype size = std::min(pieceSize, stream.bytes.size() - at);
            benchmark::DoNotOptimize(parser.feed(QByteArrayView(stream.bytes).sliced(at, size)));
        }
    }
    state.SetBytesProcessed(state.iterations() * stream.bytes.size());
    state.counters["per_event"]
        = benchmark::Counter(double(state.iterations()) * stream.events,
                             benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

#define KEYWAY_BENCH(name, stream, parser)                                                         \
    void name(benchmark::State &state)                                                             \
    {                                                                                              \
        read(state, stream(), [] { return parser; });                                              \
    }                                                                                              \
    BENCHMARK(name)

KEYWAY_BENCH(framingOfEvents, openAiChat, SseParser());
KEYWAY_BENCH(framingOfLines, ollama, NdjsonParser());
KEYWAY_BENCH(framingOfAnArray, geminiArray, JsonArrayParser());
KEYWAY_BENCH(openAiChatAnswer, openAiChat, OpenAiChatParser(OpenAiUsageRules()));
KEYWAY_BENCH(openAiResponsesAnswer, openAiResponses, OpenAiResponsesParser(OpenAiUsageRules()));
KEYWAY_BENCH(anthropicAnswer, anthropic, AnthropicParser());
KEYWAY_BENCH(geminiAnswer, geminiGenerate, GeminiParser(GeminiUsageRules()));
KEYWAY_BENCH(geminiArrayAnswer, geminiArray, GeminiParser(GeminiUsageRules()));
KEYWAY_BENCH(geminiInteractionAnswer, geminiInteraction,
             GeminiInteractionParser(GeminiUsageRules()));
KEYWAY_BENCH(cohereAnswer, cohere, CohereParser());
KEYWAY_BENCH(ollamaAnswer, ollama, OllamaParser());

} // namespace

BENCHMARK_MAIN();

#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QJsonValue>
#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <chrono>
#include <optional>
#include <utility>

namespace keyway::simulator {

using HeaderList = QList<std::pair<QByteArray, QByteArray>>;

/// What the service claims to have counted, in disjoint counters; each wire adds them up its own
/// way (OpenAI's prompt_tokens contains the cached ones, Anthropic's input_tokens does not).
struct Counters {
    std::optional<qint64>
        input; ///< uncached; by default a quarter of the prompt's bytes, at least 1
    qint64 cacheRead = 0;
    qint64 cacheWriteShort = 0; ///< Anthropic 5 minutes; OpenAI reports both writes as one
    qint64 cacheWriteLong = 0; ///< Anthropic 1 hour
    std::optional<qint64>
        output; ///< with reasoning; by default the words of the answer plus `reasoning`
    qint64 reasoning = 0;
    qint64 toolInput = 0; ///< Gemini's input of tools, beside the prompt
    qint64 imageOutput = 0; ///< tokens of pictures, beside `output`; a picture has some by itself
    qint64 webSearches = 0; ///< calls billed one by one
    /// What the service says it charges, in nano-dollars; by default 500 for a token of input,
    /// 1500 for one of output, 20 million for a picture and 80 million for a second of film.
    std::optional<qint64> cost = std::nullopt;
};

/// How a job goes on behind its submission. The default is done at the third look.
struct JobPlan {
    enum class Outcome { Success, Failure };
    int steps = 2; ///< the first is waiting, the others are progress
    std::chrono::milliseconds stepTime{0}; ///< 0: each look at the job is a step
    Outcome outcome = Outcome::Success;
    QString code; ///< of a failure; empty for a usual one
    QString message;
    std::chrono::milliseconds linkLife{0}; ///< after the end of the job; 0: for ever
    std::chrono::milliseconds downloadDelay{0}; ///< between pieces of 64 bytes; 0: at once
};

/// How a refusal tells the caller to wait.
struct RetryAfter {
    enum class Form { None, Seconds, HttpDate, Milliseconds };
    Form form = Form::None;
    std::chrono::milliseconds wait{0}; ///< for HttpDate counted from the answer
};

/// What goes wrong with an answer. An answer that is not streamed has no words on the wire: there
/// the "after words" faults cut it, stop it, or turn it into an error, in the middle of its body.
struct Fault {
    enum class Kind {
        None,
        Status, ///< an HTTP error in the wire's own shape
        Redirect, ///< `status` 301 to 308 to `location`
        Close, ///< the connection closes before any byte of an answer
        LoseAnswer, ///< all is done and billed, but the connection closes instead of the answer
        Hang, ///< no byte ever comes
        Html, ///< 200 with a page for people
        BadJson, ///< JSON that breaks off after `after` words
        InvalidUtf8, ///< bytes that are no UTF-8 behind `after` words
        CutAfterWords,
        CutAfterBytes, ///< of the body
        StallAfterWords, ///< the connection stays open and silent
        ErrorAfterWords ///< an error event inside the 200 stream; `code` names it
    };
    Kind kind = Kind::None;
    int status = 0;
    QString code; ///< the service's error code; empty for the usual one of the status
    QString message; ///< empty for a usual one
    RetryAfter retryAfter;
    qint64 after = 1;
    QByteArray location;
    std::optional<QByteArray> body; ///< instead of the wire's own error body, as text/html

    static Fault answers(int status, QString code = {}, RetryAfter retryAfter = {});
    static Fault redirects(int status, QByteArray location);
    static Fault of(Kind kind, qint64 after = 1);
};

/// How the service answers for one model, or for one path such as `/v1/models`.
struct Behaviour {
    enum class Finish { Stop, Length, Refusal, ContentFilter };
    enum class LineEnd { Lf, CrLf, Cr };

    /// `{prompt}` is replaced by the last message of the user.
    QString answer = QStringLiteral("The provider simulator answers with these words.");
    QString thinking; ///< shown as thinking before the answer, where the wire can
    Counters usage;
    bool noUsage = false;
    /// A pass that Anthropic's and OpenAI's totals leave out: a compaction, a picture by a tool.
    qint64 extraPassInput = 0;
    qint64 extraPassOutput = 0;
    Finish finish = Finish::Stop;
    QString reportedModel; ///< the dated name in the answer; by default the one asked for
    QString serviceTier = QStringLiteral("default");
    QString speed; ///< Anthropic's, when given
    QString inferenceGeo; ///< Anthropic's, when given
    JobPlan job;
    QStringList refusedParameters; ///< answered with 400 when present, such as `temperature`

    std::chrono::milliseconds headersDelay{0};
    std::chrono::milliseconds firstByteDelay{0}; ///< between the headers and the body
    std::chrono::milliseconds chunkDelay{0};
    int chunkBytes
        = 0; ///< bytes per write, cut anywhere; 0: one event (or the whole body) per write
    LineEnd lineEnd = LineEnd::Lf;
    bool comments = false; ///< an SSE comment before every event
    HeaderList headers; ///< added to every answer, errors too

    Fault fault;
    int faultTimes = 0; ///< the fault happens this often, then never again; 0: always

    /// Whether the service keeps its answer back for what is in it.
    bool isWithheld() const { return finish == Finish::Refusal || finish == Finish::ContentFilter; }
};

/// A line of the bills that an admin key may read.
struct BillLine {
    QString day; ///< 2026-11-20
    QString model;
    qint64 cost = 0; ///< nano-dollars
    qint64 input = 0;
    qint64 cacheRead = 0;
    qint64 output = 0;
    qint64 requests = 1;
};

/// Everything a simulator was told.
struct Script {
    Behaviour fallback; ///< for models without an entry; paths without one just work
    QMap<QString, Behaviour> models; ///< by model name, or by path
    QStringList refusedKeys; ///< answered with 401; any other non-empty key is good
    bool keyless = false; ///< answers without a key too, as a local server does
    QJsonValue credits = 100; ///< the balance, in whatever unit a service states it
    QList<BillLine> bill;
    QStringList listedModels; ///< by default the names in `models`, or the service's main ones
};

} // namespace keyway::simulator

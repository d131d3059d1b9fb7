#pragma once

#include "core/async/canceltoken.h"
#include "core/async/task.h"
#include "core/base/secret.h"
#include "core/catalogue/catalogue.h"
#include "core/catalogue/connectionpolicy.h"
#include "core/usage/usagerecord.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QUrl>

#include <chrono>
#include <functional>
#include <optional>

namespace keyway {

/// Something that goes to the service beside the text of a turn. Copies are cheap.
struct Attachment {
    enum class Use {
        Content, ///< to be looked at: a picture, a PDF, a text file; or edited, where that is asked
        Mask, ///< which part of the picture may change
        FirstFrame, ///< of a video
        LastFrame,
    };
    QString name; ///< of the file, without its folder
    QString mimeType; ///< by its first bytes, not by its name
    QByteArray bytes;
    Use use = Use::Content;
};

/// One turn of a conversation.
struct Message {
    enum class Role { User, Assistant };
    Role role = Role::User;
    QString text;
    QList<Attachment> attachments = {};
};

struct ImageOptions {
    int count = 1;
    QString size; ///< `1024x1024`; empty: the service's default
    QString aspectRatio; ///< `16:9`; empty: the service's default
    QString negativePrompt;
    std::optional<qint64> seed;
    QString format; ///< `png`, `jpeg`, `webp`; empty: png
    QString quality; ///< `low`, `medium`, `high`; empty: the service's default
    QString background; ///< `transparent`, `opaque`; empty: the service's default
};

struct VideoOptions {
    int seconds = 0; ///< 0: the service's default
    QString resolution; ///< `720p`; empty: the service's default
    QString aspectRatio; ///< `16:9`; empty: the service's default
    std::optional<bool> sound;
    std::optional<qint64> seed;
};

/// What the user asked for once, before anybody was chosen to answer it.
struct PromptRequest {
    Id id;
    RequestType type = RequestType::Text;
    AppClass app = AppClass::CommandLine;
    QString instructions; ///< the system prompt; may be empty
    QList<Message> messages; ///< the last one is the user's
    std::optional<qint64> maxOutputTokens;
    QMap<QString, QString>
        parameters; ///< `temperature` = `0.7`; sent only to models that take them
    ImageOptions image;
    VideoOptions video;
};

/// The facts of a request that decide about its price: `size`, `quality`, `resolution`, `sound`.
PriceFacts priceFactsOf(const PromptRequest &request);

/// Where and how one attempt is made.
struct Endpoint {
    Service service; ///< wire format and traits
    QUrl baseUrl; ///< checked (see checkedBaseUrl)
    QString model;
    std::optional<Model> facts;
    ConnectionPolicy connection = {};
    qint64 maxOutputTokens = 0; ///< always sent for text
    std::chrono::milliseconds connectTimeout{10'000};
    std::chrono::milliseconds firstByteTimeout{120'000};
    std::chrono::milliseconds betweenBytesTimeout{60'000};
};

struct GeneratedImage {
    QByteArray bytes;
    QString mimeType;
    std::optional<qint64> seed;
};

/// A result that is fetched from an address, since links die within hours.
struct ResultLink {
    QUrl url;
    /// The service wants its key for it. It is sent only where the origin is the integration's own.
    bool needsKey = false;
    QString mimeType; ///< empty: by its first bytes
};

/// Something the service did in an attempt and bills beside the usage it totals: a compaction or an
/// advisor's pass, pictures that a tool made.
struct UsagePass {
    QString model; ///< empty: the attempt's own
    TokenUsage usage;
};

/// Something that arrived while an attempt runs. Text is whole UTF-8, in order.
struct StreamEvent {
    QString text;
    std::optional<TokenUsage> usage; ///< counters so far, where the service reports them on the way
};
using StreamSink = std::function<void(const StreamEvent &)>;

/// How one attempt ended, with whatever arrived until then: a cut stream has text and an error.
struct Completion {
    Outcome outcome
        = Outcome::Failed; ///< Completed, Refused, Filtered, Failed, Cancelled or Unknown
    std::optional<Error> error; ///< set for Failed, Cancelled and Unknown
    QString text;
    QList<GeneratedImage> images;
    QList<ResultLink> links; ///< results that are still to be fetched
    TokenUsage usage; ///< as the service totals it
    QList<UsagePass> passes; ///< billed on top of `usage`
    bool usageReported = false; ///< the service reported its final usage, so the cost is exact
    bool inputReported = false; ///< at least the input counters are final (Anthropic's first event)
    std::optional<Money> statedCost; ///< what the service says it costs
    QString model; ///< as the service reports it
    QString finishReason; ///< the service's word
    QString serviceWords; ///< its explanation of a refusal
    QString serviceRequestId;
    PriceFacts priceFacts; ///< what the reply names; stands in place of what was asked for
    int httpStatus = 0;
    std::optional<std::chrono::milliseconds> firstToken; ///< from sending
    std::chrono::milliseconds duration{0};
    bool sent = false; ///< the request left this computer, so the service may have billed it
    /// After an answer: nothing is left of the service's rate for so long.
    std::optional<std::chrono::milliseconds> rest;
};

/// What a key check found.
struct KeyCheck {
    QStringList models; ///< offered to this key; empty where the service does not list them
    std::chrono::milliseconds duration{0};
    std::optional<Money> balance; ///< what is left at the service, where it tells
};

/// A job as the service knows it; kept before the first look at it.
struct JobTicket {
    QString id; ///< empty: the service gave none
    QUrl statusUrl; ///< where it gave one, on the integration's origin; empty: by id
};

/// What came of handing in a job.
struct JobStart {
    std::optional<JobTicket> ticket; ///< nothing: see `ended`
    Completion ended; ///< why there is no ticket, or the result where it came at once
};

/// How a job stands.
struct JobState {
    enum class Stage { Waiting, Running, Ended };
    Stage stage = Stage::Waiting;
    std::optional<int> percent; ///< where the service tells
    std::optional<std::chrono::milliseconds> askAgainAfter; ///< where the service tells
    Completion ended; ///< in stage Ended: outcome, usage, cost, and results as `links` or `images`
};

/// The calls of services that make pictures and videos as jobs. A job is handed in once, whatever
/// happens; asking how it stands costs nothing and may be repeated.
class JobProvider {
public:
    virtual ~JobProvider() = default;
    virtual QCoro::Task<JobStart> startJob(PromptRequest request, Endpoint endpoint, Secret key,
                                           CancelToken cancel)
        = 0;
    /// Error: the question failed, not the job. Gone: the service does not know the job.
    virtual Task<JobState> jobState(JobTicket ticket, Endpoint endpoint, Secret key,
                                    CancelToken cancel)
        = 0;
    /// Error: Rejected, reason `cannot-cancel`, where the service has no such call.
    virtual Task<Done> cancelJob(JobTicket ticket, Endpoint endpoint, Secret key,
                                 CancelToken cancel)
        = 0;
    /// How often the service may be asked at most.
    virtual std::chrono::milliseconds pace() const { return std::chrono::milliseconds(5'000); }
};

/// Speaks one wire format. Stateless beside its connections; lives on the core thread.
class Provider {
public:
    virtual ~Provider() = default;

    /// One attempt. Never retries, never follows a redirect. The key goes into one header. Errors
    /// are in the Completion. Cancelling ends it at once with Outcome::Cancelled (`sent` where it
    /// was sent).
    virtual QCoro::Task<Completion> complete(PromptRequest request, Endpoint endpoint, Secret key,
                                             StreamSink sink, CancelToken cancel)
        = 0;
    /// The cheapest call that proves the key.
    virtual Task<KeyCheck> checkKey(Endpoint endpoint, Secret key, CancelToken cancel) = 0;
    /// The calls for a request that this service makes as a job; nothing: see complete().
    virtual JobProvider *jobsFor(const PromptRequest &, const Endpoint &) { return nullptr; }
    /// Pictures that one call of complete() can make; more are made by further calls.
    virtual int picturesAtOnce() const { return 10; }
};

} // namespace keyway

#pragma once

#include "core/async/canceltoken.h"
#include "core/async/task.h"
#include "core/base/secret.h"
#include "core/catalogue/catalogue.h"
#include "core/usage/usagerecord.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QUrl>

#include <chrono>
#include <functional>
#include <optional>

namespace keyway {

/// One turn of a conversation.
struct Message {
    enum class Role { User, Assistant };
    Role role = Role::User;
    QString text;
};

struct ImageOptions {
    int count = 1;
    QString size; ///< `1024x1024`; empty: the service's default
    QString aspectRatio; ///< `16:9`; empty: the service's default
    QString negativePrompt;
    std::optional<qint64> seed;
    QString format; ///< `png`, `jpeg`, `webp`; empty: png
};

/// What the user asked for once, before anybody was chosen to answer it.
struct PromptRequest {
    Id id;
    RequestType type = RequestType::Text;
    AppClass app = AppClass::CommandLine;
    QString instructions; ///< the system prompt; may be empty
    QList<Message> messages; ///< the last one is the user's
    std::optional<qint64> maxOutputTokens;
    QMap<QString, QString> parameters; ///< `temperature` = `0.7`; sent only to models that take them
    ImageOptions image;
};

/// Where and how one attempt is made.
struct Endpoint {
    Service service; ///< wire format and traits
    QUrl baseUrl; ///< checked (see checkedBaseUrl)
    QString model;
    std::optional<Model> facts;
    qint64 maxOutputTokens = 0; ///< always sent for text
    std::chrono::milliseconds connectTimeout {10'000};
    std::chrono::milliseconds firstByteTimeout {120'000};
    std::chrono::milliseconds betweenBytesTimeout {60'000};
};

struct GeneratedImage {
    QByteArray bytes;
    QString mimeType;
    std::optional<qint64> seed;
};

/// Something that arrived while an attempt runs. Text is whole UTF-8, in order.
struct StreamEvent {
    QString text;
    std::optional<TokenUsage> usage; ///< counters so far, where the service reports them on the way
};
using StreamSink = std::function<void(const StreamEvent &)>;

/// How one attempt ended, with whatever arrived until then: a cut stream has text and an error.
struct Completion {
    Outcome outcome = Outcome::Failed; ///< Completed, Refused, Filtered, Failed, Cancelled or Unknown
    std::optional<Error> error; ///< set for Failed, Cancelled and Unknown
    QString text;
    QList<GeneratedImage> images;
    TokenUsage usage;
    bool usageReported = false; ///< the service reported its final usage, so the cost is exact
    bool inputReported = false; ///< at least the input counters are final (Anthropic's first event)
    std::optional<Money> statedCost; ///< what the service says it costs
    QString model; ///< as the service reports it
    QString finishReason; ///< the service's word
    QString serviceWords; ///< its explanation of a refusal
    QString serviceRequestId;
    QString serviceTier; ///< `service_tier` of the reply where it changes the price
    int httpStatus = 0;
    std::optional<std::chrono::milliseconds> firstToken; ///< from sending
    std::chrono::milliseconds duration {0};
    bool sent = false; ///< the request left this computer, so the service may have billed it
};

/// What a key check found.
struct KeyCheck {
    QStringList models; ///< offered to this key; empty where the service does not list them
    std::chrono::milliseconds duration {0};
    std::optional<Money> balance;
};

/// Speaks one wire format. Stateless beside its connections; lives on the core thread.
class Provider {
public:
    virtual ~Provider() = default;

    /// One attempt. Never retries, never follows a redirect. The key goes into one header. Errors are in
    /// the Completion. Cancelling ends it at once with Outcome::Cancelled (`sent` where it was sent).
    virtual QCoro::Task<Completion> complete(PromptRequest request, Endpoint endpoint, Secret key,
                                             StreamSink sink, CancelToken cancel) = 0;
    /// The cheapest call that proves the key.
    virtual Task<KeyCheck> checkKey(Endpoint endpoint, Secret key, CancelToken cancel) = 0;
};

} // namespace keyway

#include "core/providers/openaiimagesprovider.h"

#include "core/providers/attachmentparts.h"
#include "core/providers/attempt.h"
#include "core/providers/keycheck.h"
#include "core/providers/keycheckcalls.h"
#include "core/providers/multipartform.h"
#include "core/providers/openaiimagesparser.h"
#include "core/providers/openaiusage.h"

#include <QtCore/QJsonArray>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

bool takesOption(const Endpoint &endpoint, const QString &name)
{
    return takesParameter(endpoint, name) || endpoint.facts->options.contains(name);
}

/// The pictures to be changed; text goes into the prompt.
QList<Attachment> sourcesOf(const PromptRequest &request)
{
    QList<Attachment> sources
        = request.messages.isEmpty() ? QList<Attachment>() : request.messages.last().attachments;
    sources.removeIf([](const Attachment &one) { return kindOf(one) != AttachmentKind::Picture; });
    return sources;
}

QString promptOf(const PromptRequest &request)
{
    if (request.messages.isEmpty())
        return {};
    QString prompt;
    for (const Attachment &one : request.messages.last().attachments) {
        if (kindOf(one) == AttachmentKind::Text)
            prompt += namedTextOf(one) + u"\n\n"_s;
    }
    return prompt + request.messages.last().text;
}

QString textOf(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    return value.isBool() ? (value.toBool() ? u"true"_s : u"false"_s) : value.toString();
}

QJsonObject linkTo(const Attachment &picture)
{
    return {{u"type"_s, u"image_url"_s}, {u"url"_s, dataUriOf(picture)}};
}

/// xAI: one picture is `image`, more are `images`.
HttpRequest editAsJson(const Endpoint &endpoint, QJsonObject body, const QList<Attachment> &sources)
{
    QJsonArray pictures;
    for (const Attachment &source : sources) {
        if (source.use == Attachment::Use::Mask)
            body.insert("mask"_L1, linkTo(source));
        else
            pictures.append(linkTo(source));
    }
    if (pictures.size() == 1)
        body.insert("image"_L1, pictures.first());
    else
        body.insert("images"_L1, pictures);
    return posting(requestTo(endpoint, u"images/edits"_s), body);
}

HttpRequest editAsForm(const Endpoint &endpoint, const QJsonObject &body,
                       const QList<Attachment> &sources)
{
    MultipartForm form;
    for (auto it = body.begin(); it != body.end(); ++it)
        form.add(it.key(), textOf(it.value()));
    for (const Attachment &source : sources) {
        const bool isMask = source.use == Attachment::Use::Mask;
        form.addFile(isMask ? u"mask"_s : u"image[]"_s, source.name, source.mimeType, source.bytes);
    }
    HttpRequest call = requestTo(endpoint, u"images/edits"_s);
    call.method = HttpRequest::Method::Post;
    call.contentType = form.contentType();
    call.body = form.body();
    return call;
}

/// OpenRouter: one call for new and changed pictures.
HttpRequest withReferences(const Endpoint &endpoint, QJsonObject body,
                           const QList<Attachment> &sources)
{
    QJsonArray references;
    for (const Attachment &source : sources)
        references.append(
            QJsonObject{{u"type"_s, u"image_url"_s},
                        {u"image_url"_s, QJsonObject{{u"url"_s, dataUriOf(source)}}}});
    body.insert("input_references"_L1, references);
    return posting(requestTo(endpoint, endpoint.service.traits.imagePath), body);
}

HttpRequest callFor(const PromptRequest &request, const Endpoint &endpoint)
{
    const WireTraits &traits = endpoint.service.traits;
    const QJsonObject body = openAiImageBody(request, endpoint);
    const QList<Attachment> sources = sourcesOf(request);
    if (sources.isEmpty()) {
        const QString path
            = traits.imagePath.isEmpty() ? u"images/generations"_s : traits.imagePath;
        return posting(requestTo(endpoint, path), body);
    }
    if (!traits.imagePath.isEmpty())
        return withReferences(endpoint, body, sources);
    return traits.imageEditsAsJson ? editAsJson(endpoint, body, sources)
                                   : editAsForm(endpoint, body, sources);
}

} // namespace

QJsonObject openAiImageBody(const PromptRequest &request, const Endpoint &endpoint)
{
    QJsonObject body = acceptedParameters(request, endpoint);
    body.insert("model"_L1, endpoint.model);
    body.insert("prompt"_L1, promptOf(request));
    body.insert("n"_L1, request.image.count);
    const auto put = [&](const QString &name, const QString &value, const QString &option) {
        if (!value.isEmpty() && (takesOption(endpoint, name) || takesOption(endpoint, option)))
            body.insert(name, value);
    };
    const ImageOptions &image = request.image;
    put(u"size"_s, image.size, u"size"_s);
    put(u"aspect_ratio"_s, image.aspectRatio, u"aspect_ratio"_s);
    put(u"quality"_s, image.quality, u"quality"_s);
    put(u"background"_s, image.background, u"background"_s);
    put(u"output_format"_s, image.format, u"format"_s);
    // Links die; the bytes are asked for where the service has the choice (OpenAI has not).
    if (endpoint.facts && endpoint.facts->parameters.contains(u"response_format"_s))
        body.insert("response_format"_L1, u"b64_json"_s);
    // Previews come in a stream.
    if (body.value("partial_images"_L1).toInt() > 0)
        body.insert("stream"_L1, true);
    return body;
}

OpenAiImagesProvider::OpenAiImagesProvider(HttpExchange &http)
    : m_http(http)
{
}

QCoro::Task<Completion> OpenAiImagesProvider::complete(PromptRequest request, Endpoint endpoint,
                                                       Secret key, StreamSink sink,
                                                       CancelToken cancel)
{
    if (request.type != RequestType::Image)
        co_return failedBeforeSending(
            Error(Error::Kind::Rejected, u"pictures only"_s).withReason(u"unsupported-type"_s));
    if (auto refused = refusedAttachment(request, endpoint))
        co_return failedBeforeSending(std::move(*refused));
    HttpRequest call = callFor(request, endpoint);
    call.bodyLimit = imageBodyLimit;
    OpenAiImagesParser parser(hasPrice(endpoint, Counter::Images));
    auto task = parsedAttempt(&m_http, std::move(call), std::move(key), std::move(parser),
                              std::move(sink), std::move(cancel));
    Completion done = co_await task;
    if (!done.images.isEmpty() || !done.links.isEmpty())
        done.firstToken = done.duration;
    co_return done;
}

Task<KeyCheck> OpenAiImagesProvider::checkKey(Endpoint endpoint, Secret key, CancelToken cancel)
{
    KeyCheckCalls calls{requestTo(endpoint, u"models"_s), std::nullopt};
    return checkKeyBy(m_http, std::move(calls), std::move(endpoint), std::move(key),
                      std::move(cancel));
}

} // namespace keyway

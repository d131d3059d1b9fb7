#include "core/providers/attempt.h"

#include "core/providers/servicefault.h"

#include <QtCore/QJsonDocument>

#include <algorithm>

namespace keyway {

using namespace Qt::StringLiterals;

PriceFacts priceFactsOf(const PromptRequest &request)
{
    PriceFacts facts;
    const auto put = [&facts](const QString &name, const QString &word) {
        if (!word.isEmpty())
            facts.insert(name, word);
    };
    if (request.type == RequestType::Image) {
        put(u"size"_s, request.image.size);
        put(u"quality"_s, request.image.quality);
        put(u"aspect_ratio"_s, request.image.aspectRatio);
    } else if (request.type == RequestType::Video) {
        put(u"resolution"_s, request.video.resolution);
        put(u"aspect_ratio"_s, request.video.aspectRatio);
        if (request.video.sound)
            put(u"sound"_s, *request.video.sound ? u"on"_s : u"off"_s);
    }
    return facts;
}

HttpRequest requestTo(const Endpoint &endpoint, const QString &path)
{
    HttpRequest request;
    request.url = endpoint.baseUrl;
    QString base = request.url.path(QUrl::FullyEncoded);
    while (base.endsWith(u'/'))
        base.chop(1);
    const QString tail = path.startsWith(u'/') ? path : u'/' + path;
    const qsizetype query = tail.indexOf(u'?');
    request.url.setPath(base + tail.left(query), QUrl::TolerantMode);
    if (query >= 0)
        request.url.setQuery(tail.sliced(query + 1));
    request.connection = endpoint.connection;
    request.connectTimeout = endpoint.connectTimeout;
    request.firstByteTimeout = endpoint.firstByteTimeout;
    request.betweenBytesTimeout = endpoint.betweenBytesTimeout;
    const WireTraits &traits = endpoint.service.traits;
    request.headers = traits.headers;
    request.keyHeader = traits.keyHeader.isEmpty() ? "Authorization"_ba : traits.keyHeader;
    request.keyPrefix = traits.keyHeader.isEmpty() ? "Bearer "_ba : traits.keyPrefix;
    return request;
}

Endpoint withoutVersion(Endpoint endpoint, std::initializer_list<QLatin1StringView> versions)
{
    QString path = endpoint.baseUrl.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    const qsizetype slash = path.lastIndexOf(u'/');
    const QStringView last = QStringView(path).sliced(slash + 1);
    if (slash >= 0 && std::find(versions.begin(), versions.end(), last) != versions.end())
        path.truncate(slash);
    endpoint.baseUrl.setPath(path, QUrl::TolerantMode);
    return endpoint;
}

HttpRequest posting(HttpRequest request, const QJsonObject &body)
{
    request.method = HttpRequest::Method::Post;
    request.contentType = "application/json";
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

Completion concluded(Completion answer, const HttpReply &reply, std::optional<Error> statusError)
{
    answer.httpStatus = reply.status;
    answer.sent = reply.sent;
    answer.duration = reply.duration;
    if (const QString id = requestIdOf(reply); !id.isEmpty())
        answer.serviceRequestId = id;

    // An answer that was whole before the connection broke is an answer; only the user's word ends
    // it.
    const bool isWhole = reply.isSuccess() && !answer.error && answer.outcome != Outcome::Failed;
    if (reply.error && (!isWhole || reply.error->kind() == Error::Kind::Cancelled))
        answer.error = reply.error;
    else if (statusError)
        answer.error = std::move(statusError);
    if (!answer.error) {
        answer.rest = resetOfSpent(reply, QDateTime::currentDateTimeUtc());
        return answer;
    }

    const Error &error = *answer.error;
    const bool lost = error.kind() == Error::Kind::Timeout || error.kind() == Error::Kind::Network;
    if (error.kind() == Error::Kind::Cancelled)
        answer.outcome = Outcome::Cancelled;
    else if (lost && error.billing() == Error::Billing::Possible && answer.text.isEmpty())
        answer.outcome = Outcome::Unknown;
    else
        answer.outcome = Outcome::Failed;
    return answer;
}

Completion failedBeforeSending(Error error)
{
    Completion completion;
    completion.error = std::move(error);
    return completion;
}

} // namespace keyway

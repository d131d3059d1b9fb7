#include "core/providers/resultfetch.h"

#include "core/base/loopback.h"
#include "core/providers/attempt.h"
#include "core/providers/picture.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QtEndian>

#include <memory>
#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRedirects = 3;
constexpr qint64 largestResult = qint64(4) * 1024 * 1024 * 1024;

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port
        = [](const QUrl &url) { return url.port(url.scheme() == "https"_L1 ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

/// https, or loopback for a service that is itself there: no other may send us to this computer.
bool mayBeAsked(const QUrl &url, const QUrl &baseUrl)
{
    const bool home = isLoopbackHost(baseUrl.host());
    if (isLoopbackHost(url.host()))
        return home;
    return url.scheme() == "https"_L1;
}

Error broken(const QString &reason)
{
    return Error(Error::Kind::Protocol, u"a result"_s).withReason(reason);
}

/// Whether an MP4 file has all of its boxes: Qt 6.4 does not notice when an answer in chunks is
/// cut.
bool isWholeMp4(QFile &file)
{
    qint64 at = 0;
    while (at < file.size()) {
        if (!file.seek(at))
            return false;
        const QByteArray head = file.read(16);
        if (head.size() < 8)
            return false;
        qint64 length = qFromBigEndian<quint32>(head.constData());
        if (length == 1 && head.size() == 16)
            length = static_cast<qint64>(qFromBigEndian<quint64>(head.constData() + 8));
        if (length == 0)
            return true; // to the end of the file
        if (length < 8)
            return false;
        at += length;
    }
    return at == file.size();
}

/// What stands in the file, once the server has no more.
Result<FetchedResult> checked(const QString &path, bool lengthKnown)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error(Error::Kind::Storage, path).withReason(u"cannot-write"_s);
    FetchedResult result{file.size(), mediaType(file.peek(64))};
    if (result.mimeType == "application/octet-stream"_L1)
        return broken(result.bytes == 0 ? u"empty"_s : u"content-type"_s);
    const bool isVideo = result.mimeType.startsWith("video/"_L1);
    // Qt itself notices a cut where the server told the length.
    const bool whole = lengthKnown
        || (isVideo ? result.mimeType == "video/webm"_L1 || isWholeMp4(file)
                    : isWholePicture(file.readAll()));
    if (!whole)
        return broken(u"cut"_s);
    return result;
}

/// Appends to the file, or begins it anew where the server sends the whole.
struct PartFile {
    explicit PartFile(const QString &path)
        : file(path)
    {
    }
    BodyStep take(const HttpReply &head, QByteArrayView bytes)
    {
        if (!file.isOpen()) {
            const bool goesOn = head.status == 206;
            const auto mode = goesOn ? QIODevice::Append : QIODevice::Truncate;
            if (!file.open(QIODevice::WriteOnly | mode))
                failed = true;
        }
        if (failed || file.write(bytes.data(), bytes.size()) != bytes.size()) {
            failed = true;
            return BodyStep::Enough;
        }
        return BodyStep::More;
    }
    QFile file;
    bool failed = false;
};

std::optional<Error> statusError(const HttpReply &reply)
{
    if (reply.status == 403 || reply.status == 404 || reply.status == 410)
        return Error(Error::Kind::Gone, u"HTTP %1"_s.arg(reply.status))
            .withReason(u"link-expired"_s);
    if (reply.status == 401)
        return Error(Error::Kind::Auth, u"HTTP 401"_s).withReason(u"result"_s);
    if (reply.status >= 500 || reply.status == 429)
        return Error(Error::Kind::Overloaded, u"HTTP %1"_s.arg(reply.status))
            .withReason(u"result"_s);
    if (reply.status >= 400)
        return broken(u"status-%1"_s.arg(reply.status));
    return std::nullopt;
}

} // namespace

Task<FetchedResult> fetchResult(HttpExchange &http, ResultLink link, Endpoint endpoint, Secret key,
                                QString partPath, CancelToken cancel)
{
    QUrl url = link.url;
    bool withKey = link.needsKey && sameOrigin(url, endpoint.baseUrl);
    for (int hop = 0; hop <= mostRedirects; ++hop) {
        if (!mayBeAsked(url, endpoint.baseUrl))
            co_return Error(Error::Kind::Untrusted, u"to "_s + url.host())
                .withReason(u"redirect"_s);
        HttpRequest call = requestTo(endpoint, u"/"_s);
        call.url = url;
        call.bodyLimit = largestResult;
        if (!withKey)
            call.headers.clear(); // they are the service's own business, too
        const qint64 there = QFileInfo(partPath).size();
        if (there > 0)
            call.headers.emplaceBack("Range", "bytes=" + QByteArray::number(there) + '-');
        auto part = std::make_shared<PartFile>(partPath);
        Secret none;
        auto future = http.send(
            std::move(call), withKey ? key : none,
            [part](const HttpReply &head, QByteArrayView bytes) { return part->take(head, bytes); },
            cancel);
        const auto reply = co_await future;
        const bool flushed = !part->file.isOpen() || part->file.flush();
        part->file.close();
        if (part->failed || !flushed)
            co_return Error(Error::Kind::Storage, partPath).withReason(u"cannot-write"_s);
        const bool redirected = reply.error && reply.error->reason() == "redirect"_L1;
        if (redirected && hop < mostRedirects) {
            url = url.resolved(QUrl::fromEncoded(reply.header("location"), QUrl::StrictMode));
            withKey = false;
            continue;
        }
        if (reply.error)
            co_return *reply.error;
        if (reply.status == 416) {
            QFile::remove(partPath); // it has another length than we thought
            co_return broken(u"cut"_s);
        }
        if (std::optional<Error> error = statusError(reply))
            co_return std::move(*error);
        Result<FetchedResult> fetched
            = checked(partPath, !reply.header("content-length").isEmpty());
        if (!fetched && fetched.error().reason() != "cut"_L1)
            QFile::remove(partPath);
        co_return fetched;
    }
    co_return Error(Error::Kind::Untrusted, u"too many"_s).withReason(u"redirect"_s);
}

} // namespace keyway

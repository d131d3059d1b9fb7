#include "tests/support/simulator/wire.h"

#include "tests/support/simulator/generation.h"
#include "tests/support/simulator/multipart.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>

#include <algorithm>

namespace keyway::simulator {

using namespace Qt::StringLiterals;

namespace {
/// "Sun, 06 Nov 1994 08:49:37 GMT"
QByteArray httpDate(const QDateTime &at)
{
    return QLocale::c().toString(at.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
}

void addRetryAfter(Reply &reply, RetryAfter retryAfter)
{
    using std::chrono::seconds;
    switch (retryAfter.form) {
    case RetryAfter::Form::None:
        return;
    case RetryAfter::Form::Seconds:
        reply.headers.append(
            {"Retry-After"_ba,
             QByteArray::number(qint64(std::chrono::ceil<seconds>(retryAfter.wait).count()))});
        return;
    case RetryAfter::Form::HttpDate:
        reply.headers.append(
            {"Retry-After"_ba,
             httpDate(QDateTime::currentDateTimeUtc().addMSecs(retryAfter.wait.count()))});
        return;
    case RetryAfter::Form::Milliseconds:
        reply.headers.append(
            {"retry-after-ms"_ba, QByteArray::number(qint64(retryAfter.wait.count()))});
        return;
    }
}

QByteArray pageFor(int status)
{
    return "<!DOCTYPE html>\n<html><head><title>" + QByteArray::number(status)
        + "</title></head><body><h1>This is a page for people.</h1></body></html>\n";
}

/// Cuts the joined pieces anew into writes of `size` bytes.
QList<QByteArray> cutInto(const QList<QByteArray> &pieces, int size)
{
    const QByteArray all = pieces.join();
    QList<QByteArray> cut;
    cut.reserve(all.size() / size + 1);
    for (qsizetype at = 0; at < all.size(); at += size)
        cut.append(all.mid(at, size));
    return cut;
}

void cutAfterBytes(Reply &reply, qint64 most)
{
    qint64 left = most;
    QList<QByteArray> kept;
    for (const QByteArray &piece : std::as_const(reply.pieces)) {
        if (left <= 0)
            break;
        kept.append(piece.left(left));
        left -= piece.size();
    }
    reply.pieces = kept;
    reply.end = Reply::End::Cut;
}
} // namespace

Wire wireOf(const HttpRequest &request)
{
    const QByteArray path = request.path();
    if (path.contains("/v2beta/") || path.endsWith("/user/balance")
        || path.endsWith("/user/account"))
        return Wire::Stability;
    if (path.endsWith("/messages") || path.endsWith("/messages/count_tokens"))
        return Wire::Anthropic;
    if (path.endsWith("/models")
        && (request.hasHeader("x-api-key") || request.hasHeader("anthropic-version")))
        return Wire::Anthropic;
    return Wire::OpenAi;
}

QByteArray keyOf(const HttpRequest &request)
{
    if (wireOf(request) == Wire::Anthropic && request.hasHeader("x-api-key"))
        return request.header("x-api-key").trimmed();
    const QByteArray authorization = request.header("authorization");
    if (!authorization.startsWith("Bearer "))
        return {};
    return authorization.mid(7).trimmed();
}

bool isGeneration(const HttpRequest &request)
{
    const QByteArray path = request.path();
    return request.method == "POST"
        && (path.endsWith("/chat/completions") || path.endsWith("/messages")
            || path.contains("/stable-image/generate/"));
}

QStringList scriptNames(const HttpRequest &request)
{
    const QString path = QString::fromUtf8(request.path());
    if (!isGeneration(request))
        return {path};
    if (wireOf(request) != Wire::Stability)
        return {request.json().value("model"_L1).toString(), path};
    const QString call = path.section(u'/', -1);
    QStringList names{call, u"stable-image-"_s + call, path};
    if (call == "sd3"_L1) {
        const auto fields = multipartFields(request);
        names.prepend(QString::fromUtf8(fields ? fields->value("model"_ba, "sd3.5-large"_ba)
                                               : "sd3.5-large"_ba));
    }
    return names;
}

std::optional<Reply> faultReply(Wire wire, const Exchange &exchange)
{
    const Fault &fault = exchange.behaviour.fault;
    Reply reply;
    switch (fault.kind) {
    case Fault::Kind::Close:
        reply.start = Reply::Start::Close;
        return reply;
    case Fault::Kind::Hang:
        reply.start = Reply::Start::Hang;
        return reply;
    case Fault::Kind::Html:
        return Reply::of(200, "text/html; charset=utf-8"_ba, pageFor(200));
    case Fault::Kind::Redirect:
        reply = Reply::of(fault.status, "text/html; charset=utf-8"_ba, pageFor(fault.status));
        reply.headers.append({"Location"_ba, fault.location});
        return reply;
    case Fault::Kind::Status:
        reply = fault.body
            ? Reply::of(fault.status, "text/html; charset=utf-8"_ba, *fault.body)
            : errorReply(wire, fault.status, fault.code, fault.message, exchange.serial);
        addRetryAfter(reply, fault.retryAfter);
        return reply;
    default:
        return std::nullopt;
    }
}

void shape(Reply &reply, const Behaviour &behaviour)
{
    reply.headersDelay = behaviour.headersDelay;
    reply.firstByteDelay = behaviour.firstByteDelay;
    reply.chunkDelay = behaviour.chunkDelay;
    reply.headers.append(behaviour.headers);
    if (behaviour.chunkBytes > 0)
        reply.pieces = cutInto(reply.pieces, behaviour.chunkBytes);
    if (behaviour.fault.kind == Fault::Kind::CutAfterBytes)
        cutAfterBytes(reply, behaviour.fault.after);
}

} // namespace keyway::simulator

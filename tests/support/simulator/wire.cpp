#include "tests/support/simulator/wire.h"

#include "tests/support/simulator/multipart.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtCore/QUrlQuery>

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

QString Exchange::queryValue(const QString &name) const
{
    return QUrlQuery(QUrl::fromEncoded(request.target).query(QUrl::FullyEncoded))
        .queryItemValue(name, QUrl::FullyDecoded);
}

QString Exchange::root() const
{
    const QString first = route.service->base.section(u'/', 1, 1);
    const QString path = QString::fromUtf8(request.path());
    const QString host = u"http://"_s + QString::fromLatin1(request.header("host"));
    return path.startsWith(u'/' + first + u'/') ? host + u'/' + first : host;
}

QByteArray keyOf(const HttpRequest &request, const Service &service)
{
    switch (service.key) {
    case Service::Key::XApiKey:
        if (request.hasHeader("x-api-key"))
            return request.header("x-api-key").trimmed();
        break;
    case Service::Key::GoogApiKey:
        return request.header("x-goog-api-key").trimmed();
    case Service::Key::ApiKey:
        return request.header("api-key").trimmed();
    case Service::Key::Bearer:
    case Service::Key::None:
        break;
    }
    const QByteArray authorization = request.header("authorization");
    if (!authorization.startsWith("Bearer "))
        return {};
    return authorization.mid(7).trimmed();
}

QJsonObject fieldsOf(const HttpRequest &request, const Route &route)
{
    if (!route.call || route.call->body == Call::Body::Json)
        return request.json();
    QJsonObject fields;
    if (route.call->body == Call::Body::Form) {
        const auto parts = multipartParts(request);
        for (const FormPart &part : parts.value_or(QList<FormPart>())) {
            fields.insert(QString::fromUtf8(part.name),
                          part.fileName.isEmpty() ? QString::fromUtf8(part.body)
                                                  : QString::fromUtf8(part.fileName));
        }
    }
    return fields;
}

QString modelOf(const HttpRequest &request, const Route &route)
{
    const QString path = QString::fromUtf8(request.path());
    if (!route.call || !route.call->generates)
        return path;
    for (const QString &name : {u"model"_s, u"deployment"_s}) {
        if (route.captures.contains(name))
            return route.captures.value(name);
    }
    if (route.captures.contains(u"owner"_s))
        return route.captures.value(u"owner"_s) + u'/' + route.captures.value(u"name"_s);
    const QJsonObject fields = fieldsOf(request, route);
    QString named = fields.value("model"_L1).toString();
    if (named.isEmpty())
        named = fields.value("version"_L1).toString();
    if (route.wire() != Wire::Stability || !named.isEmpty())
        return named;
    const QString call = path.section(u'/', -1);
    return call == "sd3"_L1 ? u"sd3.5-large"_s : call;
}

QStringList scriptNames(const HttpRequest &request, const Route &route)
{
    const QString path = QString::fromUtf8(request.path());
    QStringList names;
    if (route.call && route.call->generates) {
        const QString model = modelOf(request, route);
        names = {route.service->id + u'/' + model, model};
        if (route.wire() == Wire::Stability) {
            const QString call = path.section(u'/', -1);
            names += {call, u"stable-image-"_s + call};
        }
    }
    names.append(path);
    if (route.call)
        names.append(route.service->base + route.call->path);
    return names;
}

std::optional<Reply> faultReply(const Exchange &exchange)
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
    case Fault::Kind::Status: {
        const Wire wire = exchange.wire();
        reply = fault.body
            ? Reply::of(fault.status, "text/html; charset=utf-8"_ba, *fault.body)
            : errorReply(wire, {fault.status, fault.code, fault.message, {}, fault.retryAfter},
                         exchange.serial);
        // Gemini tells the wait in the body and nowhere else.
        if (wire != Wire::Gemini && wire != Wire::Interactions)
            addRetryAfter(reply, fault.retryAfter);
        return reply;
    }
    default:
        return std::nullopt;
    }
}

void shape(Reply &reply, const Behaviour &behaviour)
{
    reply.headersDelay = behaviour.headersDelay;
    reply.firstByteDelay = behaviour.firstByteDelay;
    // A download has a delay of its own.
    if (behaviour.chunkDelay.count() > 0)
        reply.chunkDelay = behaviour.chunkDelay;
    reply.headers.append(behaviour.headers);
    if (behaviour.chunkBytes > 0)
        reply.pieces = cutInto(reply.pieces, behaviour.chunkBytes);
    if (behaviour.fault.kind == Fault::Kind::CutAfterBytes)
        cutAfterBytes(reply, behaviour.fault.after);
    if (behaviour.fault.kind == Fault::Kind::LoseAnswer)
        reply.start = Reply::Start::Close;
}

} // namespace keyway::simulator

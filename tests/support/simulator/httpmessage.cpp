#include "tests/support/simulator/httpmessage.h"

#include <QtCore/QJsonDocument>

#include <algorithm>

namespace keyway::simulator {

using namespace Qt::StringLiterals;

namespace {
QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK"_ba;
    case 301:
        return "Moved Permanently"_ba;
    case 302:
        return "Found"_ba;
    case 307:
        return "Temporary Redirect"_ba;
    case 308:
        return "Permanent Redirect"_ba;
    case 400:
        return "Bad Request"_ba;
    case 401:
        return "Unauthorized"_ba;
    case 402:
        return "Payment Required"_ba;
    case 403:
        return "Forbidden"_ba;
    case 404:
        return "Not Found"_ba;
    case 429:
        return "Too Many Requests"_ba;
    case 500:
        return "Internal Server Error"_ba;
    case 502:
        return "Bad Gateway"_ba;
    case 503:
        return "Service Unavailable"_ba;
    default:
        return "Status"_ba;
    }
}

auto findHeader(const HeaderList &headers, QByteArrayView name)
{
    return std::find_if(headers.cbegin(), headers.cend(), [name](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
}
} // namespace

QByteArray HttpRequest::path() const
{
    const qsizetype query = target.indexOf('?');
    return query < 0 ? target : target.left(query);
}

bool HttpRequest::hasHeader(QByteArrayView name) const
{
    return findHeader(headers, name) != headers.cend();
}

QByteArray HttpRequest::header(QByteArrayView name) const
{
    const auto found = findHeader(headers, name);
    return found == headers.cend() ? QByteArray() : found->second;
}

QJsonObject HttpRequest::json() const
{
    return QJsonDocument::fromJson(body).object();
}

Reply Reply::of(int status, QByteArray contentType, QByteArray body)
{
    Reply reply;
    reply.status = status;
    reply.headers.append({"Content-Type"_ba, std::move(contentType)});
    reply.contentLength = body.size();
    reply.pieces.append(std::move(body));
    return reply;
}

QByteArray Reply::head(bool keepAlive) const
{
    QByteArray bytes
        = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonPhrase(status) + "\r\n";
    for (const auto &[name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    if (chunked)
        bytes += "Transfer-Encoding: chunked\r\n";
    else
        bytes += "Content-Length: " + QByteArray::number(contentLength) + "\r\n";
    bytes += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return bytes;
}

} // namespace keyway::simulator

#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QDateTime>
#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtNetwork/QHostAddress>

#include <utility>

namespace keyway::http {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

/// The value of the first header of this name, in any spelling; empty without one.
QByteArray valueOf(const Headers &headers, QByteArrayView name);

/// One whole request of a client, its body decoded.
struct Request {
    QByteArray method; ///< `GET`; names are case-sensitive
    QByteArray path; ///< as it came, percent signs and all, from the first `/` to the query
    QByteArray query; ///< behind the `?`
    Headers headers;
    QByteArray body;
    QHostAddress peer;
    bool secure = false; ///< came by TLS

    QByteArray header(QByteArrayView name) const { return valueOf(headers, name); }
};

/// A whole answer. Length, date and connection are written by the server itself.
struct Response {
    int status = 200;
    Headers headers;
    QByteArray body;

    static Response json(int status, const QJsonObject &body);
    static Response text(int status, const QByteArray &body);
};

/// A moment as HTTP writes it: `Mon, 23 Nov 2026 01:47:23 GMT`.
QByteArray dateText(const QDateTime &at);

/// The words behind a status, such as `Not Found`.
QByteArray reasonOf(int status);

} // namespace keyway::http

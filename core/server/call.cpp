#include "core/server/call.h"

#include "core/server/logging.h"
#include "core/server/parts.h"

#include <QtCore/QUrl>

#include <chrono>
#include <utility>

namespace keyway::server {

using namespace Qt::StringLiterals;

std::optional<QHash<QString, QString>> Call::texts(const QStringList &names,
                                                   qsizetype longest) const
{
    if (body.size() != names.size())
        return std::nullopt;
    QHash<QString, QString> texts;
    for (const QString &name : names) {
        const QJsonValue value = body.value(name);
        if (!value.isString() || value.toString().size() > longest
            || value.toString().contains(QChar::Null))
            return std::nullopt;
        texts.insert(name, value.toString());
    }
    return texts;
}

Accounts Call::accounts() const
{
    return Accounts(sql, parts.passwords, parts.mailer, parts.clock);
}

std::optional<Admins> Call::admins() const
{
    if (!parts.sealer)
        return std::nullopt;
    return std::make_optional<Admins>(sql, parts.passwords, *parts.sealer, parts.clock);
}

AdminActor Call::actor() const
{
    return {admin.id, admin.email, address};
}

Router::Router(QList<Route> routes)
    : m_routes(std::move(routes))
{
}

Router::Match Router::match(const QByteArray &method, const QByteArray &path) const
{
    const QByteArrayList parts = path.split('/');
    Match found;
    for (const Route &route : m_routes) {
        const QByteArrayList pattern = route.path.split('/');
        if (pattern.size() != parts.size())
            continue;
        QHash<QByteArray, QString> names;
        bool same = true;
        for (qsizetype i = 0; same && i < parts.size(); ++i) {
            if (pattern.at(i).startsWith('{'))
                names.insert(pattern.at(i).mid(1).chopped(1),
                             QUrl::fromPercentEncoding(parts.at(i)));
            else
                same = pattern.at(i) == parts.at(i);
        }
        if (!same)
            continue;
        found.pathKnown = true;
        if (route.method == method) {
            found.route = &route;
            found.path = names;
            return found;
        }
    }
    return found;
}

http::Response failure(int status, const QString &code, const QString &detail)
{
    QJsonObject error{{u"code"_s, code}};
    if (!detail.isEmpty())
        error.insert(u"detail"_s, detail);
    return http::Response::json(status, {{u"error"_s, error}});
}

http::Response failure(const Error &error)
{
    const auto later = [](http::Response response, std::chrono::milliseconds wait) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait);
        response.headers.emplaceBack("Retry-After", QByteArray::number(qint64(seconds.count())));
        return response;
    };
    switch (error.kind()) {
    case Error::Kind::Rejected:
        return failure(error.reason().startsWith("no-such-"_L1) ? 404 : 422, error.reason());
    case Error::Kind::Budget:
        return failure(402, error.reason());
    case Error::Kind::Auth: {
        // Who is known and not let in yet is told so by another status than who is not known.
        const bool known
            = error.reason() == "not-verified"_L1 || error.reason() == "not-your-role"_L1;
        http::Response response = failure(known ? 403 : 401, error.reason());
        if (!known)
            response.headers.emplaceBack("WWW-Authenticate", "Bearer");
        return response;
    }
    case Error::Kind::RateLimited:
        return later(failure(429, error.reason()),
                     error.reply().retryAfter.value_or(std::chrono::seconds(1)));
    case Error::Kind::Overloaded:
        return later(failure(503, error.reason()), std::chrono::seconds(2));
    case Error::Kind::Storage:
        qCWarning(logServer, "database: %s (%s)", qPrintable(error.reason()),
                  qPrintable(error.detail()));
        return later(failure(503, u"unavailable"_s), std::chrono::seconds(5));
    default:
        qCCritical(logServer, "mistake: %s", qPrintable(error.detail()));
        return failure(500, u"internal"_s);
    }
}

http::Response nothing()
{
    return {204, {}, {}};
}

} // namespace keyway::server

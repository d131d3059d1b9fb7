#include "core/server/call.h"
#include "core/server/parts.h"
#include "core/server/platformstatistics.h"
#include "core/server/servicereports.h"
#include "core/server/sqlconnection.h"
#include "core/server/systemkeys.h"
#include "core/server/useranalytics.h"

#include <QtCore/QJsonArray>

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestMonths = 36;
constexpr int longestHours = 24 * 14;
constexpr int longestAudit = 500;

http::Response notSetUp()
{
    return failure(503, u"no-master-key"_s);
}

http::Response badQuery()
{
    return failure(422, u"bad-query"_s);
}

QJsonObject described(const Admin &admin)
{
    return {{u"email"_s, admin.email},
            {u"role"_s, nameOf(admin.role)},
            {u"permissions"_s, QJsonArray::fromStringList(permissionsOf(admin.role))}};
}

http::Response signIn(const Call &call)
{
    auto admins = call.admins();
    if (!admins)
        return notSetUp();
    const auto texts = call.texts({u"email"_s, u"password"_s, u"code"_s});
    if (!texts)
        return failure(422, u"bad-body"_s);
    const Result<QByteArray> token = admins->signIn(
        texts->value(u"email"_s), Secret::take(texts->value(u"password"_s).toUtf8()),
        texts->value(u"code"_s), call.address);
    if (!token)
        return failure(token.error());
    const Result<Admin> admin = admins->authenticate(*token);
    if (!admin)
        return failure(admin.error());
    QJsonObject answer = described(*admin);
    answer.insert(u"token"_s, QString::fromLatin1(*token));
    return http::Response::json(201, answer);
}

http::Response signOut(const Call &call)
{
    auto admins = call.admins();
    const auto done = admins->signOut(call.token);
    return done ? nothing() : failure(done.error());
}

http::Response me(const Call &call)
{
    return http::Response::json(200, described(call.admin));
}

/// `2026-11`
std::optional<QDate> monthOf(const Call &call, const QString &name)
{
    const QString text = call.query.queryItemValue(name);
    const QDate month = QDate::fromString(text + "-01"_L1, Qt::ISODate);
    return text.size() == 7 && month.isValid() ? std::optional(month) : std::nullopt;
}

http::Response statistics(const Call &call)
{
    const auto from = monthOf(call, u"from"_s);
    const auto to = monthOf(call, u"to"_s);
    if (!from || !to || *to < *from || from->addMonths(longestMonths) <= *to)
        return badQuery();
    const Result<QJsonObject> sums = PlatformStatistics(call.sql).describe(*from, *to);
    return sums ? http::Response::json(200, *sums) : failure(sums.error());
}

http::Response analytics(const Call &call)
{
    const auto month = monthOf(call, u"month"_s);
    if (!month)
        return badQuery();
    if (month->addMonths(1) > call.parts.clock.now().date())
        return failure(422, u"month-not-over"_s);
    const Result<QJsonObject> groups = UserAnalytics(call.sql).describe(*month);
    return groups ? http::Response::json(200, *groups) : failure(groups.error());
}

http::Response health(const Call &call)
{
    bool ok = false;
    const QString text = call.query.queryItemValue(u"hours"_s);
    const int hours = text.isEmpty() ? 24 : text.toInt(&ok);
    if ((!ok && !text.isEmpty()) || hours < 1 || hours > longestHours)
        return badQuery();
    const QDateTime from = call.parts.clock.now().addSecs(-3600LL * hours);
    const Result<QJsonArray> reports = ServiceReports(call.sql).since(from);
    if (!reports)
        return failure(reports.error());
    return http::Response::json(
        200, {{u"from"_s, from.toString(Qt::ISODateWithMs)}, {u"reports"_s, *reports}});
}

SystemKeys keysOf(const Call &call)
{
    return SystemKeys(call.sql, *call.parts.sealer, call.parts.clock);
}

/// What is done and the word of it, both or neither.
template <class Change>
http::Response noted(const Call &call, const QString &action, const QJsonObject &detail,
                     const Change &change)
{
    const auto done = call.sql.write([&]() -> Result<Done> {
        if (auto changed = change(); !changed)
            return changed;
        return AdminAudit(call.sql, call.parts.clock).add(call.actor(), action, detail);
    });
    return done ? nothing() : failure(done.error());
}

http::Response systemKeys(const Call &call)
{
    const Result<QList<SystemKey>> keys = keysOf(call).list();
    if (!keys)
        return failure(keys.error());
    QJsonArray list;
    for (const SystemKey &key : *keys)
        list.append(key.toJson());
    return http::Response::json(200, {{u"keys"_s, list}});
}

http::Response addSystemKey(const Call &call)
{
    const auto texts
        = call.texts({u"service"_s, u"label"_s, u"base_url"_s, u"key"_s}, Secret::maximumSize);
    if (!texts)
        return failure(422, u"bad-body"_s);
    SystemKey facts;
    facts.service = texts->value(u"service"_s);
    facts.label = texts->value(u"label"_s);
    facts.baseUrl = texts->value(u"base_url"_s);
    return noted(call, u"system-key-added"_s,
                 {{u"service"_s, facts.service}, {u"label"_s, facts.label}}, [&]() -> Result<Done> {
                     const auto added
                         = keysOf(call).add(facts, Secret::take(texts->value(u"key"_s).toUtf8()),
                                            call.parts.catalogue);
                     return added ? Result<Done>(Done()) : added.error();
                 });
}

http::Response rotateSystemKey(const Call &call)
{
    const std::optional<Id> id = Id::fromString(call.path.value("key_id"));
    const auto texts = call.texts({u"key"_s}, Secret::maximumSize);
    if (!id)
        return failure(404, u"no-such-key"_s);
    if (!texts)
        return failure(422, u"bad-body"_s);
    return noted(call, u"system-key-rotated"_s, {{u"key_id"_s, id->toString()}}, [&] {
        return keysOf(call).rotate(*id, Secret::take(texts->value(u"key"_s).toUtf8()));
    });
}

http::Response retireSystemKey(const Call &call)
{
    const std::optional<Id> id = Id::fromString(call.path.value("key_id"));
    if (!id)
        return failure(404, u"no-such-key"_s);
    return noted(call, u"system-key-retired"_s, {{u"key_id"_s, id->toString()}},
                 [&] { return keysOf(call).retire(*id); });
}

http::Response audit(const Call &call)
{
    bool ok = true;
    const QString text = call.query.queryItemValue(u"before"_s);
    const qint64 before = text.isEmpty() ? 0 : text.toLongLong(&ok);
    if (!ok || before < 0)
        return badQuery();
    const Result<QJsonArray> entries
        = AdminAudit(call.sql, call.parts.clock).page(before, longestAudit);
    if (!entries)
        return failure(entries.error());
    return http::Response::json(200, {{u"entries"_s, *entries}});
}

http::Response checkAudit(const Call &call)
{
    const Result<qint64> broken = AdminAudit(call.sql, call.parts.clock).firstBroken();
    if (!broken)
        return failure(broken.error());
    QJsonObject answer{{u"whole"_s, *broken == 0}};
    if (*broken != 0)
        answer.insert(u"first_broken"_s, *broken);
    return http::Response::json(200, answer);
}

Route route(const QByteArray &method, const QByteArray &path, Permission permission,
            Route::Handler handler)
{
    return {method, path, Access::Admin, false, std::move(handler), {}, {}, permission};
}

} // namespace

QList<Route> adminRoutes()
{
    return {
        {"POST", "/v1/admin/sessions", Access::Anyone, true, signIn},
        {"DELETE", "/v1/admin/sessions/current", Access::Admin, false, signOut},
        {"GET", "/v1/admin/me", Access::Admin, false, me},
        route("GET", "/v1/admin/statistics", Permission::Statistics, statistics),
        route("GET", "/v1/admin/analytics", Permission::Statistics, analytics),
        route("GET", "/v1/admin/health", Permission::Health, health),
        route("GET", "/v1/admin/system-keys", Permission::Keys, systemKeys),
        route("POST", "/v1/admin/system-keys", Permission::Keys, addSystemKey),
        route("PUT", "/v1/admin/system-keys/{key_id}", Permission::Keys, rotateSystemKey),
        route("DELETE", "/v1/admin/system-keys/{key_id}", Permission::Keys, retireSystemKey),
        route("GET", "/v1/admin/audit", Permission::Audit, audit),
        route("GET", "/v1/admin/audit/check", Permission::Audit, checkAudit),
    };
}

} // namespace keyway::server

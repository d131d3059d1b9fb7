#include "tests/server/serverfixture.h"

#include <QtCore/QFile>

#include <algorithm>

using namespace keyway;
using namespace Qt::StringLiterals;

/// The description of the server against the server.
class TestOpenApi : public QObject {
    Q_OBJECT

    TemporaryDataDir m_dir;
    std::unique_ptr<ServerFixture> m_server;
    QJsonObject m_document;

    /// What stands at a place such as `#/components/schemas/Error`, references followed.
    QJsonValue resolved(const QJsonValue &value) const
    {
        const QString reference = value.toObject().value("$ref"_L1).toString();
        if (reference.isEmpty())
            return value;
        QJsonValue found = m_document;
        for (const QString &part : reference.mid(2).split(u'/'))
            found = found.toObject().value(part);
        return found;
    }

    /// Where `value` is not what `schema` says; empty where it is.
    QString mismatch(const QJsonValue &value, const QJsonValue &schemaOrReference,
                     const QString &path = u"$"_s) const
    {
        const QJsonObject schema = resolved(schemaOrReference).toObject();
        const QString type = schema.value("type"_L1).toString();
        if (schema.contains("enum"_L1) && !schema.value("enum"_L1).toArray().contains(value))
            return path + u": not one of the enum"_s;
        if (schema.contains("const"_L1) && schema.value("const"_L1) != value)
            return path + u": not the const"_s;
        if (type == "string"_L1 && !value.isString())
            return path + u": no string"_s;
        if (type == "integer"_L1 && !value.isDouble())
            return path + u": no number"_s;
        if (type == "boolean"_L1 && !value.isBool())
            return path + u": no boolean"_s;
        if (type == "array"_L1) {
            if (!value.isArray())
                return path + u": no array"_s;
            for (const QJsonValue &item : value.toArray()) {
                const QString wrong = mismatch(item, schema.value("items"_L1), path + u"[]"_s);
                if (!wrong.isEmpty())
                    return wrong;
            }
        }
        if (type != "object"_L1)
            return {};
        if (!value.isObject())
            return path + u": no object"_s;
        const QJsonObject object = value.toObject();
        const QJsonObject properties = schema.value("properties"_L1).toObject();
        for (const QJsonValue &required : schema.value("required"_L1).toArray()) {
            if (!object.contains(required.toString()))
                return path + u'.' + required.toString() + u": missing"_s;
        }
        for (auto it = object.begin(); it != object.end(); ++it) {
            const bool closed = schema.value("additionalProperties"_L1) == QJsonValue(false);
            if (!properties.contains(it.key()) && closed)
                return path + u'.' + it.key() + u": not described"_s;
            const QString wrong
                = mismatch(it.value(), properties.value(it.key()), path + u'.' + it.key());
            if (!wrong.isEmpty())
                return wrong;
        }
        return {};
    }

    QJsonObject operation(const QString &path, const QString &method) const
    {
        return m_document.value("paths"_L1)
            .toObject()
            .value(path)
            .toObject()
            .value(method)
            .toObject();
    }

    QString mismatchOfAnswer(const QByteArray &method, const QByteArray &path,
                             const Reply &reply) const
    {
        const QJsonObject described
            = operation(QString::fromLatin1(path), QString::fromLatin1(method).toLower())
                  .value("responses"_L1)
                  .toObject();
        const QString status = QString::number(reply.status);
        if (!described.contains(status))
            return u"status "_s + status + u" is not described"_s;
        const QJsonObject content
            = resolved(described.value(status)).toObject().value("content"_L1).toObject();
        if (content.isEmpty())
            return reply.body.isEmpty() ? QString() : u"a body that is not described"_s;
        const QJsonObject json = content.value("application/json"_L1).toObject();
        return json.isEmpty() ? QString() : mismatch(reply.json, json.value("schema"_L1));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(qEnvironmentVariable("KEYWAY_SOURCE_DIR")
                   + "/resources/openapi/keyway-server.json"_L1);
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_document = QJsonDocument::fromJson(file.readAll()).object();
        m_server = std::make_unique<ServerFixture>(server::DatabaseAddress::sqlite(m_dir.path()));
    }
    void cleanupTestCase() { m_server.reset(); }

    void describesEveryRouteAndNoOther()
    {
        QStringList described;
        QStringList ids;
        const QJsonObject paths = m_document.value("paths"_L1).toObject();
        for (auto path = paths.begin(); path != paths.end(); ++path) {
            const QJsonObject methods = path->toObject();
            for (auto method = methods.begin(); method != methods.end(); ++method) {
                described.append(method.key().toUpper() + u' ' + path.key());
                ids.append(method->toObject().value("operationId"_L1).toString());
            }
        }
        QStringList served;
        for (const server::Route &route : m_server->routes()) {
            served.append(QString::fromLatin1(route.method + ' ' + route.path));
            const QJsonObject one = operation(QString::fromLatin1(route.path),
                                              QString::fromLatin1(route.method).toLower());
            const bool secured = !one.value("security"_L1).toArray().isEmpty();
            QVERIFY2(secured == (route.access == server::Access::Device), route.path);
            QCOMPARE(one.contains("requestBody"_L1),
                     route.method == "POST" || route.method == "PUT");
        }
        described.sort();
        served.sort();
        QCOMPARE(described, served);
        QCOMPARE(ids.removeDuplicates(), 0);
        QVERIFY(!ids.contains(QString()));
        QCOMPARE(m_document.value("openapi"_L1).toString(), u"3.1.0"_s);
    }

    void describesTheFieldsOfARecord()
    {
        const QJsonValue schema = m_document.value("components"_L1)["schemas"_L1]["UsageRecord"_L1];
        QCOMPARE(mismatch(m_server->record().toJson(), schema), QString());
        QStringList required;
        for (const QJsonValue &name : schema["required"_L1].toArray())
            required.append(name.toString());
        QCOMPARE(required, m_server->record().toJson().keys());
        QJsonObject more = m_server->record().toJson();
        more.insert(u"prompt"_s, u"hello"_s);
        QVERIFY(!mismatch(more, schema).isEmpty());
    }

    void answersAsItIsDescribed()
    {
        const ServerFixture::User ada = m_server->user(u"ada@example.org"_s);
        UsageMessage wrong = m_server->record();
        wrong.platformFee = {};
        const QJsonArray records{m_server->record().toJson(), wrong.toJson(), QJsonObject()};
        const QHash<QByteArray, QJsonObject> bodies{
            {"POST /v1/usage", {{u"records"_s, records}}},
            {"POST /v1/sessions",
             {{u"email"_s, ada.email},
              {u"password"_s, QString::fromLatin1(ServerFixture::password)},
              {u"device_name"_s, u"desk"_s}}},
            {"POST /v1/accounts",
             {{u"email"_s, u"new@example.org"_s},
              {u"password"_s, u"long enough"_s},
              {u"zone"_s, u"UTC"_s}}},
            {"POST /v1/password/reset-mail", {{u"email"_s, ada.email}}},
            {"PUT /v1/plan", {{u"plan"_s, u"monthly"_s}}},
        };
        m_server->send(ada.token, {m_server->record()});
        const auto issued = m_server->close(server::DatabaseAddress::sqlite(m_dir.path()),
                                            ada.account, QDate(2027, 1, 10));
        QCOMPARE(issued.size(), 1);
        // Those that end the session come last.
        QList<server::Route> routes = m_server->routes();
        std::stable_sort(routes.begin(), routes.end(), [](const auto &a, const auto &b) {
            return std::pair(a.method == "DELETE", a.method != "POST")
                < std::pair(b.method == "DELETE", b.method != "POST");
        });
        for (const server::Route &route : std::as_const(routes)) {
            QByteArray path = route.path;
            path.replace("{device_id}", ada.device.toString().toLatin1());
            path.replace("{number}", issued.first().invoice.number.toLatin1());
            if (path == "/v1/usage/days")
                path += "?from=2026-11-01&to=2026-11-30";
            const QByteArray key = route.method + ' ' + route.path;
            const bool body = route.method == "POST" || route.method == "PUT";
            const Reply reply
                = call(m_server->port, route.method, path, ada.token,
                       body ? std::optional(textOf(bodies.value(key))) : std::nullopt);
            QString what = QString::fromLatin1(key) + u": "_s;
            what += mismatchOfAnswer(route.method, route.path, reply);
            QVERIFY2(what.endsWith(u": "_s), qPrintable(what));
            QVERIFY2(bodies.contains(key) || body || reply.status < 300 || route.method == "DELETE",
                     qPrintable(what + QString::number(reply.status)));
            const Reply stranger = call(m_server->port, route.method, path, {},
                                        body ? std::optional(QByteArray("{}")) : std::nullopt);
            what += mismatchOfAnswer(route.method, route.path, stranger);
            QVERIFY2(what.endsWith(u": "_s), qPrintable(what));
        }
    }
};

QTEST_GUILESS_MAIN(TestOpenApi)
#include "tst_openapi.moc"

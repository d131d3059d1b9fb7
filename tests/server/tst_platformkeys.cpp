#include "core/base/sealedbox.h"
#include "core/server/databasekeys.h"
#include "core/server/keyclaims.h"
#include "core/server/keyfile.h"
#include "core/server/systemkeys.h"
#include "tests/server/serverfixture.h"

#include <QtCore/QFile>

using namespace keyway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using server::Sealer;

namespace {

constexpr auto canary = "sk-platform-canary-7f3a9c51d2e84b60";

Secret secretOf(const char *text)
{
    return Secret::take(QByteArray(text));
}

QString textOf(const Secret &secret)
{
    return secret.reveal([](QByteArrayView bytes) { return QString::fromUtf8(bytes); });
}

/// Whether a key, in any of its usual spellings, is in these bytes.
bool tells(const QByteArray &bytes, const QByteArray &key)
{
    const QList<QByteArray> spellings{key, key.toHex(), key.toBase64(),
                                      key.toBase64(QByteArray::Base64UrlEncoding),
                                      QByteArray(key).replace('-', "%2D")};
    return std::any_of(spellings.begin(), spellings.end(),
                       [&bytes](const QByteArray &one) { return bytes.contains(one); });
}

server::SystemKey factsOf(const QString &service)
{
    server::SystemKey facts;
    facts.service = service;
    facts.label = u"free tier"_s;
    return facts;
}

} // namespace

/// The platform's own keys, and users' keys that wait for their owners; on both engines.
class TestPlatformKeys : public QObject {
    Q_OBJECT

    TestStores m_stores;

private Q_SLOTS:
    void initTestCase_data() { TestStores::addRows(); }

    void sealsForOnePlaceAndOneMasterKey()
    {
        const Sealer sealer(server::newKey());
        const Sealer other(server::newKey());
        const Secret key = secretOf(canary);
        const QByteArray sealed = sealer.seal(key, "system_key/1");
        QVERIFY(sealed != sealer.seal(key, "system_key/1"));
        QVERIFY(!tells(sealed, canary));
        const auto opened = sealer.open(sealed, "system_key/1");
        QVERIFY(opened);
        QVERIFY(opened->equals(key));
        QCOMPARE(sealer.open(sealed, "system_key/2").error().reason(), u"sealed"_s);
        QCOMPARE(other.open(sealed, "system_key/1").error().reason(), u"sealed"_s);
        QVERIFY(!sealer.open({}, "system_key/1"));
        for (qsizetype at = 0; at < sealed.size(); at += 7) {
            QByteArray changed = sealed;
            changed[at] = static_cast<char>(changed.at(at) ^ 1);
            QVERIFY(!sealer.open(changed, "system_key/1"));
        }
        QCOMPARE(sealer.fingerprint(key), sealer.fingerprint(secretOf(canary)));
        QVERIFY(sealer.fingerprint(key) != sealer.fingerprint(secretOf("another")));
        QVERIFY(sealer.fingerprint(key) != other.fingerprint(key));
    }

    void makesAMasterKeyOnce()
    {
        TemporaryDataDir dir;
        const QString file = dir.filePath(u"master.key"_s);
        QCOMPARE(server::readKeyFile(file, false).error().reason(), u"cannot-open"_s);
        const auto made = server::readKeyFile(file, true);
        QVERIFY(made);
        QVERIFY(server::readKeyFile(file, true)->equals(*made));
        const auto others
            = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(file) & others));
        // As systemd hands a credential over.
        QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::ReadGroup));
        QVERIFY(server::readKeyFile(file, false)->equals(*made));
        QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::ReadOther));
        QCOMPARE(server::readKeyFile(file, true).error().reason(), u"not-private"_s);
        QFile bad(dir.filePath(u"bad.key"_s));
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write("0123");
        bad.close();
        bad.setPermissions(QFile::ReadOwner);
        QCOMPARE(server::readKeyFile(bad.fileName(), true).error().reason(), u"not-a-key"_s);
    }

    void tellsAWrongMasterKey()
    {
        QFETCH_GLOBAL(QString, engine);
        const auto store = m_stores.create(engine);
        if (!store)
            QSKIP(m_stores.why().constData());
        const auto sql = server::SqlConnection::open(*store);
        QVERIFY(server::migrate(**sql));
        const Sealer right(server::newKey());
        QVERIFY(server::checkMasterKey(**sql, right));
        QVERIFY(server::checkMasterKey(**sql, right));
        QCOMPARE(server::checkMasterKey(**sql, Sealer(server::newKey())).error().reason(),
                 u"wrong-master-key"_s);
    }

    void keepsKeysThatNothingGivesOut()
    {
        QFETCH_GLOBAL(QString, engine);
        const auto store = m_stores.create(engine);
        if (!store)
            QSKIP(m_stores.why().constData());
        const ServerFixture fixture(*store);
        const auto sql = fixture.sql();
        server::SystemKeys keys(*sql, *fixture.sealer, fixture.clock);
        QCOMPARE(keys.open(u"openai"_s).error().reason(), u"no-system-key"_s);
        const auto id = keys.add(factsOf(u"openai"_s), secretOf(canary), fixture.catalogue());
        QVERIFY(id);
        QCOMPARE(
            keys.add(factsOf(u"openai"_s), secretOf(canary), fixture.catalogue()).error().reason(),
            u"known-key"_s);
        QCOMPARE(
            keys.add(factsOf(u"openai"_s), secretOf("a b"), fixture.catalogue()).error().reason(),
            u"bad-key"_s);
        QCOMPARE(
            keys.add(factsOf(u"nobody"_s), secretOf("key"), fixture.catalogue()).error().reason(),
            u"unknown-service"_s);
        const auto listed = keys.list();
        QCOMPARE(listed->size(), 1);
        QVERIFY(!tells(::textOf(listed->constFirst().toJson()), canary));
        QCOMPARE(textOf(keys.open(u"openai"_s)->key), QString::fromLatin1(canary));

        // A row that was changed behind the server's back does not open as another one.
        const auto second
            = keys.add(factsOf(u"anthropic"_s), secretOf("other-key"), fixture.catalogue());
        QVERIFY(sql->run(u"UPDATE system_key SET sealed = (SELECT k.sealed FROM system_key k "
                         "WHERE k.key_id = ?) WHERE key_id = ?"_s,
                         {stored(*id), stored(*second)}));
        QCOMPARE(keys.open(u"anthropic"_s).error().reason(), u"sealed"_s);

        QVERIFY(keys.rotate(*id, secretOf("sk-next")));
        QCOMPARE(textOf(keys.open(u"openai"_s)->key), u"sk-next"_s);
        QVERIFY(keys.retire(*id));
        QCOMPARE(keys.open(u"openai"_s).error().reason(), u"no-system-key"_s);
        QCOMPARE(keys.rotate(*id, secretOf("sk-again")).error().reason(), u"no-such-key"_s);
        QCOMPARE(sql->number(u"SELECT COUNT(*) FROM system_key WHERE key_id = ? AND sealed IS "
                             "NULL"_s,
                             {stored(*id)})
                     .value(),
                 1);
    }

    void losesNothingWithTheDatabaseFile()
    {
        QFETCH_GLOBAL(QString, engine);
        if (engine != "sqlite"_L1)
            return;
        const auto store = m_stores.create(engine);
        {
            ServerFixture fixture(*store);
            const auto user = fixture.user(u"ada@example.org"_s);
            const auto sql = fixture.sql();
            server::SystemKeys keys(*sql, *fixture.sealer, fixture.clock);
            QVERIFY(keys.add(factsOf(u"openai"_s), secretOf(canary), fixture.catalogue()));
            server::KeyClaims claims(*sql, *fixture.sealer, fixture.clock);
            QVERIFY(sql->write([&] {
                return claims.put(user.account, {u"openai"_s, true, {}, {}, {}},
                                  secretOf("sk-user-canary-55aa55aa"));
            }));
        }
        const QByteArray stolen = bytesOf(*store);
        QVERIFY(!tells(stolen, canary));
        QVERIFY(!tells(stolen, "sk-user-canary-55aa55aa"));
        QVERIFY(tells(stolen, "ada@example.org")); // the search would find them
    }

    void handsAKeyOverOnceToOneComputer()
    {
        QFETCH_GLOBAL(QString, engine);
        const auto store = m_stores.create(engine);
        if (!store)
            QSKIP(m_stores.why().constData());
        ServerFixture fixture(*store);
        const auto ada = fixture.user(u"ada@example.org"_s);
        const auto eve = fixture.user(u"eve@example.org"_s);
        const auto second = fixture.device(ada.email);
        const auto sql = fixture.sql();
        server::KeyClaims claims(*sql, *fixture.sealer, fixture.clock);
        const auto put = [&](const char *key) {
            return sql->write([&] {
                return claims.put(ada.account,
                                  {u"openai"_s, true, fixture.clock.now(), {}, Money::fromCents(7)},
                                  secretOf(key));
            });
        };
        QVERIFY(put("sk-ada").value());
        QVERIFY(!put("sk-ada").value()); // the same again is the same

        const BoxKey box = BoxKey::create();
        const QJsonObject ask{{u"public_key"_s, QString::fromLatin1(box.publicKey().toBase64())}};
        const auto keysOf = [&](const ServerFixture::User &user) {
            return fixture.post("/v1/key-claims", ask, user.token).json.value("keys"_L1).toArray();
        };
        QCOMPARE(fixture.post("/v1/key-claims", {{u"public_key"_s, u"AAAA"_s}}, ada.token).status,
                 422);
        QCOMPARE(keysOf(eve).size(), 0);
        const QJsonArray first = keysOf(ada);
        QCOMPARE(first.size(), 1);
        const QJsonObject key = first.first().toObject();
        QCOMPARE(key.value("service"_L1).toString(), u"openai"_s);
        QCOMPARE(key.value("spent_nano"_L1).toInteger(), 70'000'000);
        const auto opened
            = box.open(QByteArray::fromBase64(key.value("box"_L1).toString().toLatin1()));
        QVERIFY(opened);
        QCOMPARE(textOf(*opened), u"sk-ada"_s);
        QVERIFY(!BoxKey::create().open(
            QByteArray::fromBase64(key.value("box"_L1).toString().toLatin1())));
        QCOMPARE(keysOf(second).size(), 0); // the other computer came too late
        QCOMPARE(keysOf(ada).size(), 1); // an answer that was lost is asked for again

        const QByteArray path = "/v1/key-claims/" + key.value("claim_id"_L1).toString().toLatin1();
        QCOMPARE(call(fixture.port, "DELETE", path, eve.token).status, 404);
        QCOMPARE(call(fixture.port, "DELETE", path, second.token).status, 404);
        QCOMPARE(call(fixture.port, "DELETE", path, ada.token).status, 204);
        QCOMPARE(call(fixture.port, "DELETE", path, ada.token).status, 204);
        QCOMPARE(keysOf(ada).size(), 0);
        const QJsonArray known
            = fixture.get("/v1/account/export", ada.token).json.value("former_keys"_L1).toArray();
        QCOMPARE(known.size(), 1);
        QCOMPARE(known.first().toObject().value("ended"_L1).toString(), u"claimed"_s);
        QCOMPARE(sql->number(u"SELECT COUNT(*) FROM key_claim WHERE sealed IS NOT NULL"_s).value(),
                 0);
        QVERIFY(!put("sk-ada").value()); // it was moved before
    }

    void forgetsWhatNobodyCameFor()
    {
        QFETCH_GLOBAL(QString, engine);
        const auto store = m_stores.create(engine);
        if (!store)
            QSKIP(m_stores.why().constData());
        ServerFixture fixture(*store);
        const auto ada = fixture.user(u"ada@example.org"_s);
        const auto sql = fixture.sql();
        server::KeyClaims claims(*sql, *fixture.sealer, fixture.clock);
        QVERIFY(sql->write([&] {
            return claims.put(ada.account, {u"openai"_s, true, {}, {}, {}}, secretOf("sk-ada"));
        }));
        fixture.clock.advance(std::chrono::hours(24) * 29);
        QCOMPARE(claims.dropExpired().value(), 0);
        fixture.clock.advance(std::chrono::hours(25));
        QCOMPARE(claims.claim(ada.account, ada.device, BoxKey::create().publicKey())->size(), 0);
        QCOMPARE(claims.dropExpired().value(), 1);
        QCOMPARE(sql->number(u"SELECT COUNT(*) FROM key_claim WHERE sealed IS NOT NULL"_s).value(),
                 0);
    }
};

QTEST_GUILESS_MAIN(TestPlatformKeys)
#include "tst_platformkeys.moc"

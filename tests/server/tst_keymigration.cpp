#include "core/server/keyclaims.h"
#include "core/server/keymigration.h"
#include "core/server/passwords.h"
#include "core/server/systemkeys.h"
#include "tests/server/serverfixture.h"

#include <QtCore/QFile>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

QString dataFile(const QString &name)
{
    return qEnvironmentVariable("KEYWAY_TEST_DATA") + "/oldsystem/"_L1 + name;
}

/// What is wrong in each row of `csv`: `row field problem`.
QStringList problemsOf(const QByteArray &csv)
{
    TemporaryDataDir dir;
    const QString name = dir.filePath(u"old.csv"_s);
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly))
        return {u"no file"_s};
    file.write(csv);
    file.close();
    const auto old = server::readOldKeys(name);
    if (!old)
        return {old.error().reason() + u": "_s + old.error().detail()};
    QStringList problems;
    for (const server::BadRow &row : old->bad)
        problems.append(QString::number(row.row) + u' ' + row.field + u' ' + row.problem);
    return problems;
}

} // namespace

/// Keys out of a system in which administrators managed them; on both engines.
class TestKeyMigration : public QObject {
    Q_OBJECT

    TestStores m_stores;

    static Result<server::KeyMigrationReport> move(const ServerFixture &fixture,
                                                   const server::OldKeys &old, bool dryRun)
    {
        server::KeyMigrationTerms terms;
        terms.dryRun = dryRun;
        terms.emails = *server::readEmails(dataFile(u"users.csv"_s));
        const auto sql = fixture.sql();
        server::Passwords passwords;
        KeptMails mails;
        server::Accounts accounts(*sql, passwords, mails, fixture.clock);
        return server::migrateKeys(*sql, *fixture.sealer, fixture.clock, fixture.catalogue(),
                                   accounts, old, terms);
    }

private Q_SLOTS:
    void initTestCase_data() { TestStores::addRows(); }

    void movesEveryRowOnce_data()
    {
        QTest::addColumn<QString>("file");
        for (const auto *const name : {"csv", "json", "sqlite"})
            QTest::newRow(name) << u"integrations."_s + QString::fromLatin1(name);
    }
    void movesEveryRowOnce()
    {
        QFETCH_GLOBAL(QString, engine);
        QFETCH(QString, file);
        const auto store = m_stores.create(engine);
        if (!store)
            QSKIP(m_stores.why().constData());
        ServerFixture fixture(*store);
        const auto ada = fixture.user(u"ada@example.org"_s);
        const auto old = server::readOldKeys(dataFile(file));
        QVERIFY2(old.ok(), qPrintable(old ? QString() : old.error().detail()));
        QCOMPARE(old->keys.size(), 7U);
        QCOMPARE(old->keys.at(0).spent, Money::fromNano(1'204'551'230'000));
        QCOMPARE(old->keys.at(0).lastUsedAt->toString(Qt::ISODate), u"2026-11-20T08:15:00Z"_s);
        QCOMPARE(old->keys.at(1).lastUsedAt->toString(Qt::ISODate), u"2026-11-19T23:59:59Z"_s);
        QVERIFY(!old->keys.at(3).enabled);

        const auto counts = [](const server::KeyMigrationReport &report) {
            return QList<int>{report.rows,           report.systemKeys, report.userKeys,
                              report.movedBefore,    report.withoutKey, report.accountsMade,
                              int(report.bad.size())};
        };
        const auto dry = move(fixture, *old, true);
        QVERIFY(dry);
        QCOMPARE(counts(*dry), (QList<int>{7, 2, 3, 0, 2, 1, 0}));
        const auto sql = fixture.sql();
        for (const QString &table : {u"system_key"_s, u"key_claim"_s})
            QCOMPARE(sql->number(u"SELECT COUNT(*) FROM "_s + table).value(), 0);
        QCOMPARE(sql->number(u"SELECT COUNT(*) FROM account"_s).value(), 1);

        QCOMPARE(counts(*move(fixture, *old, false)), (QList<int>{7, 2, 3, 0, 2, 1, 0}));
        QCOMPARE(counts(*move(fixture, *old, false)), (QList<int>{7, 0, 0, 5, 2, 0, 0}));

        server::SystemKeys keys(*sql, *fixture.sealer, fixture.clock);
        const auto opened = keys.open(u"openai"_s);
        QVERIFY(opened);
        QVERIFY(opened->key.equals(Secret::take(QByteArray("sk-platform-openai-000000000001"))));
        QCOMPARE(keys.list()->constFirst().spent, Money::fromNano(1'204'551'230'000));
        server::KeyClaims claims(*sql, *fixture.sealer, fixture.clock);
        const auto ofAda = claims.claim(ada.account, ada.device, QByteArray(32, 9));
        QCOMPARE(ofAda->size(), 2);
        QVERIFY(!ofAda->at(1).facts.enabled);
        QCOMPARE(ofAda->at(0).facts.spent, Money::fromCents(1234));
    }

    void waitsForOwnersWhoSignUpLater()
    {
        QFETCH_GLOBAL(QString, engine);
        const auto store = m_stores.create(engine);
        if (!store)
            QSKIP(m_stores.why().constData());
        ServerFixture fixture(*store);
        const auto old = server::readOldKeys(dataFile(u"integrations.csv"_s));
        QVERIFY(move(fixture, *old, false));
        // Nobody gets in without the mail: there is no password yet.
        QCOMPARE(fixture.signIn(u"bob@example.org"_s, QString()).code(), u"bad-credentials"_s);
        fixture.clock.advance(std::chrono::hours(24));
        const QDateTime signUp = fixture.clock.now();
        const auto bob = fixture.user(u"bob@example.org"_s);
        const QString created
            = fixture.get("/v1/account", bob.token).json.value("created_at"_L1).toString();
        QCOMPARE(created, signUp.toString(Qt::ISODateWithMs)); // nothing before it is billed
        const QJsonObject ask{{u"public_key"_s, QString::fromLatin1(QByteArray(32, 9).toBase64())}};
        QCOMPARE(
            fixture.post("/v1/key-claims", ask, bob.token).json.value("keys"_L1).toArray().size(),
            1);
    }

    void tellsWhatIsWrongWithARow_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QStringList>("problems");
        const auto row = [](const char *name, const char *rows, const QStringList &problems) {
            QTest::newRow(name) << QByteArray(rows) << problems;
        };
        row("good", "a@b.cd,openai,sk-1,true,2026-01-01,1.5,\n", {});
        row("no service", "a@b.cd,,sk-1,true,,,\n", {u"1 service is empty"_s});
        row("a key with a space", "a@b.cd,openai,sk 1,true,,,\n",
            {u"1 api_key has a space or a letter that no key has"_s});
        row("neither true nor false", "a@b.cd,openai,sk-1,perhaps,,,\n",
            {u"1 enabled is neither true nor false"_s});
        row("no date", "a@b.cd,openai,sk-1,true,yesterday,,\n", {u"1 added_date is not a date"_s});
        row("no amount", "a@b.cd,openai,sk-1,true,,-3,\n",
            {u"1 total_spent is not an amount such as 12.34"_s});
        row("too few", "a@b.cd,openai\na@b.cd,openai,sk-1,true,,,\n", {u"1  2 fields, not 7"_s});
        row("a quoted comma", "a@b.cd,openai,\"sk-1\",true,,\"1.5\",\n", {});
        row("never closed", "a@b.cd,openai,\"sk-1,true,,,\n",
            {u"bad-file: a quotation mark is not closed"_s});
    }
    void tellsWhatIsWrongWithARow()
    {
        QFETCH(QByteArray, rows);
        QFETCH(QStringList, problems);
        QCOMPARE(
            problemsOf("user_id,service,api_key,enabled,added_date,total_spent,last_used\n" + rows),
            problems);
    }

    void leavesBadRowsAndMovesTheOthers()
    {
        QFETCH_GLOBAL(QString, engine);
        const auto store = m_stores.create(engine);
        if (!store)
            QSKIP(m_stores.why().constData());
        const ServerFixture fixture(*store);
        server::OldKeys old;
        const auto add = [&old](const QString &user, const QString &service) {
            server::OldKey key;
            key.row = int(old.keys.size()) + 1;
            key.user = user;
            key.service = service;
            key.key = Secret::take(QByteArray("sk-" + QByteArray::number(key.row)));
            old.keys.push_back(std::move(key));
        };
        add(u"dora@example.org"_s, u"openai"_s);
        add(u"dora@example.org"_s, u"no-such-service"_s);
        add(u"u-77"_s, u"openai"_s);
        add(QString(), u"openai"_s);
        const auto report = move(fixture, old, false);
        QVERIFY(report);
        QCOMPARE(report->userKeys, 1);
        QCOMPARE(report->systemKeys, 1);
        QCOMPARE(report->bad.size(), 2);
        QCOMPARE(report->bad.at(0).row, 2);
        QCOMPARE(report->bad.at(1).field, u"user_id"_s);
        QVERIFY(!textOf(report->toJson()).contains("sk-"));
    }

    void needsAFileItKnows()
    {
        TemporaryDataDir dir;
        const auto reasonOf = [&dir](const QString &name, const QByteArray &bytes) {
            QFile file(dir.filePath(name));
            if (!file.open(QIODevice::WriteOnly))
                return u"no file"_s;
            file.write(bytes);
            file.close();
            const auto read = server::readOldKeys(file.fileName());
            return read ? QString() : read.error().reason();
        };
        QCOMPARE(server::readOldKeys(dir.filePath(u"none.csv"_s)).error().reason(),
                 u"cannot-open"_s);
        QCOMPARE(server::readOldKeys(dir.filePath(u"none.sqlite"_s)).error().reason(),
                 u"cannot-open"_s);
        QCOMPARE(reasonOf(u"a.txt"_s, "x"), u"bad-file"_s);
        QCOMPARE(reasonOf(u"a.csv"_s, "user_id,service\n"), u"bad-file"_s);
        QCOMPARE(reasonOf(u"a.json"_s, "{\"a\":1}"), u"bad-file"_s);
        QCOMPARE(reasonOf(u"b.json"_s, "{"), u"bad-file"_s);
        QCOMPARE(reasonOf(u"a.sqlite"_s, "not a database, not at all"), u"bad-file"_s);
    }
};

QTEST_GUILESS_MAIN(TestKeyMigration)
#include "tst_keymigration.moc"

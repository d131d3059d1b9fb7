// The command line of Keyway Admin against a real server, with a real keyring.

#include "core/wire/healthreport.h"
#include "tests/cli/clifixture.h"
#include "tests/server/adminfixture.h"

#include <QtCore/QFile>

using namespace keyway;
using namespace Qt::StringLiterals;
using server::AdminRole;

class AdminCliTest : public QObject {
    Q_OBJECT

    std::unique_ptr<TemporaryDataDir> m_serverDir;
    std::unique_ptr<ServerFixture> m_server;
    std::unique_ptr<TemporaryDataDir> m_dir;

    CliRun run(const QStringList &words, const QByteArray &input = {}) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"KEYWAY_ADMIN_DIR"_s, m_dir->path());
        environment.remove(u"QT_QPA_PLATFORM"_s); // a terminal has no window system
        process.setProcessEnvironment(environment);
        process.start(qEnvironmentVariable("KEYWAY_BIN_DIR") + "/keyway-admin"_L1, words);
        return CliFixture::finish(process, input);
    }
    QString url() const { return u"http://127.0.0.1:%1"_s.arg(m_server->adminPort); }
    CliRun signIn(const AdminPerson &person, const QByteArray &word = adminPassword) const
    {
        return run({u"signin"_s, person.email, u"--server"_s, url(), u"--code"_s,
                    QString::fromLatin1(adminCodeNow(*m_server, person)), u"--json"_s},
                   word);
    }
    AdminPerson person(AdminRole role) const
    {
        return madeAdmin(*m_server, server::nameOf(role) + "@example.org"_L1, role);
    }

private Q_SLOTS:
    void init()
    {
        m_serverDir = std::make_unique<TemporaryDataDir>();
        m_server
            = std::make_unique<ServerFixture>(server::DatabaseAddress::sqlite(m_serverDir->path()));
        m_server->clock.jumpTo(QDateTime::currentDateTimeUtc());
        m_dir = std::make_unique<TemporaryDataDir>();
    }
    void cleanup() { m_server.reset(); }

    void signsInOnceForAllCommands()
    {
        const CliRun nobody = run({u"stats"_s});
        VERIFY_EXIT(nobody, 1);
        QVERIFY2(nobody.told().contains(u"--server"_s), nobody.err.constData());
        const AdminPerson owner = person(AdminRole::Owner);
        const CliRun wrong = signIn(owner, "a wrong password");
        VERIFY_EXIT(wrong, 1);
        QCOMPARE(wrong.json().value("reason"_L1).toString(), u"bad-credentials"_s);
        QVERIFY2(wrong.told().contains(u"E-mail, password or code is wrong."_s),
                 wrong.err.constData());
        const CliRun in = signIn(owner);
        VERIFY_EXIT(in, 0);
        QCOMPARE(in.json().value("role"_L1).toString(), u"owner"_s);
        VERIFY_EXIT(run({u"whoami"_s}), 0);
        for (const QByteArray &secret : {QByteArray(adminPassword), QByteArray("Bearer")})
            QCOMPARE(m_dir->filesContaining(secret), QStringList());
        QVERIFY(!m_dir->filesContaining("owner@example.org").isEmpty()); // the search finds things
        VERIFY_EXIT(run({u"signout"_s}), 0);
        const CliRun out = run({u"whoami"_s});
        VERIFY_EXIT(out, 1);
        QVERIFY2(out.told().contains(u"signin"_s), out.err.constData());
    }

    void tellsTheFigures()
    {
        const auto ada = m_server->user(u"ada@example.org"_s);
        const QList<UsageMessage> records{m_server->record(1), m_server->record(2)};
        m_server->send(ada.token, records);
        VERIFY_EXIT(signIn(person(AdminRole::Viewer)), 0);
        const QString month = records.first().billingDay.toString(u"yyyy-MM"_s);
        const CliRun stats = run({u"stats"_s, u"--from"_s, month, u"--to"_s, month, u"--json"_s});
        VERIFY_EXIT(stats, 0);
        const QJsonObject total = stats.json().value("total"_L1).toObject();
        const auto sql = m_server->sql();
        const auto sumOf = [&sql](const QString &column) {
            return sql->number(u"SELECT CAST(SUM(%1) AS BIGINT) FROM usage"_s.arg(column)).value();
        };
        QCOMPARE(total.value("platform_cost_nano"_L1).toInteger(), sumOf(u"platform_cost_nano"_s));
        QCOMPARE(total.value("fee_nano"_L1).toInteger(), sumOf(u"fee_nano"_s));
        QCOMPARE(total.value("requests"_L1).toInteger(), 2);
        QCOMPARE(stats.json().value("days"_L1).toArray().size(), 1);
        const CliRun words = run({u"stats"_s, u"--from"_s, month, u"--to"_s, month});
        QVERIFY2(words.text().contains(u"openai"_s), words.out.constData());

        HealthReport report;
        report.service = u"openai"_s;
        report.latency = LatencyBucket::To1S;
        const QDateTime now = m_server->clock.now();
        report.hour = QDateTime(now.date(), QTime(now.time().hour(), 0), Qt::UTC);
        report.count = 30;
        m_server->post("/v1/health-reports", {{u"reports"_s, QJsonArray{report.toJson()}}});
        const CliRun health = run({u"health"_s, u"--json"_s});
        VERIFY_EXIT(health, 0);
        const QJsonObject service = health.list().first().toObject();
        QCOMPARE(service.value("state"_L1).toString(), u"working"_s);
        QCOMPARE(service.value("answered"_L1).toInteger(), 30);
        const CliRun people = run({u"users"_s, u"--json"_s});
        VERIFY_EXIT(people, 0);
        QVERIFY(people.json().value("accounts"_L1).isNull()); // two people are nobody's business
        VERIFY_EXIT(run({u"users"_s, u"--month"_s, month}), 1); // it is not over
        const CliRun refused = run({u"keys"_s, u"list"_s, u"--json"_s});
        VERIFY_EXIT(refused, 1);
        QCOMPARE(refused.json().value("reason"_L1).toString(), u"not-your-role"_s);
    }

    void handlesKeysWithoutShowingThem()
    {
        VERIFY_EXIT(signIn(person(AdminRole::Owner)), 0);
        const QByteArray canary = "sk-canary-on-the-command-line";
        VERIFY_EXIT(run({u"keys"_s, u"add"_s, u"openai"_s, u"--label"_s, u"Free tier"_s}, canary),
                    0);
        VERIFY_EXIT(run({u"keys"_s, u"add"_s, u"openai"_s, u"--key"_s, u"x"_s}), 2);
        const CliRun list = run({u"keys"_s, u"list"_s, u"--json"_s});
        VERIFY_EXIT(list, 0);
        QVERIFY(!list.out.contains(canary));
        const QString id = list.list().first().toObject().value("key_id"_L1).toString();
        VERIFY_EXIT(run({u"keys"_s, u"rotate"_s, id}, "sk-next"), 0);
        VERIFY_EXIT(run({u"keys"_s, u"retire"_s, id}), 2); // nobody to say yes
        VERIFY_EXIT(run({u"keys"_s, u"retire"_s, id, u"--yes"_s}), 0);
        VERIFY_EXIT(run({u"keys"_s, u"retire"_s, id, u"--yes"_s}), 1);
        QCOMPARE(m_serverDir->filesContaining(canary), QStringList());
        QCOMPARE(m_dir->filesContaining(canary), QStringList());

        const CliRun audit = run({u"audit"_s, u"list"_s, u"--json"_s});
        VERIFY_EXIT(audit, 0);
        QStringList actions;
        for (const QJsonValue &entry : audit.list())
            actions.prepend(entry.toObject().value("action"_L1).toString());
        QCOMPARE(actions,
                 (QStringList{u"admin-created"_s, u"signed-in"_s, u"system-key-added"_s,
                              u"system-key-rotated"_s, u"system-key-retired"_s}));
        VERIFY_EXIT(run({u"audit"_s, u"verify"_s}), 0);
        const auto sql = m_server->sql();
        QVERIFY(sql->execute(u"DROP TRIGGER admin_audit_no_UPDATE"_s));
        QVERIFY(sql->run(u"UPDATE admin_audit SET actor = 'x' WHERE sequence = 3"_s));
        const CliRun broken = run({u"audit"_s, u"verify"_s, u"--json"_s});
        VERIFY_EXIT(broken, 1);
        QCOMPARE(broken.json().value("first_broken"_L1).toInteger(), 3);
    }

    void explainsItself()
    {
        const CliRun help = run({u"--help"_s});
        VERIFY_EXIT(help, 0);
        for (const QString &command :
             {u"signin"_s, u"stats"_s, u"health"_s, u"keys add"_s, u"audit verify"_s})
            QVERIFY2(help.text().contains(u"keyway-admin "_s + command), help.out.constData());
        VERIFY_EXIT(run({u"keys"_s, u"add"_s, u"--help"_s}), 0);
        VERIFY_EXIT(run({u"users"_s, u"keys"_s}), 2);
        VERIFY_EXIT(run({u"stats"_s, u"--from"_s, u"yesterday"_s}), 2);
        VERIFY_EXIT(run({u"health"_s, u"--hours"_s, u"0"_s}), 2);
        VERIFY_EXIT(
            run({u"signin"_s, u"a@example.org"_s, u"--server"_s, u"http://admin.example.org"_s},
                "x"),
            1);
    }
};

QTEST_GUILESS_MAIN(AdminCliTest)
#include "tst_admincli.moc"

// An account on a server from the terminal: sign up, send what was used, export, delete.

#include "core/server/keyclaims.h"
#include "tests/cli/clifixture.h"
#include "tests/server/serverfixture.h"

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

const QString ada = u"ada@example.org"_s;
const QByteArray password = "correct horse battery";

} // namespace

class AccountCliTest : public QObject {
    Q_OBJECT

    std::unique_ptr<TemporaryDataDir> m_serverDir;
    std::unique_ptr<ServerFixture> m_server;
    std::unique_ptr<CliFixture> m_cli;

    QString url() const { return u"http://127.0.0.1:%1"_s.arg(m_server->port); }
    CliRun account(const QStringList &words, const QByteArray &input = {}) const
    {
        return m_cli->run(QStringList{u"account"_s} + words, input);
    }
    CliRun sync(const QString &word) const { return m_cli->run({u"sync"_s, word, u"--json"_s}); }
    void signUpAndIn()
    {
        VERIFY_EXIT(account({u"signup"_s, ada, u"--server"_s, url()}, password), 0);
        VERIFY_EXIT(account({u"verify"_s}, m_server->mails.all().constLast().token), 0);
        VERIFY_EXIT(account({u"signin"_s, ada}, password), 0);
    }

private Q_SLOTS:
    void init()
    {
        m_serverDir = std::make_unique<TemporaryDataDir>();
        m_server
            = std::make_unique<ServerFixture>(server::DatabaseAddress::sqlite(m_serverDir->path()));
        m_server->clock.jumpTo(QDateTime::currentDateTimeUtc());
        m_cli = std::make_unique<CliFixture>();
    }
    void cleanup()
    {
        m_cli.reset();
        m_server.reset();
    }

    void sendsWhatWasUsed()
    {
        m_cli->addBoth();
        VERIFY_EXIT(m_cli->run({u"ask"_s, u"What was before"_s}), 0);
        VERIFY_EXIT(account({u"status"_s}), 0);
        QVERIFY(sync(u"now"_s).exit != 0);
        signUpAndIn();
        const CliRun status = account({u"status"_s, u"--json"_s});
        QCOMPARE(status.json().value("email"_L1).toString(), ada);
        QCOMPARE(sync(u"status"_s).json().value("waiting"_L1), QJsonValue(0));

        const QByteArray prompt = "a canary of a prompt 7f3b";
        VERIFY_EXIT(m_cli->run({u"ask"_s, QString::fromLatin1(prompt)}), 0);
        QCOMPARE(sync(u"status"_s).json().value("waiting"_L1), QJsonValue(1));
        VERIFY_EXIT(sync(u"off"_s), 0);
        VERIFY_EXIT(sync(u"now"_s), 1);
        VERIFY_EXIT(sync(u"on"_s), 0);
        const CliRun sent = sync(u"now"_s);
        VERIFY_EXIT(sent, 0);
        QCOMPARE(sent.json().value("sent"_L1), QJsonValue(1));
        QCOMPARE(sent.json().value("quarantined"_L1), QJsonValue(0));
        QCOMPARE(sync(u"now"_s).json().value("sent"_L1), QJsonValue(0));

        const CliRun exported = account({u"export"_s});
        VERIFY_EXIT(exported, 0);
        const QJsonArray records = exported.json().value("usage"_L1).toArray();
        QCOMPARE(records.size(), 1);
        const QJsonArray local = m_cli->usage().value("records"_L1).toArray();
        QCOMPARE(local.size(), 2);
        QStringList ids;
        for (const QJsonValue &record : local)
            ids.append(record.toObject().value("record_id"_L1).toString());
        QVERIFY(ids.contains(records.at(0).toObject().value("record_id"_L1).toString()));
        for (const QByteArray &secret : {prompt, QByteArray("sk-test-0123456789abcdef"), password})
            QCOMPARE(m_serverDir->filesContaining(secret), QStringList());
        QVERIFY(!m_serverDir->filesContaining("ada@example.org").isEmpty());
        for (const QByteArray &secret : {QByteArray("kw1_"), password})
            QCOMPARE(m_cli->dir.filesContaining(secret), QStringList());
    }

    void saysWhatIsWrong()
    {
        VERIFY_EXIT(account({u"signin"_s, ada}, password), 1); // which server?
        VERIFY_EXIT(account({u"signup"_s, ada, u"--server"_s, u"http://example.org"_s}, password),
                    1);
        VERIFY_EXIT(account({u"signup"_s, ada, u"--server"_s, url()}, "short"), 1);
        VERIFY_EXIT(account({u"signup"_s, ada}, password), 0);
        const CliRun early = account({u"signin"_s, ada}, password);
        VERIFY_EXIT(early, 1);
        QVERIFY2(early.told().contains(u"not confirmed yet"_s), early.err.constData());
        VERIFY_EXIT(account({u"verify"_s}, m_server->mails.all().constLast().token), 0);
        const CliRun wrong = account({u"signin"_s, ada}, "wrong password");
        VERIFY_EXIT(wrong, 1);
        QVERIFY2(wrong.told().contains(u"wrong"_s), wrong.err.constData());
        VERIFY_EXIT(account({u"signin"_s, ada}, password), 0);
        const CliRun twice = account({u"signin"_s, ada}, password);
        VERIFY_EXIT(twice, 1);
        QVERIFY2(twice.told().contains(ada), twice.err.constData());
        m_server.reset();
        const CliRun away = m_cli->run({u"sync"_s, u"now"_s});
        QVERIFY(away.exit != 0);
        QVERIFY2(away.told().contains(u"cannot be reached"_s), away.err.constData());
        VERIFY_EXIT(m_cli->run({u"usage"_s}), 0);
    }

    void takesKeysOverThatOthersManaged()
    {
        signUpAndIn();
        const QByteArray key = "sk-test-claimed-5c0ffee1";
        const auto sql = m_server->sql();
        Id account;
        QVERIFY(sql->query(u"SELECT account_id FROM account"_s, {}, [&account](const Row &row) {
            account = row.id(0);
            return false;
        }));
        server::KeyClaims claims(*sql, *m_server->sealer, m_server->clock);
        QVERIFY(sql->write([&] {
            return claims.put(account, {u"openai"_s, false, {}, {}, {}},
                              Secret::take(QByteArray(key)));
        }));
        const CliRun taken = this->account({u"claim-keys"_s, u"--json"_s});
        VERIFY_EXIT(taken, 0);
        QCOMPARE(taken.json().value("added"_L1).toArray().size(), 1);
        const QJsonObject listed
            = m_cli->run({u"integrations"_s, u"list"_s, u"--json"_s}).list().at(0).toObject();
        QCOMPARE(listed.value("service"_L1).toString(), u"openai"_s);
        QCOMPARE(listed.value("enabled"_L1), QJsonValue(false));
        QCOMPARE(sql->number(u"SELECT COUNT(*) FROM key_claim WHERE sealed IS NOT NULL"_s).value(),
                 0);
        QCOMPARE(
            this->account({u"claim-keys"_s, u"--json"_s}).json().value("added"_L1).toArray().size(),
            0);
        QCOMPARE(m_cli->dir.filesContaining(key), QStringList());
        QCOMPARE(m_serverDir->filesContaining(key), QStringList());
    }

    void signsOutAndDeletes()
    {
        signUpAndIn();
        VERIFY_EXIT(account({u"signout"_s}), 0);
        QCOMPARE(account({u"status"_s, u"--json"_s}).json().value("signed_in"_L1),
                 QJsonValue(false));
        VERIFY_EXIT(account({u"signout"_s}), 1);
        VERIFY_EXIT(account({u"signin"_s, ada}, password), 0);
        VERIFY_EXIT(account({u"delete"_s}, password), 1); // nobody said yes
        VERIFY_EXIT(account({u"delete"_s, u"--yes"_s}, "wrong password"), 1);
        VERIFY_EXIT(account({u"delete"_s, u"--yes"_s}, password), 0);
        VERIFY_EXIT(account({u"signin"_s, ada}, password), 1);
        QCOMPARE(m_server->signIn(ada).status, 401);
    }
};

QTEST_GUILESS_MAIN(AccountCliTest)
#include "tst_accountcli.moc"

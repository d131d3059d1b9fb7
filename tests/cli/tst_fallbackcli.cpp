// Two integrations with keys in a real gnome-keyring, on two services: what `keyway ask` does, says
// and records when the first one fails.

#include "tests/cli/clifixture.h"

using namespace Qt::StringLiterals;
using namespace keyway;
using simulator::Fault;

class FallbackCliTest : public QObject {
    Q_OBJECT

    enum class Failing { Stopped, Answers, Redirects, Closes };

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(!qEnvironmentVariableIsEmpty("KEYWAY_TEST_KEYRING_PASSWORD"),
                 "run by tests/support/with-keyring.sh");
    }

    void answersFromTheFirst()
    {
        CliFixture cli;
        cli.addBoth();
        const CliRun asked = cli.run({u"ask"_s, u"Hello there"_s});
        VERIFY_EXIT(asked, 0);
        QCOMPARE(asked.out, "The provider simulator answers with these words.\n");
        QVERIFY2(asked.err.contains("First"), asked.err.constData());
        QVERIFY2(!asked.err.contains("fell back"), asked.err.constData());
        const QJsonObject usage = cli.usage();
        QCOMPARE(usage[u"records"_s].toArray().size(), 1);
        verifySums(usage);
    }

    void answersFromTheSecond_data()
    {
        QTest::addColumn<int>("status"); // 0: the server is stopped
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("errorKind");
        QTest::addColumn<QString>("said");
        QTest::addColumn<bool>("held"); // excluded until it is tested again
        QTest::newRow("stopped") << 0 << QString() << u"network"_s << u"cannot be reached"_s
                                 << false;
        QTest::newRow("429") << 429 << u"rate_limit_exceeded"_s << u"ratelimited"_s << u"is busy"_s
                             << false;
        QTest::newRow("529") << 529 << QString() << u"overloaded"_s << u"is in trouble"_s << false;
        QTest::newRow("503") << 503 << QString() << u"overloaded"_s << u"is in trouble"_s << false;
        QTest::newRow("500") << 500 << QString() << u"overloaded"_s << u"is in trouble"_s << false;
        QTest::newRow("401") << 401 << u"invalid_api_key"_s << u"auth"_s
                             << u"no longer accepts the key ending TAIL"_s << true;
        QTest::newRow("402") << 402 << QString() << u"quota"_s << u"balance is used up"_s << true;
        QTest::newRow("429 without money")
            << 429 << u"insufficient_quota"_s << u"quota"_s << u"balance is used up"_s << true;
        QTest::newRow("404 model")
            << 404 << u"model_not_found"_s << u"gone"_s << u"does not offer gpt-6-luna"_s << true;
        QTest::newRow("307") << 307 << QString() << u"untrusted"_s
                             << u"wants to send Keyway to another address"_s << true;
    }
    void answersFromTheSecond()
    {
        QFETCH(int, status);
        QFETCH(QString, code);
        QFETCH(QString, errorKind);
        QFETCH(QString, said);
        QFETCH(bool, held);
        CliFixture cli;
        cli.addBoth();
        if (status == 0)
            cli.first.stop();
        else if (status == 307)
            cli.first.setDefaultBehaviour(failing(
                Fault::redirects(307, cli.second.url(u"/v1/chat/completions"_s).toEncoded())));
        else
            cli.first.setDefaultBehaviour(failing(Fault::answers(status, code)));
        cli.first.clear();
        cli.second.clear();

        const CliRun asked = cli.run({u"ask"_s, u"Hello there"_s});
        VERIFY_EXIT(asked, 0);
        QCOMPARE(asked.out, "The provider simulator answers with these words.\n");
        const QString told = asked.told();
        QVERIFY2(told.contains(said), asked.err.constData());
        QVERIFY2(told.contains("Second answered: fell back from First."_L1), asked.err.constData());
        QCOMPARE(cli.first.requests().size(), status == 0 ? 0 : 1);
        QCOMPARE(cli.second.requests().size(), 1);

        const QJsonObject usage = cli.usage();
        const QJsonArray records = usage[u"records"_s].toArray(); // newest first
        QCOMPARE(records.size(), 2);
        const QJsonObject answered = records.at(0).toObject();
        const QJsonObject failed = records.at(1).toObject();
        QCOMPARE(answered[u"integration"_s], u"Second"_s);
        QCOMPARE(answered[u"attempt"_s], 2);
        QCOMPARE(answered[u"outcome"_s], u"completed"_s);
        QCOMPARE(answered[u"cost_state"_s], u"exact"_s);
        QVERIFY(answered[u"total_nano"_s].toInteger() > 0);
        QCOMPARE(failed[u"integration"_s], u"First"_s);
        QCOMPARE(failed[u"attempt"_s], 1);
        QCOMPARE(failed[u"outcome"_s], u"failed"_s);
        QCOMPARE(failed[u"error_kind"_s], errorKind);
        QCOMPARE(failed[u"total_nano"_s].toInteger(-1), 0);
        QCOMPARE(failed[u"request_id"_s], answered[u"request_id"_s]);
        QVERIFY(failed[u"record_id"_s] != answered[u"record_id"_s]);
        verifySums(usage);

        // The next request asks the first again, unless it waits for a person. One that is busy is
        // not left out, but asked last until the time that it named.
        const CliRun again = cli.run({u"ask"_s, u"--json"_s, u"Hello again"_s});
        VERIFY_EXIT(again, 0);
        QCOMPARE(again.json()[u"attempts"_s].toArray().size(),
                 held || errorKind == "ratelimited"_L1 ? 1 : 2);
        QCOMPARE(again.json()[u"excluded"_s].toArray().size(), held ? 1 : 0);
        verifySums(cli.usage());
    }

    void bothFail()
    {
        CliFixture cli;
        cli.addBoth();
        cli.first.setDefaultBehaviour(failing(Fault::answers(401)));
        cli.second.setDefaultBehaviour(failing(Fault::answers(402)));
        const CliRun asked = cli.run({u"ask"_s, u"Hello there"_s});
        VERIFY_EXIT(asked, 4);
        QCOMPARE(asked.out, QByteArray());
        QVERIFY2(asked.err.endsWith("No service could answer.\n"), asked.err.constData());
        const CliRun json = cli.run({u"ask"_s, u"--json"_s, u"Hello there"_s});
        VERIFY_EXIT(json, 4);
        QCOMPARE(json.json()[u"attempts"_s].toArray().size(), 0);
        QCOMPARE(json.json()[u"excluded"_s].toArray().size(), 2);
        QCOMPARE(json.json()[u"outcome"_s], u"failed"_s);
        QCOMPARE(cli.usage()[u"records"_s].toArray().size(), 2);
    }

    void aCutStreamIsKeptAndEstimated()
    {
        CliFixture cli;
        cli.addBoth();
        cli.first.setDefaultBehaviour(failing(Fault::of(Fault::Kind::CutAfterWords, 3)));
        const CliRun asked = cli.run({u"ask"_s, u"--json"_s, u"Hello there"_s});
        VERIFY_EXIT(asked, 4);
        const QJsonObject json = asked.json();
        QVERIFY2(json[u"answer"_s].toString().startsWith("The provider simulator"_L1),
                 asked.out.constData());
        const QJsonArray attempts = json[u"attempts"_s].toArray();
        QCOMPARE(attempts.size(), 1);
        QCOMPARE(attempts.at(0)[u"cost_state"_s], u"estimated"_s);
        QVERIFY(attempts.at(0)[u"platform_cost_nano"_s].toInteger() > 0);
        QCOMPARE(cli.second.requests().size(), 1); // the check of its key
        verifySums(cli.usage());
    }

    void aPossibleDoubleBillIsNotMadeUnasked()
    {
        CliFixture cli;
        cli.addBoth();
        cli.second.clear();
        cli.first.setDefaultBehaviour(failing(Fault::of(Fault::Kind::Close)));
        const CliRun asked = cli.run({u"ask"_s, u"Hello there"_s});
        VERIFY_EXIT(asked, 4);
        QVERIFY2(asked.err.contains("--allow-double-bill"), asked.err.constData());
        QCOMPARE(cli.second.requests().size(), 0);
        QCOMPARE(cli.usage()[u"records"_s].toArray().at(0)[u"outcome"_s], u"unknown"_s);
        QVERIFY(cli.usage()[u"records"_s].toArray().at(0)[u"total_nano"_s].isNull());

        const CliRun allowed
            = cli.run({u"ask"_s, u"--allow-double-bill"_s, u"--json"_s, u"Hello there"_s});
        VERIFY_EXIT(allowed, 0);
        QCOMPARE(allowed.json()[u"attempts"_s].toArray().size(), 2);
        QCOMPARE(cli.second.requests().size(), 1);
        QVERIFY(cli.run({u"usage"_s}).out.contains("2 attempts may have cost something"));
        verifySums(cli.usage());
    }

    void twentyProcessesAtOnce()
    {
        CliFixture cli;
        cli.addBoth();
        std::vector<std::unique_ptr<QProcess>> asking;
        for (int i = 0; i < 20; ++i) {
            asking.push_back(std::make_unique<QProcess>());
            asking.back()->setProcessEnvironment(cli.environment);
            asking.back()->start(CliFixture::program(),
                                 {u"ask"_s, u"--json"_s, u"Question %1"_s.arg(i)});
        }
        QStringList requests;
        for (const auto &process : asking) {
            const CliRun asked = CliFixture::finish(*process);
            VERIFY_EXIT(asked, 0);
            requests.append(asked.json()[u"request_id"_s].toString());
        }
        const QJsonObject usage = cli.usage();
        QStringList recorded;
        for (const QJsonValue &row : usage[u"records"_s].toArray()) {
            QCOMPARE(row[u"outcome"_s], u"completed"_s);
            recorded.append(row[u"request_id"_s].toString());
        }
        requests.sort();
        recorded.sort();
        QCOMPARE(recorded, requests);
        verifySums(usage);
        VERIFY_EXIT(cli.run({u"audit"_s, u"verify"_s}), 0);
        const QJsonArray integrations = cli.run({u"integrations"_s, u"list"_s, u"--json"_s}).list();
        QCOMPARE(integrations.at(0)[u"total_spent_nano"_s].toInteger(),
                 usage[u"platform_cost_nano"_s].toInteger());
    }
};

QTEST_GUILESS_MAIN(FallbackCliTest)
#include "tst_fallbackcli.moc"

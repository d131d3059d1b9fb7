// What services say they charged beside what was recorded, and the admin keys that it takes.

#include "tests/cli/canarysearch.h"
#include "tests/cli/clifixture.h"

#include <QtCore/QDateTime>
#include <QtCore/QFile>

using namespace Qt::StringLiterals;
using namespace keyway;
using simulator::Fault;

namespace {

const QByteArray adminKey = "sk-admin-canary-9f8e7d6c5b4a39281706f5e4";

QJsonObject accountOf(const CliRun &run, const QString &integration)
{
    for (const QJsonValue &account : run.json()[u"accounts"_s].toArray()) {
        if (account[u"integrations"_s].toArray().contains(integration))
            return account.toObject();
    }
    return {};
}

QStringList causesOf(const QJsonObject &account)
{
    QStringList causes;
    for (const QJsonValue &cause : account[u"total"_s][u"causes"_s].toArray()) {
        causes.append(
            u"%1 %2"_s.arg(cause[u"cause"_s].toString()).arg(cause[u"amount_nano"_s].toInteger()));
    }
    return causes;
}

} // namespace

class ReconcileCliTest : public QObject {
    Q_OBJECT

    std::unique_ptr<CliFixture> m_cli;
    QByteArray m_output; ///< of all runs

    CliRun run(const QStringList &words, const QByteArray &input = {})
    {
        const CliRun run = m_cli->run(words, input);
        m_output += run.out + run.err;
        return run;
    }

    CliRun reconcile(const QStringList &more = {})
    {
        return run(QStringList{u"usage"_s, u"reconcile"_s, u"--json"_s} + more);
    }

    qint64 ask(const QString &integration)
    {
        const CliRun asked
            = run({u"ask"_s, u"Hello there"_s, u"--integration"_s, integration, u"--json"_s});
        return asked.json()[u"platform_cost_nano"_s].toInteger(-1);
    }

    static void bill(ProviderSimulator &service, const QDate &day, qint64 nano)
    {
        simulator::Script script = service.script();
        script.bill = {{day.toString(Qt::ISODate), u"a-model"_s, nano}};
        service.setScript(script);
    }

    static QDate today() { return QDateTime::currentDateTimeUtc().date(); }

private Q_SLOTS:
    void init()
    {
        m_output.clear();
        m_cli = std::make_unique<CliFixture>();
        m_cli->addBoth();
    }

    void theBillIsSetBesideTheRecords_data()
    {
        QTest::addColumn<QString>("integration");
        QTest::newRow("OpenAI") << u"First"_s;
        QTest::newRow("Anthropic") << u"Second"_s;
    }

    void theBillIsSetBesideTheRecords()
    {
        QFETCH(QString, integration);
        ProviderSimulator &service = integration == u"First"_s ? m_cli->first : m_cli->second;
        const qint64 cost = ask(integration);
        QVERIFY(cost > 0);
        QJsonObject account = accountOf(reconcile(), integration);
        QCOMPARE(account[u"state"_s].toString(), u"admin-key-missing"_s);
        QCOMPARE(account[u"recorded_month_nano"_s].toInteger(), cost);
        QVERIFY(account[u"total"_s].isNull());
        QVERIFY(run({u"usage"_s, u"reconcile"_s})
                    .text()
                    .contains(u"keyway integrations admin-key set "_s + integration));

        const QStringList set{u"integrations"_s, u"admin-key"_s, u"set"_s, integration};
        const CliRun refused = run(set, "sk-ordinary-key-0123456789abcdef");
        VERIFY_EXIT(refused, 1);
        QVERIFY2(refused.told().contains(u"refused this admin key"_s), refused.err.constData());
        VERIFY_EXIT(run(set, adminKey), 0);

        constexpr qint64 half = 500'000'000;
        bill(service, today(), cost);
        account = accountOf(reconcile(), integration);
        QCOMPARE(account[u"state"_s].toString(), u"compared"_s);
        QCOMPARE(account[u"total"_s][u"agreement"_s].toString(), u"same"_s);
        QCOMPARE(account[u"total"_s][u"service_nano"_s].toInteger(), cost);
        QCOMPARE(account[u"total"_s][u"difference_nano"_s].toInteger(-1), 0);
        QCOMPARE(account[u"days"_s].toArray().size(), today().day());

        bill(service, today(), cost + half);
        account = accountOf(reconcile(), integration);
        QCOMPARE(account[u"total"_s][u"agreement"_s].toString(), u"explained"_s);
        QCOMPARE(causesOf(account), QStringList{u"used-elsewhere %1"_s.arg(half)});
        // What was read stays, and nobody is asked for it.
        const qsizetype asked = service.requests().size();
        account = accountOf(reconcile({u"--stored"_s}), integration);
        QCOMPARE(account[u"total"_s][u"difference_nano"_s].toInteger(), half);
        QCOMPARE(service.requests().size(), asked);

        service.setBehaviour(u"/v1/organization/costs"_s, failing(Fault::answers(500)));
        service.setBehaviour(u"/v1/organizations/cost_report"_s, failing(Fault::answers(500)));
        const CliRun failed = reconcile();
        VERIFY_EXIT(failed, 4);
        account = accountOf(failed, integration);
        QCOMPARE(account[u"error_kind"_s].toString(), u"overloaded"_s);
        QCOMPARE(account[u"total"_s][u"difference_nano"_s].toInteger(), half);
    }

    void aFileOfTheServiceIsSetBesideTheRecords()
    {
        const qint64 cost = ask(u"First"_s);
        const QString path = m_cli->dir.filePath(u"costs.csv"_s);
        const auto write = [&path](const QByteArray &bytes) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        };
        const auto compare = [&](const QString &integration) {
            return run({u"usage"_s, u"compare"_s, integration, path, u"--json"_s});
        };
        const QByteArray head = "line_item,amount_value,amount_currency,start_time_iso\n";
        const QByteArray day = today().toString(Qt::ISODate).toLatin1() + "T00:00:00+00:00\n";
        const QByteArray same = QByteArray::number(cost) + "e-9";

        // Nothing of a bad file, and its place is told.
        write(head + "gpt," + same + ",usd," + day + "gpt,many,usd," + day);
        const CliRun refused = run({u"usage"_s, u"compare"_s, u"First"_s, path});
        VERIFY_EXIT(refused, 1);
        QVERIFY2(refused.told().contains(u"line 3, column amount_value"_s),
                 refused.err.constData());
        QCOMPARE(accountOf(reconcile({u"--stored"_s}), u"First"_s)[u"state"_s].toString(),
                 u"admin-key-missing"_s);

        write(head + "gpt," + same + ",usd," + day + "gpt-mini,0.5,usd," + day);
        VERIFY_EXIT(compare(u"First"_s), 0);
        QJsonObject account = accountOf(reconcile({u"--stored"_s}), u"First"_s);
        QCOMPARE(account[u"state"_s].toString(), u"compared"_s);
        QCOMPARE(account[u"total"_s][u"recorded_nano"_s].toInteger(), cost);
        QCOMPARE(account[u"total"_s][u"difference_nano"_s].toInteger(), 500'000'000);
        // The same again, and then a newer one, stand in the place of the first.
        VERIFY_EXIT(compare(u"First"_s), 0);
        write(head + "gpt," + same + ",usd," + day);
        const CliRun newer = compare(u"First"_s);
        VERIFY_EXIT(newer, 0);
        QCOMPARE(newer.list().size(), 1);
        account = accountOf(reconcile({u"--stored"_s}), u"First"_s);
        QCOMPARE(account[u"total"_s][u"difference_nano"_s].toInteger(), 0);
        QCOMPARE(account[u"total"_s][u"agreement"_s].toString(), u"same"_s);
        const CliRun shown = run({u"usage"_s, u"compare"_s, u"First"_s, path});
        VERIFY_EXIT(shown, 0);
        QVERIFY(shown.text().contains(u"First"_s));
        QVERIFY(!shown.text().contains(u"Second"_s));

        const CliRun other = run({u"usage"_s, u"compare"_s, u"Second"_s, path});
        VERIFY_EXIT(other, 1);
        QVERIFY2(other.told().contains(u"not from Anthropic"_s), other.err.constData());
        QVERIFY(run({u"usage"_s, u"compare"_s, u"First"_s, path + u".none"_s}).exit == 1);
    }

    void anotherMonth()
    {
        const QDate before = today().addMonths(-1);
        VERIFY_EXIT(run({u"integrations"_s, u"admin-key"_s, u"set"_s, u"First"_s}, adminKey), 0);
        bill(m_cli->first, QDate(before.year(), before.month(), 10), 2'000'000'000);
        const CliRun result = reconcile({u"--month"_s, before.toString(u"yyyy-MM"_s)});
        VERIFY_EXIT(result, 0);
        const QJsonObject account = accountOf(result, u"First"_s);
        QCOMPARE(result.json()[u"month"_s].toString(), before.toString(u"yyyy-MM"_s));
        QCOMPARE(causesOf(account), QStringList{u"used-elsewhere 2000000000"_s});
        const QString text
            = run({u"usage"_s, u"reconcile"_s, u"--month"_s, before.toString(u"yyyy-MM"_s)}).text();
        QVERIFY2(text.contains(u"$2.00 was used elsewhere with the same account"_s),
                 qPrintable(text));
        VERIFY_EXIT(reconcile({u"--month"_s, u"November"_s}), 2);
    }

    void whatIsNotBilledYet()
    {
        const qint64 cost = ask(u"First"_s);
        VERIFY_EXIT(run({u"integrations"_s, u"admin-key"_s, u"set"_s, u"First"_s}, adminKey), 0);
        simulator::Behaviour dear;
        dear.usage.output = 10'000'000;
        m_cli->first.setDefaultBehaviour(dear);
        const qint64 more = ask(u"First"_s);
        QVERIFY(more > 100'000'000);
        bill(m_cli->first, today(), cost);
        const QJsonObject account = accountOf(reconcile(), u"First"_s);
        QCOMPARE(account[u"total"_s][u"agreement"_s].toString(), u"not-yet"_s);
        QCOMPARE(causesOf(account), QStringList{u"not-billed-yet %1"_s.arg(-more)});
    }

    void aBalanceTellsFromItsSecondReadingOn()
    {
        ProviderSimulator &service = m_cli->first;
        m_cli->add({u"stability"_s, u"--name"_s, u"Pictures"_s, u"--base-url"_s,
                    service.baseUrl(u"stability"_s).toString()});
        const auto left = [&](int credits) {
            simulator::Script script = service.script();
            script.credits = credits;
            service.setScript(script);
        };
        left(1000);
        QJsonObject account = accountOf(reconcile(), u"Pictures"_s);
        QCOMPARE(account[u"state"_s].toString(), u"first-balance"_s);
        QCOMPARE(account[u"balance_nano"_s].toInteger(), 10'000'000'000);
        left(900);
        account = accountOf(reconcile(), u"Pictures"_s);
        QCOMPARE(account[u"state"_s].toString(), u"compared"_s);
        QCOMPARE(account[u"compared_by"_s].toString(), u"balance"_s);
        QCOMPARE(causesOf(account), QStringList{u"used-elsewhere 1000000000"_s});
        left(5000);
        account = accountOf(reconcile(), u"Pictures"_s);
        QCOMPARE(account[u"state"_s].toString(), u"topped-up"_s);
    }

    void openRouterTellsOfItsKey()
    {
        m_cli->add({u"openrouter"_s, u"--name"_s, u"Router"_s, u"--base-url"_s,
                    m_cli->first.baseUrl(u"openrouter"_s).toString()});
        const QJsonObject account = accountOf(reconcile(), u"Router"_s);
        QCOMPARE(account[u"state"_s].toString(), u"compared"_s);
        QCOMPARE(account[u"total"_s][u"service_nano"_s].toInteger(),
                 today().day() == 1 ? 250'000'000 : 1'000'000'000);
        QVERIFY(!account[u"balance_nano"_s].isNull());
    }

    void servicesThatDoNotTell()
    {
        m_cli->add({u"groq"_s, u"--name"_s, u"Quick"_s, u"--base-url"_s,
                    m_cli->first.baseUrl(u"groq"_s).toString()});
        QCOMPARE(accountOf(reconcile(), u"Quick"_s)[u"state"_s].toString(), u"does-not-tell"_s);
        const CliRun none
            = run({u"integrations"_s, u"admin-key"_s, u"set"_s, u"Quick"_s}, adminKey);
        VERIFY_EXIT(none, 1);
        QVERIFY2(none.told().contains(u"has no use for an admin key"_s), none.err.constData());
    }

    void theAdminKeyIsNowhereElse()
    {
        VERIFY_EXIT(run({u"integrations"_s, u"admin-key"_s, u"set"_s, u"First"_s}, adminKey), 0);
        bill(m_cli->first, today(), 1);
        m_cli->first.clear();
        m_cli->second.clear();
        VERIFY_EXIT(reconcile(), 0);
        QVERIFY(ask(u"First"_s) >= 0);
        VERIFY_EXIT(run({u"integrations"_s, u"show"_s, u"First"_s, u"--json"_s}), 0);
        int withIt = 0;
        for (const simulator::RecordedRequest &request : m_cli->first.requests()) {
            const bool isBill = request.path().contains("/organization/costs");
            QCOMPARE(request.key == adminKey, isBill);
            withIt += isBill ? 1 : 0;
        }
        QCOMPARE(withIt, 1);
        for (const simulator::RecordedRequest &request : m_cli->second.requests())
            QVERIFY(request.key != adminKey);
        const CanarySearch search(adminKey);
        QCOMPARE(search.in(m_output), QStringList());
        QCOMPARE(search.below(m_cli->dir.path()), QStringList());
        QCOMPARE(search.in("a positive control: " + adminKey.toBase64()).isEmpty(), false);
    }

    void itGoesWithItsIntegrationAndItsAddress()
    {
        const QStringList set{u"integrations"_s, u"admin-key"_s, u"set"_s, u"First"_s};
        const QStringList remove{u"integrations"_s, u"admin-key"_s, u"remove"_s, u"First"_s};
        VERIFY_EXIT(run(set, adminKey), 0);
        VERIFY_EXIT(run(remove), 0);
        QCOMPARE(accountOf(reconcile(), u"First"_s)[u"state"_s].toString(), u"admin-key-missing"_s);
        QVERIFY(run(remove).text().contains(u"has no admin key"_s));

        // A new address needs new keys, and the old one is not sent there.
        VERIFY_EXIT(run(set, adminKey), 0);
        VERIFY_EXIT(run({u"integrations"_s, u"set"_s, u"First"_s, u"--base-url"_s,
                         m_cli->second.url(u"/v1"_s).toString(), u"--no-test"_s},
                        "sk-another-key-0123456789"),
                    0);
        m_cli->second.clear();
        QCOMPARE(accountOf(reconcile(), u"First"_s)[u"state"_s].toString(), u"admin-key-missing"_s);
        for (const simulator::RecordedRequest &request : m_cli->second.requests())
            QVERIFY(request.key != adminKey);
        VERIFY_EXIT(run({u"integrations"_s, u"remove"_s, u"First"_s, u"--yes"_s}), 0);
    }
};

QTEST_GUILESS_MAIN(ReconcileCliTest)
#include "tst_reconcilecli.moc"

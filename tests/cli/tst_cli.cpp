// The contract of the command line: names of commands and JSON fields, exit codes, how keys and
// prompts get in, and where things are kept.

#include "tests/cli/clifixture.h"

#include <QtCore/QStandardPaths>

using namespace Qt::StringLiterals;
using namespace keyway;
using simulator::Behaviour;
using simulator::Fault;

namespace {

/// The names of `names` that the object lacks.
QStringList missing(const QJsonValue &object, const QStringList &names)
{
    QStringList lacking;
    for (const QString &name : names) {
        if (!object.toObject().contains(name))
            lacking.append(name);
    }
    return lacking;
}

const QStringList attemptNames{
    u"integration"_s,       u"service"_s,    u"model"_s,          u"outcome"_s,
    u"error_kind"_s,        u"cost_state"_s, u"usage"_s,          u"platform_cost_nano"_s,
    u"platform_fee_nano"_s, u"total_nano"_s, u"first_token_ms"_s, u"duration_ms"_s};
const QStringList recordNames{u"record_id"_s, u"request_id"_s, u"attempt"_s, u"started_at"_s,
                              u"type"_s};
const QStringList sums{u"platform_cost_nano"_s, u"platform_fee_nano"_s, u"total_nano"_s};
const QStringList candidateNames{u"integration"_s, u"model"_s, u"score"_s, u"estimated_cost_nano"_s,
                                 u"reason"_s};
const QStringList excludedNames{u"integration"_s, u"model"_s, u"reason"_s};

} // namespace

class CliTest : public QObject {
    Q_OBJECT

    std::unique_ptr<CliFixture> m_cli; ///< with both integrations, for tests that change nothing

    static void verifyPlan(const QJsonObject &json)
    {
        for (const QJsonValue &candidate : json[u"candidates"_s].toArray())
            QCOMPARE(missing(candidate, candidateNames), QStringList());
        for (const QJsonValue &excluded : json[u"excluded"_s].toArray())
            QCOMPARE(missing(excluded, excludedNames), QStringList());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(!qEnvironmentVariableIsEmpty("KEYWAY_TEST_KEYRING_PASSWORD"),
                 "run by tests/support/with-keyring.sh");
        m_cli = std::make_unique<CliFixture>();
        m_cli->addBoth();
    }

    void everyCommandExplainsItself_data()
    {
        QTest::addColumn<QString>("command");
        for (const char *command : {"integrations list",
                                    "integrations add",
                                    "integrations show",
                                    "integrations set",
                                    "integrations test",
                                    "integrations enable",
                                    "integrations disable",
                                    "integrations replace-key",
                                    "integrations remove",
                                    "ask",
                                    "image",
                                    "video",
                                    "jobs list",
                                    "jobs show",
                                    "jobs wait",
                                    "jobs cancel",
                                    "jobs pause",
                                    "jobs resume",
                                    "gallery list",
                                    "gallery show",
                                    "gallery remove",
                                    "gallery restore",
                                    "routing explain",
                                    "routing vote",
                                    "routing votes",
                                    "compare",
                                    "usage",
                                    "activity",
                                    "activity export",
                                    "audit verify",
                                    "audit seals",
                                    "audit reseal",
                                    "keychain status",
                                    "keychain unlock",
                                    "keychain create-vault",
                                    "doctor"})
            QTest::newRow(command) << QString::fromLatin1(command);
    }
    void everyCommandExplainsItself()
    {
        QFETCH(QString, command);
        const QStringList words = command.split(u' ');
        const CliRun help = m_cli->run(words + QStringList{u"--help"_s});
        VERIFY_EXIT(help, 0);
        QVERIFY2(help.out.startsWith("Usage: keyway " + command.toUtf8()), help.out.constData());
        QCOMPARE(help.err, QByteArray());
        QCOMPARE(m_cli->run(QStringList{u"help"_s} + words).out, help.out);
        QVERIFY(m_cli->run({u"--help"_s}).out.contains("  " + command.toUtf8()));
        for (const QString &line : help.text().split(u'\n'))
            QVERIFY2(!line.endsWith(u' ') && !line.contains(QChar(0x1b)), qPrintable(line));
        const CliRun unknown = m_cli->run(words + QStringList{u"--nonsense"_s});
        VERIFY_EXIT(unknown, 2);
        QVERIFY2(unknown.err.startsWith("There is no option --nonsense here."),
                 unknown.err.constData());
    }

    void wrongUse_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const QStringList &words, const QString &said) {
            QTest::newRow(name) << words << said;
        };
        row("no command", {u"dance"_s}, u"There is no command dance."_s);
        row("half a command", {u"integrations"_s}, u"integrations add"_s);
        row("wrong second word", {u"integrations"_s, u"dance"_s}, u"integrations add"_s);
        row("no prompt", {u"ask"_s}, u"Usage: keyway ask PROMPT|-"_s);
        row("two prompts", {u"ask"_s, u"a"_s, u"b"_s}, u"Usage: keyway ask PROMPT|-"_s);
        row("no value", {u"ask"_s, u"a"_s, u"--route"_s}, u"--route needs a value"_s);
        row("value for a switch", {u"usage"_s, u"--json=1"_s}, u"--json takes no value"_s);
        row("a key", {u"integrations"_s, u"add"_s, u"openai"_s, u"--key"_s, u"sk-secret-123456"_s},
            u"A key is never an argument"_s);
        row("a key in one word",
            {u"integrations"_s, u"add"_s, u"openai"_s, u"--api-key=sk-secret"_s},
            u"A key is never an argument"_s);
        row("unknown service", {u"integrations"_s, u"add"_s, u"closedai"_s}, u"It knows: "_s);
        row("unknown strategy", {u"ask"_s, u"a"_s, u"--route"_s, u"luck"_s},
            u"--route takes my-order, cheapest, fastest, best-quality or balanced."_s);
        row("tokens", {u"ask"_s, u"a"_s, u"--max-tokens"_s, u"many"_s}, u"whole number"_s);
        row("tokens below one", {u"ask"_s, u"a"_s, u"--max-tokens"_s, u"0"_s}, u"whole number"_s);
        row("half a model", {u"ask"_s, u"a"_s, u"--model"_s, u"gpt-6-luna"_s}, u"SERVICE/MODEL"_s);
        row("model of nobody", {u"ask"_s, u"a"_s, u"--model"_s, u"closedai/x"_s}, u"closedai"_s);
        row("month", {u"usage"_s, u"--month"_s, u"November"_s}, u"2026-11"_s);
        row("limit", {u"integrations"_s, u"set"_s, u"First"_s, u"--limit"_s, u"lots"_s},
            u"Write a limit such as"_s);
        row("seed", {u"image"_s, u"a"_s, u"--seed"_s, u"x"_s}, u"--seed"_s);
        row("no folder", {u"image"_s, u"a"_s, u"--output"_s, u"/nowhere/at/all.png"_s},
            u"Nothing can be written in /nowhere/at"_s);
    }
    void wrongUse()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, said);
        const CliRun run = m_cli->run(words);
        VERIFY_EXIT(run, 2);
        QVERIFY2(run.told().contains(said), run.err.constData());
        QVERIFY(!run.err.contains("sk-secret"));
        QCOMPARE(run.out, QByteArray());
    }

    void namesOfIntegrations()
    {
        const CliRun list = m_cli->run({u"integrations"_s, u"list"_s, u"--json"_s});
        VERIFY_EXIT(list, 0);
        QCOMPARE(list.list().size(), 2);
        const QStringList names{
            u"id"_s,         u"name"_s,      u"service"_s,          u"base_url"_s,
            u"model"_s,      u"enabled"_s,   u"health"_s,           u"key_tail"_s,
            u"added_date"_s, u"last_used"_s, u"total_spent_nano"_s, u"this_month_nano"_s};
        for (const QJsonValue &integration : list.list())
            QCOMPARE(missing(integration, names), QStringList());
        const QJsonValue one = list.list().at(0);
        QCOMPARE(one[u"name"_s], u"First"_s);
        QCOMPARE(one[u"enabled"_s], true);
        QCOMPARE(one[u"health"_s], u"active"_s);
        QCOMPARE(one[u"key_tail"_s], u"TAIL"_s);
        QVERIFY(QDate::fromString(one[u"added_date"_s].toString(), Qt::ISODate).isValid());
        QCOMPARE(m_cli->run({u"integrations"_s, u"show"_s, u"first"_s, u"--json"_s}).json(),
                 one.toObject());
    }

    void namesOfAsk()
    {
        const CliRun asked = m_cli->run({u"ask"_s, u"Hello"_s, u"--json"_s});
        VERIFY_EXIT(asked, 0);
        const QJsonObject json = asked.json();
        QCOMPARE(missing(json,
                         {u"request_id"_s, u"answer"_s, u"strategy"_s, u"attempts"_s, u"outcome"_s,
                          u"error_kind"_s, u"candidates"_s, u"excluded"_s}),
                 QStringList());
        QCOMPARE(json[u"strategy"_s], u"my-order"_s);
        QCOMPARE(json[u"outcome"_s], u"completed"_s);
        QVERIFY(json[u"error_kind"_s].isNull());
        QCOMPARE(json[u"attempts"_s].toArray().size(), 1);
        QCOMPARE(missing(json[u"attempts"_s].toArray().at(0), attemptNames), QStringList());
        QCOMPARE(json[u"candidates"_s].toArray().size(), 2);
        verifyPlan(json);
    }

    void namesOfUsage()
    {
        VERIFY_EXIT(m_cli->run({u"ask"_s, u"Hello"_s}), 0);
        const QJsonObject plain = m_cli->run({u"usage"_s, u"--json"_s}).json();
        QCOMPARE(missing(plain, sums + QStringList{u"month"_s, u"by_service"_s}), QStringList());
        QVERIFY(!plain.contains("records"_L1));
        for (const QJsonValue &service : plain[u"by_service"_s].toArray())
            QCOMPARE(missing(service, sums + QStringList{u"service"_s, u"requests"_s}),
                     QStringList());
        const QJsonObject usage = m_cli->usage();
        QVERIFY(!usage[u"records"_s].toArray().isEmpty());
        for (const QJsonValue &record : usage[u"records"_s].toArray())
            QCOMPARE(missing(record, recordNames + attemptNames), QStringList());
        verifySums(usage);
        const QJsonObject empty
            = m_cli->run({u"usage"_s, u"--json"_s, u"--month"_s, u"2019-02"_s}).json();
        QCOMPARE(empty[u"month"_s], u"2019-02"_s);
        QCOMPARE(empty[u"total_nano"_s].toInteger(-1), 0);
    }

    void namesOfExplain()
    {
        const qsizetype before = m_cli->first.requests().size();
        const CliRun run
            = m_cli->run({u"routing"_s, u"explain"_s, u"Hello"_s, u"--json"_s, u"--route"_s,
                          u"cheapest"_s, u"--integration"_s, u"First"_s});
        VERIFY_EXIT(run, 0);
        QCOMPARE(run.json()[u"strategy"_s], u"cheapest"_s);
        QCOMPARE(run.json()[u"candidates"_s].toArray().size(), 1);
        QCOMPARE(run.json()[u"excluded"_s].toArray().size(), 1);
        verifyPlan(run.json());
        QCOMPARE(m_cli->first.requests().size(), before);
    }

    void optionsOfAsk()
    {
        m_cli->first.clear();
        m_cli->second.clear();
        VERIFY_EXIT(m_cli->run({u"ask"_s, u"-"_s, u"--max-tokens"_s, u"33"_s}, "from a pipe"), 0);
        const QJsonObject sent = m_cli->first.requests().at(0).json();
        QCOMPARE(sent[u"max_completion_tokens"_s].toInt(), 33);
        QVERIFY(m_cli->first.requests().at(0).body.contains("from a pipe"));
        VERIFY_EXIT(m_cli->run({u"ask"_s, u"Hi"_s, u"--integration"_s, u"second"_s}), 0);
        QCOMPARE(m_cli->second.requests().size(), 1);
        VERIFY_EXIT(m_cli->run({u"ask"_s, u"Hi"_s, u"--model=anthropic/claude-sonnet-5-5"_s}), 0);
        QCOMPARE(m_cli->second.requests().at(1).model, u"claude-sonnet-5-5"_s);
        const CliRun cheapest
            = m_cli->run({u"ask"_s, u"Hi"_s, u"--json"_s, u"--route"_s, u"cheapest"_s});
        VERIFY_EXIT(cheapest, 0);
        const QJsonArray candidates = cheapest.json()[u"candidates"_s].toArray();
        QVERIFY(candidates.at(0)[u"estimated_cost_nano"_s].toInteger()
                <= candidates.at(1)[u"estimated_cost_nano"_s].toInteger());
        // A prompt may look like an option.
        VERIFY_EXIT(m_cli->run({u"ask"_s, u"--"_s, u"--help"_s}), 0);
        QVERIFY(m_cli->first.requests().constLast().body.contains("--help"));
        const CliRun quiet = m_cli->run({u"ask"_s, u"Hi"_s, u"--quiet"_s});
        VERIFY_EXIT(quiet, 0);
        QCOMPARE(quiet.err, QByteArray());
    }

    void imageWritesAPicture()
    {
        CliFixture cli;
        QVERIFY(cli.first.start().ok());
        cli.add({u"stability"_s, u"--base-url"_s, cli.first.url().toString()});
        const QString path = cli.dir.filePath(u"a cat.png"_s);
        const CliRun drawn = cli.run({u"image"_s, u"a cat"_s, u"--output"_s, path});
        VERIFY_EXIT(drawn, 0);
        QCOMPARE(drawn.text(), path + u'\n');
        QVERIFY2(drawn.told().contains("1 picture "_L1), drawn.err.constData());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray first = file.readAll();
        QVERIFY(first.startsWith("\x89PNG\r\n\x1a\n"));
        QVERIFY(first.contains("IEND"));
        file.close();
        VERIFY_EXIT(cli.run({u"image"_s, u"a dog"_s, u"--output"_s, path}), 2); // never over one
        QCOMPARE(cli.first.requests().size(), 2); // the check of the key and the cat
        VERIFY_EXIT(cli.run({u"image"_s, u"a dog"_s, u"--output"_s, path, u"--yes"_s}), 0);
        const CliRun json
            = cli.run({u"image"_s, u"x"_s, u"--json"_s, u"--output"_s, cli.dir.path()});
        VERIFY_EXIT(json, 0);
        QVERIFY(QFile::exists(json.json()[u"files"_s].toArray().at(0).toString()));
        QCOMPARE(cli.usage()[u"records"_s].toArray().at(0)[u"type"_s], u"image"_s);
    }

    void lifeOfAnIntegration()
    {
        CliFixture cli;
        cli.addBoth();
        const auto statusOf = [&cli](const QString &name) {
            return cli.run({u"integrations"_s, u"show"_s, name, u"--json"_s}).json();
        };
        VERIFY_EXIT(cli.run({u"integrations"_s, u"disable"_s, u"First"_s}), 0);
        QCOMPARE(statusOf(u"First"_s)[u"health"_s], u"disabled"_s);
        const CliRun other = cli.run({u"ask"_s, u"Hi"_s, u"--json"_s});
        QCOMPARE(other.json()[u"attempts"_s].toArray().at(0)[u"integration"_s], u"Second"_s);
        VERIFY_EXIT(cli.run({u"integrations"_s, u"enable"_s, u"First"_s}), 0);
        QCOMPARE(statusOf(u"First"_s)[u"health"_s], u"active"_s);

        VERIFY_EXIT(cli.run({u"integrations"_s, u"set"_s, u"First"_s, u"--name"_s, u"My own"_s,
                             u"--model"_s, u"gpt-4.1"_s, u"--limit"_s, u"12.50"_s}),
                    0);
        const QJsonObject changed = statusOf(u"My own"_s);
        QCOMPARE(changed[u"model"_s], u"gpt-4.1"_s);
        QCOMPARE(changed[u"monthly_limit_nano"_s].toInteger(), 12'500'000'000);
        VERIFY_EXIT(cli.run({u"integrations"_s, u"set"_s, u"Second"_s, u"--name"_s, u"my OWN"_s}),
                    1);

        // A new key is tested first; one that is refused changes nothing.
        simulator::Script script = cli.first.script();
        script.refusedKeys = {u"sk-bad-0123456789-EVIL"_s};
        cli.first.setScript(script);
        VERIFY_EXIT(
            cli.run({u"integrations"_s, u"replace-key"_s, u"My own"_s}, "sk-bad-0123456789-EVIL"),
            1);
        QCOMPARE(statusOf(u"My own"_s)[u"key_tail"_s], u"TAIL"_s);
        VERIFY_EXIT(cli.run({u"integrations"_s, u"replace-key"_s, u"My own"_s},
                            "sk-new-0123456789-GOOD\r\n"),
                    0);
        cli.first.clear();
        VERIFY_EXIT(cli.run({u"ask"_s, u"Hi"_s}), 0);
        QCOMPARE(cli.first.requests().at(0).key, "sk-new-0123456789-GOOD");
        VERIFY_EXIT(cli.run({u"integrations"_s, u"test"_s, u"My own"_s}), 0);

        // Another address asks for the key again: it belongs to the old one.
        const QString address = cli.second.url(u"/v1"_s).toString();
        const QStringList move{u"integrations"_s, u"set"_s, u"My own"_s, u"--base-url"_s, address};
        const CliRun without = cli.run(move);
        VERIFY_EXIT(without, 1);
        QVERIFY2(without.err.contains("needs a key"), without.err.constData());
        VERIFY_EXIT(cli.run(move, "sk-moved-0123456789-MOVE"), 0);
        QCOMPARE(statusOf(u"My own"_s)[u"base_url"_s], address);

        VERIFY_EXIT(cli.run({u"integrations"_s, u"remove"_s, u"My own"_s}), 0);
        QCOMPARE(cli.run({u"integrations"_s, u"list"_s, u"--json"_s}).list().size(), 1);
        VERIFY_EXIT(cli.run({u"integrations"_s, u"show"_s, u"My own"_s}), 1);
        QCOMPARE(cli.usage()[u"records"_s].toArray().size(), 2); // the history stays
    }

    void addWithoutATest()
    {
        CliFixture cli;
        QVERIFY(cli.first.start().ok());
        cli.add({u"openai"_s, u"--no-test"_s, u"--base-url"_s, cli.first.url(u"/v1"_s).toString()});
        QCOMPARE(cli.first.connectionCount(), 0);
        simulator::Script script;
        script.refusedKeys = {u"sk-bad-0123456789-EVIL"_s};
        cli.first.setScript(script);
        const CliRun refused = cli.run({u"integrations"_s, u"add"_s, u"openai"_s, u"--base-url"_s,
                                        cli.first.url(u"/v1"_s).toString()},
                                       "sk-bad-0123456789-EVIL");
        VERIFY_EXIT(refused, 1);
        QVERIFY2(refused.err.startsWith("OpenAI refused this key."), refused.err.constData());
        QCOMPARE(cli.run({u"integrations"_s, u"list"_s, u"--json"_s}).list().size(), 1);
    }

    void exitCodes()
    {
        CliFixture cli;
        cli.addBoth();
        VERIFY_EXIT(cli.run({u"integrations"_s, u"list"_s}), 0);
        VERIFY_EXIT(cli.run({u"integrations"_s, u"show"_s, u"Nobody"_s}), 1);
        VERIFY_EXIT(cli.run({u"usage"_s, u"--nonsense"_s}), 2);
        for (const QString &name : {u"First"_s, u"Second"_s})
            VERIFY_EXIT(cli.run({u"integrations"_s, u"set"_s, name, u"--limit"_s, u"0"_s}), 0);
        const CliRun limited = cli.run({u"ask"_s, u"Hi"_s});
        VERIFY_EXIT(limited, 3);
        QVERIFY2(limited.err.contains("limit"), limited.err.constData());
        for (const QString &name : {u"First"_s, u"Second"_s})
            VERIFY_EXIT(cli.run({u"integrations"_s, u"set"_s, name, u"--limit"_s, u"none"_s}), 0);
        cli.first.stop();
        cli.second.stop();
        VERIFY_EXIT(cli.run({u"ask"_s, u"Hi"_s}), 4);
        VERIFY_EXIT(cli.run({u"integrations"_s, u"test"_s, u"First"_s}), 4);
        // 5, a locked keychain, is in tst_keychaincli.
        CliFixture nobody;
        const CliRun none = nobody.run({u"ask"_s, u"Hi"_s});
        VERIFY_EXIT(none, 4);
        QVERIFY2(none.err.contains("keyway integrations add"), none.err.constData());
    }

    void offline()
    {
        CliFixture cli;
        cli.environment.insert(u"KEYWAY_KEY_OPENAI"_s, u"sk-test-0123456789-TAIL"_s);
        VERIFY_EXIT(cli.run({u"integrations"_s, u"add"_s, u"openai"_s, u"--from-environment"_s,
                             u"--no-test"_s}),
                    0);
        const QStringList cutOff{u"--map-root-user"_s, u"--net"_s};
        if (cli.runProgram(u"unshare"_s, cutOff + QStringList{u"true"_s}).exit != 0)
            QSKIP("NOT TESTED: this system lets us have no network namespace");
        const CliRun asked = cli.runProgram(
            u"unshare"_s, cutOff + QStringList{CliFixture::program(), u"ask"_s, u"Hi"_s});
        VERIFY_EXIT(asked, 6);
        QVERIFY2(asked.err.contains("This computer is offline."), asked.err.constData());
        QCOMPARE(cli.usage()[u"records"_s].toArray().at(0)[u"error_kind"_s], u"network"_s);
    }

    void dataFolders_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("spaces") << u"My Data Folder"_s;
        QTest::newRow("unicode") << u"Schlüssel/鍵 🗝"_s;
        QTest::newRow("relative") << u"./a/../b"_s;
        QTest::newRow("percent") << u"100%20?x=1#y"_s;
        QTest::newRow("quotes") << u"it's \"here\""_s;
    }
    void dataFolders()
    {
        QFETCH(QString, folder);
        TemporaryDataDir parent;
        CliFixture cli;
        QProcess process;
        process.setWorkingDirectory(parent.path());
        process.setProcessEnvironment(cli.environment); // the option wins
        process.start(
            CliFixture::program(),
            {u"--data-dir"_s, folder, u"integrations"_s, u"add"_s, u"openai"_s, u"--no-test"_s});
        VERIFY_EXIT(CliFixture::finish(process, "sk-test-0123456789-TAIL"), 0);
        QVERIFY(QFile::exists(QDir::cleanPath(parent.path() + u'/' + folder + u"/keyway.db"_s)));
        QCOMPARE(cli.dir.files(), QStringList());
        cli.environment.insert(u"KEYWAY_DATA_DIR"_s,
                               QDir::cleanPath(parent.path() + u'/' + folder));
        QCOMPARE(cli.run({u"integrations"_s, u"list"_s, u"--json"_s}).list().size(), 1);
    }

    void withoutALanguageNothingIsAdded()
    {
        m_cli->environment.insert(u"LC_ALL"_s, u"C"_s);
        const CliRun run = m_cli->run({u"integrations"_s, u"list"_s});
        m_cli->environment.remove(u"LC_ALL"_s);
        VERIFY_EXIT(run, 0);
        QCOMPARE(run.err, QByteArray());
    }
};

QTEST_GUILESS_MAIN(CliTest)
#include "tst_cli.moc"

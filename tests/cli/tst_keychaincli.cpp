// Every state of the keychain through the program: what it says, how it ends, and that no key is
// ever written beside it. The last two tests leave the keyring of this session locked.

#include "tests/cli/canarysearch.h"
#include "tests/cli/clifixture.h"
#include "tests/cli/keyrings.h"
#include "tests/support/privatebus.h"

using namespace Qt::StringLiterals;
using namespace keyway;

namespace {
const QByteArray key = "Zq9vT4+LmWx7/Rb2=Kc8dNf3Hs6-TAIL";
const QStringList statusCommand{u"keychain"_s, u"status"_s};
} // namespace

class KeychainCliTest : public QObject {
    Q_OBJECT

    std::unique_ptr<CliFixture> m_cli;

    QStringList addCommand() const
    {
        return {u"integrations"_s,
                u"add"_s,
                u"openai"_s,
                u"--name"_s,
                u"First"_s,
                u"--base-url"_s,
                m_cli->first.url(u"/v1"_s).toString()};
    }

    void verifyState(const QString &state, int exit, const QString &said) const
    {
        const CliRun status = m_cli->run(statusCommand);
        VERIFY_EXIT(status, exit);
        QVERIFY2(status.text().contains(said), status.out.constData());
        const CliRun json = m_cli->run(statusCommand + QStringList{u"--json"_s});
        VERIFY_EXIT(json, exit);
        QCOMPARE(json.json()[u"state"_s], state);
        QVERIFY(json.json().contains("backend"_L1));
    }

    /// A key that cannot be kept is kept nowhere, and nothing is added.
    void verifyAddFails(int exit, const QStringList &said) const
    {
        const CliRun added = m_cli->run(addCommand(), key);
        VERIFY_EXIT(added, exit);
        for (const QString &words : said)
            QVERIFY2(added.told().contains(words), added.err.constData());
        QCOMPARE(m_cli->run({u"integrations"_s, u"list"_s, u"--json"_s}).list().size(), 0);
    }

    void hideBus(const QString &address)
    {
        m_cli->environment.insert(u"XDG_RUNTIME_DIR"_s, m_cli->dir.path());
        if (address.isEmpty())
            m_cli->environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
        else
            m_cli->environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, address);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(!qEnvironmentVariableIsEmpty("KEYWAY_TEST_KEYRING_PASSWORD"),
                 "run by tests/support/with-keyring.sh");
    }
    void init()
    {
        m_cli = std::make_unique<CliFixture>();
        QVERIFY(m_cli->first.start().ok());
        QVERIFY(m_cli->second.start().ok());
    }
    void cleanup()
    {
        const CanarySearch search(key);
        QCOMPARE(search.below(m_cli->dir.path()), QStringList());
        for (const char *variable : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME",
                                     "XDG_STATE_HOME", "XDG_RUNTIME_DIR"})
            QCOMPARE(search.below(qEnvironmentVariable(variable), {u"/keyrings/"_s}),
                     QStringList());
    }

    void ready()
    {
        verifyState(u"ready"_s, 0, u"GNOME Keyring"_s);
        VERIFY_EXIT(m_cli->run(addCommand(), key), 0);
        VERIFY_EXIT(m_cli->run({u"ask"_s, u"Hi"_s}), 0);
        QCOMPARE(m_cli->first.requests().constLast().key, key);
        VERIFY_EXIT(m_cli->run({u"integrations"_s, u"remove"_s, u"First"_s}), 0);
        QCOMPARE(Keyring::clear(), 0); // the key went with the integration
    }

    void keyIsMissing()
    {
        VERIFY_EXIT(m_cli->run(addCommand(), key), 0);
        QCOMPARE(Keyring::clear(), 1);
        m_cli->first.clear();
        const CliRun asked = m_cli->run({u"ask"_s, u"Hi"_s});
        VERIFY_EXIT(asked, 4);
        QVERIFY2(asked.err.contains("The key of First is not in the keychain any more."),
                 asked.err.constData());
        QVERIFY2(asked.err.contains("keyway integrations replace-key First"),
                 asked.err.constData());
        QCOMPARE(m_cli->first.connectionCount(), 0);
        const QJsonArray list = m_cli->run({u"integrations"_s, u"list"_s, u"--json"_s}).list();
        QCOMPARE(list.at(0)[u"health"_s], u"key-missing"_s);
        VERIFY_EXIT(m_cli->run({u"integrations"_s, u"replace-key"_s, u"First"_s}, key), 0);
        VERIFY_EXIT(m_cli->run({u"ask"_s, u"Hi"_s}), 0);
    }

    void noBus()
    {
        hideBus({});
        verifyState(u"unavailable"_s, 1, u"This computer has no keychain that Keyway can use."_s);
        verifyAddFails(1, {u"keyway keychain create-vault"_s, u"--from-environment"_s});
    }

    void noService()
    {
        PrivateBus bus;
        QVERIFY(bus.start());
        hideBus(bus.address());
        verifyState(u"unavailable"_s, 1, u"create-vault"_s);
        verifyAddFails(1, {u"keyway keychain create-vault"_s, u"--from-environment"_s});
    }

    void hanging()
    {
        PrivateBus bus;
        QVERIFY(bus.start());
        QVERIFY(bus.startService(u"silent"_s));
        hideBus(bus.address());
        // Side by side, since each waits for the time that a keychain is given.
        QProcess status;
        QProcess adding;
        for (QProcess *process : {&status, &adding})
            process->setProcessEnvironment(m_cli->environment);
        status.start(CliFixture::program(), statusCommand + QStringList{u"--json"_s});
        adding.start(CliFixture::program(), addCommand());
        const CliRun added = CliFixture::finish(adding, key);
        VERIFY_EXIT(added, 1);
        QVERIFY2(added.err.contains("Your keychain does not answer."), added.err.constData());
        const CliRun told = CliFixture::finish(status);
        VERIFY_EXIT(told, 1);
        QCOMPARE(told.json()[u"state"_s], u"hanging"_s);
    }

    void vault()
    {
        hideBus({});
        const QStringList addToVault = addCommand() + QStringList{u"--vault"_s};
        const CliRun none = m_cli->run(addToVault, key);
        VERIFY_EXIT(none, 1);
        QVERIFY2(none.err.contains("There is no vault yet."), none.err.constData());

        m_cli->environment.insert(u"KEYWAY_VAULT_PASSWORD"_s, u"correct horse battery"_s);
        VERIFY_EXIT(m_cli->run({u"keychain"_s, u"create-vault"_s}), 0);
        QVERIFY(m_cli->dir.files().contains(u"vault.keyway"_s));
        VERIFY_EXIT(m_cli->run({u"keychain"_s, u"create-vault"_s}), 1);
        VERIFY_EXIT(m_cli->run(addToVault, key), 0);
        VERIFY_EXIT(m_cli->run({u"ask"_s, u"Hi"_s}), 0);
        QCOMPARE(m_cli->first.requests().constLast().key, key);

        m_cli->first.clear();
        m_cli->environment.insert(u"KEYWAY_VAULT_PASSWORD"_s, u"wrong horse battery"_s);
        const CliRun wrong = m_cli->run({u"ask"_s, u"Hi"_s});
        VERIFY_EXIT(wrong, 1);
        QVERIFY2(wrong.err.contains("This password does not open the vault."),
                 wrong.err.constData());
        m_cli->environment.remove(u"KEYWAY_VAULT_PASSWORD"_s);
        const CliRun closed = m_cli->run({u"ask"_s, u"Hi"_s});
        VERIFY_EXIT(closed, 5);
        QVERIFY2(closed.err.contains("KEYWAY_VAULT_PASSWORD"), closed.err.constData());
        QCOMPARE(m_cli->first.connectionCount(), 0);
    }

    void doctorOnAComputerWithoutKeychain()
    {
        hideBus({});
        const QStringList doctor{u"doctor"_s, u"--json"_s};
        const auto goodness = [](const CliRun &run) {
            QMap<QString, bool> good;
            for (const QJsonValue &line : run.list())
                good[line[u"what"_s].toString()] = line[u"good"_s].toBool();
            return good;
        };
        // Nothing is there that could keep a key.
        const CliRun bare = m_cli->run(doctor);
        VERIFY_EXIT(bare, 1);
        QVERIFY(!goodness(bare).value(u"keychain"_s, true));
        QVERIFY(!goodness(bare).contains(u"vault"_s));

        const QString password = u"correct horse battery"_s;
        m_cli->environment.insert(u"KEYWAY_VAULT_PASSWORD"_s, password);
        VERIFY_EXIT(m_cli->run({u"keychain"_s, u"create-vault"_s}), 0);
        VERIFY_EXIT(m_cli->run(addCommand() + QStringList{u"--vault"_s}, key), 0);
        const CliRun open = m_cli->run(doctor);
        VERIFY_EXIT(open, 0);
        QVERIFY(goodness(open).value(u"vault"_s));
        m_cli->environment.remove(u"KEYWAY_VAULT_PASSWORD"_s);
        VERIFY_EXIT(m_cli->run(doctor), 0); // whole, though nobody opened it
        m_cli->environment.insert(u"KEYWAY_VAULT_PASSWORD"_s, u"wrong horse battery"_s);
        const CliRun wrong = m_cli->run(doctor);
        VERIFY_EXIT(wrong, 1);
        QVERIFY(!goodness(wrong).value(u"vault"_s, true));
        m_cli->environment.remove(u"KEYWAY_VAULT_PASSWORD"_s);

        QFile vault(m_cli->dir.path() + u"/vault.keyway"_s);
        QVERIFY(vault.open(QIODevice::ReadWrite) && vault.seek(vault.size() - 3));
        QCOMPARE(vault.write("\x01\x02"), 2);
        vault.close();
        const CliRun damaged = m_cli->run({u"doctor"_s});
        VERIFY_EXIT(damaged, 1);
        QVERIFY2(damaged.out.contains("vault is damaged"), damaged.out.constData());
    }

    void aNameThatNoVariableCanHave()
    {
        hideBus({});
        QStringList command = addCommand() + QStringList{u"--from-environment"_s, u"--no-test"_s};
        command[command.indexOf(u"First"_s)] = u"鍵"_s;
        const CliRun refused = m_cli->run(command);
        VERIFY_EXIT(refused, 1);
        QVERIFY2(refused.told().contains(u"No environment variable can be called by this name."_s),
                 refused.err.constData());
        command[command.indexOf(u"鍵"_s)] = u"鍵 2"_s;
        m_cli->environment.insert(u"KEYWAY_KEY_2"_s, QString::fromLatin1(key));
        VERIFY_EXIT(m_cli->run(command), 0);
        VERIFY_EXIT(m_cli->run({u"integrations"_s, u"set"_s, u"鍵 2"_s, u"--name"_s, u"鍵"_s}), 1);
        // A key in the vault asks for no variable.
        m_cli->environment.insert(u"KEYWAY_VAULT_PASSWORD"_s, u"correct horse battery"_s);
        VERIFY_EXIT(m_cli->run({u"keychain"_s, u"create-vault"_s}), 0);
        command = addCommand() + QStringList{u"--vault"_s};
        command[command.indexOf(u"First"_s)] = u"鍵"_s;
        VERIFY_EXIT(m_cli->run(command, key), 0);
    }

    void environmentKeys()
    {
        hideBus({});
        QStringList command = addCommand() + QStringList{u"--from-environment"_s};
        const CliRun unset = m_cli->run(command);
        VERIFY_EXIT(unset, 1);
        QVERIFY2(unset.err.contains("is called KEYWAY_KEY_FIRST."), unset.err.constData());
        m_cli->environment.insert(u"KEYWAY_KEY_FIRST"_s, QString::fromLatin1(key));
        VERIFY_EXIT(m_cli->run(command), 0);
        VERIFY_EXIT(m_cli->run({u"ask"_s, u"Hi"_s}), 0);
        QCOMPARE(m_cli->first.requests().constLast().key, key);
        m_cli->environment.remove(u"KEYWAY_KEY_FIRST"_s);
        const CliRun later = m_cli->run({u"ask"_s, u"Hi"_s});
        VERIFY_EXIT(later, 4);
        QVERIFY2(later.err.contains("is called KEYWAY_KEY_FIRST."), later.err.constData());
        m_cli->environment.insert(u"KEYWAY_KEY_FIRST"_s, QString::fromLatin1(key));
        VERIFY_EXIT(m_cli->run({u"ask"_s, u"Hi"_s}), 0); // a forgotten variable stops nothing
    }

    void locked()
    {
        VERIFY_EXIT(m_cli->run(addCommand(), key), 0);
        m_cli->first.clear();
        QVERIFY(Keyring::lock());
        verifyState(u"locked"_s, 5, u"keyway keychain unlock"_s);
        const CliRun asked = m_cli->run({u"ask"_s, u"Hi"_s});
        VERIFY_EXIT(asked, 5);
        QVERIFY2(asked.err.contains("Your keychain is locked."), asked.err.constData());
        VERIFY_EXIT(m_cli->run({u"integrations"_s, u"test"_s, u"First"_s}), 5);
        VERIFY_EXIT(
            m_cli->run({u"integrations"_s, u"replace-key"_s, u"First"_s, u"--no-test"_s}, key), 5);
        VERIFY_EXIT(m_cli->run({u"integrations"_s, u"remove"_s, u"First"_s}), 5);
        const QJsonArray list = m_cli->run({u"integrations"_s, u"list"_s, u"--json"_s}).list();
        QCOMPARE(list.size(), 1); // not removed while its key would stay behind
        QCOMPARE(list.at(0)[u"health"_s], u"locked"_s);
        VERIFY_EXIT(m_cli->run({u"usage"_s}), 0); // costs stay readable
        QCOMPARE(m_cli->first.connectionCount(), 0);
        // Without a display nobody can be asked.
        VERIFY_EXIT(m_cli->run({u"keychain"_s, u"unlock"_s}), 1);
    }

    void killedInBetween()
    {
        QVERIFY(Keyring::kill());
        // The bus starts another one, which is locked; "missing" would be a lie.
        verifyState(u"locked"_s, 5, u"locked"_s);
        verifyAddFails(5, {u"Your keychain is locked."_s});
    }
};

QTEST_GUILESS_MAIN(KeychainCliTest)
#include "tst_keychaincli.moc"

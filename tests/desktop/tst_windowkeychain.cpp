// What the window says of the keychain in each of its states, and that it never stands still for
// it. Each state is a window in a process of its own.

#include "tests/cli/clifixture.h"
#include "tests/support/privatebus.h"
#include "tests/support/sanitizers.h"

#include <QtCore/QDirIterator>
#include <QtCore/QTemporaryDir>
#include <QtDBus/QDBusArgument>
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusConnectionInterface>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusMetaType>
#include <QtDBus/QDBusObjectPath>

#include <algorithm>
#include <memory>
#include <signal.h>

using namespace Qt::StringLiterals;
using namespace keyway;

struct SessionSecret {
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType = u"text/plain"_s;
};
Q_DECLARE_METATYPE(SessionSecret)

QDBusArgument &operator<<(QDBusArgument &argument, const SessionSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}
const QDBusArgument &operator>>(const QDBusArgument &argument, SessionSecret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

namespace {

/// A window in a process of its own, one command and one report at a time.
class WindowProcess {
public:
    WindowProcess(const QString &folder, const QProcessEnvironment &environment,
                  int patience = 10'000)
    {
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(KEYWAY_WINDOW_PROBE), {folder, QString::number(patience)});
    }
    ~WindowProcess()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(8000)) {
            QTest::qFail("the window does not end", __FILE__, __LINE__);
            m_process.kill();
            m_process.waitForFinished();
        }
    }
    Q_DISABLE_COPY_MOVE(WindowProcess)

    const QJsonObject &ask(const QByteArray &command = "report")
    {
        m_process.write(command + '\n');
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(20'000)) {
                QTest::qFail("the window does not answer", __FILE__, __LINE__);
                return m_last = {};
            }
        }
        m_last = QJsonDocument::fromJson(m_process.readLine()).object();
        gap = std::max(gap, m_last[u"gap"_s].toInt());
        idleGap = std::max(idleGap, m_last[u"idle_gap"_s].toInt());
        return m_last;
    }
    QString status() { return ask()[u"status"_s].toString(); }
    QString banner() { return ask()[u"banner"_s].toString(); }
    QStringList pills()
    {
        QStringList words;
        for (const QJsonValue &pill : ask()[u"pills"_s].toArray())
            words += pill.toString();
        return words;
    }
    QStringList buttons()
    {
        QStringList words;
        for (const QJsonValue &button : ask()[u"buttons"_s].toArray())
            words += button.toString();
        return words;
    }

    int gap = 0; ///< the largest so far, in ms
    int idleGap = 0;

private:
    QProcess m_process;
    QJsonObject m_last;
};

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator it(folder, QDir::Files | QDir::Hidden | QDir::System,
                    QDirIterator::Subdirectories);
    while (it.hasNext())
        files += it.next();
    return files;
}

QDBusMessage ask(const QString &path, const QString &interface, const QString &method,
                 const QVariantList &arguments = {})
{
    auto message
        = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, path, interface, method);
    message.setArguments(arguments);
    return QDBusConnection::sessionBus().call(message);
}

QDBusMessage askService(const QString &method, const QVariantList &arguments)
{
    return ask(u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s, method,
               arguments);
}

QDBusObjectPath defaultCollection()
{
    return askService(u"ReadAlias"_s, {u"default"_s}).arguments().value(0).value<QDBusObjectPath>();
}

const QStringList active{u"Status: active"_s, u"Status: active"_s};
const QStringList locked{u"Status: locked"_s, u"Status: locked"_s};

} // namespace

class WindowKeychainTest : public QObject {
    Q_OBJECT

    CliFixture m_cli;
    std::unique_ptr<PrivateBus> m_bus;
    QTemporaryDir m_temporary;

    QProcessEnvironment environment(const QString &bus) const
    {
        QProcessEnvironment env = m_cli.environment;
        env.insert(u"TMPDIR"_s, m_temporary.path());
        env.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
        if (!bus.isEmpty())
            env.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, bus);
        return env;
    }
    static QString sessionBus() { return qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"); }

    /// A secret service that answers as little as `mode` says, on a bus of its own.
    bool startService(const QString &mode)
    {
        return m_bus->start() && m_bus->startService(mode, environment({}));
    }

    static bool lock()
    {
        const auto reply = askService(
            u"Lock"_s, {QVariant::fromValue(QList<QDBusObjectPath>{defaultCollection()})});
        return reply.type() == QDBusMessage::ReplyMessage;
    }
    static bool unlockByPassword()
    {
        const auto session = askService(u"OpenSession"_s,
                                        {u"plain"_s, QVariant::fromValue(QDBusVariant(QString()))});
        SessionSecret password;
        password.session = session.arguments().value(1).value<QDBusObjectPath>();
        password.value = qgetenv("KEYWAY_TEST_KEYRING_PASSWORD");
        const auto reply
            = ::ask(u"/org/freedesktop/secrets"_s,
                    u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s,
                    u"UnlockWithMasterPassword"_s,
                    {QVariant::fromValue(defaultCollection()), QVariant::fromValue(password)});
        return reply.type() == QDBusMessage::ReplyMessage;
    }

    /// The window's event loop went on all the time; what an idle thread lost to the machine's load
    /// is not the window's.
    static void verifyNeverBlocked(WindowProcess &window)
    {
        window.ask();
        qInfo("largest gap %d ms, of an idle thread %d ms", window.gap, window.idleGap);
        QVERIFY(window.gap > 0);
        constexpr int longest = isSanitized ? 400 : 100;
        QVERIFY2(window.gap - std::max(0, window.idleGap - 10) <= longest,
                 qPrintable(QString::number(window.gap)));
    }

private Q_SLOTS:
    void initTestCase()
    {
        qDBusRegisterMetaType<SessionSecret>();
        qDBusRegisterMetaType<QMap<QString, QString>>();
        QVERIFY2(!qEnvironmentVariableIsEmpty("KEYWAY_TEST_KEYRING_PASSWORD"),
                 "run by tests/support/with-keyring.sh");
        m_cli.addBoth();
    }

    void init() { m_bus = std::make_unique<PrivateBus>(); }
    void cleanup()
    {
        m_bus.reset();
        QStringList stray;
        for (const char *variable : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME",
                                     "XDG_STATE_HOME", "XDG_RUNTIME_DIR"}) {
            for (const QString &file : filesBelow(qEnvironmentVariable(variable))) {
                const bool keyrings
                    = file.contains("/keyrings/"_L1) || file.contains("/keyring/"_L1);
                const bool systems = file.contains("/.dbus/"_L1) || file.contains("/dbus-1/"_L1)
                    || file.contains("/fontconfig/"_L1);
                if (!keyrings && !systems)
                    stray += file;
            }
        }
        stray += filesBelow(m_temporary.path());
        QCOMPARE(stray.join(u'\n'), QString());
        QCOMPARE(m_cli.dir.filesContaining("sk-test-0123456789abcdef"), QStringList());
    }

    void ready()
    {
        WindowProcess window(m_cli.dir.path(), environment(sessionBus()));
        QTRY_COMPARE(window.status(), u"Keychain unlocked"_s);
        QTRY_COMPARE(window.pills(), active);
        QCOMPARE(window.banner(), QString());
        window.ask("test");
        QTest::qWait(300);
        QCOMPARE(window.banner(), QString());
        QCOMPARE(window.pills(), active);
        verifyNeverBlocked(window);
    }

    void lockedAndUnlockedAgain()
    {
        QVERIFY(lock());
        WindowProcess window(m_cli.dir.path(), environment(sessionBus()));
        QTRY_COMPARE(window.status(), u"Keychain locked"_s);
        QTRY_COMPARE(window.pills(), locked);
        QTRY_VERIFY(window.banner().startsWith(u"Your keychain is locked."_s));
        QCOMPARE(window.buttons(), QStringList{u"Unlock keychain"_s});
        QVERIFY(unlockByPassword());
        window.ask("act");
        QTRY_COMPARE(window.status(), u"Keychain unlocked"_s);
        QTRY_COMPARE(window.pills(), active);
        QCOMPARE(window.banner(), QString());
        verifyNeverBlocked(window);
    }

    void serviceDoesNotAnswer()
    {
        QVERIFY(startService(u"silent"_s));
        WindowProcess window(m_cli.dir.path(), environment(m_bus->address()), 500);
        QTRY_COMPARE(window.status(), u"Keychain does not answer"_s);
        QTRY_VERIFY(window.banner().contains(u" does not answer."_s));
        QCOMPARE(window.buttons(), QStringList{u"Try again"_s});
        QTRY_COMPARE(window.pills(), locked);
        window.ask("test");
        QTest::qWait(700);
        QVERIFY(window.banner().contains(u" does not answer."_s));
        verifyNeverBlocked(window);
    }

    void noBus()
    {
        WindowProcess window(m_cli.dir.path(), environment({}));
        verifyNoKeychain(window);
    }

    void busWithoutService()
    {
        QVERIFY(m_bus->start());
        WindowProcess window(m_cli.dir.path(), environment(m_bus->address()));
        verifyNoKeychain(window);
    }

    void serviceGoesInBetween()
    {
        QVERIFY(startService(u"no-secret"_s));
        WindowProcess window(m_cli.dir.path(), environment(m_bus->address()), 2000);
        QTRY_COMPARE(window.status(), u"Keychain unlocked"_s);
        QCOMPARE(window.banner(), QString());
        m_bus->stopService();
        // The window finds out as soon as it needs a key.
        window.ask("test");
        verifyNoKeychain(window);
    }

    void keyIsMissing()
    {
        const QString id = m_cli.run({u"integrations"_s, u"list"_s, u"--json"_s})
                               .list()
                               .at(0)[u"id"_s]
                               .toString();
        const QDBusMessage found
            = askService(u"SearchItems"_s,
                         {QVariant::fromValue(QMap<QString, QString>{
                             {u"user"_s, u"org.keyway/integration/"_s + id}})});
        const auto items = qdbus_cast<QList<QDBusObjectPath>>(found.arguments().value(0));
        QCOMPARE(items.size(), 1);
        ::ask(items.first().path(), u"org.freedesktop.Secret.Item"_s, u"Delete"_s);
        WindowProcess window(m_cli.dir.path(), environment(sessionBus()));
        QTRY_COMPARE(window.status(), u"Keychain unlocked"_s);
        window.ask("test");
        QTRY_COMPARE(window.pills(), (QStringList{u"Status: key missing"_s, active.at(1)}));
        QVERIFY2(window.banner().contains(u"First"_s), qPrintable(window.banner()));
        QCOMPARE(window.status(), u"Keychain unlocked"_s);
        verifyNeverBlocked(window);
    }

    void daemonIsKilled()
    {
        WindowProcess window(m_cli.dir.path(), environment(sessionBus()));
        QTRY_COMPARE(window.status(), u"Keychain unlocked"_s);
        const auto pid
            = QDBusConnection::sessionBus().interface()->servicePid(u"org.freedesktop.secrets"_s);
        QVERIFY(pid.isValid());
        QCOMPARE(::kill(static_cast<pid_t>(pid.value()), SIGKILL), 0);
        // The bus starts a new daemon, which is locked.
        window.ask("test");
        QTRY_COMPARE(window.status(), u"Keychain locked"_s);
        QTRY_VERIFY(window.pills().contains(u"Status: locked"_s));
        verifyNeverBlocked(window);
    }

private:
    static void verifyNoKeychain(WindowProcess &window)
    {
        const QString title = u"This computer has no keychain that Keyway can use."_s;
        QTRY_COMPARE(window.status(), u"No keychain"_s);
        QTRY_COMPARE(window.pills(), locked);
        QTRY_VERIFY(window.banner().startsWith(title));
        QCOMPARE(window.buttons(), (QStringList{u"Create a vault"_s, u"Try again"_s}));
        verifyNeverBlocked(window);
    }
};

QTEST_GUILESS_MAIN(WindowKeychainTest)
#include "tst_windowkeychain.moc"

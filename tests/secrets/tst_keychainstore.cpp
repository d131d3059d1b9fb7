// KeychainStore against a real gnome-keyring, in a D-Bus session of its own.

#include "probe.h"

#include <QtCore/QElapsedTimer>
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusConnectionInterface>
#include <QtDBus/QDBusInterface>
#include <QtDBus/QDBusMetaType>
#include <QtDBus/QDBusReply>
#include <QtTest/QSignalSpy>
#include <qt6keychain/keychain.h>

#include <signal.h>

using namespace Qt::StringLiterals;
using namespace keyway;

/// The Secret.Secret structure of the Secret Service.
struct PlainSecret {
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType = u"text/plain"_s;
};
Q_DECLARE_METATYPE(PlainSecret)

QDBusArgument &operator<<(QDBusArgument &argument, const PlainSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}
const QDBusArgument &operator>>(const QDBusArgument &argument, PlainSecret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

class KeychainStoreTest : public QObject {
    Q_OBJECT

    const QDBusObjectPath m_collection{u"/org/freedesktop/secrets/aliases/default"_s};

    static QDBusMessage ask(const QString &path, const QString &interface, const QString &method,
                            const QVariantList &arguments)
    {
        auto message
            = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, path, interface, method);
        message.setArguments(arguments);
        return QDBusConnection::sessionBus().call(message);
    }
    static QDBusMessage askService(const QString &method, const QVariantList &arguments)
    {
        return ask(u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s, method,
                   arguments);
    }
    bool lock()
    {
        const auto reply = askService(
            u"Lock"_s, {QVariant::fromValue(QList<QDBusObjectPath>{defaultCollection()})});
        return reply.type() == QDBusMessage::ReplyMessage;
    }
    static QDBusObjectPath defaultCollection()
    {
        return askService(u"ReadAlias"_s, {u"default"_s})
            .arguments()
            .value(0)
            .value<QDBusObjectPath>();
    }
    bool unlockByPassword()
    {
        const auto session = askService(u"OpenSession"_s,
                                        {u"plain"_s, QVariant::fromValue(QDBusVariant(QString()))});
        PlainSecret password;
        password.session = session.arguments().value(1).value<QDBusObjectPath>();
        password.value = qgetenv("KEYWAY_TEST_KEYRING_PASSWORD");
        const auto reply
            = ask(u"/org/freedesktop/secrets"_s,
                  u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s,
                  u"UnlockWithMasterPassword"_s,
                  {QVariant::fromValue(defaultCollection()), QVariant::fromValue(password)});
        return reply.type() == QDBusMessage::ReplyMessage;
    }
    static QStringList strayFiles()
    {
        QStringList stray;
        for (const char *variable : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME",
                                     "XDG_STATE_HOME", "XDG_RUNTIME_DIR"}) {
            for (const QString &file : filesBelow(qEnvironmentVariable(variable))) {
                const bool keyrings
                    = file.contains("/keyrings/"_L1) || file.contains("/keyring/"_L1);
                const bool busNotes = file.contains("/.dbus/"_L1) || file.contains("/dbus-1/"_L1);
                if (!keyrings && !busNotes)
                    stray.append(file);
            }
        }
        return stray;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qDBusRegisterMetaType<PlainSecret>();
        QVERIFY2(!qEnvironmentVariableIsEmpty("KEYWAY_TEST_KEYRING_PASSWORD"),
                 "run by tests/support/with-keyring.sh");
    }
    void cleanup() { QCOMPARE(strayFiles(), QStringList()); }

    void keepsBytes_data()
    {
        QTest::addColumn<QByteArray>("value");
        QByteArray all(256, '\0');
        for (int i = 0; i < 256; ++i)
            all[i] = static_cast<char>(i);
        QTest::newRow("a key") << QByteArray("sk-proj-0123456789abcdef");
        QTest::newRow("one byte") << QByteArray("x");
        QTest::newRow("every byte") << all;
        QTest::newRow("only zeros") << QByteArray(8, '\0');
        QTest::newRow("UTF-8") << QByteArray("schl\xc3\xbcssel-\xf0\x9f\x94\x91");
        QTest::newRow("a line end") << QByteArray("key\n");
        QTest::newRow("2,000 bytes") << QByteArray(2000, 'k');
    }
    void keepsBytes()
    {
        QFETCH(QByteArray, value);
        Probe probe;
        QCOMPARE(probe.reason(writeCommand("org.keyway/integration/bytes", value)), u"ok"_s);
        QCOMPARE(probe.value("org.keyway/integration/bytes"), value);
        QCOMPARE(probe.reason("remove org.keyway/integration/bytes"), u"ok"_s);
        QCOMPARE(probe.reason("read org.keyway/integration/bytes"), u"missing-key"_s);
    }

    void overwrites()
    {
        Probe probe;
        QCOMPARE(probe.reason(writeCommand("over", "first")), u"ok"_s);
        QCOMPARE(probe.reason(writeCommand("over", "second")), u"ok"_s);
        QCOMPARE(probe.value("over"), QByteArray("second"));
        Probe other;
        QCOMPARE(other.value("over"), QByteArray("second"));
    }

    void refusesWhatItCannotKeep()
    {
        Probe probe;
        QCOMPARE(probe.reason(writeCommand("big", QByteArray(2001, 'k'))), u"too-large"_s);
        QCOMPARE(probe.reason(writeCommand("big", "")), u"empty"_s);
        QCOMPARE(probe.reason("read big"), u"missing-key"_s);
    }

    void overcomesAnOldTextItem()
    {
        // The trap itself: QtKeychain reads the text item first, whatever was written after it.
        const auto finish = [](QKeychain::Job *job) {
            job->setAutoDelete(false);
            QSignalSpy spy(job, &QKeychain::Job::finished);
            job->start();
            return spy.wait() && job->error() == QKeychain::NoError;
        };
        QKeychain::WritePasswordJob text(u"Keyway"_s);
        text.setKey(u"trap"_s);
        text.setTextData(u"old text"_s);
        QVERIFY(finish(&text));
        QKeychain::WritePasswordJob binary(u"Keyway"_s);
        binary.setKey(u"trap"_s);
        binary.setBinaryData("new bytes");
        QVERIFY(finish(&binary));
        QKeychain::ReadPasswordJob reader(u"Keyway"_s);
        reader.setKey(u"trap"_s);
        QVERIFY(finish(&reader));
        QCOMPARE(reader.binaryData(), QByteArray("old text"));

        Probe probe;
        QCOMPARE(probe.reason(writeCommand("trap", "new bytes")), u"ok"_s);
        QCOMPARE(probe.value("trap"), QByteArray("new bytes"));
    }

    void missing()
    {
        Probe probe;
        QCOMPARE(probe.reason("read nothing"), u"missing-key"_s);
        QCOMPARE(probe.reason("remove nothing"), u"ok"_s);
        const auto status = probe.ask("status");
        QCOMPARE(status[u"state"_s].toString(), u"ready"_s);
        QCOMPARE(status[u"backend"_s].toString(), u"GNOME Keyring"_s);
    }

    void locked()
    {
        Probe probe;
        QCOMPARE(probe.reason(writeCommand("locked", "value")), u"ok"_s);
        QVERIFY(lock());
        QCOMPARE(probe.state(), u"locked"_s);
        QCOMPARE(probe.reason("read locked"), u"locked"_s);
        QCOMPARE(probe.reason("read nothing"), u"locked"_s);
        QCOMPARE(probe.reason(writeCommand("locked", "other")), u"locked"_s);
        QCOMPARE(probe.reason("remove locked"), u"locked"_s);
        // Without a display nobody can be asked.
        QCOMPARE(probe.reason("unlock"), u"refused"_s);
        QVERIFY(unlockByPassword());
        QCOMPARE(probe.state(), u"ready"_s);
        QCOMPARE(probe.value("locked"), QByteArray("value"));
        QCOMPARE(probe.reason("unlock"), u"ok"_s);
        qInfo("largest gap %d ms", probe.largestGap);
    }

    void promptHangs()
    {
        QProcess prompter;
        prompter.start(QStringLiteral(KEYWAY_SILENT_SERVICE),
                       {u"org.gnome.keyring.SystemPrompter"_s, u"silent"_s});
        QVERIFY(prompter.waitForReadyRead());
        const auto stopPrompter = qScopeGuard([&prompter] {
            prompter.kill();
            prompter.waitForFinished();
        });
        {
            Probe probe(QProcessEnvironment::systemEnvironment(), {u"10000"_s, u"700"_s});
            QCOMPARE(probe.reason(writeCommand("prompted", "value")), u"ok"_s);
            QVERIFY(lock());
            QElapsedTimer clock;
            clock.start();
            QCOMPARE(probe.reason("unlock"), u"hanging"_s);
            QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
            QCOMPARE(probe.state(), u"locked"_s);
            QCOMPARE(probe.reason("read prompted"), u"locked"_s);
            QVERIFY(unlockByPassword());
            QCOMPARE(probe.value("prompted"), QByteArray("value"));
            qInfo("largest gap %d ms", probe.largestGap);
        }
    }

    void withoutGlibAJobEndsByOurTime()
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        {
            Probe probe;
            QCOMPARE(probe.reason(writeCommand("glib", "value")), u"ok"_s);
        }
        environment.insert(u"QT_NO_GLIB"_s, u"1"_s);
        Probe probe(environment, {u"800"_s});
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(probe.reason("read glib"), u"hanging"_s);
        QCOMPARE(probe.reason(writeCommand("glib2", "value")), u"hanging"_s);
        QCOMPARE(probe.state(), u"hanging"_s);
        QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
        qInfo("largest gap %d ms", probe.largestGap);
    }

    void doesManyThingsAtOnce()
    {
        // From the first moment on, when there is no connection to the bus yet.
        Probe probe;
        probe.send("status");
        for (int i = 0; i < 5; ++i) {
            const QByteArray key = "many" + QByteArray::number(i);
            probe.send(writeCommand(key, key));
            probe.send("read " + key);
        }
        probe.send("status");
        QStringList values;
        for (int i = 0; i < 12; ++i) {
            const auto answer = probe.answer();
            QVERIFY2(answer[u"ok"_s].toBool(), qPrintable(answer[u"detail"_s].toString()));
            if (answer.contains(u"value"_s))
                values.append(answer[u"value"_s].toString());
        }
        // Each read came after its write, and all in the order of asking.
        QStringList expected;
        for (int i = 0; i < 5; ++i)
            expected.append(QString::fromLatin1(("many" + QByteArray::number(i)).toBase64()));
        QCOMPARE(values, expected);
    }

    void measures()
    {
        Probe probe;
        QCOMPARE(probe.reason(writeCommand("speed", "value")), u"ok"_s);
        QList<double> times;
        for (int i = 0; i < 50; ++i)
            times.append(probe.ask("read speed")[u"ms"_s].toDouble());
        std::sort(times.begin(), times.end());
        qInfo("a read takes %.1f ms (median of 50, largest %.1f ms), largest gap %d ms", times[25],
              times.last(), probe.largestGap);
    }

    void daemonKilled()
    {
        Probe probe;
        QCOMPARE(probe.reason(writeCommand("killed", "value")), u"ok"_s);
        const auto reply
            = QDBusConnection::sessionBus().interface()->servicePid(u"org.freedesktop.secrets"_s);
        QVERIFY(reply.isValid());
        QCOMPARE(::kill(static_cast<pid_t>(reply.value()), SIGKILL), 0);
        // The bus starts a new daemon, which is locked: not "missing", and nothing hangs.
        QTRY_COMPARE(probe.state(), u"locked"_s);
        QCOMPARE(probe.reason("read killed"), u"locked"_s);
        QCOMPARE(probe.reason(writeCommand("killed", "other")), u"locked"_s);
        QVERIFY(unlockByPassword());
        QCOMPARE(probe.value("killed"), QByteArray("value"));
        QCOMPARE(probe.reason(writeCommand("killed", "other")), u"ok"_s);
        qInfo("largest gap %d ms", probe.largestGap);
    }
};

QTEST_GUILESS_MAIN(KeychainStoreTest)
#include "tst_keychainstore.moc"

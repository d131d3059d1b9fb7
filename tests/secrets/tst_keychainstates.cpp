// KeychainStore where the keychain is absent or does not answer. Each state is a process of its
// own.

#include "probe.h"

#include "tests/support/privatebus.h"

#include <QtNetwork/QLocalServer>

#include <memory>

using namespace Qt::StringLiterals;
using namespace keyway;

class KeychainStatesTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_home;
    std::unique_ptr<PrivateBus> m_bus;

    QProcessEnvironment environment(const QString &bus = {}) const
    {
        auto env = QProcessEnvironment::systemEnvironment();
        for (const auto &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"DBUS_SESSION_BUS_ADDRESS"_s,
                                 u"XDG_CURRENT_DESKTOP"_s, u"QT_NO_GLIB"_s})
            env.remove(name);
        for (const auto &name : {u"HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s,
                                 u"XDG_CACHE_HOME"_s, u"XDG_STATE_HOME"_s, u"XDG_RUNTIME_DIR"_s})
            env.insert(name, m_home.path());
        if (!bus.isEmpty())
            env.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, bus);
        return env;
    }

    bool startService(const QString &mode)
    {
        return m_bus->start() && m_bus->startService(mode, environment());
    }

    /// Asks everything and expects one reason from all.
    void expectEverywhere(Probe &probe, const QString &reason, const QString &state)
    {
        QCOMPARE(probe.state(), state);
        QCOMPARE(probe.reason("read any"), reason);
        QCOMPARE(probe.reason(writeCommand("any", "canary-key-0123456789")), reason);
        QCOMPARE(probe.reason("remove any"), reason);
        QCOMPARE(probe.reason("unlock"), reason);
        qInfo("largest gap %d ms", probe.largestGap);
    }

private Q_SLOTS:
    void init() { m_bus = std::make_unique<PrivateBus>(); }
    void cleanup()
    {
        m_bus.reset();
        QCOMPARE(filesBelow(m_home.path()), QStringList());
    }

    void noBus()
    {
        Probe probe(environment());
        expectEverywhere(probe, u"unavailable"_s, u"unavailable"_s);
    }

    void busAddressLeadsNowhere_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("no such socket") << u"unix:path=/nonexistent/bus"_s;
        QTest::newRow("no such abstract socket") << u"unix:abstract=keyway-nothing-here"_s;
        QTest::newRow("nobody on the port") << u"tcp:host=127.0.0.1,port=9"_s;
        QTest::newRow("not an address") << u"rubbish"_s;
    }
    void busAddressLeadsNowhere()
    {
        QFETCH(QString, address);
        Probe probe(environment(address));
        expectEverywhere(probe, u"unavailable"_s, u"unavailable"_s);
    }

    void busNeverAnswers()
    {
        QLocalServer server;
        QVERIFY(server.listen(m_bus->folder() + u"/silent"_s));
        Probe probe(environment(u"unix:path="_s + server.fullServerName()), {u"400"_s, u"400"_s});
        expectEverywhere(probe, u"hanging"_s, u"hanging"_s);
    }

    void busWithoutService()
    {
        QVERIFY(m_bus->start());
        Probe probe(environment(m_bus->address()));
        expectEverywhere(probe, u"unavailable"_s, u"unavailable"_s);
    }

    void libsecretIsMissing()
    {
        QVERIFY(startService(u"no-secret"_s));
        QTemporaryDir libraries;
        QFile broken(libraries.filePath(u"libsecret-1.so.0"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.close();
        auto env = environment(m_bus->address());
        env.insert(u"LD_LIBRARY_PATH"_s, libraries.path());
        Probe probe(env);
        expectEverywhere(probe, u"unavailable"_s, u"unavailable"_s);
        const auto detail = probe.ask("status")[u"detail"_s].toString();
        QVERIFY2(detail.contains("libsecret"_L1), qPrintable(detail));
    }

    void serviceNeverAnswers()
    {
        QVERIFY(startService(u"silent"_s));
        Probe probe(environment(m_bus->address()), {u"400"_s, u"400"_s});
        expectEverywhere(probe, u"hanging"_s, u"hanging"_s);
    }

    void jobNeverEnds()
    {
        QVERIFY(startService(u"no-secret"_s));
        Probe probe(environment(m_bus->address()), {u"600"_s, u"600"_s});
        QCOMPARE(probe.state(), u"ready"_s);
        QCOMPARE(probe.reason("read any"), u"hanging"_s);
        // The job is still at work; others wait for it no longer than for any answer.
        QCOMPARE(probe.reason("read other"), u"hanging"_s);
        QCOMPARE(probe.reason(writeCommand("any", "canary-key-0123456789")), u"hanging"_s);
        QCOMPARE(probe.reason("remove any"), u"hanging"_s);
        QCOMPARE(probe.state(), u"hanging"_s);
        // It ends when the service goes, and does no harm by that.
        m_bus->stopService();
        QTRY_COMPARE(probe.reason("read any"), u"unavailable"_s);
        QVERIFY(probe.isRunning());
        qInfo("largest gap %d ms", probe.largestGap);
    }

    void unlockAsksThePerson_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("state");
        QTest::newRow("no answer") << u"no-prompt"_s << u"hanging"_s << u"locked"_s;
        QTest::newRow("no") << u"dismissed"_s << u"refused"_s << u"locked"_s;
        QTest::newRow("yes") << u"accepted"_s << u"ok"_s << u"ready"_s;
    }
    void unlockAsksThePerson()
    {
        QFETCH(QString, mode);
        QFETCH(QString, reason);
        QFETCH(QString, state);
        QVERIFY(startService(mode));
        Probe probe(environment(m_bus->address()), {u"5000"_s, u"500"_s});
        QCOMPARE(probe.state(), u"locked"_s);
        QCOMPARE(probe.reason("read any"), u"locked"_s);
        QCOMPARE(probe.reason("unlock"), reason);
        QCOMPARE(probe.state(), state);
        qInfo("largest gap %d ms", probe.largestGap);
    }

    void serviceKilledInBetween()
    {
        QVERIFY(startService(u"accepted"_s));
        Probe probe(environment(m_bus->address()));
        QCOMPARE(probe.state(), u"locked"_s);
        m_bus->stopService();
        QTRY_COMPARE(probe.state(), u"unavailable"_s);
        expectEverywhere(probe, u"unavailable"_s, u"unavailable"_s);
    }

    void busKilledAndStartedAgain()
    {
        QVERIFY(startService(u"no-secret"_s));
        Probe probe(environment(m_bus->address()), {u"500"_s, u"500"_s});
        QCOMPARE(probe.state(), u"ready"_s);
        // A job connects GLib to the bus too, which by itself would end the program with the bus.
        QCOMPARE(probe.reason("read any"), u"hanging"_s);
        m_bus->stop();
        QTest::qWait(300);
        QVERIFY(probe.isRunning());
        QTRY_COMPARE(probe.state(), u"unavailable"_s);
        QVERIFY(probe.isRunning());
        m_bus->stopService();
        const QString before = m_bus->address();
        QVERIFY(startService(u"no-secret"_s));
        QCOMPARE(m_bus->address(), before);
        QTRY_COMPARE(probe.state(), u"ready"_s);
        qInfo("largest gap %d ms", probe.largestGap);
    }
};

QTEST_GUILESS_MAIN(KeychainStatesTest)
#include "tst_keychainstates.moc"

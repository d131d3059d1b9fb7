#include "tests/support/temporarydatadir.h"

#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

/// tests/support/with-keyring.sh, with the real gnome-keyring.
class TestWithKeyring : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const QString &name : {u"gnome-keyring-daemon"_s, u"dbus-run-session"_s, u"gdbus"_s}) {
            QVERIFY2(!QStandardPaths::findExecutable(name).isEmpty(),
                     qPrintable(u"install "_s + name));
        }
    }

    void givesTheExitCodeAndStandardInputOfTheCommand()
    {
        const Run run = runInSession(u"read word; echo \"got $word\"; exit 42"_s, "hello\n"_ba);
        QCOMPARE(run.exitCode, 42);
        QCOMPARE(run.output.trimmed(), "got hello"_ba);
    }

    void unlocksTheDefaultCollection()
    {
        const Run run = runInSession(u"gdbus call --session --dest org.freedesktop.secrets"
                                     " --object-path /org/freedesktop/secrets/aliases/default"
                                     " --method org.freedesktop.DBus.Properties.Get"
                                     " org.freedesktop.Secret.Collection Locked"_s);
        QCOMPARE(run.output.trimmed(), "(<false>,)"_ba);
    }

    void hidesTheCallersWorld()
    {
        const Run run = runInSession(
            u"echo \"${DISPLAY-unset} ${WAYLAND_DISPLAY-unset} ${XDG_CURRENT_DESKTOP-unset}"
            " ${QT_NO_GLIB-unset} $QT_QPA_PLATFORM\"; echo $HOME; echo $XDG_DATA_HOME;"
            " echo $XDG_RUNTIME_DIR"_s);
        const QList<QByteArray> lines = run.output.trimmed().split('\n');
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines.first(), "unset unset unset unset offscreen"_ba);
        for (const QByteArray &folder : lines.mid(1))
            QVERIFY2(folder.startsWith(m_dir.path().toLocal8Bit()), folder.constData());
    }

    void saysWhatToInstall()
    {
        QProcess process;
        process.setProcessEnvironment([] {
            QProcessEnvironment environment;
            environment.insert(u"PATH"_s, u"/nonexistent"_s);
            return environment;
        }());
        process.start(u"/bin/sh"_s, {script(), u"true"_s});
        QVERIFY(process.waitForFinished(10'000));
        QCOMPARE(process.exitCode(), 77);
        QVERIFY(process.readAllStandardError().contains("gnome-keyring dbus libglib2.0-bin"));
    }

    void stopsTheCommandWhenTerminated()
    {
        QProcess process;
        process.setProcessEnvironment(environment());
        process.start(script(), {u"sh"_s, u"-c"_s, u"echo up; exec sleep 60"_s});
        QVERIFY(process.waitForReadyRead(20'000));
        process.terminate();
        QVERIFY(process.waitForFinished(10'000));
        QCOMPARE(process.exitCode(), 143);
    }

    /// After each test: nothing is left.
    void cleanup() { QCOMPARE(m_dir.files(), QStringList()); }

private:
    struct Run {
        int exitCode = -1;
        QByteArray output;
    };

    Run runInSession(const QString &command, const QByteArray &input = {})
    {
        QProcess process;
        process.setProcessEnvironment(environment());
        process.start(script(), {u"sh"_s, u"-c"_s, command});
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(30'000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput()};
    }
    QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TMPDIR"_s, m_dir.path());
        for (const QString &name :
             {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"XDG_CURRENT_DESKTOP"_s, u"QT_NO_GLIB"_s})
            environment.insert(name, u"set-by-the-caller"_s);
        return environment;
    }
    static QString script()
    {
        return qEnvironmentVariable("KEYWAY_SOURCE_DIR") + u"/tests/support/with-keyring.sh"_s;
    }

    TemporaryDataDir m_dir;
};

QTEST_GUILESS_MAIN(TestWithKeyring)
#include "tst_withkeyring.moc"

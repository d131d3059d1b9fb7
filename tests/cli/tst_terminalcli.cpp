// The program in a terminal: keys and passwords are typed unseen, questions are answered, Ctrl+C
// leaves the terminal as it was.

#include "tests/cli/clifixture.h"

#include <QtCore/QElapsedTimer>

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace keyway;

namespace {

/// A program in a terminal of its own.
class Terminal {
public:
    Terminal(const QStringList &words, const QProcessEnvironment &environment)
    {
        QByteArrayList arguments;
        for (const QString &word : words)
            arguments.append(word.toUtf8());
        QByteArrayList variables;
        for (const QString &variable : environment.toStringList())
            variables.append(variable.toUtf8());
        std::vector<char *> argv = pointersTo(arguments);
        std::vector<char *> envp = pointersTo(variables);
        m_process = forkpty(&m_terminal, nullptr, nullptr, nullptr);
        if (m_process == 0) {
            execve(argv.front(), argv.data(), envp.data());
            _exit(127);
        }
    }
    ~Terminal()
    {
        if (m_process > 0)
            end();
        close(m_terminal);
    }
    Q_DISABLE_COPY_MOVE(Terminal)

    /// Everything that was shown, once it contains `text`; false where it never does.
    bool shows(const QByteArray &text)
    {
        QElapsedTimer clock;
        clock.start();
        while (!m_shown.contains(text) && clock.elapsed() < 20'000) {
            if (!readMore())
                break;
        }
        return m_shown.contains(text);
    }
    void type(const QByteArray &text)
    {
        [[maybe_unused]] const ssize_t written
            = write(m_terminal, text.constData(), static_cast<std::size_t>(text.size()));
    }
    bool echoes() const
    {
        termios state{};
        return tcgetattr(m_terminal, &state) == 0 && (state.c_lflag & ECHO) != 0;
    }
    /// Reads to the end; the exit code.
    int end()
    {
        while (readMore()) { }
        int status = 0;
        waitpid(m_process, &status, 0);
        m_process = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    QByteArray shown() const { return m_shown; }

private:
    static std::vector<char *> pointersTo(QByteArrayList &words)
    {
        std::vector<char *> pointers;
        for (QByteArray &word : words)
            pointers.push_back(word.data());
        pointers.push_back(nullptr);
        return pointers;
    }
    bool readMore()
    {
        pollfd wanted{m_terminal, POLLIN, 0};
        if (poll(&wanted, 1, 20'000) != 1)
            return false;
        char buffer[1000];
        const ssize_t got = read(m_terminal, buffer, sizeof buffer);
        if (got > 0)
            m_shown.append(buffer, got);
        return got > 0;
    }

    pid_t m_process = -1;
    int m_terminal = -1;
    QByteArray m_shown;
};

const QByteArray key = "sk-typed-0123456789-TAIL";

} // namespace

class TerminalCliTest : public QObject {
    Q_OBJECT

    std::unique_ptr<CliFixture> m_cli;

    std::unique_ptr<Terminal> start(const QStringList &words) const
    {
        return std::make_unique<Terminal>(QStringList{CliFixture::program()} + words,
                                          m_cli->environment);
    }
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

private Q_SLOTS:
    void init()
    {
        m_cli = std::make_unique<CliFixture>();
        QVERIFY(m_cli->first.start().ok());
    }

    void keyIsTypedUnseen()
    {
        auto terminal = start(addCommand());
        QVERIFY2(terminal->shows("API key for OpenAI:"), terminal->shown().constData());
        QVERIFY(!terminal->echoes()); // from the first moment on
        terminal->type(key + '\n');
        QCOMPARE(terminal->end(), 0);
        QVERIFY2(terminal->shown().contains("First is added"), terminal->shown().constData());
        QVERIFY(!terminal->shown().contains("typed"));
        QCOMPARE(m_cli->first.requests().at(0).key, key);
    }

    void controlCLeavesTheTerminalAsItWas()
    {
        auto terminal = start(addCommand());
        QVERIFY(terminal->shows("API key for OpenAI:"));
        QVERIFY(!terminal->echoes());
        terminal->type("sk-ha\x03");
        QVERIFY2(terminal->shows("Stopped. Nothing was changed."), terminal->shown().constData());
        QVERIFY(terminal->echoes());
        QCOMPARE(terminal->end(), 1);
        QCOMPARE(m_cli->first.connectionCount(), 0);
        QCOMPARE(m_cli->run({u"integrations"_s, u"list"_s, u"--json"_s}).list().size(), 0);
    }

    void nothingTyped()
    {
        auto terminal = start(addCommand());
        QVERIFY(terminal->shows("API key for OpenAI:"));
        terminal->type("\n");
        QCOMPARE(terminal->end(), 1);
        QVERIFY2(terminal->shown().contains("OpenAI needs a key."), terminal->shown().constData());
    }

    void removeAsks_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("left");
        QTest::newRow("enter") << QByteArray("\n") << 1;
        QTest::newRow("n") << QByteArray("n\n") << 1;
        QTest::newRow("y") << QByteArray("y\n") << 0;
        QTest::newRow("control c") << QByteArray("\x03") << 1;
    }
    void removeAsks()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, left);
        m_cli->add(addCommand().mid(2));
        auto terminal = start({u"integrations"_s, u"remove"_s, u"First"_s});
        QVERIFY2(terminal->shows("[y/N]"), terminal->shown().constData());
        terminal->type(answer);
        QCOMPARE(terminal->end(), left);
        QCOMPARE(m_cli->run({u"integrations"_s, u"list"_s, u"--json"_s}).list().size(), left);
    }

    void vaultPasswordIsTypedTwice_data()
    {
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<int>("exit");
        QTest::newRow("the same") << QByteArray("correct horse\n") << 0;
        QTest::newRow("another") << QByteArray("correct house\n") << 1;
    }
    void vaultPasswordIsTypedTwice()
    {
        QFETCH(QByteArray, second);
        QFETCH(int, exit);
        auto terminal = start({u"keychain"_s, u"create-vault"_s});
        QVERIFY(terminal->shows("New master password:"));
        terminal->type("correct horse\n");
        QVERIFY(terminal->shows("The same again:"));
        terminal->type(second);
        QCOMPARE(terminal->end(), exit);
        QVERIFY(!terminal->shown().contains("correct"));
        QCOMPARE(m_cli->dir.files().contains(u"vault.keyway"_s), exit == 0);
    }

    void controlCStopsAnAnswerAndKeepsItsCost()
    {
        m_cli->add(addCommand().mid(2));
        simulator::Behaviour slow;
        slow.chunkDelay = std::chrono::milliseconds(300);
        m_cli->first.setDefaultBehaviour(slow);
        auto terminal = start({u"ask"_s, u"Hi"_s});
        QVERIFY(terminal->shows("The provider"));
        terminal->type("\x03");
        QCOMPARE(terminal->end(), 1);
        const QJsonObject row = m_cli->usage()[u"records"_s].toArray().at(0).toObject();
        QCOMPARE(row[u"outcome"_s], u"cancelled"_s);
        QCOMPARE(row[u"cost_state"_s], u"estimated"_s);
        QVERIFY(row[u"platform_cost_nano"_s].toInteger() > 0);
    }
};

QTEST_GUILESS_MAIN(TerminalCliTest)
#include "tst_terminalcli.moc"

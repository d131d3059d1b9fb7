// Two months with real processes: the server, the command line, a service, a keychain; only the
// wall clock of the programs is moved. The invoices that come of it are computed again here.

#include "tests/cli/clifixture.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QUuid>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>

#include <memory>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

const QString ada = u"ada@example.org"_s;
const QByteArray password = "correct horse battery";
constexpr int fewAsks = 5; // of each service in a month

} // namespace

class InvoiceCliTest : public QObject {
    Q_OBJECT

    std::unique_ptr<CliFixture> m_cli;
    std::unique_ptr<TemporaryDataDir> m_serverDir;
    std::unique_ptr<QProcess> m_server;
    quint16 m_port = 0;

    QString shiftFile() const { return m_serverDir->filePath(u"shift"_s); }

    /// All programs of the test live at noon of that day from now on.
    void travelTo(const QDate &day)
    {
        const qint64 seconds
            = QDateTime::currentDateTimeUtc().secsTo(QDateTime(day, QTime(12, 0), Qt::UTC));
        QFile file(shiftFile());
        QVERIFY(file.open(QIODevice::ReadWrite)); // the same file: programs look into it
        QCOMPARE(file.write(reinterpret_cast<const char *>(&seconds), sizeof seconds),
                 qint64(sizeof seconds));
    }

    static QString serverProgram()
    {
        return qEnvironmentVariable("KEYWAY_BIN_DIR") + "/keyway-server"_L1;
    }
    QString serverData() const { return m_serverDir->filePath(u"data"_s); }
    void startServer()
    {
        m_server = std::make_unique<QProcess>();
        m_server->setProcessEnvironment(m_cli->environment);
        m_server->start(
            serverProgram(),
            {u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_port), u"--data-dir"_s, serverData()});
        QVERIFY(m_server->waitForStarted(20'000));
        while (!m_server->canReadLine() && m_server->waitForReadyRead(20'000)) { }
        const QByteArray line = m_server->readLine().trimmed();
        m_port = line.mid(line.lastIndexOf(':') + 1).toUShort();
        QVERIFY2(m_port != 0, m_server->readAllStandardError().constData());
    }
    CliRun operate(const QStringList &command) const
    {
        return m_cli->runProgram(serverProgram(),
                                 QStringList{u"--data-dir"_s, serverData()} + command);
    }
    QByteArray mailedCode() const
    {
        const QDir mails(serverData() + "/mail"_L1);
        QFile file(mails.filePath(mails.entryList(QDir::Files, QDir::Time).value(0)));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return QJsonDocument::fromJson(file.readAll())
            .object()
            .value("token"_L1)
            .toString()
            .toLatin1();
    }
    CliRun invoices(const QStringList &words) const
    {
        return m_cli->run(QStringList{u"invoices"_s} + words);
    }

    void askAll(int rounds)
    {
        for (int i = 0; i < rounds; ++i) {
            for (const QString &name : {u"First"_s, u"Second"_s, u"Home"_s})
                VERIFY_EXIT(m_cli->run({u"ask"_s, u"Hello"_s, u"--integration"_s, name}), 0);
        }
        Behaviour failure;
        failure.fault.kind = simulator::Fault::Kind::Status;
        failure.fault.status = 500;
        m_cli->second.setDefaultBehaviour(failure);
        QVERIFY(m_cli->run({u"ask"_s, u"Hello"_s, u"--integration"_s, u"Second"_s}).exit != 0);
        m_cli->second.setDefaultBehaviour(dear());
        const CliRun sent = m_cli->run({u"sync"_s, u"now"_s, u"--json"_s});
        VERIFY_EXIT(sent, 0);
        QVERIFY(sent.json()[u"sent"_s].toInteger() >= 3 * rounds + 1);
        QCOMPARE(sent.json()[u"quarantined"_s].toInteger(), 0);
        QCOMPARE(sent.json()[u"refused"_s].toInteger(), 0);
    }

    /// The words on paper are those on the screen, in their order.
    void printsWhatItShows()
    {
        const CliRun shown = invoices({u"show"_s, u"KW-2027-0001"_s});
        VERIFY_EXIT(shown, 0);
        const QString path = m_serverDir->filePath(u"invoice.pdf"_s);
        VERIFY_EXIT(invoices({u"show"_s, u"KW-2027-0001"_s, u"--pdf"_s, path}), 0);
        VERIFY_EXIT(invoices({u"show"_s, u"KW-2027-0001"_s, u"--pdf"_s, u"/nonexistent/a.pdf"_s}),
                    1);
        QProcess reader;
        reader.start(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s});
        if (!reader.waitForFinished(20'000) || reader.exitCode() != 0)
            return; // there is no such program here
        const QString paper = QString::fromUtf8(reader.readAllStandardOutput()).simplified();
        QVERIFY(!paper.isEmpty());
        const QStringList lines = shown.text().split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(lines.size() > 10);
        for (const QString &line : lines.mid(1))
            QVERIFY2(paper.contains(line.simplified()),
                     qPrintable(line.simplified() + u" | "_s + paper));
    }

    using Behaviour = simulator::Behaviour;
    static Behaviour dear()
    {
        Behaviour behaviour;
        behaviour.usage.input = 1000;
        behaviour.usage.output = 10'000'000;
        return behaviour;
    }

    /// What another program would do to a file.
    static void change(const QString &path, const QStringList &statements)
    {
        const QString name = QUuid::createUuid().toString();
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
            database.setDatabaseName(path);
            QVERIFY(database.open());
            for (const QString &statement : statements) {
                QSqlQuery query(database);
                QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
            }
        }
        QSqlDatabase::removeDatabase(name);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString library = QStringLiteral(KEYWAY_SHIFTED_TIME);
        if (!QFile::exists(library))
            QSKIP("there is no moved clock with this build");
    }
    void init()
    {
        m_serverDir = std::make_unique<TemporaryDataDir>();
        m_cli = std::make_unique<CliFixture>();
        m_cli->environment.insert(u"LD_PRELOAD"_s, QStringLiteral(KEYWAY_SHIFTED_TIME));
        m_cli->environment.insert(u"KEYWAY_TEST_TIME_SHIFT"_s, shiftFile());
        travelTo(QDate(2027, 1, 10));
        startServer();
        m_cli->first.setDefaultBehaviour(dear());
        m_cli->second.setDefaultBehaviour(dear());
        m_cli->addBoth();
        m_cli->add({u"ollama"_s, u"--name"_s, u"Home"_s, u"--base-url"_s,
                    m_cli->first.baseUrl(u"ollama"_s).toString(), u"--model"_s, u"llama3.2"_s});
        VERIFY_EXIT(m_cli->run({u"account"_s, u"signup"_s, ada, u"--server"_s,
                                u"http://127.0.0.1:%1"_s.arg(m_port)},
                               password),
                    0);
        VERIFY_EXIT(m_cli->run({u"account"_s, u"verify"_s}, mailedCode()), 0);
        VERIFY_EXIT(m_cli->run({u"account"_s, u"signin"_s, ada}, password), 0);
    }
    void cleanup()
    {
        m_server->kill();
        m_server->waitForFinished();
        m_server.reset();
        m_cli.reset();
        m_serverDir.reset();
    }

    void twoMonthsComeOutRight()
    {
        const int rounds = fewAsks * qMax(1, qEnvironmentVariableIntValue("KEYWAY_TEST_ROUNDS"));
        QCOMPARE(invoices({u"list"_s, u"--json"_s}).list(), QJsonArray());
        askAll(rounds);
        VERIFY_EXIT(m_cli->run({u"plan"_s, u"set"_s, u"monthly"_s}), 0);
        travelTo(QDate(2027, 2, 10));
        VERIFY_EXIT(operate({u"close-months"_s}), 0);
        askAll(rounds);
        travelTo(QDate(2027, 3, 3));
        const CliRun early = operate({u"close-months"_s});
        VERIFY_EXIT(early, 0);
        QVERIFY2(early.text().startsWith(u'0'), early.out.constData()); // February waits a little
        // A server that starts closes what is due by itself.
        travelTo(QDate(2027, 3, 4));
        m_server->kill();
        m_server->waitForFinished();
        startServer();
        QTRY_COMPARE(invoices({u"list"_s, u"--json"_s}).list().size(), 2);

        const QJsonArray all = invoices({u"list"_s, u"--json"_s}).list();
        const QJsonObject january = all.at(0)[u"invoice"_s].toObject();
        const QJsonObject february = all.at(1)[u"invoice"_s].toObject();
        QCOMPARE(january[u"number"_s].toString(), u"KW-2027-0001"_s);
        QCOMPARE(february[u"number"_s].toString(), u"KW-2027-0002"_s);
        QCOMPARE(all.at(0)[u"status"_s].toString(), u"overdue"_s);
        QCOMPARE(all.at(1)[u"status"_s].toString(), u"issued"_s);

        // January bears a percentage: what the computer counted itself, attempt by attempt.
        const QJsonObject usage
            = m_cli->run({u"usage"_s, u"--month"_s, u"2027-01"_s, u"--records"_s, u"--json"_s})
                  .json();
        QCOMPARE(january[u"sum_nano"_s].toInteger(), usage[u"platform_fee_nano"_s].toInteger());
        const QJsonArray records = usage[u"records"_s].toArray();
        qint64 fees = 0;
        for (const QJsonValue &record : records)
            fees += record[u"platform_fee_nano"_s].toInteger();
        QCOMPARE(january[u"sum_nano"_s].toInteger(), fees);
        QVERIFY(january[u"total_cents"_s].toInteger() > 50);
        QStringList waived;
        qint64 attempts = 0;
        for (const QJsonValue &line : january[u"lines"_s].toArray()) {
            attempts += line[u"attempts"_s].toInteger();
            if (line[u"fee_nano"_s].toInteger() == 0)
                waived.append(line[u"waived"_s].toString());
        }
        QCOMPARE(attempts, qint64(records.size()));
        waived.sort();
        QCOMPARE(waived, (QStringList{u"failed"_s, u"local"_s}));
        // February the price of the month, and nothing for single requests.
        QCOMPARE(february[u"total_cents"_s].toInteger(), 300);

        const CliRun right = invoices({u"verify"_s, u"--json"_s});
        VERIFY_EXIT(right, 0);
        QCOMPARE(right.list().size(), 2);
        for (const QJsonValue &one : right.list()) {
            QCOMPARE(one[u"right"_s], QJsonValue(true));
            QCOMPARE(one[u"elsewhere_attempts"_s].toInteger(), 0);
        }
        const CliRun csv = invoices({u"show"_s, u"KW-2027-0001"_s, u"--csv"_s});
        VERIFY_EXIT(csv, 0);
        QVERIFY2(csv.out.contains("total,2027-01,,,,,"), csv.out.constData());

        printsWhatItShows();

        VERIFY_EXIT(operate({u"invoices"_s, u"mark-paid"_s, u"KW-2027-0001"_s}), 0);
        VERIFY_EXIT(operate({u"invoices"_s, u"mark-paid"_s, u"KW-2027-0001"_s}), 0);
        VERIFY_EXIT(operate({u"invoices"_s, u"mark-paid"_s, u"KW-2027-0009"_s}), 1);
        const QJsonObject paid = invoices({u"list"_s, u"--json"_s}).list().at(0).toObject();
        QCOMPARE(paid[u"status"_s].toString(), u"paid"_s);
        QCOMPARE(paid[u"paid_cents"_s], january[u"total_cents"_s]);

        // One digit in the ledger.
        const QString ledger = m_cli->dir.filePath(u"keyway.db"_s);
        change(ledger,
               {u"DROP TRIGGER attempt_is_final"_s,
                u"UPDATE attempt SET platform_cost_nano = platform_cost_nano + 1 WHERE record_id = "
                "(SELECT MIN(record_id) FROM attempt)"_s});
        const CliRun changed = invoices({u"verify"_s, u"KW-2027-0001"_s, u"--json"_s});
        VERIFY_EXIT(changed, 1);
        const QJsonObject where = changed.json()[u"difference"_s].toObject();
        QCOMPARE(where[u"where"_s].toString(), u"record"_s);
        QCOMPARE(where[u"field"_s].toString(), u"changed"_s);
        const CliRun told = invoices({u"verify"_s, u"KW-2027-0001"_s});
        VERIFY_EXIT(told, 1);
        QVERIFY2(told.text().contains(where[u"record_id"_s].toString()), told.out.constData());
        VERIFY_EXIT(invoices({u"verify"_s, u"KW-2027-0002"_s}), 0);

        // One digit in an invoice.
        change(ledger,
               {u"UPDATE invoice SET message = replace(message, '\"total_cents\":300', "
                "'\"total_cents\":200') WHERE number = 'KW-2027-0002'"_s});
        const CliRun total = invoices({u"verify"_s, u"KW-2027-0002"_s, u"--json"_s});
        VERIFY_EXIT(total, 1);
        QCOMPARE(total.json()[u"difference"_s][u"field"_s].toString(), u"total_cents"_s);
        QCOMPARE(total.json()[u"difference"_s][u"expected"_s].toString(), u"300"_s);
    }

    void needsSomebodyWhoIsSignedIn()
    {
        VERIFY_EXIT(invoices({u"show"_s, u"KW-2027-0001"_s}), 1);
        VERIFY_EXIT(m_cli->run({u"plan"_s, u"set"_s, u"dear"_s}), 2);
        VERIFY_EXIT(m_cli->run({u"plan"_s, u"set"_s, u"none"_s, u"--paid"_s}), 1);
        const CliRun fee = m_cli->run({u"fee"_s, u"monthly"_s});
        VERIFY_EXIT(fee, 1);
        QVERIFY2(fee.told().contains(u"keyway plan set"_s), fee.err.constData());
        VERIFY_EXIT(m_cli->run({u"account"_s, u"signout"_s}), 0);
        VERIFY_EXIT(invoices({u"list"_s}), 1);
        VERIFY_EXIT(m_cli->run({u"plan"_s, u"show"_s}), 1);
        VERIFY_EXIT(m_cli->run({u"fee"_s, u"monthly"_s}), 0);
    }
};

QTEST_GUILESS_MAIN(InvoiceCliTest)
#include "tst_invoicecli.moc"

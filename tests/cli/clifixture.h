#pragma once

#include "tests/support/simulator/providersimulator.h"
#include "tests/support/temporarydatadir.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtTest/QTest>

namespace keyway {

/// How a run of `keyway` ended.
struct CliRun {
    int exit = -1; ///< -1: it crashed or did not end in time
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QJsonArray list() const { return QJsonDocument::fromJson(out).array(); }
    QString text() const { return QString::fromUtf8(out); }
    QString told() const { return QString::fromUtf8(err); }
};

/// The program `keyway` on a data folder of its own, and two services that it may ask.
class CliFixture {
public:
    TemporaryDataDir dir;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    ProviderSimulator first; ///< OpenAI's wire, integration "First"
    ProviderSimulator second; ///< Anthropic's wire, integration "Second"

    CliFixture()
    {
        using namespace Qt::StringLiterals;
        environment.insert(u"KEYWAY_DATA_DIR"_s, dir.path());
        environment.remove(u"KEYWAY_VAULT_PASSWORD"_s);
    }

    static QString program()
    {
        return qEnvironmentVariable("KEYWAY_BIN_DIR") + QLatin1String("/keyway");
    }

    CliRun run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return runProgram(program(), arguments, input);
    }

    CliRun runProgram(const QString &executable, const QStringList &arguments,
                      const QByteArray &input = {}) const
    {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(executable, arguments);
        return finish(process, input);
    }

    static CliRun finish(QProcess &process, const QByteArray &input = {})
    {
        process.write(input);
        process.closeWriteChannel();
        CliRun result;
        if (!process.waitForFinished(60'000))
            process.kill();
        else if (process.exitStatus() == QProcess::NormalExit)
            result.exit = process.exitCode();
        result.out = process.readAllStandardOutput();
        result.err = process.readAllStandardError();
        return result;
    }

    /// Starts both services and adds an integration for each, with its key in the keychain.
    void addBoth(const QStringList &more = {})
    {
        using namespace Qt::StringLiterals;
        QVERIFY(first.start().ok());
        QVERIFY(second.start().ok());
        add({u"openai"_s, u"--name"_s, u"First"_s, u"--base-url"_s, first.url(u"/v1"_s).toString(),
             u"--model"_s, u"gpt-6-luna"_s},
            more);
        add({u"anthropic"_s, u"--name"_s, u"Second"_s, u"--base-url"_s, second.url().toString(),
             u"--model"_s, u"claude-haiku-5-5"_s},
            more);
    }

    void add(const QStringList &arguments, const QStringList &more = {},
             const QByteArray &key = "sk-test-0123456789abcdef-TAIL")
    {
        using namespace Qt::StringLiterals;
        const CliRun added = run(QStringList{u"integrations"_s, u"add"_s} + arguments + more, key);
        QVERIFY2(added.exit == 0, added.err.constData());
    }

    QJsonObject usage() const
    {
        using namespace Qt::StringLiterals;
        return run({u"usage"_s, u"--json"_s, u"--records"_s}).json();
    }
};

/// The answer of a service that fails in one way, always.
inline simulator::Behaviour failing(simulator::Fault fault)
{
    simulator::Behaviour behaviour;
    behaviour.fault = std::move(fault);
    return behaviour;
}

/// Every sum in `usage --json --records` is what its rows add up to, to the nano-dollar.
inline void verifySums(const QJsonObject &usage)
{
    using namespace Qt::StringLiterals;
    const auto integer = [](const QJsonValue &value) { return value.toInteger(); };
    for (const QString &field :
         {u"platform_cost_nano"_s, u"platform_fee_nano"_s, u"total_nano"_s}) {
        qint64 ofRows = 0;
        QMap<QString, qint64> ofServices;
        for (const QJsonValue &row : usage[u"records"_s].toArray()) {
            ofRows += integer(row[field]);
            ofServices[row[u"service"_s].toString()] += integer(row[field]);
        }
        qint64 ofParts = 0;
        for (const QJsonValue &part : usage[u"by_service"_s].toArray()) {
            QCOMPARE(integer(part[field]), ofServices.value(part[u"service"_s].toString()));
            ofParts += integer(part[field]);
        }
        QCOMPARE(integer(usage[field]), ofRows);
        QCOMPARE(ofParts, ofRows);
    }
    QCOMPARE(integer(usage[u"platform_cost_nano"_s]) + integer(usage[u"platform_fee_nano"_s]),
             integer(usage[u"total_nano"_s]));
}

} // namespace keyway

#define VERIFY_EXIT(run, code)                                                                     \
    do {                                                                                           \
        const ::keyway::CliRun verified = (run);                                                   \
        QVERIFY2(verified.exit == (code),                                                          \
                 qPrintable(QStringLiteral("exit %1: %2%3")                                        \
                                .arg(verified.exit)                                                \
                                .arg(verified.told(), verified.text())));                          \
    } while (false)

// What is in the program of administrators, and what is not.

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace {

/// The names of everything that was linked into a program of the build.
QByteArray symbolsOf(const QString &program)
{
    QProcess nm;
    nm.start(u"nm"_s,
             {u"--demangle"_s, u"--defined-only"_s,
              qEnvironmentVariable("KEYWAY_BIN_DIR") + u'/' + program});
    return nm.waitForFinished(60'000) ? nm.readAllStandardOutput() : QByteArray();
}

/// The properties of a schema, and of those inside it.
void collectProperties(const QJsonValue &schema, QStringList &names)
{
    const QJsonObject properties = schema["properties"_L1].toObject();
    names += properties.keys();
    for (const QJsonValue &property : properties)
        collectProperties(property, names);
    if (schema["items"_L1].isObject())
        collectProperties(schema["items"_L1], names);
}

} // namespace

class TestAdminProgram : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void knowsNoProviderAndNoStoreOfKeys_data()
    {
        QTest::addColumn<QByteArray>("part");
        for (const char *part :
             {"keyway::OpenAiChatProvider", "keyway::AnthropicProvider", "keyway::GeminiProvider",
              "keyway::ProviderSet", "keyway::KeychainStore", "keyway::VaultStore",
              "keyway::EnvironmentStore", "keyway::keychainEntry", "keyway::IntegrationStore",
              "keyway::engine::", "keyway::server::"})
            QTest::newRow(part) << QByteArray(part);
    }
    void knowsNoProviderAndNoStoreOfKeys()
    {
        if (QStandardPaths::findExecutable(u"nm"_s).isEmpty())
            QSKIP("there is no nm here");
        QFETCH(QByteArray, part);
        if (m_admin.isEmpty())
            m_admin = symbolsOf(u"keyway-admin"_s);
        if (m_user.isEmpty())
            m_user = symbolsOf(u"keyway"_s);
        if (!m_admin.contains("keyway::"))
            QSKIP("the program was stripped");
        QVERIFY(m_admin.contains("keyway::AdminClient")); // the search finds what is there
        QVERIFY2(part.startsWith("keyway::server") || m_user.contains(part),
                 "nothing is called like that any more");
        QVERIFY2(!m_admin.contains(part), "this is linked into the program of administrators");
    }

    /// Whatever an administrator is answered: no field of it is a key.
    void isNeverAnsweredAKey()
    {
        QFile file(qEnvironmentVariable("KEYWAY_SOURCE_DIR")
                   + "/resources/openapi/keyway-admin.json"_L1);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject paths = QJsonDocument::fromJson(file.readAll())["paths"_L1].toObject();
        int answers = 0;
        QStringList written;
        for (auto path = paths.begin(); path != paths.end(); ++path) {
            QVERIFY2(!path.key().contains("account"_L1) || !path.key().contains("key"_L1),
                     qPrintable(path.key()));
            const QJsonObject methods = path->toObject();
            for (const QJsonValue &method : methods) {
                const auto schemaOf = [](const QJsonValue &message) {
                    return message["content"_L1]["application/json"_L1]["schema"_L1];
                };
                const QJsonObject responses = method["responses"_L1].toObject();
                for (const QJsonValue &response : responses) {
                    QStringList names;
                    collectProperties(schemaOf(response), names);
                    ++answers;
                    for (const QString &secret :
                         {u"key"_s, u"api_key"_s, u"secret"_s, u"password"_s, u"prompt"_s,
                          u"answer"_s, u"sealed"_s})
                        QVERIFY2(!names.contains(secret), qPrintable(path.key() + u' ' + secret));
                }
                collectProperties(schemaOf(method["requestBody"_L1]), written);
            }
        }
        QVERIFY(answers > 20);
        QVERIFY(written.contains(u"key"_s)); // in, never out
    }

private:
    QByteArray m_admin, m_user;
};

QTEST_APPLESS_MAIN(TestAdminProgram)
#include "tst_adminprogram.moc"

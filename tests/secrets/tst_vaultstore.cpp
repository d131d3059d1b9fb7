#include "core/secrets/environmentstore.h"
#include "core/secrets/vaultstore.h"
#include "tests/support/await.h"
#include "tests/support/temporarydatadir.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QProcess>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace keyway;

namespace {

const VaultCost cheap{1, 8192};

Secret secret(const QByteArray &bytes)
{
    return Secret::take(QByteArray(bytes.constData(), bytes.size()));
}

QString reason(const Result<Done> &result)
{
    return result.ok() ? u"ok"_s : result.error().reason();
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The key as text, or the reason in brackets.
QByteArray value(SecretStore &store, const QString &key)
{
    const auto result = await(store.read(key));
    if (!result.ok())
        return '(' + result.error().reason().toLatin1() + ')';
    return result->reveal([](QByteArrayView bytes) { return bytes.toByteArray(); });
}

KeychainState state(SecretStore &store)
{
    return await(store.status()).state;
}

} // namespace

class VaultStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void existsOnlyWhenMade()
    {
        TemporaryDataDir dir;
        VaultStore vault(dir.filePath(u"vault.keyway"_s), cheap);
        QCOMPARE(state(vault), KeychainState::NotCreated);
        QCOMPARE(value(vault, u"key"_s), QByteArray("(not-created)"));
        QCOMPARE(reason(await(vault.write(u"key"_s, secret("value")))), u"not-created"_s);
        QCOMPARE(reason(await(vault.remove(u"key"_s))), u"not-created"_s);
        QCOMPARE(reason(await(vault.open(secret("password")))), u"not-created"_s);
        QCOMPARE(reason(await(vault.unlock())), u"not-created"_s);
        QCOMPARE(reason(await(vault.create(secret("")))), u"empty"_s);
        QCOMPARE(dir.files(), QStringList());
    }

    void keepsKeys()
    {
        TemporaryDataDir dir;
        const QString path = dir.filePath(u"folder/vault.keyway"_s);
        {
            VaultStore vault(path, cheap);
            QCOMPARE(reason(await(vault.create(secret("password")))), u"ok"_s);
            QCOMPARE(state(vault), KeychainState::Ready);
            QCOMPARE(reason(await(vault.unlock())), u"ok"_s);
            QCOMPARE(reason(await(vault.write(u"a"_s, secret("first")))), u"ok"_s);
            QCOMPARE(reason(await(vault.write(u"a"_s, secret("second")))), u"ok"_s);
            QCOMPARE(reason(await(vault.write(u"b"_s, secret(QByteArray(2000, 'k'))))), u"ok"_s);
            QCOMPARE(reason(await(vault.write(u"c"_s, secret(QByteArray(2001, 'k'))))),
                     u"too-large"_s);
            QCOMPARE(reason(await(vault.write(u"c"_s, secret("")))), u"empty"_s);
            QCOMPARE(value(vault, u"a"_s), QByteArray("second"));
            QCOMPARE(reason(await(vault.create(secret("password")))), u"exists"_s);
        }
        VaultStore vault(path, cheap);
        QCOMPARE(state(vault), KeychainState::Locked);
        QCOMPARE(value(vault, u"a"_s), QByteArray("(locked)"));
        QCOMPARE(reason(await(vault.write(u"a"_s, secret("third")))), u"locked"_s);
        QCOMPARE(reason(await(vault.remove(u"a"_s))), u"locked"_s);
        QCOMPARE(reason(await(vault.unlock())), u"password-needed"_s);
        QCOMPARE(reason(await(vault.open(secret("Password")))), u"wrong-password"_s);
        QCOMPARE(state(vault), KeychainState::Locked);
        QCOMPARE(reason(await(vault.open(secret("password")))), u"ok"_s);
        QCOMPARE(value(vault, u"a"_s), QByteArray("second"));
        QCOMPARE(value(vault, u"b"_s), QByteArray(2000, 'k'));
        QCOMPARE(value(vault, u"c"_s), QByteArray("(missing-key)"));
        QCOMPARE(reason(await(vault.remove(u"a"_s))), u"ok"_s);
        QCOMPARE(reason(await(vault.remove(u"a"_s))), u"ok"_s);
        QCOMPARE(value(vault, u"a"_s), QByteArray("(missing-key)"));
        QCOMPARE(reason(await(vault.lock())), u"ok"_s);
        QCOMPARE(value(vault, u"b"_s), QByteArray("(locked)"));
        QCOMPARE(dir.files(), QStringList{u"folder/vault.keyway"_s});
    }

    void isForItsOwnerAlone()
    {
#ifndef Q_OS_UNIX
        QSKIP("permissions of Unix");
#endif
        TemporaryDataDir dir;
        const QString path = dir.filePath(u"vault.keyway"_s);
        const auto bits = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        VaultStore vault(path, cheap);
        QCOMPARE(reason(await(vault.create(secret("password")))), u"ok"_s);
        QCOMPARE(QFile::permissions(path) | QFile::ReadUser | QFile::WriteUser, bits);
        // Opened up by somebody, closed again by the next write.
        QVERIFY(QFile::setPermissions(path, bits | QFile::ReadOther | QFile::ReadGroup));
        QCOMPARE(reason(await(vault.write(u"a"_s, secret("value")))), u"ok"_s);
        QCOMPARE(QFile::permissions(path) | QFile::ReadUser | QFile::WriteUser, bits);
    }

    void neverWritesOverADamagedFile()
    {
        TemporaryDataDir dir;
        const QString path = dir.filePath(u"vault.keyway"_s);
        VaultStore vault(path, cheap);
        QCOMPARE(reason(await(vault.create(secret("password")))), u"ok"_s);
        QByteArray file = readAll(path);
        file[file.size() / 2] = static_cast<char>(file[file.size() / 2] ^ 4);
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(file) == file.size());
        out.close();
        QCOMPARE(value(vault, u"a"_s), QByteArray("(damaged)"));
        QCOMPARE(reason(await(vault.write(u"a"_s, secret("value")))), u"damaged"_s);
        QCOMPARE(reason(await(vault.remove(u"a"_s))), u"damaged"_s);
        QCOMPARE(reason(await(vault.changePassword(secret("password"), secret("new")))),
                 u"damaged"_s);
        QCOMPARE(reason(await(vault.open(secret("password")))), u"damaged"_s);
        QCOMPARE(reason(await(vault.create(secret("password")))), u"exists"_s);
        QCOMPARE(reason(await(vault.unlock())), u"damaged"_s);
        QCOMPARE(state(vault), KeychainState::Unavailable);
        QCOMPARE(readAll(path), file);
    }

    void changesItsPassword()
    {
        TemporaryDataDir dir;
        const QString path = dir.filePath(u"vault.keyway"_s);
        VaultStore vault(path, cheap);
        VaultStore other(path, cheap);
        QCOMPARE(reason(await(vault.create(secret("old")))), u"ok"_s);
        QCOMPARE(reason(await(vault.write(u"a"_s, secret("value")))), u"ok"_s);
        QCOMPARE(reason(await(other.open(secret("old")))), u"ok"_s);
        QCOMPARE(reason(await(vault.changePassword(secret("wrong"), secret("new")))),
                 u"wrong-password"_s);
        QCOMPARE(reason(await(vault.changePassword(secret("old"), secret("")))), u"empty"_s);
        QCOMPARE(value(vault, u"a"_s), QByteArray("value"));
        QCOMPARE(reason(await(vault.changePassword(secret("old"), secret("new")))), u"ok"_s);
        QCOMPARE(value(vault, u"a"_s), QByteArray("value"));
        // The one that still has the old key writes nothing with it.
        QCOMPARE(reason(await(other.write(u"b"_s, secret("value")))), u"locked"_s);
        QCOMPARE(state(other), KeychainState::Locked);
        QCOMPARE(reason(await(other.open(secret("old")))), u"wrong-password"_s);
        QCOMPARE(reason(await(other.open(secret("new")))), u"ok"_s);
        QCOMPARE(value(other, u"a"_s), QByteArray("value"));
    }

    void isSharedWithoutLosses()
    {
        TemporaryDataDir dir;
        const QString path = dir.filePath(u"vault.keyway"_s);
        VaultStore one(path, cheap);
        VaultStore two(path, cheap);
        QCOMPARE(reason(await(one.create(secret("password")))), u"ok"_s);
        QCOMPARE(reason(await(two.open(secret("password")))), u"ok"_s);
        std::vector<Task<Done>> writes;
        for (int i = 0; i < 20; ++i) {
            const auto number = QString::number(i);
            writes.push_back(one.write(u"one"_s + number, secret("1")));
            writes.push_back(two.write(u"two"_s + number, secret("2")));
        }
        for (auto &write : writes)
            QCOMPARE(reason(await(std::move(write), std::chrono::seconds(60))), u"ok"_s);
        for (int i = 0; i < 20; ++i) {
            const auto number = QString::number(i);
            QCOMPARE(value(one, u"two"_s + number), QByteArray("2"));
            QCOMPARE(value(two, u"one"_s + number), QByteArray("1"));
        }
        QCOMPARE(dir.files(), QStringList{u"vault.keyway"_s});
    }

    void aCrashLeavesTheOldVault()
    {
#ifndef Q_OS_UNIX
        QSKIP("the crash is made by standing in for rename()");
#endif
        TemporaryDataDir dir;
        const QString path = dir.filePath(u"vault.keyway"_s);
        VaultStore vault(path, cheap);
        QCOMPARE(reason(await(vault.create(secret("password")))), u"ok"_s);
        QCOMPARE(reason(await(vault.write(u"key"_s, secret("the old key")))), u"ok"_s);
        const QByteArray before = readAll(path);
        QProcess crash;
        crash.start(QStringLiteral(KEYWAY_VAULT_CRASH), {path});
        QVERIFY(crash.waitForFinished());
        QCOMPARE(crash.exitCode(), 9); // it did die at the rename
        QCOMPARE(readAll(path), before);
        QCOMPARE(value(vault, u"key"_s), QByteArray("the old key"));
        QCOMPARE(dir.filesContaining("never to be seen"), QStringList());
        // The dead process left its lock behind; that stops nobody.
        QVERIFY(dir.files().contains(u"vault.keyway.lock"_s));
        QCOMPARE(reason(await(vault.write(u"key"_s, secret("newer")))), u"ok"_s);
        QCOMPARE(value(vault, u"key"_s), QByteArray("newer"));
    }

    void aReadOnlyFolderIsAnError()
    {
#ifdef Q_OS_UNIX
        VaultStore vault(u"/proc/vault.keyway"_s, cheap);
        QCOMPARE(reason(await(vault.create(secret("password")))), u"unwritable"_s);
#endif
    }

    void hashingLeavesTheEventLoopAlone()
    {
        TemporaryDataDir dir;
        VaultStore vault(dir.filePath(u"vault.keyway"_s)); // at the real cost
        qint64 largest = 0;
        QElapsedTimer since;
        QTimer beat;
        connect(&beat, &QTimer::timeout, this,
                [&] { largest = std::max(largest, since.restart()); });
        since.start();
        beat.start(10);
        QElapsedTimer whole;
        whole.start();
        QCOMPARE(reason(await(vault.create(secret("password")), std::chrono::seconds(60))),
                 u"ok"_s);
        const auto took = whole.elapsed();
        QTest::qWait(30);
        qInfo("creating took %lld ms, largest gap %lld ms", static_cast<long long>(took),
              static_cast<long long>(largest));
        QVERIFY2(largest < std::max<qint64>(100, took / 2), qPrintable(QString::number(largest)));
    }

    void readsTheEnvironment()
    {
        qputenv("KEYWAY_KEY_TEST", "sk-environment");
        qputenv("KEYWAY_KEY_EMPTY", "");
        qputenv("KEYWAY_KEY_BIG", QByteArray(2001, 'k'));
        EnvironmentStore store({{u"a"_s, u"KEYWAY_KEY_TEST"_s},
                                {u"b"_s, u"KEYWAY_KEY_EMPTY"_s},
                                {u"c"_s, u"KEYWAY_KEY_UNSET"_s},
                                {u"d"_s, u"KEYWAY_KEY_BIG"_s}});
        QCOMPARE(value(store, u"a"_s), QByteArray("sk-environment"));
        QCOMPARE(value(store, u"b"_s), QByteArray("(no-variable)"));
        QCOMPARE(value(store, u"c"_s), QByteArray("(no-variable)"));
        QCOMPARE(value(store, u"d"_s), QByteArray("(too-large)"));
        QCOMPARE(value(store, u"unknown"_s), QByteArray("(no-variable)"));
        QCOMPARE(reason(await(store.write(u"a"_s, secret("other")))), u"read-only"_s);
        QCOMPARE(reason(await(store.remove(u"a"_s))), u"read-only"_s);
        QCOMPARE(reason(await(store.unlock())), u"ok"_s);
        QCOMPARE(state(store), KeychainState::Ready);
        QCOMPARE(qgetenv("KEYWAY_KEY_TEST"), QByteArray("sk-environment"));
    }

    void namesVariables_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("variable");
        QTest::newRow("sketch") << u"OpenAI (GPT-4)"_s << u"KEYWAY_KEY_OPENAI_GPT_4"_s;
        QTest::newRow("word") << u"anthropic"_s << u"KEYWAY_KEY_ANTHROPIC"_s;
        QTest::newRow("accents") << u"Büro – Zürich"_s << u"KEYWAY_KEY_BURO_ZURICH"_s;
        QTest::newRow("digits first") << u"  2nd key  "_s << u"KEYWAY_KEY_2ND_KEY"_s;
        QTest::newRow("nothing left") << u"鍵 🔑"_s << QString();
        QTest::newRow("empty") << QString() << QString();
    }
    void namesVariables()
    {
        QFETCH(QString, label);
        QFETCH(QString, variable);
        QCOMPARE(environmentVariableFor(label), variable);
    }
};

QTEST_GUILESS_MAIN(VaultStoreTest)
#include "tst_vaultstore.moc"

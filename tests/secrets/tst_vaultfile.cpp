#include "core/secrets/vaultfile.h"

#include <QtCore/QtEndian>
#include <QtTest/QTest>

#include <optional>
#include <sodium.h>

using namespace Qt::StringLiterals;
using namespace keyway;

namespace {

const VaultCost cheap{1, 8192};

Secret secret(const QByteArray &bytes)
{
    return Secret::take(QByteArray(bytes.constData(), bytes.size()));
}

QByteArray plain(const Secret &from)
{
    return from.reveal([](QByteArrayView bytes) { return bytes.toByteArray(); });
}

QByteArray withChecksum(QByteArray body)
{
    QByteArray sum(32, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(sum.data()), 32,
                       reinterpret_cast<const unsigned char *>(body.constData()),
                       static_cast<unsigned long long>(body.size()), nullptr, 0);
    return body + sum;
}

} // namespace

class VaultFileTest : public QObject {
    Q_OBJECT

    QByteArray m_file;
    std::optional<vaultfile::Key> m_key;

private Q_SLOTS:
    void initTestCase()
    {
        auto key = vaultfile::newKey(secret("password"), cheap);
        QVERIFY(key.ok());
        vaultfile::Entries entries;
        entries.emplace(u"org.keyway/integration/1"_s, secret("sk-canary-0123456789"));
        entries.emplace(u"schl\u00fcssel"_s, secret(QByteArray("\0\xff\n", 3)));
        m_file = vaultfile::seal(entries, *key);
        m_key = std::move(*key);
    }

    void opensWhatItSealed()
    {
        auto key = vaultfile::keyOf(m_file, secret("password"));
        QVERIFY(key.ok());
        auto entries = vaultfile::open(m_file, *key);
        QVERIFY(entries.ok());
        QCOMPARE(entries->size(), size_t(2));
        QCOMPARE(plain(entries->at(u"org.keyway/integration/1"_s)),
                 QByteArray("sk-canary-0123456789"));
        QCOMPARE(plain(entries->at(u"schl\u00fcssel"_s)), QByteArray("\0\xff\n", 3));
    }

    void usesANewNonceEachTime()
    {
        QVERIFY(vaultfile::seal({}, *m_key) != vaultfile::seal({}, *m_key));
    }

    void refusesAWrongPassword_data()
    {
        QTest::addColumn<QByteArray>("password");
        QTest::newRow("another") << QByteArray("passwore");
        QTest::newRow("longer") << QByteArray("password ");
        QTest::newRow("shorter") << QByteArray("passwor");
        QTest::newRow("none") << QByteArray();
    }
    void refusesAWrongPassword()
    {
        QFETCH(QByteArray, password);
        const auto key = vaultfile::keyOf(m_file, secret(password));
        QVERIFY(!key.ok());
        QCOMPARE(key.error().kind(), Error::Kind::Keychain);
        QCOMPARE(key.error().reason(), u"wrong-password"_s);
    }

    void noticesEveryFlippedByte()
    {
        for (qsizetype i = 0; i < m_file.size(); ++i) {
            for (const int bits : {0x01, 0x80, 0xff}) {
                QByteArray file = m_file;
                file[i] = static_cast<char>(file[i] ^ bits);
                const auto key = vaultfile::keyOf(file, secret("password"));
                QVERIFY2(!key.ok(), qPrintable(QString::number(i)));
                QCOMPARE(key.error().reason(), u"damaged"_s);
            }
        }
    }

    void noticesEveryForgedByte()
    {
        // With the checksum made right again only the authentication is left, and holds.
        QVERIFY(vaultfile::open(withChecksum(m_file.chopped(32)), *m_key).ok());
        for (qsizetype i = 0; i < m_file.size() - 32; ++i) {
            QByteArray body = m_file.chopped(32);
            body[i] = static_cast<char>(body[i] ^ 1);
            const QByteArray file = withChecksum(body);
            QVERIFY2(!vaultfile::open(file, *m_key).ok(), qPrintable(QString::number(i)));
            const bool cost = i >= 8 && i < 24;
            if (!cost) // another cost is another key, and takes its time
                QVERIFY2(!vaultfile::keyOf(file, secret("password")).ok(),
                         qPrintable(QString::number(i)));
        }
    }

    void refusesACostBeyondMeasure_data()
    {
        QTest::addColumn<quint64>("operations");
        QTest::addColumn<quint64>("memory");
        QTest::newRow("time") << quint64(1'000'000) << quint64(8192);
        QTest::newRow("memory") << quint64(1) << (quint64(1) << 50);
        QTest::newRow("no time") << quint64(0) << quint64(8192);
        QTest::newRow("no memory") << quint64(1) << quint64(0);
    }
    void refusesACostBeyondMeasure()
    {
        QFETCH(quint64, operations);
        QFETCH(quint64, memory);
        QByteArray body = m_file.chopped(32);
        qToLittleEndian(operations, body.data() + 8);
        qToLittleEndian(memory, body.data() + 16);
        const auto key = vaultfile::keyOf(withChecksum(body), secret("password"));
        QVERIFY(!key.ok());
        QCOMPARE(key.error().reason(), u"damaged"_s);
    }

    void noticesEveryCut()
    {
        for (qsizetype size = 0; size < m_file.size(); ++size) {
            const auto key = vaultfile::keyOf(m_file.left(size), secret("password"));
            QVERIFY2(!key.ok(), qPrintable(QString::number(size)));
            QCOMPARE(key.error().reason(), u"damaged"_s);
        }
        QCOMPARE(vaultfile::keyOf(m_file + "x", secret("password")).error().reason(), u"damaged"_s);
    }

    void hidesKeysAndNames()
    {
        const auto hits = [](const QByteArray &haystack) {
            int count = 0;
            for (const QByteArray &needle :
                 {QByteArray("sk-canary-0123456789"), QByteArray("org.keyway/integration")}) {
                count += haystack.contains(needle);
                count += haystack.contains(needle.toBase64().left(24));
                count += haystack.toLower().contains(needle.toHex());
            }
            return count;
        };
        const QByteArray both = "org.keyway/integration/1 sk-canary-0123456789";
        QCOMPARE(hits(both), 2); // the search would find them
        QVERIFY(hits(QByteArray("sk-canary-0123456789").toBase64()) == 1);
        QCOMPARE(hits(m_file), 0);
    }

    void defaultCostIsEnough()
    {
        const VaultCost cost;
        QVERIFY(cost.operations >= 3);
        QVERIFY(cost.memory >= quint64(64) * 1024 * 1024);
        QBENCHMARK_ONCE
        {
            QVERIFY(vaultfile::newKey(secret("password"), cost).ok());
        }
    }
};

QTEST_GUILESS_MAIN(VaultFileTest)
#include "tst_vaultfile.moc"

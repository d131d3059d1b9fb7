#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/logging.h"
#include "core/base/result.h"
#include "core/base/secret.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace keyway;
using namespace Qt::StringLiterals;

class TestBase : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void idsSortInTheOrderTheyWereMade()
    {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(1'795'000'000'123, Qt::UTC);
        QList<Id> ids;
        for (int i = 0; i < 10'000; ++i)
            ids.append(Id::create(at));
        QVERIFY(std::is_sorted(ids.cbegin(), ids.cend()));
        QVERIFY(std::adjacent_find(ids.cbegin(), ids.cend()) == ids.cend());
        QCOMPARE(ids.first().time(), at);
        QVERIFY(Id::create(at.addDays(-1)) < ids.first());
        QCOMPARE(ids.first().toString().at(14), u'7');
        QVERIFY(u"89ab"_s.contains(ids.first().toString().at(19)));
        QCOMPARE(Id::fromString(ids.first().toString()), ids.first());
    }

    void idsRefuseOtherTexts()
    {
        for (const QString &text : {u""_s, u"x"_s, u"{0190a5a8-0000-7000-8000-000000000001}"_s,
                                    u"00000000-0000-0000-0000-000000000000"_s})
            QVERIFY2(!Id::fromString(text), qPrintable(text));
    }

    void secretsWipeTheirSourceAndShowOnlyTheTail()
    {
        QByteArray source("sk-test-0123456789abcdWXYZ");
        const Secret secret = Secret::take(std::move(source));
        QCOMPARE(secret.tail(), u"WXYZ"_s);
        QCOMPARE(secret.masked(), u"••••••••WXYZ"_s);
        QCOMPARE(secret.reveal([](QByteArrayView plain) { return plain.toByteArray(); }),
                 "sk-test-0123456789abcdWXYZ"_ba);
        QVERIFY(secret.equals(secret.clone()));
        QVERIFY(!secret.equals(Secret::take("other"_ba)));
        QVERIFY(Secret().isEmpty());
        QCOMPARE(Secret::take("short"_ba).tail(), QString());
    }

    void redactionFindsKeysInAnyShape_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("bearer") << u"Authorization: Bearer canary1234567890"_s;
        QTest::newRow("x-api-key") << u"x-api-key: canary1234567890"_s;
        QTest::newRow("json") << uR"({"x-goog-api-key": "canary1234567890"})"_s;
        QTest::newRow("query") << u"GET /v1?key=canary1234567890&x=1"_s;
        QTest::newRow("bare openai") << u"the key sk-canary1234567890 was bad"_s;
        QTest::newRow("bare groq") << u"gsk_canary1234567890"_s;
    }
    void redactionFindsKeysInAnyShape()
    {
        QFETCH(QString, text);
        const QString clean = redacted(text);
        QVERIFY2(!clean.contains(u"canary"_s), qPrintable(clean));
        QVERIFY(clean.contains(u'•'));
    }

    void everyErrorKindHasANameAndBack()
    {
        for (int i = 0; i <= int(Error::Kind::Internal); ++i) {
            const auto kind = static_cast<Error::Kind>(i);
            QVERIFY(!Error::kindName(kind).isEmpty());
            QCOMPARE(Error::kindFromName(Error::kindName(kind)), kind);
        }
        QVERIFY(!Error::kindFromName(u"nonsense"_s));
    }

    void aPossiblyBilledErrorIsNotTriedAgainByItself()
    {
        const Error sent = Error(Error::Kind::Network).withBilling(Error::Billing::Possible);
        QVERIFY(!sent.allowsRetry());
        QVERIFY(Error(Error::Kind::Network).allowsRetry());
        QVERIFY(!Error(Error::Kind::Rejected).allowsFallback());
    }
};

QTEST_GUILESS_MAIN(TestBase)
#include "tst_base.moc"

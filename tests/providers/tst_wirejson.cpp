#include "core/providers/picture.h"
#include "core/providers/wirejson.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

class TestWireJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsDecimalsExactly_data();
    void readsDecimalsExactly();
    void readsCounts();
    void guessesTheTypeOfAParameter();
    void neverSplitsACharacter();
    void survivesDeepNesting();
    void knowsPicturesByTheirBytes();
};

void TestWireJson::readsDecimalsExactly_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<qint64>("scaled"); // by 10^12; -1: nothing
    QTest::newRow("small") << "0.000837"_ba << qint64(837'000'000);
    QTest::newRow("many digits") << "0.00031413"_ba << qint64(314'130'000);
    QTest::newRow("whole") << "2"_ba << qint64(2'000'000'000'000);
    QTest::newRow("exponent") << "1.2e-05"_ba << qint64(12'000'000);
    QTest::newRow("tiny rounds") << "0.0000000000005"_ba << qint64(1);
    QTest::newRow("tinier vanishes") << "4e-13"_ba << qint64(0);
    QTest::newRow("zero") << "0"_ba << qint64(0);
    QTest::newRow("text") << "\"0.25\""_ba << qint64(250'000'000'000);
    QTest::newRow("negative") << "-0.5"_ba << qint64(-1);
    QTest::newRow("huge") << "1e30"_ba << qint64(-1);
    QTest::newRow("words") << "\"free\""_ba << qint64(-1);
    QTest::newRow("null") << "null"_ba << qint64(-1);
}

void TestWireJson::readsDecimalsExactly()
{
    QFETCH(QByteArray, number);
    QFETCH(qint64, scaled);
    const auto object = jsonObject("{\"n\":" + number + "}");
    QCOMPARE(jsonDecimal(object->value("n"_L1), 12).value_or(-1), scaled);
}

void TestWireJson::readsCounts()
{
    const auto object
        = jsonObject(R"({"a":3,"b":-1,"c":null,"d":"7","e":2.5,"f":9007199254740991})");
    QCOMPARE(jsonCountOrZero(*object, "a"_L1), 3);
    for (const auto field : {"b"_L1, "c"_L1, "d"_L1, "e"_L1, "missing"_L1})
        QVERIFY(!jsonCount(object->value(field)));
    QCOMPARE(jsonCountOrZero(*object, "f"_L1), 9007199254740991);
}

void TestWireJson::guessesTheTypeOfAParameter()
{
    QCOMPARE(jsonFromText(u"0.7"_s), QJsonValue(0.7));
    QCOMPARE(jsonFromText(u"12"_s), QJsonValue(12));
    QCOMPARE(jsonFromText(u"true"_s), QJsonValue(true));
    QCOMPARE(jsonFromText(u"low"_s), QJsonValue(u"low"_s));
    QCOMPARE(jsonFromText(u"[\"a\"]"_s), QJsonValue(QJsonArray{u"a"_s}));
    QCOMPARE(jsonFromText(u"1, 2"_s), QJsonValue(u"1, 2"_s));
    QCOMPARE(jsonFromText(u"null"_s), QJsonValue(u"null"_s));
    QCOMPARE(jsonFromText(u""_s), QJsonValue(u""_s));
}

void TestWireJson::neverSplitsACharacter()
{
    const QString smile = u"🙂"_s;
    WholeText whole;
    QCOMPARE(whole.take(u"a"_s + smile.at(0)), u"a"_s);
    QCOMPARE(whole.take(QString()), QString());
    QCOMPARE(whole.take(smile.at(1) + u"b"_s), smile + u'b');
    QCOMPARE(whole.take(QString(smile.at(0))), QString());
    QCOMPARE(whole.take(u"c"_s), u"\uFFFDc"_s);
    QCOMPARE(whole.take(QString(smile.at(1))), u"\uFFFD"_s);
    QCOMPARE(whole.take(QString(smile.at(0))), QString());
    QCOMPARE(whole.rest(), u"\uFFFD"_s);
    QCOMPARE(whole.rest(), QString());
}

void TestWireJson::survivesDeepNesting()
{
    QVERIFY(!jsonObject("{\"a\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + '}'));
}

void TestWireJson::knowsPicturesByTheirBytes()
{
    const QByteArray png = "\x89PNG\r\n\x1a\n....IEND1234"_ba;
    QCOMPARE(pictureType(png), u"image/png"_s);
    QVERIFY(isWholePicture(png));
    QVERIFY(!isWholePicture(png.chopped(8)));
    const QByteArray jpeg = "\xFF\xD8\xFF\xE0....\xFF\xD9"_ba;
    QCOMPARE(pictureType(jpeg), u"image/jpeg"_s);
    QVERIFY(isWholePicture(jpeg));
    QVERIFY(!isWholePicture(jpeg.chopped(1)));
    const QByteArray webp = QByteArray("RIFF\x08\0\0\0WEBPVP8 ", 16);
    QCOMPARE(pictureType(webp), u"image/webp"_s);
    QVERIFY(isWholePicture(webp));
    QVERIFY(!isWholePicture(webp.chopped(1)));
    QCOMPARE(pictureType("<html>"), u"application/octet-stream"_s);
    QCOMPARE(pictureType({}), u"application/octet-stream"_s);
}

QTEST_GUILESS_MAIN(TestWireJson)
#include "tst_wirejson.moc"

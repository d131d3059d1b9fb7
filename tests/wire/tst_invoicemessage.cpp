#include "core/wire/invoicemessage.h"
#include "tests/fees/invoicefixture.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

InvoiceMessage message()
{
    const SigningKey key = SigningKey::create();
    InvoiceMessage message;
    message.document = issued(
        buildInvoice(termsOf(FeePolicy(), QDate(2026, 10, 1)), {attemptOn(QDate(2026, 10, 5))})
            .invoice,
        key, 418);
    message.status = InvoiceStatus::Paid;
    message.account = {5, 0, Money(), QDate(2026, 11, 2)};
    return message;
}

} // namespace

class TestInvoiceMessage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thereAndBack()
    {
        const QList<InvoiceMessage> sent{message(), message()};
        const QByteArray bytes = QJsonDocument(invoicesJson(sent)).toJson();
        const auto read = invoicesFrom(QJsonDocument::fromJson(bytes).object());
        QVERIFY2(read.ok(), qPrintable(read ? QString() : read.error().detail()));
        QCOMPARE(*read, sent);
        // Numbers of cents and billionths are beyond what a double holds exactly.
        InvoiceMessage large = message();
        large.account.paidCents = 9'007'199'254'740'993;
        const auto same = InvoiceMessage::fromJson(
            QJsonDocument::fromJson(QJsonDocument(large.toJson()).toJson()).object());
        QVERIFY(same.ok());
        QCOMPARE(same->account.paidCents, large.account.paidCents);
    }

    void entries()
    {
        const InvoiceDraft draft
            = buildInvoice(termsOf(FeePolicy(), QDate(2026, 10, 1)),
                           {attemptOn(QDate(2026, 10, 5)), attemptOn(QDate(2026, 10, 6))});
        const auto read = invoiceEntriesFrom(invoiceEntriesJson(draft.entries));
        QVERIFY(read.ok());
        QCOMPARE(*read, draft.entries);
        QJsonObject json = invoiceEntriesJson(draft.entries);
        QJsonArray array = json.value(u"entries").toArray();
        QJsonObject entry = array.at(1).toObject();
        entry.insert(u"prompt"_s, u"text"_s);
        array.replace(1, entry);
        const auto refused = invoiceEntriesFrom({{u"entries"_s, array}});
        QVERIFY(!refused.ok());
        QVERIFY2(refused.error().detail().startsWith(u"$.entries[1].prompt"_s),
                 qPrintable(refused.error().detail()));
        QVERIFY(!invoiceEntriesFrom({}).ok());
    }

    void refusesBadJson_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("where");
        const auto row = [](const char *what, const QString &name, const QJsonValue &value,
                            const QString &where = {}) {
            QTest::newRow(what) << name << value << (where.isEmpty() ? u"$."_s + name : where);
        };
        row("unknown field", u"prompt"_s, u"text"_s);
        row("no invoice", u"invoice"_s, QJsonObject(), u"$.invoice: $.document"_s);
        row("hash", u"hash"_s, u"12"_s);
        row("signature", u"signature"_s, QString(64, u'0'));
        row("status", u"status"_s, u"lost"_s);
        row("negative", u"paid_cents"_s, -1);
        row("day", u"paid_on"_s, u"yesterday"_s);
        row("no key", u"key_id"_s, QString());
    }
    void refusesBadJson()
    {
        QFETCH(QString, name);
        QFETCH(QJsonValue, value);
        QFETCH(QString, where);
        QJsonObject json = message().toJson();
        QVERIFY(InvoiceMessage::fromJson(json).ok());
        json.insert(name, value);
        const auto read = InvoiceMessage::fromJson(json);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().reason(), u"bad-invoice"_s);
        QVERIFY2(read.error().detail().startsWith(where), qPrintable(read.error().detail()));
        QVERIFY(!invoicesFrom({{u"invoices"_s, QJsonArray{json}}}).ok());
    }
};

QTEST_GUILESS_MAIN(TestInvoiceMessage)
#include "tst_invoicemessage.moc"

#include "core/fees/invoicecsv.h"
#include "tests/fees/invoicefixture.h"
#include "ui/words/invoicesheet.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

const QLocale english(QLocale::English, QLocale::UnitedStates);
const QDate october(2026, 10, 1);

QString nameOfService(const QString &id)
{
    return id == "openai"_L1 ? u"OpenAI"_s : id;
}

/// $10 at OpenAI, $2 at a price of the user's own, a failed attempt, and a late one.
InvoiceMessage message()
{
    UsageRecord own = attemptOn(october.addDays(1), u"custom, \"mine\""_s, Money::fromCents(200));
    own.priceVersion = u"own"_s;
    UsageRecord failed = attemptOn(october.addDays(2));
    failed.outcome = Outcome::Failed;
    const Invoice invoice
        = buildInvoice(termsOf(FeePolicy(), october),
                       {attemptOn(october, u"openai"_s, Money::fromCents(1000)), own, failed,
                        attemptOn(october.addDays(-3), u"openai"_s, Money::fromCents(100))})
              .invoice;
    InvoiceMessage message;
    message.document = issued(invoice, SigningKey::create(), 418);
    message.status = InvoiceStatus::Paid;
    return message;
}

} // namespace

/// What people read of an invoice.
class TestInvoiceWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSheetHasEveryLineAndAddsUp()
    {
        const InvoiceMessage paid = message();
        const words::InvoiceSheet sheet = words::invoiceSheet(paid, nameOfService, english);
        QCOMPARE(sheet.title, u"Invoice KW-2026-0418"_s);
        QCOMPARE(sheet.status, u"Paid"_s);
        QCOMPARE(sheet.facts.at(0), u"Platform fee, October 2026"_s);
        QCOMPARE(sheet.lines.size(), paid.document.invoice.lines.size() + 1);
        const QList<QStringList> expected{
            {u"custom, \"mine\", at your own prices"_s, u"1"_s, u"$2.00"_s, u"5%"_s, u"$0.1000"_s},
            {u"OpenAI"_s, u"1"_s, u"$10.00"_s, u"5%"_s, u"$0.5000"_s},
            {u"OpenAI, failed"_s, u"1"_s, u"$1.00"_s, u"free"_s, u"$0.0000"_s},
            {u"OpenAI, late from September 2026"_s, u"1"_s, u"$1.00"_s, u"5%"_s, u"$0.0500"_s},
            {u"Sum"_s, u"4"_s, u"$14.00"_s, QString(), u"$0.6500"_s},
        };
        QCOMPARE(sheet.lines, expected);
        QCOMPARE(sheet.totals.constLast(), (QStringList{u"Total"_s, u"$0.65"_s}));
        QVERIFY(sheet.proof.contains(paid.document.keyId));
        QCOMPARE(sheet.notes.size(), 1);
    }

    void csvHasWhatTheSheetHas()
    {
        const Invoice invoice = message().document.invoice;
        const QList<QByteArray> rows = invoiceCsv(invoice).split('\n');
        QCOMPARE(rows.size(), 1 + invoice.lines.size() + 3 + 1);
        QCOMPARE(rows.at(1),
                 "KW-2026-0418,1,usage,2026-10,\"custom, \"\"mine\"\"\",1,1,2.000000000,"
                 "0.100000000,,yes,\r");
        QCOMPARE(rows.at(3),
                 "KW-2026-0418,3,usage,2026-10,openai,1,1,1.000000000,0.000000000,"
                 "failed,,\r");
        QCOMPARE(rows.at(7), "KW-2026-0418,,total,2026-10,,,,,0.650000000,,,\r");
        for (const QByteArray &row : rows.mid(0, rows.size() - 1))
            QVERIFY(row.endsWith('\r'));
    }

    void differencesAreSaid_data()
    {
        QTest::addColumn<InvoiceDifference::Where>("where");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("said");
        using Where = InvoiceDifference::Where;
        QTest::newRow("missing") << Where::Record << u"missing"_s << u"not among the records"_s;
        QTest::newRow("changed") << Where::Record << u"changed"_s << u"was changed"_s;
        QTest::newRow("later") << Where::Record << u"later-month"_s << u"a later month"_s;
        QTest::newRow("fee") << Where::Record << u"fee_nano"_s
                             << u"a fee of $0.500000; the invoice says $0.700000"_s;
        QTest::newRow("elsewhere") << Where::Record << u"line"_s << u"on the wrong line"_s;
        QTest::newRow("line") << Where::Line << u"fee_nano"_s
                              << u"Line 3: fee_nano comes to $0.500000; the invoice says $0.7"_s;
        QTest::newRow("total") << Where::Total << u"total_cents"_s << u"$5,000,000.00"_s;
        QTest::newRow("plan") << Where::Document << u"plans.2026-10"_s << u"plans.2026-10"_s;
        QTest::newRow("chain") << Where::Chain << u"previous"_s << u"does not follow"_s;
        QTest::newRow("proof") << Where::Signature << u"signature"_s << u"does not fit"_s;
    }
    void differencesAreSaid()
    {
        QFETCH(InvoiceDifference::Where, where);
        QFETCH(QString, field);
        QFETCH(QString, said);
        const InvoiceDifference difference{where, Id::create(utc(october)), 2,
                                           field, u"500000000"_s,           u"700000000"_s};
        const QString words = words::invoiceDifferenceWords(difference, english);
        QVERIFY2(words.contains(said), qPrintable(words));
        QVERIFY2(words.endsWith(u'.') && !words.contains(u'%'), qPrintable(words));
        const bool named = words.contains(difference.recordId.toString());
        QCOMPARE(named, where == InvoiceDifference::Where::Record);
    }

    void everyReasonAndStatusHasAWord()
    {
        QSet<QString> said;
        for (int waiver = 0; waiver <= int(Waiver::Plan); ++waiver)
            said.insert(words::waiverWords(static_cast<Waiver>(waiver)));
        for (int status = 0; status <= int(InvoiceStatus::CarriedOver); ++status)
            said.insert(words::invoiceStatusWord(static_cast<InvoiceStatus>(status)));
        QCOMPARE(said.size(), int(Waiver::Plan) + int(InvoiceStatus::CarriedOver) + 2);
        QVERIFY(!said.contains(QString()));
    }
};

QTEST_GUILESS_MAIN(TestInvoiceWords)
#include "tst_invoicewords.moc"

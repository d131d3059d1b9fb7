#include "core/fees/billedrecord.h"
#include "core/fees/invoicestatus.h"
#include "tests/fees/invoicefixture.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

const QDate october(2026, 10, 1);

FeePolicy policyOf(FeePlan plan)
{
    FeePolicy policy;
    policy.plan = plan;
    return policy;
}

/// One line in words, as the tables below have it.
QString described(const InvoiceLine &line)
{
    QStringList words{nameOf(line.kind), line.month.toString(u"yyyy-MM"_s)};
    if (!line.service.isEmpty())
        words += line.service;
    if (line.waiver)
        words += nameOf(*line.waiver);
    if (line.ownPrices)
        words += u"own"_s;
    if (line.kind == InvoiceLine::Kind::Usage)
        words += u"%1/%2"_s.arg(line.attempts).arg(line.requests);
    words += QString::number(line.fee.nano());
    return words.join(u' ');
}

QStringList described(const Invoice &invoice)
{
    QStringList lines;
    for (const InvoiceLine &line : invoice.lines)
        lines += described(line);
    return lines;
}

} // namespace

class TestInvoice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linesOfEachPlan_data()
    {
        QTest::addColumn<int>("plan");
        QTest::addColumn<bool>("paid");
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<qint64>("cents");
        QTest::addColumn<bool>("carried");
        const QStringList free{
            u"usage 2026-10 anthropic plan 1/1 0"_s, u"usage 2026-10 ollama local 1/1 0"_s,
            u"usage 2026-10 openai failed 1/1 0"_s, u"usage 2026-10 openai plan 2/2 0"_s};
        QTest::newRow("none") << int(FeePlan::None) << false << free << qint64(0) << true;
        QTest::newRow("percent") << int(FeePlan::Percent) << false
                                 << QStringList{u"usage 2026-10 anthropic 1/1 468000000"_s,
                                                u"usage 2026-10 ollama local 1/1 0"_s,
                                                u"usage 2026-10 openai 2/2 743500000"_s,
                                                u"usage 2026-10 openai failed 1/1 0"_s}
                                 << qint64(121) << false;
        QTest::newRow("per request") << int(FeePlan::PerRequest) << false
                                     << QStringList{u"usage 2026-10 anthropic 1/1 1000000"_s,
                                                    u"usage 2026-10 ollama local 1/1 0"_s,
                                                    u"usage 2026-10 openai 2/2 2000000"_s,
                                                    u"usage 2026-10 openai failed 1/1 0"_s}
                                     << qint64(0) << true;
        const QStringList monthly = free + QStringList{u"fixed 2026-10 3000000000"_s};
        QTest::newRow("monthly") << int(FeePlan::Monthly) << false << monthly << qint64(300)
                                 << false;
        QTest::newRow("freemium, free")
            << int(FeePlan::Freemium) << false << free << qint64(0) << true;
        const QStringList paid = free + QStringList{u"fixed 2026-10 5000000000"_s};
        QTest::newRow("freemium, paid")
            << int(FeePlan::Freemium) << true << paid << qint64(500) << false;
    }
    void linesOfEachPlan()
    {
        QFETCH(int, plan);
        QFETCH(bool, paid);
        FeePolicy policy = policyOf(static_cast<FeePlan>(plan));
        policy.freeTier.paid = paid;
        UsageRecord local = attemptOn(october.addDays(3), u"ollama"_s, Money::fromCents(7));
        local.origin = OriginClass::Local;
        UsageRecord failed = attemptOn(october.addDays(3));
        failed.outcome = Outcome::Failed;
        failed.platformCost = Money();
        const InvoiceDraft draft
            = buildInvoice(termsOf(policy, october),
                           {attemptOn(october.addDays(30), u"openai"_s, Money::fromCents(1000)),
                            failed, local, attemptOn(october, u"openai"_s, Money::fromCents(487)),
                            attemptOn(october.addDays(9), u"anthropic"_s, Money::fromCents(936))});
        QTEST(described(draft.invoice), "lines");
        QTEST(draft.invoice.totalCents, "cents");
        QTEST(draft.invoice.carried, "carried");
        QCOMPARE(draft.entries.size(), qsizetype(5));
        QVERIFY(draft.invoice.number.isEmpty());
    }

    void waivedLinesSayWhy()
    {
        const InvoiceTerms terms = termsOf(policyOf(FeePlan::PerRequest), october);
        UsageRecord unknown = attemptOn(october);
        unknown.outcome = Outcome::Unknown;
        UsageRecord noPrice = attemptOn(october);
        noPrice.costState = CostState::Unknown;
        noPrice.platformCost = Money();
        UsageRecord free = attemptOn(october);
        free.platformCost = Money();
        UsageRecord refused = attemptOn(october);
        refused.outcome = Outcome::Refused;
        const UsageRecord answered = attemptOn(october);
        UsageRecord again = attemptOn(october);
        again.requestId = answered.requestId;
        again.attempt = 2;
        UsageRecord own = attemptOn(october);
        own.priceVersion = u"own"_s;
        UsageRecord early = attemptOn(october);
        early.startedAt = terms.billedFrom.addMSecs(-1);
        const Invoice invoice
            = buildInvoice(terms,
                           {unknown, noPrice, free, refused, answered, again, own, early, answered})
                  .invoice;
        QCOMPARE(described(invoice),
                 (QStringList{u"usage 2026-10 openai 1/1 1000000"_s,
                              u"usage 2026-10 openai own 1/1 1000000"_s,
                              u"usage 2026-10 openai unknown-outcome 1/1 0"_s,
                              u"usage 2026-10 openai unknown-cost 1/1 0"_s,
                              u"usage 2026-10 openai free 1/1 0"_s,
                              u"usage 2026-10 openai not-answered 1/1 0"_s,
                              u"usage 2026-10 openai duplicate 1/1 0"_s,
                              u"usage 2026-10 openai before-sign-up 1/1 0"_s}));
    }

    void lateRecordsAreAdjustmentsUnderTheirOwnPlan()
    {
        InvoiceTerms terms = termsOf(policyOf(FeePlan::PerRequest), october);
        terms.plans.choose(policyOf(FeePlan::Percent), october.addMonths(-1));
        const UsageRecord late = attemptOn(october.addDays(-1));
        const UsageRecord charged = attemptOn(october.addDays(-2));
        terms.chargedRequests = {charged.requestId};
        const UsageRecord later = attemptOn(october.addMonths(1));
        const InvoiceDraft draft
            = buildInvoice(terms, {attemptOn(october.addDays(4)), late, charged, later});
        QCOMPARE(described(draft.invoice),
                 (QStringList{u"usage 2026-10 openai 1/1 50000000"_s,
                              u"usage 2026-09 openai 1/1 1000000"_s,
                              u"usage 2026-09 openai duplicate 1/1 0"_s}));
        QCOMPARE(draft.invoice.plans.size(), qsizetype(2));
        QCOMPARE(draft.entries.size(), qsizetype(3));
    }

    void centsAreRoundedOnceAtTheTotal_data()
    {
        QTest::addColumn<QList<qint64>>("costs"); // in nano-dollars, at 5 %
        QTest::addColumn<int>("tax");
        QTest::addColumn<qint64>("total");
        QTest::addColumn<bool>("carried");
        const auto row
            = [](const char *name, const QList<qint64> &costs, int tax, qint64 total,
                 bool carried) { QTest::newRow(name) << costs << tax << total << carried; };
        // Three lines of 0.2033 dollars: 60.99 cents, not three times 20.
        row("sum of parts", {4'066'000'000, 4'066'000'000, 4'066'000'000}, 0, 61, false);
        row("half a cent goes up", {20'100'000'000}, 0, 101, false);
        row("just below half", {20'099'999'980}, 0, 100, false);
        row("49.5 cents are 50", {9'900'000'000}, 0, 50, false);
        row("just below that is carried", {9'899'999'980}, 0, 49, true);
        row("tax is rounded with the sum", {20'040'000'000}, 1900, 119, false);
        row("nothing", {}, 0, 0, true);
    }
    void centsAreRoundedOnceAtTheTotal()
    {
        QFETCH(QList<qint64>, costs);
        QFETCH(int, tax);
        InvoiceTerms terms = termsOf(policyOf(FeePlan::Percent), october);
        terms.taxBasisPoints = tax;
        QList<UsageRecord> records;
        for (const qint64 cost : costs)
            records.append(attemptOn(october, u"s%1"_s.arg(records.size()), Money::fromNano(cost)));
        const Invoice invoice = buildInvoice(terms, records).invoice;
        QTEST(invoice.totalCents, "total");
        QTEST(invoice.carried, "carried");
        QCOMPARE(invoice.netCents() + invoice.taxCents(), invoice.totalCents);
        QCOMPARE(invoice.payableCents(), invoice.carried ? 0 : invoice.totalCents);
        QCOMPARE(isEmpty(invoice), costs.isEmpty());
    }

    void smallSumsAreCarriedExactly()
    {
        InvoiceTerms terms = termsOf(policyOf(FeePlan::Percent), october.addMonths(-1));
        const Invoice small = buildInvoice(terms,
                                           {attemptOn(october.addDays(-3), u"openai"_s,
                                                      Money::fromNano(9'899'999'980))})
                                  .invoice;
        QVERIFY(small.carried);
        terms.month = october;
        terms.carried = CarriedSum{u"KW-2026-0007"_s, small.month, small.sum};
        const Invoice next
            = buildInvoice(terms, {attemptOn(october, u"openai"_s, Money::fromNano(20))}).invoice;
        QCOMPARE(described(next),
                 (QStringList{u"usage 2026-10 openai 1/1 1"_s, u"carried 2026-09 494999999"_s}));
        QCOMPARE(next.lines.last().refersTo, u"KW-2026-0007"_s);
        QCOMPARE(next.totalCents, qint64(50)); // 49.5 cents and a billionth
        QVERIFY(!next.carried);
    }

    void creditNotes()
    {
        const SigningKey key = SigningKey::create();
        const SignedInvoice whole = issued(
            buildInvoice(termsOf(policyOf(FeePlan::Monthly), october), {}).invoice, key, 7);
        const Result<Invoice> note
            = creditNote(whole.invoice, Money::fromCents(100), Money(), u"agreed"_s);
        QVERIFY(note.ok());
        QCOMPARE(described(*note), QStringList{u"credit 2026-10 -1000000000"_s});
        QCOMPARE(note->totalCents, qint64(-100));
        QCOMPARE(note->corrects, u"KW-2026-0007"_s);
        QVERIFY(!note->carried);
        const SignedInvoice signedNote = issued(*note, key, 8, &whole);
        InvoiceEvidence evidence;
        evidence.previous = whole;
        evidence.signature = checkBy(key);
        QCOMPARE(keyway::described(recompute(signedNote, evidence)), u"no difference"_s);

        const auto refusal = [](const Result<Invoice> &result) {
            return result ? QString() : result.error().reason();
        };
        const Money most = Money::fromCents(300);
        QCOMPARE(refusal(creditNote(whole.invoice, most, Money(), u"all"_s)), QString());
        QCOMPARE(refusal(creditNote(whole.invoice, most, Money::fromNano(1), u"all"_s)),
                 u"too-much-credited"_s);
        QCOMPARE(refusal(creditNote(whole.invoice, Money(), Money(), {})), u"not-creditable"_s);
        QCOMPARE(refusal(creditNote(signedNote.invoice, most, Money(), {})), u"not-creditable"_s);
        Invoice carried = whole.invoice;
        carried.carried = true;
        QCOMPARE(refusal(creditNote(carried, most, Money(), {})), u"not-creditable"_s);
        Invoice open = whole.invoice;
        open.number.clear();
        QCOMPARE(refusal(creditNote(open, most, Money(), {})), u"not-creditable"_s);
    }

    void numbers()
    {
        QCOMPARE(invoiceNumber(u"KW"_s, 2026, 418), u"KW-2026-0418"_s);
        QCOMPARE(invoiceNumber(u"KW"_s, 2027, 1), u"KW-2027-0001"_s);
        QCOMPARE(invoiceNumber(u"KW"_s, 2027, 123'456), u"KW-2027-123456"_s);
    }

    void jsonThereAndBack()
    {
        InvoiceTerms terms = termsOf(policyOf(FeePlan::Percent), october);
        terms.carried = CarriedSum{u"KW-2026-0007"_s, october.addMonths(-1), Money::fromNano(3)};
        terms.taxBasisPoints = 1900;
        UsageRecord own = attemptOn(october.addDays(-1), u"a \"service\" ä"_s);
        own.priceVersion = u"own"_s;
        UsageRecord failed = attemptOn(october);
        failed.outcome = Outcome::Failed;
        const SigningKey key = SigningKey::create();
        const SignedInvoice first = issued(buildInvoice(terms, {own, failed}).invoice, key, 7);
        SignedInvoice second = issued(first.invoice, key, 8, &first);
        second.invoice.corrects = u"KW-2026-0007"_s;
        second.invoice.reason = u"words\nwith lines"_s;
        for (const Invoice &invoice : {first.invoice, second.invoice}) {
            const QByteArray bytes = invoice.canonical();
            const Result<Invoice> read = Invoice::fromJson(QJsonDocument::fromJson(bytes).object());
            QVERIFY2(read.ok(), qPrintable(read ? QString() : read.error().detail()));
            QCOMPARE(*read, invoice);
            QCOMPARE(read->canonical(), bytes);
        }
    }

    void refusesBadJson_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("where");
        const auto row = [](const char *name, const QString &path, const QJsonValue &value) {
            QTest::newRow(name) << path << value << u"$."_s + path;
        };
        row("unknown field", u"prompt"_s, u"text"_s);
        row("document", u"document"_s, u"keyway-invoice/2"_s);
        row("account", u"account"_s, u"018F0000-0000-7000-8000-000000000001"_s);
        row("month", u"month"_s, u"2026-13"_s);
        row("month as a day", u"month"_s, u"2026-10-01"_s);
        row("time", u"billed_from"_s, u"2026-10-01T00:00:00Z"_s);
        row("no plans", u"plans"_s, QJsonObject());
        row("plan in short", u"plans"_s,
            QJsonObject{{u"2026-10"_s, QJsonObject{{u"plan"_s, u"none"_s}}}});
        row("lines", u"lines"_s, u"none"_s);
        row("sum as a text", u"sum_nano"_s, u"5"_s);
        row("sum with a fraction", u"sum_nano"_s, 0.5);
        row("negative tax", u"tax_basis_points"_s, -1);
        row("empty number", u"number"_s, QString());
        row("day of issue", u"issued_on"_s, u"3 November 2026"_s);
        row("short digest", u"previous"_s, u"abcd"_s);
        row("digest in capitals", u"previous"_s, QString(64, u'A'));
        row("missing", u"carried"_s, QJsonValue(QJsonValue::Undefined));
        row("unknown field of a line", u"lines[0].prompt"_s, u"text"_s);
        row("line of another kind", u"lines[0].kind"_s, u"gift"_s);
        row("reason", u"lines[0].waived"_s, u"nice"_s);
        row("own prices are false", u"lines[0].own_prices"_s, false);
        row("digest of a line", u"lines[0].digest"_s, u"zz"_s);
        row("line without a service", u"lines[0].service"_s, QJsonValue(QJsonValue::Undefined));
    }
    void refusesBadJson()
    {
        QFETCH(QString, path);
        QFETCH(QJsonValue, value);
        QFETCH(QString, where);
        QJsonObject json
            = buildInvoice(termsOf(policyOf(FeePlan::Percent), october), {attemptOn(october)})
                  .invoice.toJson();
        QVERIFY(Invoice::fromJson(json).ok());
        const auto put = [&value](QJsonObject &object, const QString &name) {
            if (value.isUndefined())
                object.remove(name);
            else
                object.insert(name, value);
        };
        if (path.startsWith("lines[0]."_L1)) {
            QJsonArray lines = json.value(u"lines").toArray();
            QJsonObject line = lines.at(0).toObject();
            put(line, path.section(u'.', -1));
            lines.replace(0, line);
            json.insert(u"lines"_s, lines);
        } else {
            put(json, path);
        }
        const Result<Invoice> read = Invoice::fromJson(json);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().reason(), u"bad-invoice"_s);
        QVERIFY2(read.error().detail().startsWith(where + u": expected"_s),
                 qPrintable(read.error().detail()));
    }

    void statuses_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<qint64>("paid");
        QTest::addColumn<qint64>("credited");
        QTest::addColumn<QString>("status");
        const auto row
            = [](const char *name, int days, qint64 paid, qint64 credited, const QString &status) {
                  QTest::newRow(name) << days << paid << credited << status;
              };
        row("on the day", 0, 0, 0, u"issued"_s);
        row("the day after", 1, 0, 0, u"due"_s);
        row("thirteen days", 13, 0, 0, u"due"_s);
        row("fourteen days", 14, 0, 0, u"overdue"_s);
        row("paid late", 40, 300, 0, u"paid"_s);
        row("a part is open", 2, 299, 0, u"due"_s);
        row("paid and credited", 2, 200, 100, u"paid"_s);
        row("credited", 40, 0, 300, u"credited"_s);
    }
    void statuses()
    {
        QFETCH(int, days);
        QFETCH(qint64, paid);
        QFETCH(qint64, credited);
        QFETCH(QString, status);
        SignedInvoice document
            = issued(buildInvoice(termsOf(policyOf(FeePlan::Monthly), october), {}).invoice,
                     SigningKey::create(), 7);
        const InvoiceAccount account{paid, credited, {}, {}};
        const QDate today = document.invoice.issuedOn.addDays(days);
        const InvoiceStatus is = statusOf(document.invoice, account, today);
        QCOMPARE(nameOf(is), status);
        QCOMPARE(invoiceStatusFromName(status), std::optional(is));
        document.invoice.carried = true;
        QCOMPARE(statusOf(document.invoice, account, today), InvoiceStatus::CarriedOver);
        document.invoice.number.clear();
        QCOMPARE(statusOf(document.invoice, account, today), InvoiceStatus::Open);
    }

    void planChangesHoldFromTheNextMonth()
    {
        const FeePolicy percent = policyOf(FeePlan::Percent);
        const FeePolicy monthly = policyOf(FeePlan::Monthly);
        PlanHistory history(percent, QDate(2026, 1, 31));
        QCOMPARE(history.on(QDate(2025, 1, 1)), percent);
        QVERIFY(!history.coming(QDate(2026, 1, 31)));
        history.choose(monthly, QDate(2026, 1, 31));
        QCOMPARE(history.on(QDate(2026, 1, 31)), percent);
        QCOMPARE(history.on(QDate(2026, 2, 1)), monthly);
        QCOMPARE(history.coming(QDate(2026, 1, 31)),
                 std::optional(std::pair(QDate(2026, 2, 1), monthly)));
        QVERIFY(!history.coming(QDate(2026, 2, 1)));
        history.choose(policyOf(FeePlan::None), QDate(2026, 1, 31));
        QCOMPARE(history.on(QDate(2026, 2, 1)), policyOf(FeePlan::None));
        history.choose(percent, QDate(2026, 1, 31)); // back again
        QVERIFY(!history.coming(QDate(2026, 1, 31)));
        QCOMPARE(history.on(QDate(2027, 2, 1)), percent);
        history.choose(monthly, QDate(2026, 12, 5));
        QCOMPARE(history.on(QDate(2027, 1, 1)), monthly);
        const Result<PlanHistory> read = PlanHistory::fromJson(history.toJson());
        QVERIFY(read.ok());
        QCOMPARE(*read, history);
        QVERIFY(!PlanHistory::fromJson({}).ok());
        QVERIFY(!PlanHistory::fromJson({{u"2026-1"_s, percent.toJson()}}).ok());
        QVERIFY(!PlanHistory::fromJson({{u"2026-01"_s, u"percent"_s}}).ok());
    }

    void fieldsOfADigestDoNotRunTogether()
    {
        QByteArray text;
        appendField(text, "ab");
        appendField(text, {});
        QCOMPARE(text, "2:ab,0:,"_ba);
        UsageRecord one = attemptOn(october);
        UsageRecord other = one;
        one.service = u"ab"_s;
        one.model = u"c"_s;
        other.service = u"a"_s;
        other.model = u"bc"_s;
        QVERIFY(digestOf(one) != digestOf(other));
    }

    void digestIsAFixedFormat()
    {
        // Made by Python's hashlib from the text that the header describes.
        UsageRecord record;
        record.recordId = *Id::fromString(u"018f0000-0000-7000-8000-000000000002");
        record.requestId = *Id::fromString(u"018f0000-0000-7000-8000-000000000003");
        record.startedAt = QDateTime::fromMSecsSinceEpoch(1'790'000'000'123, Qt::UTC);
        record.billingDay = QDate(2026, 9, 21);
        record.service = u"openai"_s;
        record.model = u"gpt-4.1"_s;
        record.outcome = Outcome::Completed;
        record.costState = CostState::Exact;
        record.usage.set(Counter::InUncached, 12);
        record.usage.set(Counter::OutText, 345);
        record.priceVersion = u"2026-09-01"_s;
        record.platformCost = Money::fromNano(2'784'000);
        record.platformFee = Money::fromNano(139'200);
        record.firstTokenMs = 410;
        record.durationMs = 6200;
        QCOMPARE(digestOf(record).toHex(),
                 "f930c4e403a76e8dae0949f5e7052d75173b97d04405776e272d05172332e0f7"_ba);
    }

    void signatures()
    {
        const SigningKey key = SigningKey::create();
        const QByteArray message = "something to sign";
        const QByteArray signature = key.sign(message);
        QVERIFY(verifies(message, signature, key.publicKey()));
        QVERIFY(!verifies(message + ' ', signature, key.publicKey()));
        QVERIFY(!verifies(message, signature, SigningKey::create().publicKey()));
        QVERIFY(!verifies(message, signature.left(63), key.publicKey()));
        QVERIFY(!verifies(message, signature, {}));
        const std::optional<SigningKey> same = SigningKey::fromSeed(key.seed());
        QVERIFY(same.has_value());
        QCOMPARE(same->publicKey(), key.publicKey());
        QCOMPARE(same->sign(message), signature);
        QVERIFY(!SigningKey::fromSeed(Secret::take("short")).has_value());

        // RFC 8032, section 7.1, test 1.
        const QByteArray seed = QByteArray::fromHex(
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        const auto known = SigningKey::fromSeed(Secret::take(QByteArray(seed)));
        QVERIFY(known.has_value());
        QCOMPARE(known->publicKey().toHex(),
                 "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"_ba);
        QVERIFY(known->sign({}).toHex().startsWith("e5564300c360ac729086e2cc806e828a"));
        QCOMPARE(keyIdOf(known->publicKey()).size(), qsizetype(16));
    }
};

QTEST_GUILESS_MAIN(TestInvoice)
#include "tst_invoice.moc"

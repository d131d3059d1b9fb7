#include "core/fees/billedrecord.h"
#include "tests/fees/invoicefixture.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <algorithm>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

/// What is random about one account over two months: plans, records, and which of them come late.
class Account {
public:
    explicit Account(quint32 seed)
        : m_random(seed)
    {
        const QDate signedUp = QDate(2026, 9, 1).addDays(m_random.bounded(40));
        m_terms.account = Id::create(utc(signedUp));
        m_terms.billedFrom = utc(signedUp, m_random.bounded(24));
        m_terms.plans = PlanHistory(policy(), signedUp);
        m_terms.plans.choose(policy(), signedUp.addDays(m_random.bounded(60)));
        m_terms.taxBasisPoints = m_random.bounded(3) == 0 ? m_random.bounded(2600) : 0;
        const int count = m_random.bounded(30);
        for (int i = 0; i < count; ++i)
            m_records.append(record());
    }

    /// Invoices of September, October and November: what is late comes a month or two later.
    QList<InvoiceDraft> bill(const SigningKey &key)
    {
        QList<InvoiceDraft> drafts;
        m_documents.clear();
        m_charged.clear();
        for (int month = 0; month < 3; ++month) {
            InvoiceTerms terms = m_terms;
            terms.month = QDate(2026, 9 + month, 15);
            terms.carried = carried();
            terms.chargedRequests = m_charged;
            InvoiceBuilder builder(terms);
            QList<UsageRecord> records = arrived(month);
            std::sort(records.begin(), records.end(),
                      [](const auto &a, const auto &b) { return a.recordId < b.recordId; });
            for (const UsageRecord &record : std::as_const(records))
                builder.add(record);
            const Invoice invoice = builder.finish();
            m_charged += builder.newlyCharged();
            drafts.append({invoice, builder.entries()});
            m_documents.append(issued(invoice, key, 7 + month,
                                      m_documents.isEmpty() ? nullptr : &m_documents.last()));
        }
        return drafts;
    }

    InvoiceTerms termsFor(int month) const
    {
        InvoiceTerms terms = m_terms;
        terms.month = QDate(2026, 9 + month, 15);
        return terms;
    }

    InvoiceEvidence evidence(int month, const QList<InvoiceEntry> &entries, const SigningKey &key)
    {
        InvoiceEvidence evidence;
        evidence.entries = entries;
        evidence.plans = m_terms.plans;
        for (const auto &[record, arrival] : std::as_const(m_records))
            evidence.records.append(record);
        std::shuffle(evidence.records.begin(), evidence.records.end(), m_random);
        if (month > 0)
            evidence.previous = m_documents.at(month - 1);
        if (month > 0 && evidence.previous->invoice.carried)
            evidence.carried = evidence.previous;
        evidence.signature = checkBy(key);
        return evidence;
    }

    QList<UsageRecord> arrived(int month) const
    {
        QList<UsageRecord> records;
        for (const auto &[record, arrival] : m_records) {
            if (arrival == month)
                records.append(record);
        }
        return records;
    }

    const QList<SignedInvoice> &documents() const { return m_documents; }
    QRandomGenerator &random() { return m_random; }

private:
    FeePolicy policy()
    {
        FeePolicy policy;
        policy.plan = static_cast<FeePlan>(m_random.bounded(5));
        policy.basisPoints = m_random.bounded(500, 1001);
        policy.perRequest = Money::fromNano(m_random.bounded(1, 20'000'000));
        policy.monthly = Money::fromNano(m_random.bounded(1, 2'000'000'000));
        policy.freeTier.paid = m_random.bounded(2) == 1;
        policy.ownPrices
            = m_random.bounded(2) == 1 ? OwnPricesRule::Charged : OwnPricesRule::Waived;
        return policy;
    }

    std::pair<UsageRecord, int> record()
    {
        const int month = m_random.bounded(3);
        const QDate day = QDate(2026, 9 + month, 1).addDays(m_random.bounded(30));
        static const QStringList services{u"openai"_s, u"anthropic"_s, u"my server"_s};
        UsageRecord record = attemptOn(day, services.at(m_random.bounded(3)));
        record.startedAt = utc(day, m_random.bounded(24)).addMSecs(m_random.bounded(3'600'000));
        record.recordId = Id::create(record.startedAt);
        if (!m_records.isEmpty() && m_random.bounded(4) == 0) {
            const UsageRecord &other = m_records.last().first;
            record.requestId = other.requestId;
            record.attempt = other.attempt + 1;
        }
        record.outcome = static_cast<Outcome>(m_random.bounded(7));
        if (m_random.bounded(3) > 0)
            record.outcome = Outcome::Completed;
        record.origin = static_cast<OriginClass>(m_random.bounded(3));
        record.costState = static_cast<CostState>(m_random.bounded(3));
        record.priceVersion = m_random.bounded(4) == 0 ? u"own"_s : u"2026-09-01"_s;
        const quint32 scale = m_random.bounded(4);
        const qint64 cost
            = m_random.bounded(scale < 3 ? 1 + 5'000'000 * int(scale) : 2'000'000'000);
        record.platformCost
            = record.costState == CostState::Unknown ? Money() : Money::fromNano(cost);
        record.platformFee = m_terms.plans.on(day).feeFor(record);
        const int late = m_random.bounded(6) == 0 ? m_random.bounded(1, 3) : 0;
        return {record, month + late};
    }

    std::optional<CarriedSum> carried() const
    {
        if (m_documents.isEmpty() || !m_documents.last().invoice.carried)
            return std::nullopt;
        const Invoice &invoice = m_documents.last().invoice;
        return CarriedSum{invoice.number, invoice.month, invoice.sum};
    }

    QRandomGenerator m_random;
    InvoiceTerms m_terms;
    QList<std::pair<UsageRecord, int>> m_records; ///< and the month in which the server has it
    QList<SignedInvoice> m_documents;
    QSet<Id> m_charged;
};

/// The total by other means: all in 128 bits, no line.
qint64 centsOf(const QList<InvoiceEntry> &entries, Money fixed, const Invoice &invoice)
{
    PicoDollars nano = fixed.nano();
    for (const InvoiceEntry &entry : entries)
        nano += entry.fee.nano();
    for (const InvoiceLine &line : invoice.lines)
        nano += line.kind == InvoiceLine::Kind::Carried ? line.fee.nano() : 0;
    const PicoDollars taxed = nano * (10'000 + invoice.taxBasisPoints); // in 1e-13 dollars
    const PicoDollars cent = PicoDollars(10'000'000) * 10'000;
    return static_cast<qint64>((2 * taxed + cent) / (2 * cent));
}

/// Changes one thing that a ledger has of a record; what, is its name.
QString changeSomething(UsageRecord &record, QRandomGenerator &random)
{
    switch (random.bounded(12)) {
    case 0:
        record.platformCost += Money::fromNano(1);
        return u"cost"_s;
    case 1:
        record.usage.add(Counter::OutText, 1);
        return u"usage"_s;
    case 2:
        record.model += u'x';
        return u"model"_s;
    case 3:
        record.service[0] = QChar(record.service[0].unicode() ^ 1);
        return u"service"_s;
    case 4:
        record.outcome = record.outcome == Outcome::Failed ? Outcome::Completed : Outcome::Failed;
        return u"outcome"_s;
    case 5:
        record.priceVersion += u'1';
        return u"price version"_s;
    case 6:
        record.startedAt = record.startedAt.addMSecs(1);
        return u"start"_s;
    case 7:
        record.billingDay = record.billingDay.addDays(1);
        return u"billing day"_s;
    case 8:
        ++record.attempt;
        return u"attempt"_s;
    case 9:
        record.platformFee += Money::fromNano(1);
        return u"fee"_s;
    case 10:
        ++record.durationMs;
        return u"duration"_s;
    default:
        record.origin
            = record.origin == OriginClass::Local ? OriginClass::Official : OriginClass::Local;
        return u"origin"_s;
    }
}

} // namespace

class TestInvoiceProperties : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void randomAccounts()
    {
        const int rounds = qMax(1, qEnvironmentVariableIntValue("KEYWAY_TEST_ROUNDS"));
        const SigningKey key = SigningKey::create();
        qint64 attempts = 0;
        qint64 carried = 0;
        qint64 adjusted = 0;
        QMap<QString, int> named;
        for (int round = 0; round < rounds; ++round) {
            Account account(static_cast<quint32>(20261122 + round));
            const QList<InvoiceDraft> drafts = account.bill(key);
            qsizetype listed = 0;
            for (int month = 0; month < 3; ++month) {
                const Invoice &invoice = drafts.at(month).invoice;
                const QList<InvoiceEntry> &entries = drafts.at(month).entries;
                const SignedInvoice &document = account.documents().at(month);
                attempts += entries.size();
                listed += entries.size();
                carried += invoice.carried;

                // Lines add up, and to what the attempts come to.
                Money lines;
                Money usage;
                Money fees;
                for (const InvoiceLine &line : invoice.lines) {
                    lines += line.fee;
                    if (line.kind == InvoiceLine::Kind::Usage)
                        usage += line.fee;
                    QVERIFY(!line.waiver || line.fee.isZero());
                    adjusted += line.kind == InvoiceLine::Kind::Usage && line.month < invoice.month;
                }
                for (const InvoiceEntry &entry : entries)
                    fees += entry.fee;
                QCOMPARE(lines, invoice.sum);
                QCOMPARE(usage, fees);
                const Money fixed
                    = account.termsFor(month).plans.on(invoice.month).fixedMonthlyFee();
                QCOMPARE(invoice.totalCents, centsOf(entries, fixed, invoice));

                // The same from records in another order, to the byte; and from its JSON.
                const InvoiceEvidence evidence = account.evidence(month, entries, key);
                const auto difference = recompute(document, evidence);
                QVERIFY2(!difference, qPrintable(described(difference)));
                const auto read = Invoice::fromJson(
                    QJsonDocument::fromJson(document.invoice.canonical()).object());
                QVERIFY(read.ok());
                QCOMPARE(read->canonical(), document.invoice.canonical());

                changedByteIsFound(document, evidence, account.random(), named);
                if (QTest::currentTestFailed())
                    return;
                changedRecordIsNamed(document, evidence, account.random(), named);
                if (QTest::currentTestFailed())
                    return;
            }
            // What came in time or late is on exactly one invoice.
            QCOMPARE(listed,
                     account.arrived(0).size() + account.arrived(1).size()
                         + account.arrived(2).size());
        }
        // The rounds saw everything that they are about.
        for (const QString &what : {u"record"_s, u"line"_s, u"total"_s, u"document"_s, u"chain"_s,
                                    u"signature"_s, u"unreadable"_s})
            QVERIFY2(rounds < 1000 || named.value(what) > 0, qPrintable(what));
        QVERIFY(rounds < 1000 || (carried > 100 && adjusted > 100));
        QStringList counts;
        for (auto it = named.cbegin(); it != named.cend(); ++it)
            counts += u"%1 %2"_s.arg(it.key()).arg(it.value());
        qInfo("%d accounts, %d months, %lld attempts; one change found in: %s", rounds, rounds * 3,
              attempts, qPrintable(counts.join(u", "_s)));
    }

private:
    /// One byte of the document, of its hash or of its signature.
    void changedByteIsFound(const SignedInvoice &document, const InvoiceEvidence &evidence,
                            QRandomGenerator &random, QMap<QString, int> &named)
    {
        SignedInvoice changed = document;
        const int place = random.bounded(8);
        if (place < 2) {
            QByteArray &bytes = place == 0 ? changed.hash : changed.signature;
            const qsizetype at = random.bounded(int(bytes.size()));
            bytes[at] = char(bytes[at] ^ (1 << random.bounded(8)));
        } else {
            QByteArray bytes = document.invoice.canonical();
            qsizetype at = random.bounded(int(bytes.size()));
            if (place == 2 && !document.invoice.previous.isEmpty())
                at = bytes.indexOf("previous") + 11 + random.bounded(64);
            if (place == 3)
                at = bytes.indexOf("sum_nano") + 10;
            const char before = bytes[at];
            bytes[at] = before >= '0' && before <= '9' ? char('0' + (before - '0' + 1) % 10)
                                                       : char(before ^ (1 << random.bounded(7)));
            const auto read = Invoice::fromJson(QJsonDocument::fromJson(bytes).object());
            if (!read) {
                QVERIFY(!read.error().detail().isEmpty());
                ++named[u"unreadable"_s];
                return;
            }
            changed.invoice = *read;
        }
        const auto difference = recompute(changed, evidence);
        QVERIFY2(difference, document.invoice.canonical().constData());
        QVERIFY(!difference->field.isEmpty());
        ++named[nameOf(difference->where)];
    }

    void changedRecordIsNamed(const SignedInvoice &document, InvoiceEvidence evidence,
                              QRandomGenerator &random, QMap<QString, int> &named)
    {
        if (evidence.entries.isEmpty())
            return;
        const Id id = evidence.entries.at(random.bounded(int(evidence.entries.size()))).recordId;
        const auto record
            = std::find_if(evidence.records.begin(), evidence.records.end(),
                           [&id](const UsageRecord &each) { return each.recordId == id; });
        QString what = u"missing"_s;
        if (random.bounded(8) == 0)
            evidence.records.erase(record);
        else
            what = changeSomething(*record, random);
        const auto difference = recompute(document, evidence);
        QVERIFY2(difference, qPrintable(what));
        QVERIFY2(difference->where == InvoiceDifference::Where::Record
                     && difference->recordId == id,
                 qPrintable(what + u": "_s + described(difference)));
        ++named[nameOf(difference->where)];
    }
};

QTEST_GUILESS_MAIN(TestInvoiceProperties)
#include "tst_invoiceproperties.moc"

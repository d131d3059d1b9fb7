#include "core/fees/recomputation.h"

#include "core/fees/billedrecord.h"
#include "core/fees/invoicebuilder.h"

#include <QtCore/QHash>
#include <QtCore/QJsonDocument>

#include <algorithm>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

using Where = InvoiceDifference::Where;
using Difference = std::optional<InvoiceDifference>;

QString hexOf(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QString textOf(Money amount)
{
    return QString::number(amount.nano());
}

/// The lines where the difference is not in their records: names the first field that differs.
Difference lineDifference(const Invoice &expected, const Invoice &found)
{
    const qsizetype most = std::max(expected.lines.size(), found.lines.size());
    for (qsizetype i = 0; i < most; ++i) {
        if (i >= expected.lines.size())
            return InvoiceDifference{Where::Line, {}, i,
                                     u"line"_s,   {}, nameOf(found.lines[i].kind)};
        if (i >= found.lines.size())
            return InvoiceDifference{Where::Line, {}, i, u"line"_s, nameOf(expected.lines[i].kind),
                                     {}};
        const InvoiceLine &a = expected.lines[i];
        const InvoiceLine &b = found.lines[i];
        if (a == b)
            continue;
        InvoiceDifference difference{Where::Line, {}, i, {}, {}, {}};
        const auto compare
            = [&difference](const QString &field, const QString &wanted, const QString &there) {
                  if (difference.field.isEmpty() && wanted != there) {
                      difference.field = field;
                      difference.expected = wanted;
                      difference.found = there;
                  }
              };
        const auto reason = [](const InvoiceLine &line) {
            return line.waiver ? nameOf(*line.waiver) : QString();
        };
        compare(u"kind"_s, nameOf(a.kind), nameOf(b.kind));
        compare(u"month"_s, a.month.toString(u"yyyy-MM"_s), b.month.toString(u"yyyy-MM"_s));
        compare(u"service"_s, a.service, b.service);
        compare(u"waived"_s, reason(a), reason(b));
        compare(u"own_prices"_s, QString::number(a.ownPrices), QString::number(b.ownPrices));
        compare(u"attempts"_s, QString::number(a.attempts), QString::number(b.attempts));
        compare(u"requests"_s, QString::number(a.requests), QString::number(b.requests));
        compare(u"platform_cost_nano"_s, textOf(a.platformCost), textOf(b.platformCost));
        compare(u"fee_nano"_s, textOf(a.fee), textOf(b.fee));
        compare(u"refers_to"_s, a.refersTo, b.refersTo);
        compare(u"digest"_s, hexOf(a.digest), hexOf(b.digest));
        return difference;
    }
    return std::nullopt;
}

Difference totalDifference(const Invoice &expected, const Invoice &found)
{
    const auto differs = [](const QString &field, qint64 wanted, qint64 there) -> Difference {
        if (wanted == there)
            return std::nullopt;
        return InvoiceDifference{Where::Total,          {}, -1, field, QString::number(wanted),
                                 QString::number(there)};
    };
    if (auto sum = differs(u"sum_nano"_s, expected.sum.nano(), found.sum.nano()))
        return sum;
    if (auto total = differs(u"total_cents"_s, expected.totalCents, found.totalCents))
        return total;
    return differs(u"carried"_s, expected.carried, found.carried);
}

Difference planDifference(const QMap<QDate, FeePolicy> &expected,
                          const QMap<QDate, FeePolicy> &found)
{
    const auto text = [](const QMap<QDate, FeePolicy> &plans, const QDate &month) {
        const auto plan = plans.constFind(month);
        if (plan == plans.cend())
            return QString();
        return QString::fromUtf8(QJsonDocument(plan->toJson()).toJson(QJsonDocument::Compact));
    };
    for (const QDate &month : expected.keys() + found.keys()) {
        const QString wanted = text(expected, month);
        const QString there = text(found, month);
        if (wanted != there)
            return InvoiceDifference{
                Where::Document, {}, -1, u"plans."_s + month.toString(u"yyyy-MM"_s), wanted, there};
    }
    return std::nullopt;
}

/// Every plan on the invoice is the one of the account.
Difference strangePlan(const PlanHistory &history, const Invoice &invoice)
{
    QMap<QDate, FeePolicy> expected;
    for (const QDate &month : invoice.plans.keys())
        expected.insert(month, history.on(month));
    return planDifference(expected, invoice.plans);
}

PlanHistory historyOf(const QMap<QDate, FeePolicy> &plans)
{
    PlanHistory history(plans.isEmpty() ? FeePolicy() : plans.first(),
                        plans.isEmpty() ? QDate(1970, 1, 1) : plans.firstKey());
    for (auto it = plans.cbegin(); it != plans.cend(); ++it)
        history.choose(it.value(), it.key().addMonths(-1));
    return history;
}

/// Requests that the invoice says bore their flat fee on an earlier one.
QSet<Id> chargedBefore(const Invoice &invoice, const QList<InvoiceEntry> &entries,
                       const QHash<Id, UsageRecord> &records)
{
    QSet<Id> duplicates;
    QSet<Id> charged;
    for (const InvoiceEntry &entry : entries) {
        const std::optional<Waiver> waiver = invoice.lines.value(entry.line, InvoiceLine()).waiver;
        const Id request = records.value(entry.recordId).requestId;
        if (!waiver)
            charged.insert(request);
        else if (*waiver == Waiver::Duplicate)
            duplicates.insert(request);
    }
    return duplicates - charged;
}

/// Whether the ledger has what is listed, as it is listed.
Difference ledgerDifference(const QHash<Id, UsageRecord> &records,
                            const QList<InvoiceEntry> &listed)
{
    for (const InvoiceEntry &entry : listed) {
        const auto record = records.constFind(entry.recordId);
        if (record == records.cend())
            return InvoiceDifference{
                Where::Record, entry.recordId, entry.line, u"missing"_s, {}, {}};
        const QByteArray digest = digestOf(*record);
        if (digest != entry.digest)
            return InvoiceDifference{Where::Record, entry.recordId, entry.line,
                                     u"changed"_s,  hexOf(digest),  hexOf(entry.digest)};
    }
    return std::nullopt;
}

/// Whether the records bear the listed fees, each once and on its line.
Difference entryDifference(const QList<InvoiceEntry> &built, const QList<InvoiceEntry> &listed)
{
    QHash<Id, InvoiceEntry> byId;
    for (const InvoiceEntry &entry : built)
        byId.insert(entry.recordId, entry);
    for (const InvoiceEntry &entry : listed) {
        const auto known = byId.constFind(entry.recordId);
        if (known == byId.cend())
            return InvoiceDifference{
                Where::Record, entry.recordId, entry.line, u"later-month"_s, {}, {}};
        if (known->fee != entry.fee)
            return InvoiceDifference{Where::Record, entry.recordId,     entry.line,
                                     u"fee_nano"_s, textOf(known->fee), textOf(entry.fee)};
    }
    for (qsizetype i = 0; i < std::max(built.size(), listed.size()); ++i) {
        const InvoiceEntry expected = built.value(i);
        const InvoiceEntry found = listed.value(i);
        if (expected != found)
            return InvoiceDifference{Where::Record,
                                     found.recordId,
                                     found.line,
                                     u"line"_s,
                                     QString::number(expected.line),
                                     QString::number(found.line)};
    }
    return std::nullopt;
}

Difference chainDifference(const Invoice &invoice, const InvoiceEvidence &evidence)
{
    const QByteArray before = evidence.previous ? evidence.previous->invoice.hash() : QByteArray();
    if (invoice.previous != before)
        return InvoiceDifference{Where::Chain,           {}, -1, u"previous"_s, hexOf(before),
                                 hexOf(invoice.previous)};
    return std::nullopt;
}

Difference proofDifference(const SignedInvoice &document, const SignatureCheck &check)
{
    const QByteArray bytes = document.invoice.canonical();
    const QByteArray hash = document.invoice.hash();
    if (hash != document.hash)
        return InvoiceDifference{Where::Signature, {},          -1,
                                 u"hash"_s,        hexOf(hash), hexOf(document.hash)};
    if (!check || !check(bytes, document.signature))
        return InvoiceDifference{Where::Signature, {}, -1,
                                 u"signature"_s,   {}, hexOf(document.signature)};
    return std::nullopt;
}

/// What a credit note must be by itself.
Invoice rebuiltNote(const Invoice &note)
{
    Invoice rebuilt = note;
    sumUp(rebuilt);
    return rebuilt;
}

/// What is carried is no matter of records: it is taken from the document that it comes from.
std::optional<CarriedSum> carriedTo(const Invoice &invoice, const InvoiceEvidence &evidence)
{
    for (const InvoiceLine &line : invoice.lines) {
        if (line.kind == InvoiceLine::Kind::Carried && evidence.carried
            && evidence.carried->invoice.carried)
            return CarriedSum{evidence.carried->invoice.number, evidence.carried->invoice.month,
                              evidence.carried->invoice.sum};
    }
    return std::nullopt;
}

} // namespace

QString nameOf(InvoiceDifference::Where where)
{
    switch (where) {
    case Where::Record:
        return u"record"_s;
    case Where::Line:
        return u"line"_s;
    case Where::Total:
        return u"total"_s;
    case Where::Document:
        return u"document"_s;
    case Where::Chain:
        return u"chain"_s;
    case Where::Signature:
        return u"signature"_s;
    }
    return {};
}

std::optional<InvoiceDifference> recompute(const SignedInvoice &document,
                                           const InvoiceEvidence &evidence)
{
    const Invoice &invoice = document.invoice;
    if (evidence.plans) {
        if (auto plan = strangePlan(*evidence.plans, invoice))
            return plan;
    }
    Invoice expected;
    if (invoice.kind == Invoice::Kind::CreditNote) {
        expected = rebuiltNote(invoice);
    } else {
        QHash<Id, UsageRecord> records;
        for (const UsageRecord &record : evidence.records)
            records.insert(record.recordId, record);
        if (auto record = ledgerDifference(records, evidence.entries))
            return record;
        QList<UsageRecord> used;
        for (const InvoiceEntry &entry : evidence.entries)
            used.append(records.value(entry.recordId));
        InvoiceTerms terms{invoice.account,
                           invoice.month,
                           historyOf(invoice.plans),
                           invoice.billedFrom,
                           invoice.taxBasisPoints,
                           carriedTo(invoice, evidence),
                           chargedBefore(invoice, evidence.entries, records)};
        const InvoiceDraft draft = buildInvoice(terms, std::move(used));
        if (auto record = entryDifference(draft.entries, evidence.entries))
            return record;
        expected = draft.invoice;
    }
    if (auto line = lineDifference(expected, invoice))
        return line;
    if (auto total = totalDifference(expected, invoice))
        return total;
    if (auto plan = planDifference(expected.plans, invoice.plans))
        return plan;
    if (auto chain = chainDifference(invoice, evidence))
        return chain;
    return proofDifference(document, evidence.signature);
}

} // namespace keyway

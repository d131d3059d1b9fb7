#include "core/fees/invoicebuilder.h"

#include "core/catalogue/price.h"
#include "core/fees/billedrecord.h"

#include <algorithm>
#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

InvoiceBuilder::InvoiceBuilder(InvoiceTerms terms)
    : m_terms(std::move(terms))
{
    m_invoice.account = m_terms.account;
    m_invoice.month = monthOf(m_terms.month);
    m_invoice.billedFrom = m_terms.billedFrom;
    m_invoice.taxBasisPoints = m_terms.taxBasisPoints;
    m_invoice.plans.insert(m_invoice.month, m_terms.plans.on(m_invoice.month));
}

AttemptFee InvoiceBuilder::feeOf(const UsageRecord &record)
{
    if (record.startedAt < m_terms.billedFrom)
        return {{}, Waiver::BeforeSignUp};
    const bool charged = m_terms.chargedRequests.contains(record.requestId)
        || m_newlyCharged.contains(record.requestId);
    const FeePolicy &policy = m_terms.plans.on(record.billingDay);
    const AttemptFee fee = policy.chargeFor(record, charged);
    if (policy.plan == FeePlan::PerRequest && !fee.waiver)
        m_newlyCharged.insert(record.requestId);
    return fee;
}

void InvoiceBuilder::add(const UsageRecord &record)
{
    Q_ASSERT(m_last.isNull() || !(record.recordId < m_last));
    const QDate month = monthOf(record.billingDay);
    if (month > m_invoice.month || record.recordId == m_last)
        return;
    m_last = record.recordId;
    m_invoice.plans.insert(month, m_terms.plans.on(month));

    const AttemptFee fee = feeOf(record);
    const bool ownPrices = record.priceVersion == ownPriceVersion;
    const int reason = fee.waiver ? static_cast<int>(*fee.waiver) : -1;
    std::unique_ptr<Group> &group
        = m_groups[{month < m_invoice.month, month, record.service, reason, ownPrices}];
    if (!group) {
        group = std::make_unique<Group>();
        group->line.month = month;
        group->line.service = record.service;
        group->line.waiver = fee.waiver;
        group->line.ownPrices = ownPrices;
    }
    InvoiceEntry entry{record.recordId, 0, fee.amount, digestOf(record)};
    QByteArray text;
    appendField(text, entry.recordId.toString().toLatin1());
    appendField(text, entry.digest.toHex());
    appendField(text, QByteArray::number(entry.fee.nano()));
    group->digest.addData(text);
    group->requests.insert(record.requestId);
    group->entries.append(m_entries.size());
    ++group->line.attempts;
    group->line.platformCost += record.platformCost;
    group->line.fee += fee.amount;
    m_entries.append(std::move(entry));
}

Invoice InvoiceBuilder::finish()
{
    for (auto &[key, group] : m_groups) {
        group->line.requests = group->requests.size();
        group->line.digest = group->digest.result();
        for (const qsizetype entry : std::as_const(group->entries))
            m_entries[entry].line = m_invoice.lines.size();
        m_invoice.lines.append(group->line);
    }
    m_groups.clear();
    const Money fixed = m_terms.plans.on(m_invoice.month).fixedMonthlyFee();
    if (!fixed.isZero()) {
        InvoiceLine line;
        line.kind = InvoiceLine::Kind::Fixed;
        line.month = m_invoice.month;
        line.fee = fixed;
        m_invoice.lines.append(line);
    }
    if (m_terms.carried && !m_terms.carried->amount.isZero()) {
        InvoiceLine line;
        line.kind = InvoiceLine::Kind::Carried;
        line.month = monthOf(m_terms.carried->month);
        line.fee = m_terms.carried->amount;
        line.refersTo = m_terms.carried->number;
        m_invoice.lines.append(line);
    }
    sumUp(m_invoice);
    return m_invoice;
}

InvoiceDraft buildInvoice(const InvoiceTerms &terms, QList<UsageRecord> records)
{
    std::stable_sort(
        records.begin(), records.end(),
        [](const UsageRecord &a, const UsageRecord &b) { return a.recordId < b.recordId; });
    InvoiceBuilder builder(terms);
    for (const UsageRecord &record : std::as_const(records))
        builder.add(record);
    Invoice invoice = builder.finish();
    return {std::move(invoice), builder.entries()};
}

bool isEmpty(const Invoice &invoice)
{
    return invoice.carried
        && std::all_of(invoice.lines.cbegin(), invoice.lines.cend(), [](const InvoiceLine &line) {
               return line.kind == InvoiceLine::Kind::Carried;
           });
}

Result<Invoice> creditNote(const Invoice &invoice, Money amount, Money alreadyCredited,
                           const QString &reason)
{
    const bool creditable
        = invoice.kind == Invoice::Kind::Invoice && !invoice.carried && !invoice.number.isEmpty();
    if (!creditable || amount <= Money())
        return Error(Error::Kind::Rejected, invoice.number).withReason(u"not-creditable"_s);
    if (amount > invoice.sum - alreadyCredited)
        return Error(Error::Kind::Rejected, invoice.number).withReason(u"too-much-credited"_s);
    Invoice note;
    note.kind = Invoice::Kind::CreditNote;
    note.account = invoice.account;
    note.month = invoice.month;
    note.billedFrom = invoice.billedFrom;
    note.plans.insert(invoice.month, invoice.plans.value(invoice.month));
    note.taxBasisPoints = invoice.taxBasisPoints;
    note.corrects = invoice.number;
    note.reason = reason;
    InvoiceLine line;
    line.kind = InvoiceLine::Kind::Credit;
    line.month = invoice.month;
    line.fee = Money() - amount;
    line.refersTo = invoice.number;
    note.lines.append(line);
    sumUp(note);
    return note;
}

} // namespace keyway

#pragma once

#include "core/base/signature.h"
#include "core/fees/invoicebuilder.h"
#include "core/fees/recomputation.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QTimeZone>

#include <optional>

namespace keyway {

inline QDateTime utc(const QDate &day, int hour = 12)
{
    return QDateTime(day, QTime(hour, 0), Qt::UTC);
}

/// An attempt that bears a fee on most plans: $1.00 at openai.
inline UsageRecord attemptOn(const QDate &day, const QString &service = QStringLiteral("openai"),
                             Money cost = Money::fromCents(100))
{
    UsageRecord record;
    record.recordId = Id::create(utc(day));
    record.requestId = Id::create(utc(day));
    record.service = service;
    record.model = QStringLiteral("a-model");
    record.startedAt = utc(day);
    record.billingDay = day;
    record.outcome = Outcome::Completed;
    record.costState = CostState::Exact;
    record.usage.set(Counter::InUncached, 12);
    record.usage.set(Counter::OutText, 345);
    record.priceVersion = QStringLiteral("2026-10-01");
    record.platformCost = cost;
    record.durationMs = 1234;
    return record;
}

inline InvoiceTerms termsOf(const FeePolicy &policy, const QDate &month)
{
    InvoiceTerms terms;
    terms.account = *Id::fromString(u"018f0000-0000-7000-8000-000000000001");
    terms.month = month;
    terms.plans = PlanHistory(policy, month.addMonths(-6));
    terms.billedFrom = utc(monthOf(month).addMonths(-6));
    return terms;
}

/// As the server issues it.
inline SignedInvoice issued(Invoice invoice, const SigningKey &key, qint64 sequence,
                            const SignedInvoice *previous = nullptr)
{
    invoice.issuedOn = monthOf(invoice.month).addMonths(1).addDays(2);
    invoice.number = invoiceNumber(QStringLiteral("KW"), invoice.issuedOn.year(), sequence);
    if (previous)
        invoice.previous = previous->hash;
    SignedInvoice document{invoice, invoice.hash(), {}, keyIdOf(key.publicKey())};
    document.signature = key.sign(document.invoice.canonical());
    return document;
}

inline SignatureCheck checkBy(const SigningKey &key)
{
    return [publicKey = key.publicKey()](const QByteArray &message, const QByteArray &signature) {
        return verifies(message, signature, publicKey);
    };
}

inline QString described(const std::optional<InvoiceDifference> &difference)
{
    if (!difference)
        return QStringLiteral("no difference");
    return nameOf(difference->where) + u' ' + QString::number(difference->line) + u' '
        + difference->recordId.toString() + u' ' + difference->field + u' ' + difference->expected
        + u'|' + difference->found;
}

} // namespace keyway

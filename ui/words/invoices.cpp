#include "ui/words/invoices.h"

#include "ui/words/dates.h"
#include "ui/words/fees.h"
#include "ui/words/money.h"

#include <QtCore/QCoreApplication>

namespace keyway::words {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(keyway::words::Invoices)
};

QString monthAndYear(const QDate &month, const QLocale &locale)
{
    return Text::tr("%1 %2", "month and year")
        .arg(monthName(month, locale), QString::number(month.year()));
}

/// Amounts are compared as nano-dollars; people read dollars.
QString shown(const QString &field, const QString &value, const QLocale &locale)
{
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    if (isNumber && field.endsWith("_nano"_L1))
        return exactMoney(Money::fromNano(number), locale);
    if (isNumber && field.endsWith("_cents"_L1))
        return money(Money::fromCents(number), locale);
    return value.isEmpty() ? Text::tr("nothing", "value of a field") : value;
}

QString recordWords(const InvoiceDifference &difference, const QLocale &locale)
{
    const QString record = difference.recordId.toString();
    if (difference.field == "missing"_L1)
        return Text::tr("The attempt %1 is not among the records of this computer.").arg(record);
    if (difference.field == "changed"_L1)
        return Text::tr("The attempt %1 was changed: the record here is not the one that was "
                        "billed.")
            .arg(record);
    if (difference.field == "later-month"_L1)
        return Text::tr("The attempt %1 belongs to a later month.").arg(record);
    if (difference.field == "fee_nano"_L1)
        return Text::tr("The attempt %1 bears a fee of %2; the invoice says %3.")
            .arg(record, shown(difference.field, difference.expected, locale),
                 shown(difference.field, difference.found, locale));
    return Text::tr("The attempt %1 is on the wrong line.").arg(record);
}

} // namespace

QString invoiceStatusWord(InvoiceStatus status)
{
    switch (status) {
    case InvoiceStatus::Open:
        return Text::tr("Open", "invoice");
    case InvoiceStatus::Issued:
        return Text::tr("Issued", "invoice");
    case InvoiceStatus::Due:
        return Text::tr("Due", "invoice");
    case InvoiceStatus::Overdue:
        return Text::tr("Overdue", "invoice");
    case InvoiceStatus::Paid:
        return Text::tr("Paid", "invoice");
    case InvoiceStatus::Credited:
        return Text::tr("Refunded", "invoice");
    case InvoiceStatus::CarriedOver:
        return Text::tr("Nothing to pay", "invoice");
    }
    return {};
}

QString waiverWords(Waiver waiver)
{
    switch (waiver) {
    case Waiver::Failed:
        return Text::tr("failed", "no fee");
    case Waiver::UnknownOutcome:
        return Text::tr("outcome unknown", "no fee");
    case Waiver::UnknownCost:
        return Text::tr("cost unknown", "no fee");
    case Waiver::Local:
        return Text::tr("runs on this computer", "no fee");
    case Waiver::Free:
        return Text::tr("free of charge", "no fee");
    case Waiver::OwnPrices:
        return Text::tr("at your own prices", "no fee");
    case Waiver::NotAnswered:
        return Text::tr("not answered", "no fee");
    case Waiver::Duplicate:
        return Text::tr("another attempt bears the fee", "no fee");
    case Waiver::BeforeSignUp:
        return Text::tr("before you signed up", "no fee");
    case Waiver::Plan:
        return Text::tr("included in the plan", "no fee");
    }
    return {};
}

QString invoiceLineWords(const InvoiceLine &line, const QDate &invoiceMonth,
                         const ServiceNames &names, const QLocale &locale)
{
    switch (line.kind) {
    case InvoiceLine::Kind::Fixed:
        return Text::tr("Plan, %1").arg(monthAndYear(line.month, locale));
    case InvoiceLine::Kind::Carried:
        return Text::tr("Carried over from %1").arg(line.refersTo);
    case InvoiceLine::Kind::Credit:
        return Text::tr("Given back from %1").arg(line.refersTo);
    case InvoiceLine::Kind::Usage:
        break;
    }
    QString words = names ? names(line.service) : line.service;
    if (line.month != invoiceMonth)
        words = Text::tr("%1, late from %2", "service, month")
                    .arg(words, monthAndYear(line.month, locale));
    if (line.waiver)
        return Text::tr("%1, %2", "service, why there is no fee")
            .arg(words, waiverWords(*line.waiver));
    return line.ownPrices ? Text::tr("%1, at your own prices").arg(words) : words;
}

QString invoiceRateWords(const InvoiceLine &line, const Invoice &invoice, const QLocale &locale)
{
    if (line.kind != InvoiceLine::Kind::Usage)
        return {};
    if (line.waiver)
        return Text::tr("free", "rate of a fee");
    return feeInBrackets(invoice.plans.value(line.month), locale);
}

QString invoiceDifferenceWords(const InvoiceDifference &difference, const QLocale &locale)
{
    using Where = InvoiceDifference::Where;
    const QString expected = shown(difference.field, difference.expected, locale);
    const QString found = shown(difference.field, difference.found, locale);
    const QString line = QString::number(difference.line + 1);
    switch (difference.where) {
    case Where::Record:
        return Text::tr("Line %1: %2").arg(line, recordWords(difference, locale));
    case Where::Line:
        return Text::tr("Line %1: %2 comes to %3; the invoice says %4.")
            .arg(line, difference.field, expected, found);
    case Where::Total:
        return Text::tr("The lines are right, but %1 comes to %2; the invoice says %3.")
            .arg(difference.field, expected, found);
    case Where::Document:
        return Text::tr("This part of the invoice is not what it has to be: %1.")
            .arg(difference.field);
    case Where::Chain:
        return Text::tr("It does not follow the invoice before it: one of the two was changed, or "
                        "one between them is missing.");
    case Where::Signature:
        return Text::tr("The signature does not fit: the invoice was changed after it was signed, "
                        "or somebody else signed it.");
    }
    return {};
}

} // namespace keyway::words

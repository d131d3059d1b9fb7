#include "ui/words/invoicesheet.h"

#include "ui/words/dates.h"
#include "ui/words/fees.h"
#include "ui/words/money.h"

#include <QtCore/QCoreApplication>

namespace keyway::words {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(keyway::words::InvoiceSheet)
};

void addLines(InvoiceSheet &sheet, const Invoice &invoice, const ServiceNames &names,
              const QLocale &locale)
{
    Money cost;
    qint64 requests = 0;
    for (const InvoiceLine &line : invoice.lines) {
        const bool usage = line.kind == InvoiceLine::Kind::Usage;
        cost += line.platformCost;
        requests += line.requests;
        sheet.lines.append({invoiceLineWords(line, invoice.month, names, locale),
                            usage ? count(line.requests, locale) : QString(),
                            usage ? money(line.platformCost, locale) : QString(),
                            invoiceRateWords(line, invoice, locale),
                            requestMoney(line.fee, locale)});
    }
    sheet.lines.append({Text::tr("Sum"),
                        count(requests, locale),
                        money(cost, locale),
                        {},
                        requestMoney(invoice.sum, locale)});
}

} // namespace

InvoiceSheet invoiceSheet(const InvoiceMessage &message, const ServiceNames &names,
                          const QLocale &locale)
{
    const Invoice &invoice = message.document.invoice;
    const auto cents = [&locale](qint64 amount) { return money(Money::fromCents(amount), locale); };
    InvoiceSheet sheet;
    sheet.title = (invoice.kind == Invoice::Kind::CreditNote ? Text::tr("Credit note %1")
                                                             : Text::tr("Invoice %1"))
                      .arg(invoice.number);
    sheet.status = invoiceStatusWord(message.status);
    sheet.facts
        = {Text::tr("Platform fee, %1 %2", "month, year")
               .arg(monthName(invoice.month, locale), QString::number(invoice.month.year())),
           Text::tr("Issued on %1").arg(longDate(invoice.issuedOn, locale)),
           Text::tr("Account %1").arg(invoice.account.toString())};
    if (!invoice.reason.isEmpty())
        sheet.facts.append(invoice.reason);
    sheet.head = {Text::tr("Service"), Text::tr("Requests"), Text::tr("Platform cost"),
                  Text::tr("Rate"), Text::tr("Fee")};
    addLines(sheet, invoice, names, locale);
    sheet.totals = {{Text::tr("Rounded to cents"), cents(invoice.netCents())},
                    {Text::tr("Tax (%1)").arg(percentOf(invoice.taxBasisPoints, locale)),
                     cents(invoice.taxCents())},
                    {Text::tr("Total"), cents(invoice.totalCents)}};
    sheet.notes
        = {Text::tr("Platform costs were paid to the services directly and are not part of the "
                    "sum. They are listed so that the fee can be checked.")};
    if (invoice.carried)
        sheet.notes.append(
            Text::tr("There is nothing to pay: sums below %1 are carried to the next "
                     "invoice.")
                .arg(cents(leastInvoicedCents)));
    sheet.proof
        = Text::tr("Signed by key %1; SHA-256 %2")
              .arg(message.document.keyId, QString::fromLatin1(message.document.hash.toHex()));
    return sheet;
}

} // namespace keyway::words

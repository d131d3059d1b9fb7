#include "core/fees/invoicecsv.h"

#include "core/base/csvline.h"
#include "core/money/dollars.h"

namespace keyway {

using namespace Qt::StringLiterals;

QByteArray invoiceCsv(const Invoice &invoice)
{
    QByteArray csv;
    CsvLine line(csv);
    for (const QLatin1StringView column :
         {"number"_L1, "line"_L1, "kind"_L1, "month"_L1, "service"_L1, "requests"_L1, "attempts"_L1,
          "platform_cost_usd"_L1, "fee_usd"_L1, "waived"_L1, "own_prices"_L1, "refers_to"_L1})
        line.plain(column);
    line.end();
    for (qsizetype i = 0; i < invoice.lines.size(); ++i) {
        const InvoiceLine &one = invoice.lines.at(i);
        line.text(invoice.number);
        line.number(i + 1);
        line.text(nameOf(one.kind));
        line.text(one.month.toString(u"yyyy-MM"_s));
        line.text(one.service);
        line.number(one.requests);
        line.number(one.attempts);
        appendDollars(line.next(), one.platformCost);
        appendDollars(line.next(), one.fee);
        line.text(one.waiver ? nameOf(*one.waiver) : QString());
        line.text(one.ownPrices ? u"yes"_s : QString());
        line.text(one.refersTo);
        line.end();
    }
    const auto total = [&](const QString &kind, Money amount) {
        line.text(invoice.number);
        line.empty();
        line.text(kind);
        line.text(invoice.month.toString(u"yyyy-MM"_s));
        for (int unused = 0; unused < 4; ++unused)
            line.empty();
        appendDollars(line.next(), amount);
        for (int unused = 0; unused < 3; ++unused)
            line.empty();
        line.end();
    };
    total(u"sum"_s, invoice.sum);
    total(u"tax"_s, Money::fromCents(invoice.taxCents()));
    total(u"total"_s, Money::fromCents(invoice.totalCents));
    return csv;
}

} // namespace keyway

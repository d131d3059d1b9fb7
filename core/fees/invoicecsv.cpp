#include "core/fees/invoicecsv.h"

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

QString amountOf(Money amount)
{
    constexpr qint64 nanoOfDollar = 1'000'000'000;
    const qint64 nano = amount.nano();
    return u"%1%2.%3"_s.arg(nano < 0 ? u"-"_s : QString())
        .arg(std::abs(nano / nanoOfDollar))
        .arg(std::abs(nano % nanoOfDollar), 9, 10, QChar(u'0'));
}

QByteArray rowOf(const QStringList &cells)
{
    QStringList quoted;
    for (QString cell : cells) {
        if (cell.contains(u'"') || cell.contains(u',') || cell.contains(u'\n')
            || cell.contains(u'\r'))
            cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
        quoted.append(cell);
    }
    return quoted.join(u',').toUtf8() + "\r\n";
}

} // namespace

QByteArray invoiceCsv(const Invoice &invoice)
{
    QByteArray csv = rowOf({u"number"_s, u"line"_s, u"kind"_s, u"month"_s, u"service"_s,
                            u"requests"_s, u"attempts"_s, u"platform_cost_usd"_s, u"fee_usd"_s,
                            u"waived"_s, u"own_prices"_s, u"refers_to"_s});
    for (qsizetype i = 0; i < invoice.lines.size(); ++i) {
        const InvoiceLine &line = invoice.lines.at(i);
        csv += rowOf({invoice.number, QString::number(i + 1), nameOf(line.kind),
                      line.month.toString(u"yyyy-MM"_s), line.service,
                      QString::number(line.requests), QString::number(line.attempts),
                      amountOf(line.platformCost), amountOf(line.fee),
                      line.waiver ? nameOf(*line.waiver) : QString(),
                      line.ownPrices ? u"yes"_s : QString(), line.refersTo});
    }
    const auto total = [&](const QString &kind, Money amount) {
        csv += rowOf({invoice.number,
                      {},
                      kind,
                      invoice.month.toString(u"yyyy-MM"_s),
                      {},
                      {},
                      {},
                      {},
                      amountOf(amount),
                      {},
                      {},
                      {}});
    };
    total(u"sum"_s, invoice.sum);
    total(u"tax"_s, Money::fromCents(invoice.taxCents()));
    total(u"total"_s, Money::fromCents(invoice.totalCents));
    return csv;
}

} // namespace keyway

#include "core/fees/invoice.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonDocument>

namespace keyway {

using namespace Qt::StringLiterals;

QString nameOf(InvoiceLine::Kind kind)
{
    switch (kind) {
    case InvoiceLine::Kind::Usage:
        return u"usage"_s;
    case InvoiceLine::Kind::Fixed:
        return u"fixed"_s;
    case InvoiceLine::Kind::Carried:
        return u"carried"_s;
    case InvoiceLine::Kind::Credit:
        return u"credit"_s;
    }
    return {};
}

void sumUp(Invoice &invoice)
{
    constexpr int whole = 10'000;
    invoice.sum = Money();
    for (const InvoiceLine &line : std::as_const(invoice.lines))
        invoice.sum += line.fee;
    invoice.totalCents = invoice.sum.scaled(whole + invoice.taxBasisPoints, whole).cents();
    invoice.carried
        = invoice.kind == Invoice::Kind::Invoice && invoice.totalCents < leastInvoicedCents;
}

QString invoiceNumber(const QString &prefix, int year, qint64 sequence)
{
    return u"%1-%2-%3"_s.arg(prefix).arg(year).arg(sequence, 4, 10, QChar(u'0'));
}

QByteArray Invoice::canonical() const
{
    return QJsonDocument(toJson()).toJson(QJsonDocument::Compact);
}

QByteArray Invoice::hash() const
{
    return QCryptographicHash::hash(canonical(), QCryptographicHash::Sha256);
}

} // namespace keyway

#include "core/wire/invoicemessage.h"

#include "core/base/jsonfields.h"

#include <QtCore/QJsonArray>

#include <limits>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 highest = std::numeric_limits<qint64>::max();
constexpr qsizetype hashBytes = 32;
constexpr qsizetype signatureSize = 64;

Error bad(const QString &what)
{
    return Error(Error::Kind::Rejected, what).withReason(u"bad-invoice"_s);
}

QString hexOf(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QByteArray bytesFrom(JsonFields &fields, QStringView name, qsizetype size)
{
    const QString text = fields.text(name);
    const QByteArray bytes = QByteArray::fromHex(text.toLatin1());
    if (bytes.size() != size || hexOf(bytes) != text)
        fields.expected(name, u"%1 hexadecimal digits in lower case"_s.arg(2 * size));
    return bytes;
}

InvoiceEntry entryFrom(const QJsonValue &json, const QString &path, JsonProblem &problem)
{
    JsonFields fields(json, path, problem);
    InvoiceEntry entry;
    const QString id = fields.text(u"record_id");
    entry.recordId = Id::fromString(id).value_or(Id());
    if (entry.recordId.toString() != id)
        fields.expected(u"record_id", u"an id"_s);
    entry.line = fields.integer(u"line", 0, highest);
    entry.fee = Money::fromNano(fields.integer(u"fee_nano", 0, highest));
    entry.digest = bytesFrom(fields, u"digest", hashBytes);
    fields.finish();
    return entry;
}

} // namespace

QJsonObject InvoiceMessage::toJson() const
{
    QJsonObject json{{u"invoice"_s, document.invoice.toJson()},
                     {u"hash"_s, hexOf(document.hash)},
                     {u"signature"_s, hexOf(document.signature)},
                     {u"key_id"_s, document.keyId},
                     {u"status"_s, nameOf(status)},
                     {u"paid_cents"_s, account.paidCents},
                     {u"credited_cents"_s, account.creditedCents},
                     {u"credited_nano"_s, account.credited.nano()}};
    if (account.paidOn)
        json.insert(u"paid_on"_s, account.paidOn->toString(Qt::ISODate));
    return json;
}

Result<InvoiceMessage> InvoiceMessage::fromJson(const QJsonObject &json)
{
    JsonProblem problem;
    JsonFields fields(json, u"$"_s, problem);
    InvoiceMessage message;
    const QJsonObject content = fields.take(u"invoice").toObject();
    message.document.hash = bytesFrom(fields, u"hash", hashBytes);
    message.document.signature = bytesFrom(fields, u"signature", signatureSize);
    message.document.keyId = fields.text(u"key_id");
    const std::optional<InvoiceStatus> status = invoiceStatusFromName(fields.text(u"status"));
    if (!status)
        fields.expected(u"status", u"how an invoice stands"_s);
    message.status = status.value_or(InvoiceStatus::Issued);
    message.account.paidCents = fields.integer(u"paid_cents", 0, highest);
    message.account.creditedCents = fields.integer(u"credited_cents", 0, highest);
    message.account.credited = Money::fromNano(fields.integer(u"credited_nano", 0, highest));
    if (fields.has(u"paid_on")) {
        message.account.paidOn = QDate::fromString(fields.text(u"paid_on"), Qt::ISODate);
        if (!message.account.paidOn->isValid())
            fields.expected(u"paid_on", u"a day such as 2026-11-22"_s);
    }
    fields.finish();
    if (problem.found())
        return bad(problem.text);
    const Result<Invoice> invoice = Invoice::fromJson(content);
    if (!invoice)
        return bad(u"$.invoice: "_s + invoice.error().detail());
    message.document.invoice = *invoice;
    return message;
}

QJsonObject invoicesJson(const QList<InvoiceMessage> &invoices)
{
    QJsonArray array;
    for (const InvoiceMessage &invoice : invoices)
        array.append(invoice.toJson());
    return {{u"invoices"_s, array}};
}

Result<QList<InvoiceMessage>> invoicesFrom(const QJsonObject &json)
{
    if (!json.value(u"invoices").isArray())
        return bad(u"$.invoices: expected a list"_s);
    QList<InvoiceMessage> invoices;
    const QJsonArray array = json.value(u"invoices").toArray();
    for (const QJsonValue &value : array) {
        Result<InvoiceMessage> invoice = InvoiceMessage::fromJson(value.toObject());
        if (!invoice)
            return invoice.error();
        invoices.append(std::move(invoice).value());
    }
    return invoices;
}

QJsonObject invoiceEntriesJson(const QList<InvoiceEntry> &entries)
{
    QJsonArray array;
    for (const InvoiceEntry &entry : entries)
        array.append(QJsonObject{{u"record_id"_s, entry.recordId.toString()},
                                 {u"line"_s, qint64(entry.line)},
                                 {u"fee_nano"_s, entry.fee.nano()},
                                 {u"digest"_s, hexOf(entry.digest)}});
    return {{u"entries"_s, array}};
}

Result<QList<InvoiceEntry>> invoiceEntriesFrom(const QJsonObject &json)
{
    if (!json.value(u"entries").isArray())
        return bad(u"$.entries: expected a list"_s);
    JsonProblem problem;
    QList<InvoiceEntry> entries;
    const QJsonArray array = json.value(u"entries").toArray();
    for (qsizetype i = 0; i < array.size() && !problem.found(); ++i)
        entries.append(entryFrom(array.at(i), u"$.entries[%1]"_s.arg(i), problem));
    if (problem.found())
        return bad(problem.text);
    return entries;
}

} // namespace keyway

#include "core/base/jsonfields.h"
#include "core/fees/invoice.h"

#include <limits>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 highest = std::numeric_limits<qint64>::max();
constexpr qint64 lowest = -highest;
constexpr int hashBytes = 32;
const QString monthFormat = u"yyyy-MM"_s;
const QString invoiceDocument = u"keyway-invoice/1"_s;
const QString creditDocument = u"keyway-credit-note/1"_s;

/// Adds a field where it says something, so that one thing has one form.
void add(QJsonObject &json, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        json.insert(name, value);
}

QString hexOf(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QByteArray digestFrom(JsonFields &fields, QStringView name)
{
    if (!fields.has(name))
        return {};
    const QString text = fields.text(name);
    const QByteArray bytes = QByteArray::fromHex(text.toLatin1());
    if (bytes.size() != hashBytes || hexOf(bytes) != text)
        fields.expected(name, u"64 hexadecimal digits in lower case"_s);
    return bytes;
}

QDate dayFrom(JsonFields &fields, QStringView name, const QString &format)
{
    const QString text = fields.text(name);
    const QDate day = QDate::fromString(text, format);
    if (!day.isValid() || day.toString(format) != text)
        fields.expected(name, u"a date such as "_s + format);
    return day;
}

QJsonObject jsonOf(const InvoiceLine &line)
{
    QJsonObject json{{u"kind"_s, nameOf(line.kind)},
                     {u"month"_s, line.month.toString(monthFormat)},
                     {u"fee_nano"_s, line.fee.nano()}};
    add(json, u"refers_to"_s, line.refersTo);
    if (line.kind != InvoiceLine::Kind::Usage)
        return json;
    json.insert(u"service"_s, line.service);
    json.insert(u"attempts"_s, line.attempts);
    json.insert(u"requests"_s, line.requests);
    json.insert(u"platform_cost_nano"_s, line.platformCost.nano());
    json.insert(u"digest"_s, hexOf(line.digest));
    if (line.waiver)
        json.insert(u"waived"_s, nameOf(*line.waiver));
    if (line.ownPrices)
        json.insert(u"own_prices"_s, true);
    return json;
}

InvoiceLine lineFrom(const QJsonValue &json, const QString &path, JsonProblem &problem)
{
    JsonFields fields(json, path, problem);
    InvoiceLine line;
    const QString kind = fields.text(u"kind");
    bool known = false;
    for (const auto each : {InvoiceLine::Kind::Usage, InvoiceLine::Kind::Fixed,
                            InvoiceLine::Kind::Carried, InvoiceLine::Kind::Credit}) {
        if (nameOf(each) == kind) {
            line.kind = each;
            known = true;
        }
    }
    if (!known)
        fields.expected(u"kind", u"usage, fixed, carried or credit"_s);
    line.month = dayFrom(fields, u"month", monthFormat);
    line.fee = Money::fromNano(fields.integer(u"fee_nano", lowest, highest));
    line.refersTo = fields.optionalText(u"refers_to");
    if (line.kind == InvoiceLine::Kind::Usage) {
        line.service = fields.text(u"service");
        line.attempts = fields.integer(u"attempts", 0, highest);
        line.requests = fields.integer(u"requests", 0, highest);
        line.platformCost = Money::fromNano(fields.integer(u"platform_cost_nano", lowest, highest));
        line.digest = digestFrom(fields, u"digest");
        if (fields.has(u"waived")) {
            line.waiver = waiverFromName(fields.text(u"waived"));
            if (!line.waiver)
                fields.expected(u"waived", u"the name of a reason"_s);
        }
        // False is said by leaving it out: one thing has one form.
        line.ownPrices = fields.flag(u"own_prices", false);
        if (fields.has(u"own_prices") && !line.ownPrices)
            fields.expected(u"own_prices", u"true or no such field"_s);
    }
    fields.finish();
    return line;
}

QMap<QDate, FeePolicy> plansFrom(JsonFields &fields, QStringView name)
{
    QMap<QDate, FeePolicy> plans;
    const QJsonValue value = fields.take(name);
    const QJsonObject json = value.toObject();
    if (json.isEmpty())
        fields.expected(name, u"plans by month"_s);
    for (auto it = json.begin(); it != json.end(); ++it) {
        const QDate month = QDate::fromString(it.key(), monthFormat);
        const Result<FeePolicy> policy = FeePolicy::fromJson(it.value().toObject());
        const bool good = month.isValid() && month.toString(monthFormat) == it.key() && policy
            && policy->toJson() == it.value().toObject();
        if (good)
            plans.insert(month, *policy);
        else
            fields.expected(name, u"a whole plan for "_s + it.key());
    }
    return plans;
}

} // namespace

QJsonObject Invoice::toJson() const
{
    QJsonArray lineArray;
    for (const InvoiceLine &line : lines)
        lineArray.append(jsonOf(line));
    QJsonObject planObject;
    for (auto it = plans.cbegin(); it != plans.cend(); ++it)
        planObject.insert(it.key().toString(monthFormat), it.value().toJson());
    QJsonObject json{
        {u"document"_s, kind == Kind::Invoice ? invoiceDocument : creditDocument},
        {u"account"_s, account.toString()},
        {u"month"_s, month.toString(monthFormat)},
        {u"billed_from"_s, billedFrom.toUTC().toString(Qt::ISODateWithMs)},
        {u"plans"_s, planObject},
        {u"lines"_s, lineArray},
        {u"sum_nano"_s, sum.nano()},
        {u"tax_basis_points"_s, taxBasisPoints},
        {u"total_cents"_s, totalCents},
        {u"carried"_s, carried},
    };
    add(json, u"number"_s, number);
    add(json, u"issued_on"_s, issuedOn.toString(Qt::ISODate));
    add(json, u"corrects"_s, corrects);
    add(json, u"reason"_s, reason);
    add(json, u"previous"_s, hexOf(previous));
    return json;
}

Result<Invoice> Invoice::fromJson(const QJsonObject &json)
{
    JsonProblem problem;
    JsonFields fields(json, u"$"_s, problem);
    Invoice invoice;
    const QString document = fields.text(u"document");
    if (document == creditDocument)
        invoice.kind = Kind::CreditNote;
    else if (document != invoiceDocument)
        fields.expected(u"document", invoiceDocument);
    const QString account = fields.text(u"account");
    invoice.account = Id::fromString(account).value_or(Id());
    if (invoice.account.toString() != account)
        fields.expected(u"account", u"an id"_s);
    invoice.month = dayFrom(fields, u"month", monthFormat);
    const QString from = fields.text(u"billed_from");
    invoice.billedFrom = QDateTime::fromString(from, Qt::ISODateWithMs).toUTC();
    if (invoice.billedFrom.toString(Qt::ISODateWithMs) != from)
        fields.expected(u"billed_from", u"a time such as 2026-11-22T12:00:00.000Z"_s);
    invoice.plans = plansFrom(fields, u"plans");
    const QJsonValue lines = fields.take(u"lines");
    if (!lines.isArray())
        fields.expected(u"lines", u"a list"_s);
    const QJsonArray lineArray = lines.toArray();
    for (qsizetype i = 0; i < lineArray.size(); ++i)
        invoice.lines.append(lineFrom(lineArray.at(i), u"$.lines[%1]"_s.arg(i), problem));
    invoice.sum = Money::fromNano(fields.integer(u"sum_nano", lowest, highest));
    invoice.taxBasisPoints = static_cast<int>(fields.integer(u"tax_basis_points", 0, 10'000));
    invoice.totalCents = fields.integer(u"total_cents", lowest, highest);
    invoice.carried = fields.flag(u"carried");
    invoice.number = fields.optionalText(u"number");
    if (fields.has(u"issued_on"))
        invoice.issuedOn = dayFrom(fields, u"issued_on", u"yyyy-MM-dd"_s);
    invoice.corrects = fields.optionalText(u"corrects");
    invoice.reason = fields.optionalText(u"reason");
    invoice.previous = digestFrom(fields, u"previous");
    fields.finish();
    if (problem.found())
        return Error(Error::Kind::Rejected, problem.text).withReason(u"bad-invoice"_s);
    return invoice;
}

} // namespace keyway

#include "core/providers/billfile.h"

#include "core/base/csvreader.h"
#include "core/providers/accountparser.h"

#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtCore/QTimeZone>

#include <algorithm>
#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

// The best one first.
const QStringList dayNames{u"usage_date_utc"_s, u"start_time_iso"_s, u"start_time"_s,
                           u"usage_date"_s, u"date"_s};
const QStringList amountNames{u"amount_value"_s, u"cost_usd"_s, u"amount_usd"_s, u"amount"_s,
                              u"cost"_s};
const QStringList currencyNames{u"amount_currency"_s, u"currency"_s};
const QStringList lineNames{u"line_item"_s, u"model"_s, u"model_version"_s, u"description"_s};

/// "Cost (USD)" is `cost_usd`.
QString plainName(const QString &name)
{
    QString plain;
    for (const QChar c : name.trimmed().toLower()) {
        if (c.isLetterOrNumber())
            plain += c;
        else if (!plain.endsWith(u'_'))
            plain += u'_';
    }
    while (plain.endsWith(u'_'))
        plain.chop(1);
    return plain;
}

/// Where the columns of a file are; -1: it has none of the kind.
struct Columns {
    qsizetype day = -1;
    qsizetype amount = -1;
    qsizetype currency = -1;
    qsizetype line = -1;
    bool ofOpenAi = false, ofAnthropic = false;

    explicit Columns(const QStringList &head)
    {
        QStringList names;
        for (const QString &name : head)
            names.append(plainName(name));
        const auto place = [&names](const QStringList &known) {
            for (const QString &name : known) {
                if (const qsizetype at = names.indexOf(name); at >= 0)
                    return at;
            }
            return qsizetype(-1);
        };
        day = place(dayNames);
        amount = place(amountNames);
        currency = place(currencyNames);
        line = place(lineNames);
        ofOpenAi = names.contains(u"amount_value"_s);
        ofAnthropic = names.contains(u"usage_date_utc"_s);
    }
};

/// 2026-11-05, 2026-11-05T00:00:00+00:00 or seconds since 1970.
QDate dayOf(const QString &text)
{
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    if (isNumber)
        return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).date();
    constexpr qsizetype dateAlone = 10;
    if (text.size() == dateAlone)
        return QDate::fromString(text, Qt::ISODate);
    QDateTime at = QDateTime::fromString(text, Qt::ISODate);
    if (at.timeSpec() == Qt::LocalTime)
        at.setTimeSpec(Qt::UTC); // no zone is said: theirs
    return at.toUTC().date();
}

} // namespace

BillFile::BillFile(QByteArray bytes)
    : m_bytes(std::move(bytes))
{
}

Error BillFile::wrong(const QString &reason, qint64 line, const QString &column)
{
    m_line = line;
    m_column = column;
    return Error(Error::Kind::Rejected, u"line %1, column %2"_s.arg(line).arg(column))
        .withReason(reason);
}

Result<Bill> BillFile::read(const QString &service, const QDateTime &at)
{
    const QString bad = u"bad-bill-file"_s;
    CsvReader rows(m_bytes);
    const std::optional<QStringList> head = rows.next();
    if (!head)
        return wrong(bad, 1);
    const Columns columns(*head);
    const bool another = (service == u"openai"_s && columns.ofAnthropic)
        || (service == u"anthropic"_s && columns.ofOpenAi);
    if (another)
        return wrong(u"bill-file-of-another-service"_s);
    if (columns.amount < 0)
        return wrong(u"bill-file-has-no-costs"_s);
    if (columns.day < 0)
        return wrong(bad, rows.line(), dayNames.first());

    Bill bill;
    bill.fetchedAt = at;
    QSet<QDate> days;
    while (const std::optional<QStringList> row = rows.next()) {
        const auto cell = [&row](qsizetype column) {
            return column < 0 ? QString() : row->value(column).trimmed();
        };
        const auto nameOf = [&head](qsizetype column) { return head->at(column).trimmed(); };
        if (row->size() != head->size())
            return wrong(bad, rows.line(), nameOf(std::min(row->size(), head->size() - 1)));
        const QDate day = dayOf(cell(columns.day));
        if (!day.isValid())
            return wrong(bad, rows.line(), nameOf(columns.day));
        const QString written = cell(columns.amount);
        const std::optional<Money> amount
            = written.isEmpty() ? std::optional(Money()) : billedDollars(written);
        if (!amount)
            return wrong(bad, rows.line(), nameOf(columns.amount));
        const QString currency = cell(columns.currency);
        if (!currency.isEmpty() && currency.compare("usd"_L1, Qt::CaseInsensitive) != 0)
            return wrong(u"bill-file-in-another-currency"_s, rows.line(), nameOf(columns.currency));
        bill.lines.append({day, day, cell(columns.line), *amount});
        days.insert(day);
    }
    if (!rows.isWhole())
        return wrong(bad, rows.line());
    if (days.isEmpty())
        return wrong(bad, rows.line() + 1);
    bill.from = *std::min_element(days.cbegin(), days.cend());
    bill.to = *std::max_element(days.cbegin(), days.cend());
    for (QDate day = bill.from; day < bill.to; day = day.addDays(1)) {
        if (!days.contains(day))
            bill.lines.append({day, day, {}, {}});
    }
    return bill;
}

} // namespace keyway

#include "ui/words/usagesheet.h"

#include "ui/words/dates.h"
#include "ui/words/fees.h"
#include "ui/words/money.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>

#include <algorithm>
#include <utility>

namespace keyway::words {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(keyway::words::UsageSheet)
};

/// What a line of a table is of, and its figures.
using Entry = std::pair<QString, UsageSums>;

/// Costs, fees and sums of all lines and of `all`, a column after another.
SheetTable tableOf(const QString &title, const QString &first, const QList<Entry> &entries,
                   const UsageSums &all, const QLocale &locale)
{
    SheetTable table;
    table.title = title;
    table.head = {first, Text::tr("Requests"), Text::tr("Platform cost"), Text::tr("Platform fee"),
                  Text::tr("Total")};
    QList<Money> costs, fees, totals;
    for (const auto &[name, sums] : entries) {
        table.lines.append({name, count(sums.requests, locale)});
        costs.append(sums.platformCost);
        fees.append(sums.platformFee);
        totals.append(sums.total());
    }
    table.lines.append({Text::tr("Sum"), count(all.requests, locale)});
    for (const auto &[lines, sum] :
         {std::pair(costs, all.platformCost), std::pair(fees, all.platformFee),
          std::pair(totals, all.total())}) {
        const QStringList column = addedUp(lines, sum, locale);
        for (qsizetype i = 0; i < column.size(); ++i)
            table.lines[i].append(column.at(i));
    }
    return table;
}

/// The dearest first.
QList<Entry> byCost(const QMap<QString, UsageSums> &sums, const ServiceNames &names)
{
    QList<Entry> entries;
    for (auto it = sums.cbegin(); it != sums.cend(); ++it)
        entries.append({names(it.key()), it.value()});
    std::stable_sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
        return a.second.platformCost > b.second.platformCost;
    });
    return entries;
}

QJsonArray linesJson(const QList<QStringList> &lines)
{
    QJsonArray array;
    for (const QStringList &line : lines)
        array.append(QJsonArray::fromStringList(line));
    return array;
}

QStringList textsOf(const QJsonValue &value)
{
    return value.toVariant().toStringList();
}

QList<QStringList> linesOf(const QJsonValue &value)
{
    QList<QStringList> lines;
    for (const QJsonValue &line : value.toArray())
        lines.append(textsOf(line));
    return lines;
}

} // namespace

QJsonObject UsageSheet::toJson() const
{
    QJsonArray parts;
    for (const SheetTable &table : tables) {
        parts.append(QJsonObject{{u"title"_s, table.title},
                                 {u"head"_s, QJsonArray::fromStringList(table.head)},
                                 {u"lines"_s, linesJson(table.lines)}});
    }
    return {{u"title"_s, title},
            {u"facts"_s, QJsonArray::fromStringList(facts)},
            {u"totals"_s, linesJson(totals)},
            {u"tables"_s, parts},
            {u"notes"_s, QJsonArray::fromStringList(notes)}};
}

std::optional<UsageSheet> UsageSheet::fromJson(const QJsonObject &json)
{
    UsageSheet sheet;
    sheet.title = json.value("title"_L1).toString();
    sheet.facts = textsOf(json.value("facts"_L1));
    sheet.totals = linesOf(json.value("totals"_L1));
    sheet.notes = textsOf(json.value("notes"_L1));
    for (const QJsonValue &part : json.value("tables"_L1).toArray())
        sheet.tables.append(
            {part["title"_L1].toString(), textsOf(part["head"_L1]), linesOf(part["lines"_L1])});
    return sheet.toJson() == json ? std::optional(sheet) : std::nullopt;
}

UsageSheet usageSheet(const UsageSummary &summary, const FeePolicy &fee, const ServiceNames &names,
                      const QDate &today, const QLocale &locale)
{
    const UsageSums &all = summary.all;
    const Money fixed = fee.fixedMonthlyFee();
    const Money allFees = all.platformFee + fixed;
    UsageSheet sheet;
    sheet.title = Text::tr("Usage and costs, %1 %2", "month, year")
                      .arg(monthName(summary.month, locale), QString::number(summary.month.year()));
    sheet.facts = {Text::tr("Put together on %1").arg(longDate(today, locale)),
                   Text::tr("%n request(s)", nullptr, static_cast<int>(all.requests))};
    const QStringList amounts
        = addedUp({all.platformCost, allFees}, all.platformCost + allFees, locale);
    sheet.totals = {{Text::tr("Total Platform Costs"), amounts.at(0)},
                    {feeLine(fee, locale), amounts.at(1)},
                    {Text::tr("Total"), amounts.at(2)}};
    sheet.tables.append(tableOf(Text::tr("By service"), Text::tr("Service"),
                                byCost(summary.byService, names), all, locale));
    QList<Entry> days;
    for (auto it = summary.byDay.cbegin(); it != summary.byDay.cend(); ++it)
        days.append({dayAndMonth(it.key(), locale), it.value()});
    sheet.tables.append(tableOf(Text::tr("By day"), Text::tr("Day"), days, all, locale));
    const auto modelName = [&names](const QString &model) {
        return names(model.section(u'/', 0, 0)) + u", "_s + model.section(u'/', 1);
    };
    sheet.tables.append(tableOf(Text::tr("By model"), Text::tr("Model"),
                                byCost(summary.byModel, modelName), all, locale));
    sheet.notes = {Text::tr("Platform costs are what the services charge you directly.")};
    if (!fixed.isZero())
        sheet.notes.append(Text::tr("The fee of %1 a month belongs to no request: it is in the "
                                    "totals above, not in the tables.")
                               .arg(money(fixed, locale)));
    if (all.unknownCosts > 0)
        sheet.notes.append(Text::tr("%n attempt(s) may have cost something that nobody knows.",
                                    nullptr, static_cast<int>(all.unknownCosts)));
    return sheet;
}

} // namespace keyway::words

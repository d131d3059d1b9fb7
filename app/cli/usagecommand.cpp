#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/cli/terminal.h"
#include "ui/words/dates.h"
#include "ui/words/fees.h"
#include "ui/words/money.h"

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Usage)
};

/// The records of a month, page by page, newest first.
Result<QList<UsageRecord>> allRecords(const engine::Workspace &workspace, const QDate &month)
{
    QList<UsageRecord> all;
    RecordFilter filter;
    filter.month = month;
    filter.limit = 1000;
    while (true) {
        const Result<QList<UsageRecord>> page = workspace.records(filter);
        if (!page)
            return page.error();
        all += *page;
        if (page->size() < filter.limit)
            return all;
        filter.before = page->last().recordId;
    }
}

void printReceipt(const engine::Workspace &workspace, const UsageSummary &summary,
                  const FeePolicy &policy, Money fee)
{
    const QStringList amounts
        = words::addedUp({summary.all.platformCost, fee}, summary.all.platformCost + fee);
    QList<QStringList> lines;
    const auto row = [&lines](const QString &label, const QString &amount) {
        lines.append({label, amount});
    };
    for (auto it = summary.byService.cbegin(); it != summary.byService.cend(); ++it) {
        const Service *service = workspace.catalogue().service(it.key());
        const QString label = Text::tr("%1, %n request(s)", nullptr, static_cast<int>(it->requests))
                                  .arg(service ? service->name : it.key());
        row(label, words::money(it->platformCost));
    }
    row(Text::tr("Total Platform Costs"), amounts.at(0));
    row(words::feeLine(policy), amounts.at(1));
    row(Text::tr("Total"), amounts.at(2));
    printTable(lines, u"lr"_s);
    if (summary.all.unknownCosts > 0) {
        print(Text::tr("%n attempt(s) may have cost something that nobody knows.", nullptr,
                       static_cast<int>(summary.all.unknownCosts)));
    }
}

void printRecords(const QList<UsageRecord> &records)
{
    QList<QStringList> lines;
    for (const UsageRecord &record : records) {
        lines.append({record.startedAt.toLocalTime().toString(u"yyyy-MM-dd hh:mm:ss"_s),
                      record.integrationName, record.model, nameOf(record.outcome),
                      words::requestMoneyOf(record.costState, record.platformCost)});
    }
    print({});
    printTable(lines, u"llllr"_s,
               {Text::tr("Started"), Text::tr("Integration"), Text::tr("Model"),
                Text::tr("Outcome"), Text::tr("Platform cost")});
}

Exit usage(Context &context, const Arguments &arguments)
{
    const engine::Workspace &workspace = *context.workspace;
    QString problem;
    const std::optional<QDate> wanted = arguments.month(workspace.today(), &problem);
    if (!wanted)
        return context.wrongUse(problem);
    const QDate month = *wanted;
    const Result<UsageSummary> summary = workspace.usage(month);
    if (!summary)
        return context.fail(summary.error());
    const FeePolicy policy = workspace.feePolicyOn(month);
    const Money fee = summary->all.platformFee + policy.fixedMonthlyFee();
    QList<UsageRecord> records;
    if (arguments.has(u"records"_s)) {
        const Result<QList<UsageRecord>> read = allRecords(workspace, month);
        if (!read)
            return context.fail(read.error());
        records = *read;
    }
    if (!context.json) {
        print(u"%1 %2"_s.arg(words::monthName(month)).arg(month.year()));
        printReceipt(workspace, *summary, policy, fee);
        if (!records.isEmpty())
            printRecords(records);
        return Exit::Done;
    }
    QJsonArray services;
    for (auto it = summary->byService.cbegin(); it != summary->byService.cend(); ++it) {
        services.append(QJsonObject{{u"service"_s, it.key()},
                                    {u"requests"_s, it->requests},
                                    {u"platform_cost_nano"_s, it->platformCost.nano()},
                                    {u"platform_fee_nano"_s, it->platformFee.nano()},
                                    {u"total_nano"_s, it->total().nano()}});
    }
    QJsonObject json{{u"month"_s, month.toString(u"yyyy-MM"_s)},
                     {u"platform_cost_nano"_s, summary->all.platformCost.nano()},
                     {u"platform_fee_nano"_s, fee.nano()},
                     {u"total_nano"_s, (summary->all.platformCost + fee).nano()},
                     {u"unknown_costs"_s, summary->all.unknownCosts},
                     {u"by_service"_s, services}};
    if (arguments.has(u"records"_s)) {
        QJsonArray rows;
        for (const UsageRecord &record : std::as_const(records))
            rows.append(recordJson(record));
        json.insert("records"_L1, rows);
    }
    context.printJson(json);
    return Exit::Done;
}

} // namespace

QList<Command> usageCommands()
{
    return {{{u"usage"_s},
             {},
             Text::tr("What a month cost, by service, with the platform fee"),
             {{u"month"_s, u"YYYY-MM"_s, Text::tr("another month")},
              {u"records"_s, {}, Text::tr("also every attempt")}},
             0,
             0,
             usage}};
}

} // namespace keyway::cli

#include "app/cli/commands.h"
#include "app/cli/reconciling.h"
#include "app/cli/terminal.h"
#include "core/engine/billimport.h"
#include "core/engine/commitsignal.h"
#include "core/engine/datadir.h"
#include "core/providers/billfile.h"
#include "core/storage/billingzone.h"
#include "core/storage/database.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>

#include <algorithm>

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Compare)
};

constexpr qint64 largestFile = 256LL << 20;

/// What is wrong with a file, and where.
Exit failIn(Context &context, const BillFile &file, const Error &error,
            const words::ErrorFacts &facts)
{
    const Exit exit = context.fail(error, facts);
    if (file.line() > 0 && file.column().isEmpty())
        tell(Text::tr("It is in line %1.").arg(file.line()));
    else if (file.line() > 0)
        tell(Text::tr("It is in line %1, column %2.").arg(file.line()).arg(file.column()));
    return exit;
}

Result<Done> keep(const Context &context, const Integration &integration, const Bill &bill)
{
    const QString folder = context.workspace->dataDir();
    const SystemClock clock;
    const auto database
        = Database::open(engine::databaseIn(folder), Database::Access::ReadWrite, clock);
    if (!database)
        return database.error();
    const Result<Done> kept = engine::keepBroughtBill(**database, integration, bill);
    if (kept)
        engine::CommitSignal(folder).announce();
    return kept;
}

/// The accounts of this service alone.
engine::Reconciliation only(engine::Reconciliation reconciliation, const QString &service)
{
    reconciliation.accounts.removeIf(
        [&service](const engine::AccountReport &account) { return account.service != service; });
    return reconciliation;
}

Exit compare(Context &context, const Arguments &arguments)
{
    const Result<Integration> named = context.named(arguments.operands().at(0));
    if (!named)
        return context.fail(named.error());
    const words::ErrorFacts facts = context.factsOf(*named);
    const Service *const service = context.workspace->catalogue().service(named->service);
    if (!service || !service->bill)
        return context.fail(Error(Error::Kind::Rejected, named->service).withReason(u"no-bills"_s),
                            facts);
    QFile input(arguments.operands().at(1));
    if (!input.open(QIODevice::ReadOnly) || input.size() > largestFile)
        return context.fail(
            Error(Error::Kind::Storage, input.errorString()).withReason(u"cannot-read"_s));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    BillFile file(input.readAll());
    const Result<Bill> bill
        = file.read(named->service, std::min(now, QFileInfo(input).lastModified().toUTC()));
    if (!bill)
        return failIn(context, file, bill.error(), facts);
    if (const Result<Done> kept = keep(context, *named, *bill); !kept)
        return context.fail(kept.error());
    QJsonArray months;
    for (QDate month = firstOfMonth(bill->from); month <= bill->to; month = month.addMonths(1)) {
        auto reconciling = context.workspace->reconcile(month, false, context.stop.token());
        const Result<engine::Reconciliation> all = context.finish(std::move(reconciling));
        if (!all)
            return context.fail(all.error());
        const engine::Reconciliation ofService = only(*all, named->service);
        if (context.json)
            months.append(reconciliationJson(ofService));
        else
            printReconciliation(ofService);
    }
    if (context.json)
        context.printJson(months);
    return Exit::Done;
}

} // namespace

QList<Command> billCommands()
{
    return {{{u"usage"_s, u"compare"_s},
             u"NAME FILE"_s,
             Text::tr("Set the costs in a CSV file that you downloaded from your account at OpenAI "
                      "or Anthropic beside what Keyway counted; no admin key is needed"),
             {},
             2,
             2,
             compare}};
}

} // namespace keyway::cli

#include "app/server/commands.h"

#include "app/server/foundation.h"
#include "app/server/settings.h"
#include "core/server/billing.h"
#include "core/server/closer.h"
#include "core/server/databasekeys.h"
#include "core/server/sqlconnection.h"

#include <QtCore/QCoreApplication>

namespace keyway::app {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ServerCommands)
};

constexpr int accountsAtOnce = 100;

QDateTime now()
{
    return SystemClock().now();
}

Result<Done> closeMonths(server::SqlConnection &sql, const server::BackendSettings &settings)
{
    qint64 issued = 0;
    qint64 failed = 0;
    Id last;
    for (bool more = true; more;) {
        const auto round = server::closeAccounts(sql, *settings.signingKey, settings.billing,
                                                 now().date(), last, accountsAtOnce);
        if (!round)
            return round.error();
        issued += round->issued;
        failed += round->failed;
        last = round->last;
        more = round->more;
    }
    print(Text::tr("%n invoice(s) issued.", nullptr, static_cast<int>(issued)));
    if (failed > 0)
        return Error(Error::Kind::Storage,
                     Text::tr("%n account(s) could not be closed.", nullptr,
                              static_cast<int>(failed)))
            .withReason(u"not-closed"_s);
    return Done();
}

Result<Done> markPaid(server::SqlConnection &sql, const server::BackendSettings &settings,
                      const QString &number, const ServerOptions &options)
{
    server::Billing billing(sql, *settings.signingKey, settings.billing);
    const Result<Id> account = billing.accountOf(number);
    if (!account)
        return account.error();
    const QDate today = now().date();
    const Result<InvoiceMessage> invoice = billing.invoice(*account, number, today);
    if (!invoice)
        return invoice.error();
    const qint64 open = openCents(invoice->document.invoice, invoice->account);
    // Without a word of its own, the same command said twice is one payment.
    const server::Payment payment{number, options.cents.value_or(open), u"manual"_s,
                                  options.reference.isEmpty() ? number : options.reference};
    if (open > 0 || options.cents) {
        if (const auto noted = billing.recordPayment(*account, payment, now()); !noted)
            return noted;
    }
    const Result<InvoiceMessage> after = billing.invoice(*account, number, today);
    if (!after)
        return after.error();
    print(u"%1 %2"_s.arg(number, nameOf(after->status)));
    return Done();
}

} // namespace

bool isCommand(const QStringList &words)
{
    return words.isEmpty() || words == QStringList{u"close-months"_s}
    || (words.size() == 3 && words.at(0) == "invoices"_L1 && words.at(1) == "mark-paid"_L1);
}

Result<Done> runCommand(const ServerOptions &options)
{
    const Result<server::BackendSettings> settings = settingsFrom(options);
    if (!settings)
        return settings.error();
    const auto sql = server::SqlConnection::open(settings->database);
    if (!sql)
        return sql.error();
    if (const auto migrated = server::migrate(**sql); !migrated)
        return migrated;
    if (const auto known = server::claimSigningKey(**sql, settings->signingKey->publicKey());
        !known)
        return known;
    if (options.command.first() == "close-months"_L1)
        return closeMonths(**sql, *settings);
    return markPaid(**sql, *settings, options.command.at(2), options);
}

} // namespace keyway::app

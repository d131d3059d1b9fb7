#include "app/server/migratecommand.h"

#include "app/server/foundation.h"
#include "core/base/clock.h"
#include "core/catalogue/catalogue.h"
#include "core/server/accounts.h"
#include "core/server/keyclaims.h"
#include "core/server/keymigration.h"
#include "core/server/mail.h"
#include "core/server/passwords.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>

namespace keyway::app {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Server)
};

void report(const server::KeyMigrationReport &done, bool dryRun)
{
    print(dryRun ? Text::tr("Nothing was changed. This would be moved:") : Text::tr("Moved:"));
    print(Text::tr("  %n row(s) read", nullptr, done.rows));
    print(Text::tr("  %n key(s) of the platform", nullptr, done.systemKeys));
    print(Text::tr("  %n key(s) of users, which wait 30 days for their owners", nullptr,
                   done.userKeys));
    print(Text::tr("  %n account(s) made for owners who had none", nullptr, done.accountsMade));
    print(Text::tr("  %n row(s) moved before", nullptr, done.movedBefore));
    print(Text::tr("  %n row(s) without a key", nullptr, done.withoutKey));
    if (done.bad.isEmpty())
        return;
    print(Text::tr("%n row(s) could not be moved and are only in the file:", nullptr,
                   static_cast<int>(done.bad.size())));
    for (const server::BadRow &row : done.bad)
        print(Text::tr("  row %1: %2 %3").arg(QString::number(row.row), row.field, row.problem));
}

} // namespace

int migrateFrom(const ServerOptions &options)
{
    const Result<server::OldKeys> old = server::readOldKeys(options.from);
    if (!old)
        return failed(old.error());
    server::KeyMigrationTerms terms;
    terms.platformUsers += options.platformUsers;
    terms.dryRun = options.dryRun;
    if (!options.usersFile.isEmpty()) {
        const auto emails = server::readEmails(options.usersFile);
        if (!emails)
            return failed(emails.error());
        terms.emails = *emails;
    }
    const Result<OpenedStore> store = openStore(options);
    if (!store)
        return failed(store.error());
    const Result<Catalogue> catalogue = Catalogue::load(u":/catalogue"_s);
    if (!catalogue)
        return failed(catalogue.error());
    const SystemClock clock;
    server::Passwords passwords;
    server::PrintingMailer nobody; // a migration sends no mail
    server::Accounts accounts(*store->sql, passwords, nobody, clock);
    const Result<server::KeyMigrationReport> done = server::migrateKeys(
        *store->sql, *store->sealer, clock, *catalogue, accounts, *old, terms);
    if (!done)
        return failed(done.error());
    if (options.json)
        print(QString::fromUtf8(
            QJsonDocument(done->toJson()).toJson(QJsonDocument::Indented).trimmed()));
    else
        report(*done, options.dryRun);
    return done->bad.isEmpty() ? 0 : 3;
}

} // namespace keyway::app

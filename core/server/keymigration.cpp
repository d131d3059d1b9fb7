#include "core/server/keymigration.h"

#include "core/server/accounts.h"
#include "core/server/keyclaims.h"
#include "core/server/sqlconnection.h"
#include "core/server/systemkeys.h"

#include <QtCore/QJsonArray>

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

/// Where the rows go, for as long as one transaction runs.
struct Destination {
    SystemKeys systemKeys;
    KeyClaims claims;
    Accounts &accounts;
    const Catalogue &catalogue;
    const KeyMigrationTerms &terms;
};

bool isPlatforms(const KeyMigrationTerms &terms, const QString &user)
{
    return terms.platformUsers.contains(user, Qt::CaseInsensitive);
}

Result<Done> moveSystemKey(Destination &to, const OldKey &old, KeyMigrationReport &report)
{
    SystemKey facts;
    facts.service = old.service;
    facts.label = old.user;
    facts.enabled = old.enabled;
    facts.addedAt = old.addedAt.value_or(QDateTime());
    facts.lastUsedAt = old.lastUsedAt;
    facts.spent = old.spent;
    const Result<Id> added = to.systemKeys.add(facts, old.key, to.catalogue);
    if (!added && added.error().reason() != "known-key"_L1)
        return added.error();
    ++(added ? report.systemKeys : report.movedBefore);
    return Done();
}

Result<Done> moveUserKey(Destination &to, const OldKey &old, KeyMigrationReport &report)
{
    const QString email = to.terms.emails.value(old.user, old.user);
    const Result<Invited> account = to.accounts.invite(email);
    if (!account && account.error().reason() == "bad-email"_L1) {
        report.bad.append({old.row, u"user_id"_s, u"is no e-mail address, and none is given"_s});
        return Done();
    }
    if (!account)
        return account.error();
    report.accountsMade += account->isNew ? 1 : 0;
    const Result<bool> put = to.claims.put(
        account->id, {old.service, old.enabled, old.addedAt, old.lastUsedAt, old.spent}, old.key);
    if (!put)
        return put.error();
    ++(*put ? report.userKeys : report.movedBefore);
    return Done();
}

Result<Done> moveAll(Destination &to, const OldKeys &old, KeyMigrationReport &report)
{
    report.rows = static_cast<int>(old.keys.size()) + static_cast<int>(old.bad.size());
    report.bad = old.bad;
    for (const OldKey &key : old.keys) {
        if (!to.catalogue.service(key.service)) {
            report.bad.append({key.row, u"service"_s, u"is not known: "_s + key.service.left(100)});
            continue;
        }
        if (key.key.isEmpty()) {
            ++report.withoutKey;
            continue;
        }
        const auto move = isPlatforms(to.terms, key.user) ? moveSystemKey : moveUserKey;
        if (auto moved = move(to, key, report); !moved)
            return moved;
    }
    return Done();
}

} // namespace

QJsonObject KeyMigrationReport::toJson() const
{
    QJsonArray problems;
    for (const BadRow &row : bad)
        problems.append(
            QJsonObject{{u"row"_s, row.row}, {u"field"_s, row.field}, {u"problem"_s, row.problem}});
    return {{u"rows"_s, rows},
            {u"system_keys"_s, systemKeys},
            {u"user_keys"_s, userKeys},
            {u"moved_before"_s, movedBefore},
            {u"without_key"_s, withoutKey},
            {u"accounts_made"_s, accountsMade},
            {u"bad"_s, problems}};
}

Result<KeyMigrationReport> migrateKeys(SqlConnection &sql, const Sealer &sealer, const Clock &clock,
                                       const Catalogue &catalogue, Accounts &accounts,
                                       const OldKeys &old, const KeyMigrationTerms &terms)
{
    Destination to{SystemKeys(sql, sealer, clock), KeyClaims(sql, sealer, clock), accounts,
                   catalogue, terms};
    KeyMigrationReport report;
    const auto written = sql.write([&]() -> Result<Done> {
        report = {};
        auto moved = moveAll(to, old, report);
        // Rolled back: a dry run goes the same way to the last step.
        if (moved && terms.dryRun)
            return Error(Error::Kind::Cancelled);
        return moved;
    });
    if (!written && !(terms.dryRun && written.error().kind() == Error::Kind::Cancelled))
        return written.error();
    return report;
}

} // namespace keyway::server

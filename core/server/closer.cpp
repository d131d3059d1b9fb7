#include "core/server/closer.h"

#include "core/server/accountrow.h"
#include "core/server/billing.h"
#include "core/server/logging.h"
#include "core/server/parts.h"
#include "core/server/sqlconnection.h"
#include "core/server/workers.h"

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int accountsAtOnce = 20;

/// The newest month that may be closed on this day.
QDate lastDue(const QDate &today, int graceDays)
{
    return monthOf(today.addDays(-graceDays)).addMonths(-1);
}

} // namespace

Result<ClosingRound> closeAccounts(SqlConnection &sql, const SigningKey &key,
                                   const BillingRules &rules, const QDate &today, const Id &after,
                                   int limit)
{
    QList<Id> accounts;
    const auto read = sql.query(
        u"SELECT a.account_id FROM account a "
        "LEFT JOIN billing_mark m ON m.account_id = a.account_id "
        "WHERE a.account_id > ? AND a.deleted_at IS NULL "
        "AND (m.next_month IS NULL OR m.next_month <= ?) ORDER BY a.account_id LIMIT ?"_s,
        {storedAfter(after), lastDue(today, rules.graceDays).toString(u"yyyy-MM"_s), limit},
        [&accounts](const Row &row) {
            accounts.append(row.id(0));
            return true;
        });
    if (!read)
        return read.error();
    ClosingRound round;
    round.more = accounts.size() == limit;
    Billing billing(sql, key, rules);
    for (const Id &account : std::as_const(accounts)) {
        round.last = account;
        const auto issued = billing.closeDue(account, today);
        if (issued) {
            round.issued += issued->size();
            continue;
        }
        ++round.failed;
        qCWarning(logServer, "closing an account failed: %s (%s)",
                  qPrintable(issued.error().reason()), qPrintable(issued.error().detail()));
    }
    return round;
}

Closer::Closer(Workers &workers, const ServerParts &parts, std::chrono::milliseconds interval)
    : m_workers(workers)
    , m_parts(parts)
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &Closer::begin);
}

void Closer::start()
{
    m_timer.start();
    begin();
}

void Closer::stop()
{
    m_timer.stop();
    m_running = false;
}

void Closer::begin()
{
    if (m_running)
        return; // the last round is not over
    m_running = true;
    m_issued = 0;
    goOn({});
}

void Closer::goOn(const Id &after)
{
    const bool taken = m_workers.submit([this, after](Result<SqlConnection *> sql) {
        const Result<ClosingRound> round = sql
            ? closeAccounts(**sql, m_parts.signingKey, m_parts.billing, m_parts.clock.now().date(),
                            after, accountsAtOnce)
            : Result<ClosingRound>(sql.error());
        QMetaObject::invokeMethod(
            this, [this, round] { take(round); }, Qt::QueuedConnection);
    });
    if (!taken)
        m_running = false; // too much to do: the next interval begins again
}

void Closer::take(const Result<ClosingRound> &round)
{
    if (!round) {
        qCWarning(logServer, "closing months failed: %s (%s)", qPrintable(round.error().reason()),
                  qPrintable(round.error().detail()));
        m_running = false;
        return;
    }
    m_issued += round->issued;
    if (round->more && m_running) {
        goOn(round->last);
        return;
    }
    if (m_issued > 0)
        qCInfo(logServer, "closed months: %lld invoices", m_issued);
    m_running = false;
}

} // namespace keyway::server

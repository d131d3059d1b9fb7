#include "core/sync/thinning.h"

#include "core/base/names.h"
#include "core/storage/billingzone.h"
#include "core/storage/database.h"
#include "core/storage/recordconditions.h"
#include "core/storage/row.h"
#include "core/sync/sentrecords.h"

#include <QtCore/QFileInfo>

#include <algorithm>
#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr Names<ThinState, 4> stateNames{{
    {ThinState::Ready, "ready"_L1},
    {ThinState::Running, "running"_L1},
    {ThinState::NotSent, "not-sent"_L1},
    {ThinState::NotInvoiced, "not-invoiced"_L1},
}};

} // namespace

QString nameOf(ThinState state)
{
    return nameIn(stateNames, state);
}

Thinning::Thinning(Database &database, const Catalogue &catalogue,
                   std::optional<LinkedAccount> account)
    : m_database(database)
    , m_catalogue(catalogue)
    , m_account(std::move(account))
{
}

Result<qint64> Thinning::count(const QString &sql, const QVariantList &values)
{
    qint64 number = 0;
    const auto read = m_database.query(sql, values, [&number](const Row &row) {
        number = row.number(0);
        return false;
    });
    if (!read)
        return read.error();
    return number;
}

Result<ThinState> Thinning::stateOf(const MonthOfRows &month, qint64 *waiting)
{
    *waiting = month.running;
    if (month.running > 0)
        return ThinState::Running;
    if (!m_account)
        return ThinState::Ready;
    const QVariant since = m_account->since ? stored(*m_account->since) : QVariant(0);
    const QVariantList ofAccount = daysOfMonth(month.month) + QVariantList{since};
    const auto unsent = count(u"SELECT COUNT(*) FROM attempt a JOIN outbox o "
                              "ON o.record_id = a.record_id WHERE a.billing_day BETWEEN ? AND ? "
                              "AND a.started_at >= ?"_s,
                              ofAccount);
    if (!unsent)
        return unsent.error();
    *waiting = *unsent;
    if (*unsent > 0)
        return ThinState::NotSent;
    const auto open = count(u"SELECT COUNT(*) FROM attempt WHERE billing_day BETWEEN ? AND ? "
                            "AND started_at >= ? AND record_id NOT IN "
                            "(SELECT record_id FROM invoice_entry WHERE account_id = ?)"_s,
                            ofAccount + QVariantList{stored(m_account->account)});
    if (!open)
        return open.error();
    *waiting = *open;
    return *open > 0 ? ThinState::NotInvoiced : ThinState::Ready;
}

Result<QList<ThinMonth>> Thinning::months(const QDate &before)
{
    return m_database.read([&]() -> Result<QList<ThinMonth>> {
        const auto zone = billingZone(m_database);
        if (!zone)
            return zone.error();
        const QDate today = billingDay(m_database.clock().now(), *zone);
        const auto found = monthsOfRows(m_database, std::min(before, today));
        if (!found)
            return found.error();
        QList<ThinMonth> months;
        for (const MonthOfRows &rows : *found) {
            ThinMonth month{rows, ThinState::Ready, 0};
            const auto state = stateOf(rows, &month.waiting);
            if (!state)
                return state.error();
            month.state = *state;
            months.append(month);
        }
        return months;
    });
}

/// The records of the month that are on an invoice of any account, as its server has them: also of
/// one that is signed out of now.
Result<Done> Thinning::keepEvidence(const MonthOfRows &month)
{
    struct Billed {
        Id account;
        Id record;
    };
    QList<Billed> billed;
    const auto read = m_database.query(u"SELECT e.account_id, a.record_id FROM attempt a "
                                       "JOIN invoice_entry e ON e.record_id = a.record_id "
                                       "WHERE a.billing_day BETWEEN ? AND ?"_s,
                                       daysOfMonth(month.month), [&billed](const Row &row) {
                                           billed.append({row.id(0), row.id(1)});
                                           return true;
                                       });
    if (!read)
        return read.error();
    SentRecords ledger(m_database, m_catalogue);
    for (const auto &[account, record] : std::as_const(billed)) {
        // Which device sent it is not known where nobody is signed in, and no check asks for it;
        // a message without one is none.
        const bool isLinked = m_account && m_account->account == account;
        const auto message = ledger.find(record, isLinked ? m_account->device : account);
        if (!message)
            return message.error();
        if (!*message)
            continue;
        const auto kept = m_database.run(
            u"INSERT INTO other_record (account_id, record_id, message) VALUES (?, ?, ?) "
            "ON CONFLICT (account_id, record_id) DO NOTHING"_s,
            {stored(account), stored(record), QString::fromUtf8((*message)->canonical())});
        if (!kept)
            return kept.error();
    }
    return Done();
}

Result<ThinReport> Thinning::thin(const QDate &before)
{
    auto found = months(before);
    if (!found)
        return found.error();
    ThinReport report{{}, std::move(*found)};
    const bool any
        = std::any_of(report.months.cbegin(), report.months.cend(),
                      [](const ThinMonth &month) { return month.state == ThinState::Ready; });
    if (!any)
        return report;
    auto backup = m_database.backUp();
    if (!backup)
        return backup.error();
    report.backup = std::move(*backup);
    for (ThinMonth &month : report.months) {
        if (month.state != ThinState::Ready)
            continue;
        const auto done = m_database.write([&]() -> Result<Done> {
            // Looked at again: what was written since the backup is not in it.
            const auto now = monthsOfRows(m_database, month.rows.month.addMonths(1));
            if (!now)
                return now.error();
            const bool same = !now->isEmpty() && now->last().month == month.rows.month
                && now->last().records == month.rows.records
                && now->last().corrections == month.rows.corrections;
            const auto state = stateOf(month.rows, &month.waiting);
            if (!state)
                return state.error();
            month.state = same ? *state : ThinState::Running;
            if (month.state != ThinState::Ready)
                return Done();
            if (auto kept = keepEvidence(month.rows); !kept)
                return kept;
            return thinMonth(m_database, month.rows, QFileInfo(report.backup).fileName());
        });
        if (!done)
            return done.error();
    }
    return report;
}

} // namespace keyway

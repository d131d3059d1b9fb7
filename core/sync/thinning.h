#pragma once

#include "core/storage/recordthinning.h"
#include "core/sync/accountlink.h"

#include <QtCore/QString>

#include <optional>

namespace keyway {

class Catalogue;

/// Whether the rows of a month may go.
enum class ThinState {
    Ready,
    Running, ///< an attempt of it has not ended
    NotSent, ///< the server does not have all that it is to get
    NotInvoiced ///< not all of it is on an invoice yet
};
QString nameOf(ThinState state); ///< `ready`, `running`, `not-sent`, `not-invoiced`

struct ThinMonth {
    MonthOfRows rows;
    ThinState state = ThinState::Ready;
    qint64 waiting = 0; ///< records for which it has to stay
};

struct ThinReport {
    QString backup; ///< its path; empty where nothing was to be done
    QList<ThinMonth> months; ///< all that are before the day; those that are ready are thinned
};

/// Takes the rows of old months out, which by then are looked at no more: sums, invoices and
/// comparisons with bills stay as they are, to the nano-dollar. What is on an invoice of the
/// account stays as the server has it, so that the invoice can be computed again. A month goes as a
/// whole or not at all; the running one never does. On the thread of the connection.
class Thinning {
public:
    /// `account`: nothing where nobody is signed in; then nothing waits for a server.
    Thinning(Database &database, const Catalogue &catalogue, std::optional<LinkedAccount> account);

    /// Months before the one that `before` is in, oldest first. Error: Storage.
    Result<QList<ThinMonth>> months(const QDate &before);
    /// Makes a verified backup, and then thins the months that are ready, each in a transaction of
    /// its own. Error: Storage; what was not thinned yet is as it was.
    Result<ThinReport> thin(const QDate &before);

private:
    Result<ThinState> stateOf(const MonthOfRows &month, qint64 *waiting);
    Result<qint64> count(const QString &sql, const QVariantList &values);
    Result<Done> keepEvidence(const MonthOfRows &month);

    Database &m_database;
    const Catalogue &m_catalogue;
    std::optional<LinkedAccount> m_account;
};

} // namespace keyway

#pragma once

#include "core/async/task.h"
#include "core/catalogue/catalogue.h"
#include "core/fees/recomputation.h"
#include "core/sync/accountlink.h"
#include "core/sync/serverclient.h"
#include "core/wire/invoicemessage.h"

#include <QtCore/QStringList>

#include <optional>

namespace keyway {

class Database;

/// What one look at the server's books brought.
struct InvoicePull {
    int fresh = 0; ///< invoices and credit notes that were not here yet
    /// Numbers that the server shows otherwise than before, or not at all any more. What is kept
    /// here stays as it was.
    QStringList changed;
};

/// What came of computing an invoice again from this computer's ledger.
struct InvoiceCheck {
    InvoiceMessage message; ///< as it is kept here
    std::optional<InvoiceDifference> difference; ///< the first; nothing: all of it is right
    /// The record of the difference, where there is one in the ledger.
    std::optional<UsageRecord> record;
    qint64 own = 0; ///< attempts on it that are in this computer's ledger
    /// Made on the account's other computers, whose word the server has; or of a month whose rows
    /// were taken out here, see Thinning.
    qint64 elsewhere = 0;
    bool isRight() const { return !difference; }
};

/// Invoices of an account as the server showed them, with all that is needed to compute them again
/// without it: plans, the records on them, and the server's public key, which is kept when it is
/// first seen. On the thread of the database, a connection that writes; outlives its tasks.
class Invoices {
public:
    Invoices(Database &database, const Catalogue &catalogue);

    /// Asks for everything that is new. Error: of ServerClient; Storage; Untrusted,
    /// `signing-key-changed`: the server signs with another key than the one that is kept. Nothing
    /// is taken from it then, see forgetKey().
    Task<InvoicePull> pull(LinkedAccount account, ServerClient &server, Secret token,
                           CancelToken cancel);

    /// Of all that are kept, oldest first.
    Result<QStringList> numbers(const Id &account);
    /// Oldest first, credit notes among them, with the status of the last pull. Error: Storage;
    /// Rejected, `bad-invoice`, where one was damaged, the detail says which and where.
    Result<QList<InvoiceMessage>> list(const Id &account);
    /// Error: also Rejected, `no-such-invoice`.
    Result<InvoiceMessage> invoice(const Id &account, const QString &number);
    /// The attempts on it, by record id.
    Result<QList<InvoiceEntry>> entries(const Id &account, const QString &number);
    /// Builds it again and compares every line, every record, the chain and the signature. Error:
    /// Storage; Rejected, `no-such-invoice`.
    Result<InvoiceCheck> check(const Id &account, const QString &number);

    /// The server's public key. Nothing: none was seen yet.
    Result<std::optional<QByteArray>> key(const Id &account);
    /// Takes the next key that the server shows: for a person who was told why it is another one.
    Result<Done> forgetKey(const Id &account);

private:
    struct Kept;
    Result<QList<Kept>> kept(const Id &account);
    Result<Done> keepKey(const Id &account, const QByteArray &key);
    Result<Done> keep(const Id &account, qsizetype place, const InvoiceMessage &message,
                      const std::optional<QList<InvoiceEntry>> &entries);
    Result<bool> knowsAll(const Id &account, const QList<InvoiceEntry> &entries);
    Task<Done> pullOthers(LinkedAccount account, ServerClient &server, Secret token,
                          CancelToken cancel);
    Result<Done> keepOthers(const LinkedAccount &account, const UsagePull &page);
    Result<std::optional<UsageRecord>> otherRecord(const Id &account, const Id &record);

    Database &m_database;
    const Catalogue &m_catalogue;
};

} // namespace keyway

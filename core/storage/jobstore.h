#pragma once

#include "core/base/error.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/money/money.h"
#include "core/usage/usagerecord.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QStringList>
#include <QtCore/QUrl>

#include <optional>

namespace keyway {

class Database;
class Row;

/// A file that a job made.
struct JobFile {
    QString path;
    QString mimeType;
    qint64 bytes = 0;
    std::optional<qint64> seed;
};

/// A result that is still to be fetched.
struct JobLink {
    QUrl url;
    bool needsKey = false;
    QString mimeType; ///< empty: by its first bytes
};

/// A picture or a video that somebody asked for, from the queue to its files. What it costs is in
/// the ledger; the figures here are for lists. Prompt and files never leave the computer.
struct Job {
    enum class Stage {
        Queued, ///< nothing was sent
        Sending, ///< being handed in; a crash in it leaves the outcome unknown
        Working, ///< at the service; with a ticket it outlives the program
        Downloading, ///< settled; its results are fetched
        Ended, ///< see `outcome` and `error`
    };
    Id id;
    Id requestId;
    RequestType type = RequestType::Image;
    AppClass app = AppClass::Window;
    Stage stage = Stage::Queued;
    bool waitsAtService = false; ///< the service has it in a queue of its own
    std::optional<int> percent; ///< where the service tells
    Outcome outcome = Outcome::Started; ///< Started until it has ended at the service
    QString prompt;
    QJsonObject request; ///< options, parameters and inputs, as engine writes them
    QJsonObject options; ///< how it is to be routed, as engine writes it
    QString output; ///< file or folder; empty: the pictures folder
    Id integrationId; ///< null before the first attempt
    QString integrationName;
    QString service;
    QString model;
    Id recordId; ///< of its attempt in the ledger; null before the first
    QString ticket; ///< the service's id of the job
    QUrl statusUrl;
    QList<JobLink> links; ///< results that are not fetched yet
    QList<JobFile> files;
    std::optional<Money> expectedCost; ///< as planned; nothing without a price
    CostState costState = CostState::Unknown;
    Money platformCost;
    Money platformFee;
    QDateTime createdAt;
    std::optional<QDateTime> sentAt;
    std::optional<QDateTime> endedAt;
    /// Why it ended so; with outcome Completed: why results are missing.
    std::optional<Error> error;
    QString words; ///< what the service said about a refusal
    bool cancelWanted = false;
    Id session; ///< of the process that attends to it

    bool hasTicket() const { return !ticket.isEmpty() || !statusUrl.isEmpty(); }
    bool hasEnded() const { return stage == Stage::Ended; }
};
/// `queued`, `sending`, `working`, `downloading`, `ended`.
QString nameOf(Job::Stage stage);
std::optional<Job::Stage> jobStageFromName(QStringView name);

/// Which jobs; newest first.
struct JobFilter {
    enum class Which {
        All,
        Running,
        Ended,
        Troubled, ///< ended otherwise than with all that was wanted
        Queue ///< all that run, in the order of the queue; nothing else is looked at
    };
    Which which = Which::All;
    std::optional<Id> before; ///< only jobs older than this one: the next page
    int limit = 50;
    QStringList words; ///< each somewhere in the prompt, A to Z in either case
    QString service; ///< empty: any
    bool withFiles = false; ///< only those that made something that is still there
};

/// What jobs have made, removed ones left out.
struct JobTotals {
    qint64 images = 0;
    qint64 videos = 0;
    QStringList services; ///< that have ever made something
};

/// Keeps jobs. On the thread of its Database; each function is one transaction.
class JobStore {
public:
    explicit JobStore(Database &database);

    Result<Done> add(const Job &job);
    /// Writes what may change. Error: Rejected, `not-mine`, where another process attends to it by
    /// now; nothing is written then.
    Result<Done> update(const Job &job);
    /// Error: Rejected, `no-such-job`.
    Result<Job> job(const Id &id);
    /// Without removed ones.
    Result<QList<Job>> list(const JobFilter &filter);
    /// Not ended, in the order of the queue.
    Result<QList<Job>> running();
    /// Makes `to` the one who attends to the job, where `from` still is. Whether it did.
    Result<bool> handOver(const Id &id, const Id &from, const Id &to);
    /// For the process that attends to it.
    Result<Done> wantCancel(const Id &id);
    /// Puts a queued job before the queued one that comes before it.
    Result<Done> moveUp(const Id &id);
    /// Takes an ended job out of every list, or puts it back. Its files are untouched.
    Result<Done> setRemoved(const Id &id, bool removed);
    /// Writes that a file went elsewhere or is gone.
    Result<Done> setFiles(const Id &id, const QList<JobFile> &files);
    /// The counts are of jobs that ended at or after `since`.
    Result<JobTotals> totals(const QDateTime &since);

private:
    Database &m_database;
};

} // namespace keyway

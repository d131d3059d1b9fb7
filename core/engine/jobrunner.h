#pragma once

#include "core/async/canceltoken.h"
#include "core/engine/answer.h"
#include "core/storage/jobstore.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <functional>
#include <memory>

namespace keyway::engine {

class JobFolder;
struct WorkspaceParts;

/// How a job ended, with what was tried on the way where this process ran it.
struct JobEnd {
    Job job;
    std::optional<Answer> answer;
};

/// Runs jobs: a queue, some at once, each through the dispatcher, then its results to files. A job
/// belongs to one process at a time (the session in its row); one whose process is gone is taken
/// over by attend() or finished(). Lives on the core thread.
class JobRunner : public QObject {
    Q_OBJECT
public:
    explicit JobRunner(WorkspaceParts &parts);
    ~JobRunner() override;

    /// See Workspace::startJob().
    Result<Id> add(PromptRequest request, const AskOptions &options, const QString &output);
    /// Takes over jobs whose process is gone, now and from now on.
    void attend();
    Result<Done> cancel(const Id &id);
    Result<Done> moveUp(const Id &id);
    Result<Done> setRemoved(const Id &id, bool removed);
    bool isPaused() const;
    Result<Done> setPaused(bool paused);
    /// Waits until a job has ended, whoever runs it; takes it over where nobody does. Error:
    /// Cancelled, where `cancel` is; the job goes on.
    Task<JobEnd> finished(Id id, CancelToken cancel);
    /// Waits until a job has a ticket, or has ended. The same errors.
    Task<Job> handedIn(Id id, CancelToken cancel);

    /// Jobs that this process runs now.
    int active() const { return static_cast<int>(m_running.size()); }
    /// After a commit of another process: wishes to cancel, a queue that goes on.
    void look();

    JobStore &store() { return m_store; }
    /// Where the pictures that go with a prompt are kept.
    QString inputsFolder(const Id &job) const;
    /// The folder that results go to where a job names none.
    QString picturesFolder() const;

Q_SIGNALS:
    /// Some job moved; at most four times a second.
    void changed();

private:
    class Running;

    void pump();
    void begin(const Job &job);
    QCoro::Task<> run(std::shared_ptr<Running> running);
    QCoro::Task<Answer> ask(std::shared_ptr<Running> running);
    QCoro::Task<> fetch(std::shared_ptr<Running> running);
    Task<JobFile> fetchNext(std::shared_ptr<Running> running, CancelToken stop);
    Task<Done> renewLinks(std::shared_ptr<Running> running, CancelToken stop);
    bool takeOver(const Job &job);
    void goOn(const Id &id);
    UsageRecord recordOf(const Job &job) const;
    JobFolder folderFor(const Job &job) const;
    void endWithoutRunning(Job job, Outcome outcome, std::optional<Error> error);
    void note();

    WorkspaceParts &m_parts;
    JobStore m_store;
    QHash<Id, std::shared_ptr<Running>> m_running;
    QHash<Id, Answer> m_answers; ///< of jobs that ended here of late, without their pictures
    QTimer m_gather;
    QTimer m_attending;
};

} // namespace keyway::engine

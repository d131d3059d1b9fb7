#pragma once

#include "tests/support/simulator/wire.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QMutex>

namespace keyway::simulator {

/// A piece of work that goes on behind its submission.
struct Job {
    enum class State { Queued, Running, Succeeded, Failed, Filtered, Cancelled };
    QString id;
    QString service;
    QString model;
    QJsonObject fields; ///< of the request that made it
    Behaviour behaviour;
    QByteArray mediaType;
    int seconds = 0; ///< of a film
    qint64 serial = 0; ///< of the request that made it
    State state = State::Queued;
    int percent = 0;

    bool isOver() const { return state != State::Queued && state != State::Running; }
    bool hasResult() const { return state == State::Succeeded; }
    /// The picture or the film.
    QByteArray media() const;
    /// What the service says that the job cost, in nano-dollars; filtered ones are billed.
    qint64 cost() const;
};

/// The jobs of a simulator. They live as long as it does, whoever asked for them. Safe from any
/// thread.
class Jobs {
public:
    /// Makes a job of a request; `prefix` begins its id.
    Job make(const Exchange &exchange, const QString &prefix, const QByteArray &mediaType,
             int seconds = 0);
    /// The job as it is now; a look may be a step.
    std::optional<Job> look(const QString &id);
    /// The same without a step.
    std::optional<Job> find(const QString &id) const;
    /// Ends a job that is not over; false when there is none of that name.
    bool cancel(const QString &id);
    bool remove(const QString &id);
    /// Whether the links of a job that is over have expired.
    bool isExpired(const QString &id) const;
    QList<Job> all() const;

    /// Keeps what a service tells about an answer later, by the answer's id.
    void keepNote(const QString &id, const QJsonObject &note);
    std::optional<QJsonObject> note(const QString &id) const;

private:
    struct Entry {
        Job job;
        QElapsedTimer since;
        qint64 overAt = -1; ///< in milliseconds of `since`
        int looks = 0;
        bool cancelled = false;
    };
    static void advance(Entry &entry);

    mutable QMutex m_mutex;
    mutable QMap<QString, Entry> m_entries;
    QHash<QString, QJsonObject> m_notes;
};

/// The address under which a result can be fetched without a key.
QString fileAddress(const Exchange &exchange, const Job &job);
/// What is said about a job that is none.
Reply nothingThere(const Exchange &exchange);
/// The bytes of a result, slowly where the plan says so.
Reply mediaReply(const Job &job);

} // namespace keyway::simulator

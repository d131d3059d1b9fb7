#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QRandomGenerator>
#include <QtCore/QString>

#include <functional>
#include <memory>
#include <vector>

namespace keyway {

/// What stands between SQLite and the disk while this lives: every database that is opened goes
/// through it, Qt's connections too, where they use the system's SQLite (calls() stays 0 where they
/// do not). It can fail calls, and knows what a disk would still have if the power went off now:
/// what was synced, and any part of what was not. Syncs do not reach the real disk. One at a time,
/// one thread.
class FaultyDisk {
public:
    enum class Call { Open, Read, Write, Truncate, Sync, Delete, Lock };

    /// Files by path.
    using Files = QHash<QString, QByteArray>;

    FaultyDisk();
    ~FaultyDisk();
    Q_DISABLE_COPY_MOVE(FaultyDisk)

    /// Answers the `at`-th of these calls from now, and all behind it where `onwards`, with a
    /// result code of SQLite; half of what was to be written then is.
    void fail(const QList<Call> &calls, int code, qint64 at, bool onwards);
    void mend();
    /// Whether a call was failed since fail().
    bool hasFailed() const { return m_failed; }
    /// Of any kind, since the beginning.
    qint64 calls() const { return m_calls; }
    /// Forgets what disks have; no database is open.
    void forget() { m_files.clear(); }
    /// Called before every call.
    void watch(std::function<void()> look) { m_look = std::move(look); }

    /// The files as they would be found after a power cut now. Of what was written since the last
    /// sync each piece is there, torn or missing, as `random` has it.
    Files afterPowerCut(QRandomGenerator &random) const;

private:
    struct Written {
        qint64 offset = 0;
        QByteArray bytes;
        bool truncated = false; ///< to `offset`
        void applyTo(QByteArray &file) const;
    };
    struct OnDisk {
        bool there = false;
        QByteArray synced;
        std::vector<Written> since;
    };
    struct Layer;
    friend struct Layer;

    int before(Call call);

    std::unique_ptr<Layer> m_layer;
    QHash<QString, OnDisk> m_files;
    std::function<void()> m_look;
    QList<Call> m_failing;
    int m_code = 0;
    qint64 m_left = 0; ///< calls until one fails
    bool m_onwards = false;
    bool m_failed = false;
    qint64 m_calls = 0;
};

} // namespace keyway

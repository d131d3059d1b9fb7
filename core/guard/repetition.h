#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QList>

#include <chrono>

namespace keyway::guard {

/// How often the same may be asked: more is a program that runs away, no person.
struct RepetitionRule {
    int most = 30;
    std::chrono::milliseconds within = std::chrono::minutes(10);
};

/// Counts what is asked by its mark, a hash from which nothing can be read, and stops what comes
/// too often until somebody allows it. Times are monotonic. A value without a clock.
class Repetitions {
public:
    explicit Repetitions(RepetitionRule rule = {})
        : m_rule(rule)
    {
    }

    /// Counts one more, unless it may not come.
    bool admit(const QByteArray &mark, std::chrono::milliseconds now);
    /// It came as often as it may, and is stopped whenever it comes.
    bool isStopped(const QByteArray &mark) const;
    /// From now on it may come as often as it wants to.
    void allow(const QByteArray &mark);
    const RepetitionRule &rule() const { return m_rule; }
    /// Of what is remembered; what is over is forgotten.
    qsizetype size() const { return m_seen.size(); }

private:
    struct Seen {
        QList<std::chrono::milliseconds> times; ///< within the rule's time, oldest first
        bool stopped = false;
        bool allowed = false;
    };
    void forget(std::chrono::milliseconds now);

    RepetitionRule m_rule;
    QHash<QByteArray, Seen> m_seen;
    qsizetype m_forgetAt = 256; ///< so many are remembered before any are looked through
};

} // namespace keyway::guard

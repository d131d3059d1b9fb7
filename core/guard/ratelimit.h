#pragma once

#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QString>

#include <chrono>
#include <optional>

namespace keyway::guard {

// Times are monotonic, such as those of Clock::monotonic(), which count from the start of the
// computer: every process on it reads the same, and no change of the wall clock moves them.

/// So many requests in so long a time, evenly, with a burst.
struct Rate {
    int requests = 1; ///< at least one
    std::chrono::milliseconds per{1000};
    int burst = 1; ///< as many may come at once; at least one

    /// From one request to the next. Rounded up: a rate that does not divide its time lets not one
    /// more through.
    std::chrono::microseconds interval() const;
    friend bool operator==(const Rate &, const Rate &) = default;
};

/// GCRA: decides about one request. Nothing: it is admitted, and `due`, when the next one would
/// come if they all came evenly, has moved on. Else how long to wait; `due` is as it was. In any
/// window of T at most burst + T / interval() are admitted.
std::optional<std::chrono::microseconds> admit(const Rate &rate, std::chrono::microseconds &due,
                                               std::chrono::microseconds now);

/// What is kept of a limit, so that it holds in the next process and after a restart, too.
struct RateState {
    std::chrono::microseconds due{0};
    std::chrono::microseconds keptAt{0}; ///< the monotonic time of the last request
};

/// The state in a process that reads it at `now`. Where the computer was started since, its clock
/// counts from zero: what is surely over counts as over, and nothing else, so that a restart never
/// admits more.
RateState resumed(const RateState &kept, std::chrono::microseconds now);

/// A limit for everybody, or for each (or one) integration or app.
struct RateRule {
    enum class Scope { User, Integration, App };
    Scope scope = Scope::User;
    QString name; ///< of one integration or app; empty: each has a limit of its own
    std::optional<Rate> rate;
    int atOnce = 0; ///< requests that run at the same time; 0: any number

    friend bool operator==(const RateRule &, const RateRule &) = default;
};
QString nameOf(RateRule::Scope scope); ///< `app`
std::optional<RateRule::Scope> rateScopeFromName(QStringView name);

/// Who asks whom.
struct RateSubject {
    QString integration;
    QString app;
    /// It asks another integration for a request that was counted: for that one's limits alone.
    bool again = false;
};

struct RateRefusal {
    RateRule rule;
    std::chrono::milliseconds wait{0}; ///< zero: until one that runs has ended
};

/// Several limits together: a request passes all of them or counts in none. A value without a
/// clock.
class RateGate {
public:
    explicit RateGate(QList<RateRule> rules = {});

    std::optional<RateRefusal> admit(const RateSubject &subject, std::chrono::microseconds now);
    /// So many requests run that were admitted elsewhere.
    void begin(const RateSubject &subject, int requests = 1);
    /// An admitted request has ended.
    void end(const RateSubject &subject);

    /// To be kept after each request that was admitted, by key.
    const QMap<QString, RateState> &states() const { return m_states; }
    void resume(const QMap<QString, RateState> &kept, std::chrono::microseconds now);

private:
    static QString keyOf(const RateRule &rule, const RateSubject &subject);
    static bool concerns(const RateRule &rule, const RateSubject &subject);

    QList<RateRule> m_rules;
    QMap<QString, RateState> m_states;
    QMap<QString, int> m_running;
};

} // namespace keyway::guard

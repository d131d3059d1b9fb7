#include "core/engine/jobfollow.h"

#include "core/async/wait.h"
#include "core/base/logging.h"
#include "core/base/loopback.h"
#include "core/engine/jobwatch.h"
#include "core/engine/keyring.h"
#include "core/providers/httpexchange.h"

#include <QtCore/QRandomGenerator>

#include <algorithm>
#include <utility>

namespace keyway::engine {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds localPace{200};
constexpr milliseconds slowest{60'000};
constexpr int questionsAtFullPace = 6;
/// Services keep results for about a day (provider facts, 4 and 14).
constexpr std::chrono::hours overdueAfter{24};
/// A service may need a moment to know the job that it has just taken.
constexpr int unknownAtMost = 3;

Completion lost(Error::Kind kind, const QString &reason)
{
    Completion completion;
    completion.outcome = Outcome::Unknown;
    completion.sent = true;
    completion.error = Error(kind).withReason(reason).withBilling(Error::Billing::Possible);
    return completion;
}

Completion stopped()
{
    Completion completion;
    completion.outcome = Outcome::Cancelled;
    completion.sent = true;
    completion.error = Error(Error::Kind::Cancelled).withBilling(Error::Billing::Possible);
    return completion;
}

} // namespace

milliseconds waitBeforeQuestion(const JobProvider &provider, bool local, int question, int jitter)
{
    const milliseconds pace = local ? localPace : provider.pace();
    const int slower = std::max(0, question - questionsAtFullPace);
    const milliseconds wait = std::min(pace + pace * slower / 4, std::max(slowest, pace));
    return wait + wait * std::clamp(jitter, 0, 99) / 400;
}

QCoro::Task<std::optional<Completion>> followJob(JobFollow follow)
{
    const bool local = isLoopbackHost(follow.endpoint.baseUrl.host());
    bool cancelAsked = false;
    bool cancelAgreed = false;
    int unknown = 0;
    std::optional<milliseconds> askedWait;
    for (int question = 0;; ++question) {
        const milliseconds usual = waitBeforeQuestion(*follow.provider, local, question,
                                                      QRandomGenerator::global()->bounded(100));
        const milliseconds wait = std::max(usual, askedWait.value_or(usual));
        askedWait.reset();
        CancelGroup wake;
        wake.follow(follow.stop);
        if (!cancelAsked)
            wake.follow(follow.cancel);
        auto waiting = waitFor(wait, wake.token());
        co_await waiting;
        if (follow.stop.isCancelled())
            co_return std::nullopt;
        if (follow.clock->now() > follow.startedAt.addDuration(overdueAfter))
            co_return lost(Error::Kind::Timeout, u"job-overdue"_s);

        auto reading = follow.keys->read(follow.integration, follow.stop);
        Result<Secret> key = co_await reading;
        if (follow.stop.isCancelled())
            co_return std::nullopt;
        if (!key) {
            askedWait = slowest; // a locked keychain opens some time
            continue;
        }
        if (follow.cancel.isCancelled() && !cancelAsked) {
            cancelAsked = true;
            auto cancelling = follow.provider->cancelJob(follow.ticket, follow.endpoint,
                                                         std::move(*key), follow.stop);
            const Result<Done> cancelled = co_await cancelling;
            if (follow.stop.isCancelled())
                co_return std::nullopt;
            cancelAgreed = cancelled.ok();
            if (!cancelled && follow.watch)
                follow.watch->cancelRefused(cancelled.error());
            question = 0;
            continue;
        }
        auto asking = follow.provider->jobState(follow.ticket, follow.endpoint, std::move(*key),
                                                follow.stop);
        Result<JobState> state = co_await asking;
        if (follow.stop.isCancelled())
            co_return std::nullopt;
        if (!state) {
            const Error &error = state.error();
            qCInfo(logEngine) << "Could not ask about a job:" << Error::kindName(error.kind())
                              << error.reason();
            unknown = error.kind() == Error::Kind::Gone ? unknown + 1 : 0;
            if (unknown > 0 && cancelAgreed)
                co_return stopped();
            if (unknown >= unknownAtMost)
                co_return lost(Error::Kind::Protocol, u"job-unknown"_s);
            askedWait = error.reply().retryAfter;
            continue;
        }
        unknown = 0;
        askedWait = state->askAgainAfter;
        if (state->stage != JobState::Stage::Ended) {
            if (follow.watch)
                follow.watch->progressed(*state);
            continue;
        }
        Completion ended = std::move(state->ended);
        ended.sent = true;
        co_return ended;
    }
}

} // namespace keyway::engine

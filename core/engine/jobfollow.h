#pragma once

#include "core/async/canceltoken.h"
#include "core/base/clock.h"
#include "core/catalogue/integration.h"
#include "core/providers/provider.h"

#include <QtCore/QDateTime>

#include <optional>

namespace keyway::engine {

class JobWatch;
class KeyRing;

/// A job at a service, to be asked about until it has ended.
struct JobFollow {
    JobProvider *provider = nullptr;
    JobTicket ticket;
    Endpoint endpoint;
    Integration integration;
    KeyRing *keys = nullptr;
    const Clock *clock = nullptr;
    JobWatch *watch = nullptr; ///< may be none
    CancelToken cancel; ///< the user's: the service is asked to stop
    CancelToken stop; ///< the program's: the job is left to whoever comes next
    QDateTime startedAt;
};

/// How long to wait before question number `question` (from 0) about a job: the service's own pace,
/// slower with every question, with up to a quarter added by `jitter` (0 to 99). A service on this
/// computer is asked often.
std::chrono::milliseconds waitBeforeQuestion(const JobProvider &provider, bool local, int question,
                                             int jitter);

/// Asks until the job has ended; nothing where the program stops first. Questions that fail are
/// asked again for a day; a job that the service does not know (any more), or that is overdue, is
/// Unknown.
QCoro::Task<std::optional<Completion>> followJob(JobFollow follow);

} // namespace keyway::engine

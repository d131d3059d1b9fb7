#pragma once

#include "ui/desktop/studio/studiovalues.h"
#include "ui/words/message.h"

namespace keyway {

/// How a job stands: "2 of 4 done · about 13 s left", "Waiting for its turn".
QString jobState(const JobValue &job, const QString &serviceName, const QDateTime &now);
/// "$0.16 of $0.32", "$0.80 when done", "$0.36 expected", "price unknown".
QString jobCost(const JobValue &job);
/// In words for screen readers.
QString jobSpoken(const JobValue &job, const QString &serviceName, const QDateTime &now);
/// The whole of it done, of 1000; nothing: it goes on without an end in sight.
std::optional<int> jobPermille(const JobValue &job);
/// The first line of the prompt.
QString jobTitle(const JobValue &job);
/// What a cancelled job costs: "Stability AI has finished 2 of 4 images. You pay $0.16 for them."
words::Message cancelWords(const JobValue &job, const QString &serviceName);
/// What quitting means while jobs run; empty while none does.
words::Message quitWords(const StudioJobs &jobs);
/// Why it failed, with what can be done.
words::Message failureWords(const JobValue &job, const QString &serviceName);

} // namespace keyway

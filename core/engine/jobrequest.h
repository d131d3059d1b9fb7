#pragma once

#include "core/engine/answer.h"
#include "core/storage/jobstore.h"

namespace keyway::engine {

/// What a job keeps of its request so that another process can send it: options and parameters as
/// JSON, its pictures as files in `folder` (made 0700). The prompt has a column of its own. Error:
/// Storage.
Result<QJsonObject> keptRequest(const PromptRequest &request, const QString &folder);
/// Back again. Error: Storage, where an input file is gone.
Result<PromptRequest> requestOf(const Job &job, const QString &folder);
/// Deletes the input files of a job.
void forgetInputs(const QString &folder);

QJsonObject keptOptions(const AskOptions &options);
AskOptions optionsOf(const Job &job);

} // namespace keyway::engine

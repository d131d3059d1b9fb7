#pragma once

#include "core/storage/jobstore.h"
#include "ui/desktop/studio/studiovalues.h"

#include <chrono>

namespace keyway {

/// A kept job as the page shows it. `usual`: what such jobs take, where it is known. Pure.
JobValue jobValueOf(const Job &job, bool paused, std::optional<std::chrono::milliseconds> usual,
                    const QDateTime &now);

/// How long a service takes for such a job: the median of those among `ended` that were made by the
/// same model. Nothing where there is none. Pure.
std::optional<std::chrono::milliseconds> usualTime(const QList<Job> &ended, const Job &job);

/// What an ended job made; its cost in equal shares. Pure.
QList<PictureValue> picturesOf(const Job &job);

/// What the form shows to ask for the same again. Decodes the previews of its pictures.
StudioDraft draftOf(const PromptRequest &request, const engine::AskOptions &options);

} // namespace keyway

#pragma once

#include "ui/desktop/studio/studiovalues.h"

/// What the pictures and tests of Studio show.
namespace keyway::sample {

QDateTime studioNow();
Id studioId(int number);
/// Stability AI with a limit, OpenAI, and a service of videos; models with options of every kind.
ServicesValue studioServices();
ServicesValue studioWithoutMakers();
/// Names as long as German ones.
ServicesValue wordyStudioServices();
/// Painted scenes as files in `folder`, newest first; the third is a video.
QList<PictureValue> studioPictures(const QString &folder, int count);
StudioJobs studioJobs(const QString &folder);
/// One in each state.
StudioJobs everyJob(const QString &folder);
JobValue job(int number, JobValue::State state);
StudioDraft lighthouse();

} // namespace keyway::sample

#pragma once

#include "core/engine/answer.h"
#include "core/engine/overview.h"
#include "core/guard/alert.h"
#include "core/routing/plan.h"
#include "core/storage/jobstore.h"
#include "core/usage/usagerecord.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

namespace keyway::cli {

// The names in these objects are a contract: other programs read them.

QJsonObject integrationJson(const engine::IntegrationSummary &summary);
/// The fields of `attempts[]`. An unknown cost is null, never 0.
QJsonObject attemptJson(const UsageRecord &record);
/// attemptJson() with the fields of `records[]`.
QJsonObject recordJson(const UsageRecord &record);
QJsonArray candidatesJson(const routing::RoutePlan &plan);
QJsonArray excludedJson(const routing::RoutePlan &plan);
QJsonObject answerJson(const engine::Answer &answer);
/// The end of a job's id, which is enough to name it.
QString shortId(const Job &job);
/// One of `jobs list --json`. An unknown cost is null.
QJsonObject jobJson(const Job &job);
/// One of `alerts --json`.
QJsonObject alertJson(const guard::Alert &alert);

} // namespace keyway::cli

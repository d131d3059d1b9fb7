#pragma once

#include "core/engine/overview.h"

namespace keyway::sample {

/// 18 November 2026, 14:31 in UTC: the day that the pictures show.
QDateTime now();
QDate today();

/// Four active and two disabled integrations: $20.64, a fee of $1.03, $21.67 in all.
engine::Overview overview();
/// The same with OpenAI down, Stable Diffusion over its limit of $8.00 and Gemini slow.
engine::Overview downOverview();
/// The same while the keychain is locked.
engine::Overview lockedOverview();
/// Nothing yet.
engine::Overview emptyOverview();
/// Long names and locales' worst: for tests that nothing is cut.
engine::Overview wordyOverview();

} // namespace keyway::sample

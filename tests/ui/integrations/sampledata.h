#pragma once

#include "core/engine/accounts.h"
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

/// Own prices of two models and a discount on all.
OwnTerms ownTerms();
/// What services say of the month: the same, explained, flagged, without an admin key, local.
engine::Reconciliation reconciliation();

} // namespace keyway::sample

#pragma once

#include <QtCore/QString>

namespace keyway {

/// `name` without a date at its end (`-2026-09-01` or `-20260901`), as services add one to the
/// names of models in their replies; empty where it has none.
QString withoutDate(QStringView name);

} // namespace keyway

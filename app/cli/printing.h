#pragma once

#include "core/base/result.h"

#include <QtCore/QJsonObject>
#include <QtCore/QString>

namespace keyway::cli {

/// Has keyway-print, which has the fonts, write a PDF. Error: Storage, `cannot-write`.
Result<Done> printed(const QJsonObject &input, const QString &path);

} // namespace keyway::cli

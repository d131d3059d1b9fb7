#pragma once

#include "core/base/result.h"
#include "ui/words/usagesheet.h"

#include <QtCore/QLocale>
#include <QtCore/QString>

namespace keyway::print {

/// Writes a month of usage as PDF; see writePdf().
Result<Done> writeUsagePdf(const words::UsageSheet &sheet, const QString &path,
                           const QLocale &locale = {});

} // namespace keyway::print

#pragma once

#include "core/storage/jobstore.h"
#include "core/storage/row.h"

#include <QtCore/QVariantList>

namespace keyway {

/// The columns of `job` in the order in which jobFrom() reads them and jobValues() gives them.
QStringList jobColumns();
Job jobFrom(const Row &row);
QVariantList jobValues(const Job &job);

QString filesText(const QList<JobFile> &files);

} // namespace keyway

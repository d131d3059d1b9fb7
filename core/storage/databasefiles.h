#pragma once

#include "core/base/result.h"

#include <QtCore/QString>

/// What is done to the files of a database as files. Nothing here removes one.
namespace keyway::files {

/// An empty file (mode 0600) in its folder (0700), where there is none. Error: Storage.
Result<Done> create(const QString &path);
/// Copies a damaged database with its WAL to `<path>.damaged-<time of last change>`, once.
Result<QString> copyAside(const QString &path);
/// Waits until the disk has what was written to `path`.
Result<Done> sync(const QString &path);

} // namespace keyway::files

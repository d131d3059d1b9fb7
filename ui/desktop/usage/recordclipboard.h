#pragma once

#include "ui/desktop/usage/requestsmodel.h"

#include <memory>

class QMimeData;

namespace keyway {

/// Records for the clipboard: tabs and lines with raw figures for spreadsheets, and HTML with the
/// head and the figures as they are shown for documents.
std::unique_ptr<QMimeData> forClipboard(const QList<UsageRecord> &records,
                                        const QList<RequestsModel::Column> &columns,
                                        const RequestsModel &model);

} // namespace keyway

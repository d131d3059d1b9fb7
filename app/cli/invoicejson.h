#pragma once

#include "core/sync/invoices.h"

#include <QtCore/QJsonObject>

namespace keyway::cli {

/// What `invoices verify --json` says of one invoice; the names in it are a contract.
QJsonObject checkJson(const QString &number, const InvoiceCheck &check);

} // namespace keyway::cli

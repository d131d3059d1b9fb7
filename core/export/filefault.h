#pragma once

#include "core/base/error.h"

namespace keyway {

/// Error: Storage, `cannot-write`.
inline Error cannotWrite(const QString &why)
{
    return Error(Error::Kind::Storage, why).withReason(QStringLiteral("cannot-write"));
}

} // namespace keyway

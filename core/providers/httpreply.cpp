#include "core/providers/httpexchange.h"

namespace keyway {

// Apart from the exchange, so that readers of replies can be built without it.
QByteArray HttpReply::header(QByteArrayView lowerCaseName) const
{
    for (const auto &[name, value] : headers) {
        if (name == lowerCaseName)
            return value;
    }
    return {};
}

} // namespace keyway

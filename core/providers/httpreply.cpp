#include "core/providers/httpexchange.h"

namespace keyway {

using namespace Qt::StringLiterals;

// Apart from the exchange, so that readers of replies can be built without it.
QByteArray HttpReply::header(QByteArrayView lowerCaseName) const
{
    for (const auto &[name, value] : headers) {
        if (name == lowerCaseName)
            return value;
    }
    return {};
}

QDateTime HttpReply::date(QByteArrayView lowerCaseName) const
{
    // Qt reads the zone of RFC 2822 as an offset only.
    QString text = QString::fromLatin1(header(lowerCaseName).trimmed());
    text.replace("GMT"_L1, "+0000"_L1);
    return QDateTime::fromString(text, Qt::RFC2822Date);
}

} // namespace keyway

#include "core/base/loopback.h"

#include <QtCore/QRegularExpression>

namespace keyway {

using namespace Qt::StringLiterals;

bool isLoopbackHost(const QString &host)
{
    // QUrl has already turned every way of writing an IPv4 address into four decimal numbers.
    static const QRegularExpression ipv4(
        QRegularExpression::anchoredPattern(u"127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}"_s));
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || host == "::1"_L1
        || ipv4.match(host).hasMatch();
}

} // namespace keyway

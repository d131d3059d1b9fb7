#include "app/cli/connectionoptions.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Integrations)
};

} // namespace

QList<Option> connectionOptions()
{
    return {{u"proxy"_s, u"URL"_s,
             Text::tr("go through a proxy (http://host:port, socks5://host:port), as the system "
                      "says (system), or directly (none)")},
            {u"ca-file"_s, u"FILE"_s,
             Text::tr("also trust the certificate authorities in a PEM file, or none")}};
}

Result<Done> readConnection(const Arguments &arguments, ConnectionPolicy *connection)
{
    if (arguments.has(u"ca-file"_s)) {
        const QString file = arguments.value(u"ca-file"_s);
        connection->caFile = file == "none"_L1 ? QString() : QFileInfo(file).absoluteFilePath();
    }
    return arguments.has(u"proxy"_s) ? connection->setProxy(arguments.value(u"proxy"_s))
                                     : Result<Done>(Done{});
}

} // namespace keyway::cli

#include "app/cli/printing.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>
#include <QtCore/QProcess>

namespace keyway::cli {

using namespace Qt::StringLiterals;

Result<Done> printed(const QJsonObject &input, const QString &path)
{
    QProcess printer;
    printer.start(QCoreApplication::applicationDirPath() + "/keyway-print"_L1, {path});
    printer.write(QJsonDocument(input).toJson(QJsonDocument::Compact));
    printer.closeWriteChannel();
    const bool ended = printer.waitForFinished(60'000);
    if (ended && printer.exitStatus() == QProcess::NormalExit && printer.exitCode() == 0)
        return Done();
    return Error(Error::Kind::Storage,
                 path + u": "_s + QString::fromLocal8Bit(printer.readAllStandardError()).trimmed())
        .withReason(u"cannot-write"_s);
}

} // namespace keyway::cli

#include "app/cli/exporting.h"

#include "app/cli/terminal.h"
#include "core/engine/datadir.h"
#include "core/export/filefault.h"
#include "ui/words/money.h"

#include <QtCore/QEventLoop>
#include <QtCore/QFile>
#include <QtCore/QJsonObject>

#include <cstdio>

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Export)
};
} // namespace

Result<ExportReport> finishExport(Context &context, ExportRun::Work work)
{
    ExportRun run(engine::databaseIn(context.workspace->dataDir()), std::move(work));
    QEventLoop loop;
    QObject::connect(&run, &ExportRun::ended, &loop, &QEventLoop::quit);
    const CancelToken stop = context.stop.token();
    QObject::connect(stop.notifier(), &CancelNotifier::cancelled, &run, &ExportRun::cancel);
    const bool shown = errorIsTerminal() && !context.quiet;
    if (shown) {
        QObject::connect(&run, &ExportRun::progressed, &loop, [](qint64 records) {
            tellPart(u'\r' + Text::tr("%1 records").arg(words::count(records)));
        });
    }
    run.start();
    loop.exec();
    if (shown)
        tellPart(u"\r\x1b[K"_s);
    return run.result();
}

Result<ExportReport> exportToOutput(const ExportWriting &write)
{
    QFile output;
    if (!output.open(stdout, QIODevice::WriteOnly))
        return cannotWrite(output.errorString());
    return exportTo(output, write);
}

Exit tellExport(const Context &context, const QString &path, ExportFormat format,
                const ExportReport &report, const QString &sentence)
{
    if (path.isEmpty())
        return Exit::Done;
    if (context.json)
        context.printJson(QJsonObject{{u"file"_s, path},
                                      {u"format"_s, nameOf(format)},
                                      {u"records"_s, report.records},
                                      {u"bytes"_s, report.bytes}});
    else if (!context.quiet)
        tell(sentence);
    return Exit::Done;
}

} // namespace keyway::cli

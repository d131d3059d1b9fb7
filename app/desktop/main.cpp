#include "app/desktop/composition.h"
#include "core/base/logging.h"
#include "core/engine/datadir.h"
#include "core/process/processhardening.h"
#include "ui/theme/keywaystyle.h"
#include "ui/words/translation.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QTranslator>
#include <QtWidgets/QApplication>

#include <utility>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Main)
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"keyway"_s);
    QApplication::setApplicationDisplayName(u"Keyway"_s);
    QApplication::setApplicationVersion(QStringLiteral(KEYWAY_VERSION));
    QApplication::setDesktopFileName(u"org.keyway.Keyway"_s);
    installLogging();
    if (const Result<Done> hardened = hardenProcess(); !hardened)
        qFatal("This process cannot be protected: %s", qPrintable(hardened.error().detail()));

    QTranslator translator;
    words::loadTranslation(translator);
    QApplication::installTranslator(&translator);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        Text::tr("Your own AI keys, routed, priced and kept at home."));
    const QCommandLineOption dataDir(
        u"data-dir"_s, Text::tr("Keep everything in this folder (or KEYWAY_DATA_DIR)."), u"DIR"_s);
    parser.addOption(dataDir);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(app);

    KeywayStyle *style = KeywayStyle::install(app);
    engine::WorkspaceOptions options;
    options.dataDir = engine::dataDirOr(parser.value(dataDir));
    Composition composition(std::move(options), style);
    composition.start();
    return QApplication::exec();
}

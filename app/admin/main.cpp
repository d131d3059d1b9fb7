#include "app/admin/composition.h"
#include "app/admin/console.h"
#include "core/base/logging.h"
#include "core/catalogue/catalogue.h"
#include "core/process/processhardening.h"
#include "ui/terminal/output.h"
#include "ui/theme/keywaystyle.h"
#include "ui/words/admin.h"
#include "ui/words/translation.h"

#include <QtCore/QTranslator>
#include <QtWidgets/QApplication>

#include <cstring>

using namespace keyway;
using namespace Qt::StringLiterals;

// One program for window and terminal: both are for the same few people, share one session in the
// keychain, and are installed together. With a word behind its name it needs no display.

namespace {

void prepare(QTranslator &translator)
{
    QCoreApplication::setApplicationName(u"keyway-admin"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(KEYWAY_VERSION));
    installLogging();
    if (const Result<Done> hardened = hardenProcess(); !hardened)
        qFatal("This process cannot be protected: %s", qPrintable(hardened.error().detail()));
    words::loadTranslation(translator);
    QCoreApplication::installTranslator(&translator);
}

int runWindow(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QTranslator translator;
    prepare(translator);
    QApplication::setApplicationDisplayName(u"Keyway Admin"_s);
    QApplication::setDesktopFileName(u"org.keyway.KeywayAdmin"_s);
    KeywayStyle::install(application);
    const Result<Catalogue> catalogue = Catalogue::load(u":/catalogue"_s);
    QHash<QString, QString> names;
    if (catalogue) {
        for (const Service &service : catalogue->services())
            names.insert(service.id, service.name);
    }
    app::AdminSettings settings({});
    Result<HttpPolicy> policy = settings.policy();
    if (!policy) {
        cli::tell(words::adminErrorWords(policy.error()));
        return 1;
    }
    app::AdminComposition composition(settings, std::move(*policy), names);
    composition.window().show();
    composition.window().start();
    return QApplication::exec();
}

int runTerminal(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QTranslator translator;
    prepare(translator);
    const QStringList line = QCoreApplication::arguments().mid(1);
    if (line.first() == "--version"_L1) {
        cli::print(u"keyway-admin " KEYWAY_VERSION ""_s);
        return 0;
    }
    return app::runConsole(line);
}

/// Options with one dash, such as `-platform`, are Qt's own and belong to the window.
bool isForTerminal(int argc, char *argv[])
{
    return argc > 1 && (argv[1][0] != '-' || std::strncmp(argv[1], "--", 2) == 0);
}

} // namespace

int main(int argc, char *argv[])
{
    return isForTerminal(argc, argv) ? runTerminal(argc, argv) : runWindow(argc, argv);
}

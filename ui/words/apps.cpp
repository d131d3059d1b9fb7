#include "ui/words/apps.h"

#include <QtCore/QCoreApplication>

namespace keyway::words {

using namespace Qt::StringLiterals;

namespace {
struct AppWords {
    Q_DECLARE_TR_FUNCTIONS(keyway::words::Apps)
};
} // namespace

QString appWord(AppClass app)
{
    switch (app) {
    case AppClass::Window:
        return u"Keyway"_s;
    case AppClass::CommandLine:
        return AppWords::tr("Command line");
    case AppClass::Gateway:
        break;
    }
    return AppWords::tr("Gateway");
}

} // namespace keyway::words

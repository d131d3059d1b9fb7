// keyway-print FILE: an invoice from standard input, as keyway sends it, onto paper. A program of
// its own, so that the command line starts without fonts and windows.

#include "core/base/logging.h"
#include "ui/print/invoicepdf.h"
#include "ui/words/translation.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QTranslator>
#include <QtGui/QGuiApplication>

#include <cstdio>

using namespace keyway;
using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    // There is nothing to be seen, and often no screen.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    installLogging();
    QGuiApplication application(argc, argv);
    QTranslator translator;
    words::loadTranslation(translator);
    QGuiApplication::installTranslator(&translator);

    const QStringList arguments = QGuiApplication::arguments();
    QFile input;
    if (arguments.size() != 2 || !input.open(stdin, QIODevice::ReadOnly))
        return 2;
    const QJsonObject json = QJsonDocument::fromJson(input.readAll()).object();
    const Result<InvoiceMessage> message
        = InvoiceMessage::fromJson(json.value("invoice"_L1).toObject());
    if (!message)
        return 2;
    const QJsonObject names = json.value("services"_L1).toObject();
    const auto nameOf = [&names](const QString &id) { return names.value(id).toString(id); };
    const auto written
        = print::writeInvoicePdf(words::invoiceSheet(*message, nameOf), arguments.at(1));
    if (!written)
        std::fprintf(stderr, "%s\n", qPrintable(written.error().detail()));
    return written ? 0 : 1;
}

// keyway-print FILE: an invoice or a month from standard input, as keyway sends it, onto paper. A
// program of its own, so that the command line starts without fonts and windows.

#include "core/base/logging.h"
#include "ui/print/invoicepdf.h"
#include "ui/print/usagepdf.h"
#include "ui/words/translation.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QTranslator>
#include <QtGui/QGuiApplication>

#include <cstdio>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

Error notUnderstood()
{
    return Error(Error::Kind::Rejected).withReason(u"bad-input"_s);
}

Result<Done> printed(const QJsonObject &json, const QString &path)
{
    if (json.contains("usage"_L1)) {
        const auto sheet = words::UsageSheet::fromJson(json.value("usage"_L1).toObject());
        return sheet ? print::writeUsagePdf(*sheet, path) : notUnderstood();
    }
    const Result<InvoiceMessage> message
        = InvoiceMessage::fromJson(json.value("invoice"_L1).toObject());
    if (!message)
        return notUnderstood();
    const QJsonObject names = json.value("services"_L1).toObject();
    const auto nameOf = [&names](const QString &id) { return names.value(id).toString(id); };
    return print::writeInvoicePdf(words::invoiceSheet(*message, nameOf), path);
}

} // namespace

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
    const Result<Done> written = printed(json, arguments.at(1));
    if (!written)
        std::fprintf(stderr, "%s\n", qPrintable(written.error().detail()));
    if (!written && written.error().kind() == Error::Kind::Rejected)
        return 2;
    return written ? 0 : 1;
}

#include "ui/print/invoicepdf.h"

#include "ui/print/paper.h"

namespace keyway::print {

using namespace Qt::StringLiterals;

Result<Done> writeInvoicePdf(const words::InvoiceSheet &sheet, const QString &path,
                             const QLocale &locale)
{
    QString html = paragraph(u"Keyway"_s, u"font-size:12pt"_s)
        + u"<h1>%1</h1>"_s.arg(sheet.title.toHtmlEscaped())
        + paragraph(sheet.status, u"font-weight:bold"_s);
    for (const QString &fact : sheet.facts)
        html += paragraph(fact, u"margin:0"_s);
    html += u"<br>"_s + table(sheet.head, sheet.lines, {44, 13, 17, 13, 13}) + u"<br>"_s
        + table({}, sheet.totals, {87, 13}) + u"<br>"_s;
    for (const QString &note : sheet.notes)
        html += paragraph(note);
    html += paragraph(sheet.proof, u"font-size:7pt"_s);
    return writePdf(sheet.title, html, path, locale);
}

} // namespace keyway::print

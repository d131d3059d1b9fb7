#include "ui/print/usagepdf.h"

#include "ui/print/paper.h"

namespace keyway::print {

using namespace Qt::StringLiterals;

Result<Done> writeUsagePdf(const words::UsageSheet &sheet, const QString &path,
                           const QLocale &locale)
{
    QString html = paragraph(u"Keyway"_s, u"font-size:12pt"_s)
        + u"<h1>%1</h1>"_s.arg(sheet.title.toHtmlEscaped());
    for (const QString &fact : sheet.facts)
        html += paragraph(fact, u"margin:0"_s);
    html += u"<br>"_s + table({}, sheet.totals, {75, 25});
    for (const QString &note : sheet.notes)
        html += paragraph(note);
    for (const words::SheetTable &part : sheet.tables)
        html += u"<h2>%1</h2>"_s.arg(part.title.toHtmlEscaped())
            + table(part.head, part.lines, {30, 10, 20, 20, 20});
    return writePdf(sheet.title, html, path, locale);
}

} // namespace keyway::print

#include "ui/print/paper.h"

#include <QtCore/QMarginsF>
#include <QtCore/QSaveFile>
#include <QtGui/QPageSize>
#include <QtGui/QPdfWriter>
#include <QtGui/QTextDocument>

namespace keyway::print {

using namespace Qt::StringLiterals;

namespace {

constexpr int pointsOfText = 9;
constexpr qreal noLigatures = 1.0 / 64; // the least that Qt keeps

QString row(const QStringList &cells, const QString &tag, const QList<int> &widths, bool named)
{
    const QString rule = named ? u"border-bottom:1px solid gray"_s : QString();
    QString html = u"<tr>"_s;
    for (qsizetype i = 0; i < cells.size(); ++i)
        html += u"<%1 align=\"%2\" style=\"%3\" width=\"%4%\">%5</%1>"_s
                    .arg(tag, named && i == 0 ? u"left"_s : u"right"_s, rule)
                    .arg(widths.at(i))
                    .arg(cells.at(i).toHtmlEscaped());
    return html + u"</tr>"_s;
}

} // namespace

QString paragraph(const QString &text, const QString &style)
{
    return u"<p style=\"%1\">%2</p>"_s.arg(style, text.toHtmlEscaped());
}

QString table(const QStringList &head, const QList<QStringList> &lines, const QList<int> &widths)
{
    QString html = u"<table width=\"100%\" cellspacing=\"0\" cellpadding=\"4\">"_s;
    const bool named = !head.isEmpty();
    if (named)
        html += row(head, u"th"_s, widths, named);
    for (qsizetype i = 0; i < lines.size(); ++i)
        html += row(lines.at(i), i + 1 == lines.size() ? u"th"_s : u"td"_s, widths, named);
    return html + u"</table>"_s;
}

Result<Done> writePdf(const QString &title, const QString &html, const QString &path,
                      const QLocale &locale)
{
    const auto failed = [](const QString &what) {
        return Error(Error::Kind::Storage, what).withReason(u"cannot-write"_s);
    };
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failed(file.errorString());
    {
        QPdfWriter writer(&file);
        const bool inches = locale.measurementSystem() == QLocale::ImperialUSSystem;
        writer.setPageSize(QPageSize(inches ? QPageSize::Letter : QPageSize::A4));
        writer.setPageMargins(QMarginsF()); // the document keeps two centimetres itself
        writer.setTitle(title);
        writer.setCreator(u"Keyway " KEYWAY_VERSION ""_s);
        QTextDocument document;
        QFont font = document.defaultFont();
        font.setPointSize(pointsOfText);
        // Numbers of accounts are copied from here: with spacing there are no ligatures.
        font.setLetterSpacing(QFont::AbsoluteSpacing, noLigatures);
        document.setDefaultFont(font);
        document.setHtml(html);
        document.print(&writer);
    }
    return file.commit() ? Result<Done>(Done()) : failed(file.errorString());
}

} // namespace keyway::print

#include "recordclipboard.h"

#include <QtCore/QMimeData>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

/// A name may hold anything; a tab or a line end would make two cells of one.
QString oneCell(QString text)
{
    return text.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' ');
}

} // namespace

std::unique_ptr<QMimeData> forClipboard(const QList<UsageRecord> &records,
                                        const QList<RequestsModel::Column> &columns,
                                        const RequestsModel &model)
{
    QString lines;
    QString html = u"<table><thead><tr>"_s;
    for (const RequestsModel::Column column : columns)
        html += u"<th>%1</th>"_s.arg(RequestsModel::headText(column).toHtmlEscaped());
    html += u"</tr></thead><tbody>"_s;
    for (const UsageRecord &record : records) {
        QStringList cells;
        html += u"<tr>"_s;
        for (const RequestsModel::Column column : columns) {
            cells.append(oneCell(model.rawText(record, column)));
            html += RequestsModel::isFigure(column) ? u"<td align=\"right\">"_s : u"<td>"_s;
            html += model.text(record, column).toHtmlEscaped() + u"</td>"_s;
        }
        html += u"</tr>"_s;
        lines += cells.join(u'\t') + u'\n';
    }
    html += u"</tbody></table>"_s;
    lines.chop(1); // between the lines, not behind the last one
    auto data = std::make_unique<QMimeData>();
    data->setText(lines);
    data->setHtml(html);
    return data;
}

} // namespace keyway

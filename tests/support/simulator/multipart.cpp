#include "tests/support/simulator/multipart.h"

#include <QtCore/QRegularExpression>

namespace keyway::simulator {

using namespace Qt::StringLiterals;

namespace {
QByteArray capture(const QString &pattern, const QByteArray &text)
{
    const QRegularExpression expression(pattern, QRegularExpression::CaseInsensitiveOption);
    const auto match = expression.match(QString::fromLatin1(text));
    return match.hasMatch() ? match.captured(match.lastCapturedIndex()).toLatin1() : QByteArray();
}

FormPart partOf(const QByteArray &head, QByteArray body)
{
    FormPart part;
    part.name
        = capture(uR"re(content-disposition:\s*form-data;.*?\bname="?([^";\r\n]+))re"_s, head);
    part.fileName = capture(uR"re(\bfilename="?([^";\r\n]+))re"_s, head);
    part.mediaType = capture(uR"re(content-type:\s*([^;\r\n]+))re"_s, head).trimmed();
    part.body = std::move(body);
    return part;
}
} // namespace

std::optional<QList<FormPart>> multipartParts(const HttpRequest &request)
{
    const QByteArray type = request.header("content-type");
    if (!type.toLower().startsWith("multipart/form-data"))
        return std::nullopt;
    const QByteArray boundary = capture(uR"re(boundary=(?:"([^"]+)"|([^;\s]+)))re"_s, type);
    if (boundary.isEmpty())
        return std::nullopt;

    const QByteArray delimiter = "\r\n--" + boundary;
    const QByteArray body = "\r\n" + request.body;
    QList<FormPart> parts;
    for (qsizetype at = body.indexOf(delimiter); at >= 0;) {
        at += delimiter.size();
        if (body.mid(at, 2) == "--")
            return parts;
        const qsizetype next = body.indexOf(delimiter, at);
        const qsizetype split = body.indexOf("\r\n\r\n", at);
        if (next < 0 || split < 0 || split > next)
            return std::nullopt;
        const FormPart part
            = partOf(body.mid(at, split - at), body.mid(split + 4, next - split - 4));
        if (part.name.isEmpty())
            return std::nullopt;
        parts.append(part);
        at = next;
    }
    // No closing delimiter: the body is not whole.
    return std::nullopt;
}

} // namespace keyway::simulator

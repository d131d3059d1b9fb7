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
} // namespace

std::optional<QHash<QByteArray, QByteArray>> multipartFields(const HttpRequest &request)
{
    const QByteArray type = request.header("content-type");
    if (!type.toLower().startsWith("multipart/form-data"))
        return std::nullopt;
    const QByteArray boundary = capture(uR"re(boundary=(?:"([^"]+)"|([^;\s]+)))re"_s, type);
    if (boundary.isEmpty())
        return std::nullopt;

    const QByteArray delimiter = "\r\n--" + boundary;
    const QByteArray body = "\r\n" + request.body;
    QHash<QByteArray, QByteArray> fields;
    for (qsizetype at = body.indexOf(delimiter); at >= 0;) {
        at += delimiter.size();
        if (body.mid(at, 2) == "--")
            return fields;
        const qsizetype next = body.indexOf(delimiter, at);
        const qsizetype split = body.indexOf("\r\n\r\n", at);
        if (next < 0 || split < 0 || split > next)
            return std::nullopt;
        const QByteArray name
            = capture(uR"re(content-disposition:\s*form-data;.*\bname="?([^";\r\n]+))re"_s,
                      body.mid(at, split - at));
        if (name.isEmpty())
            return std::nullopt;
        fields.insert(name, body.mid(split + 4, next - split - 4));
        at = next;
    }
    // No closing delimiter: the body is not whole.
    return std::nullopt;
}

} // namespace keyway::simulator

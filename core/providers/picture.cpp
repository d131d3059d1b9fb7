#include "core/providers/picture.h"

#include <QtCore/QtEndian>

namespace keyway {

using namespace Qt::StringLiterals;

QString pictureType(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return u"image/png"_s;
    if (bytes.startsWith("\xFF\xD8\xFF"))
        return u"image/jpeg"_s;
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        return u"image/webp"_s;
    if (bytes.startsWith("GIF8"))
        return u"image/gif"_s;
    return u"application/octet-stream"_s;
}

bool isWholePicture(const QByteArray &bytes)
{
    const QString type = pictureType(bytes);
    if (type == "image/png"_L1)
        return bytes.last(qMin<qsizetype>(12, bytes.size())).contains("IEND");
    if (type == "image/jpeg"_L1)
        return bytes.endsWith("\xFF\xD9");
    if (type == "image/webp"_L1)
        return bytes.size() >= qsizetype(qFromLittleEndian<quint32>(bytes.constData() + 4)) + 8;
    if (type == "image/gif"_L1)
        return bytes.endsWith(';');
    return true;
}

QString mediaType(const QByteArray &start)
{
    const QString picture = pictureType(start);
    if (picture != "application/octet-stream"_L1)
        return picture;
    if (start.mid(4, 4) == "ftyp")
        return start.mid(8, 4) == "qt  " ? u"video/quicktime"_s : u"video/mp4"_s;
    if (start.startsWith("\x1A\x45\xDF\xA3"))
        return u"video/webm"_s;
    return picture;
}

} // namespace keyway

#include "tests/support/simulator/media.h"

#include <QtCore/QHash>
#include <QtCore/QMutex>
#include <QtCore/QtEndian>

#include <algorithm>
#include <array>

namespace keyway::simulator {

using namespace Qt::StringLiterals;

namespace {
QByteArray number(quint32 value)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray shortNumber(quint16 value)
{
    QByteArray bytes(2, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

quint32 crcOf(const QByteArray &bytes)
{
    static const std::array<quint32, 256> table = [] {
        std::array<quint32, 256> made{};
        for (quint32 n = 0; n < 256; ++n) {
            quint32 c = n;
            for (int bit = 0; bit < 8; ++bit)
                c = (c & 1U) ? 0xEDB88320U ^ (c >> 1U) : c >> 1U;
            made.at(n) = c;
        }
        return made;
    }();
    quint32 crc = 0xFFFFFFFFU;
    for (const char byte : bytes)
        crc = table.at((crc ^ static_cast<quint8>(byte)) & 0xFFU) ^ (crc >> 8U);
    return ~crc;
}

QByteArray pngChunk(const QByteArray &type, const QByteArray &data)
{
    return number(quint32(data.size())) + type + data + number(crcOf(type + data));
}

/// A gradient in grey, so that large ones pack well.
QByteArray png(QSize size)
{
    QByteArray rows;
    rows.reserve(qsizetype(size.width() + 1) * size.height());
    for (int y = 0; y < size.height(); ++y) {
        rows.append('\0');
        rows.append(size.width(), static_cast<char>(255 * y / size.height()));
    }
    // qCompress() puts four bytes of length before the zlib stream.
    const QByteArray packed = qCompress(rows).mid(4);
    const QByteArray header = number(quint32(size.width())) + number(quint32(size.height()))
        + QByteArray("\x08\x00\x00\x00\x00", 5);
    return QByteArray("\x89PNG\r\n\x1A\n", 8) + pngChunk("IHDR"_ba, header)
        + pngChunk("IDAT"_ba, packed) + pngChunk("IEND"_ba, {});
}

QByteArray jpeg()
{
    return QByteArray::fromBase64(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQ"
        "WnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/wAALCABAAEABASIA/8QAFgABAQEAAAAAAAAAAAAA"
        "AAAAAAQG/8QAFRABAQAAAAAAAAAAAAAAAAAAABL/2gAIAQEAAD8A0llllllllprLLLLLLLTWWWWWWWWm"
        "ssssssstNZZZZZZZaayyyyyyy01lllllllprLLLLLLLf/9k=");
}

QByteArray webp()
{
    return QByteArray::fromBase64("UklGRogAAABXRUJQVlA4IHwAAADQBACdASpAAEAAPu1kq1EppSOiqBQN+"
                                  "TAdiUAZ1IwQCglXCfgQJIkoibA2vEfoAAD+2AuI"
                                  "wP61rVJUX1UvX4MuJqJx0wFiutU04fufEY7fVfWyEFzkK07dz4keFmvW5TBgapsA"
                                  "NgUJQWc0v1PLSkVUmtn7Gra2Xuz2AAAA");
}

QByteArray gif()
{
    return QByteArray::fromBase64("R0lGODlhEAAQAPMAAJePf6WTebKXc+ipW/"
                                  "atVcCcbc2gZ9ukYTlwqitssFR5nmF9mEZ1pHyGjG+CkoqKhiH5BAAAAAAALAAA"
                                  "AAAQABAAAAROMMlJa0I4642Y/2DIKGRpnsqirmy7OHAsz05j33jePHzv/"
                                  "w+AcEgsAgLIpHIZEDif0KigQK1arwWDdsvtGg7g"
                                  "sHh8GJjP6PSAwG6734QIADs=");
}

QByteArray svg(QSize size)
{
    return QStringLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1\" height=\"%2\">"
                          "<rect width=\"%1\" height=\"%2\" fill=\"#2b6cb0\"/></svg>\n")
        .arg(size.width())
        .arg(size.height())
        .toUtf8();
}

QByteArray box(const QByteArray &type, const QByteArray &content)
{
    return number(quint32(content.size() + 8)) + type + content;
}

/// A box with a version and flags, both 0 unless given.
QByteArray fullBox(const QByteArray &type, const QByteArray &content, quint32 flags = 0)
{
    return box(type, number(flags) + content);
}

QByteArray zeros(int count)
{
    return QByteArray(count, '\0');
}

QByteArray unityMatrix()
{
    return number(0x10000) + zeros(12) + number(0x10000) + zeros(12) + number(0x40000000);
}

/// The box that says how the samples are coded: MPEG-4 systems, object type JPEG.
QByteArray sampleDescription(QSize size)
{
    const QByteArray decoder = QByteArray("\x04\x0D\x6C\x11", 4) + zeros(11);
    const QByteArray descriptor = QByteArray("\x03\x15", 2) + shortNumber(1) + zeros(1) + decoder
        + QByteArray("\x06\x01\x02", 3);
    const QByteArray entry = zeros(6) + shortNumber(1) + zeros(16)
        + shortNumber(quint16(size.width())) + shortNumber(quint16(size.height()))
        + number(0x480000) + number(0x480000) + zeros(4) + shortNumber(1) + zeros(32)
        + shortNumber(24) + shortNumber(0xFFFF) + fullBox("esds"_ba, descriptor);
    return fullBox("stsd"_ba, number(1) + box("mp4v"_ba, entry));
}

QByteArray movie(quint32 frames, QSize size, quint32 sampleBytes, quint32 offset)
{
    constexpr quint32 scale = 1000;
    const quint32 duration = frames * scale;
    QByteArray offsets;
    for (quint32 i = 0; i < frames; ++i)
        offsets += number(offset); // every frame is the same picture
    const QByteArray table = sampleDescription(size)
        + fullBox("stts"_ba, number(1) + number(frames) + number(scale))
        + fullBox("stsc"_ba, number(1) + number(1) + number(1) + number(1))
        + fullBox("stsz"_ba, number(sampleBytes) + number(frames))
        + fullBox("stco"_ba, number(frames) + offsets);
    const QByteArray reference
        = box("dinf"_ba, fullBox("dref"_ba, number(1) + fullBox("url "_ba, {}, 1)));
    const QByteArray media
        = box("minf"_ba, fullBox("vmhd"_ba, zeros(8), 1) + reference + box("stbl"_ba, table));
    const QByteArray handler
        = fullBox("hdlr"_ba, zeros(4) + "vide"_ba + zeros(12) + "video"_ba + zeros(1));
    const QByteArray mediaHeader = fullBox(
        "mdhd"_ba, zeros(8) + number(scale) + number(duration) + shortNumber(0x55C4) + zeros(2));
    const QByteArray trackHeader = fullBox(
        "tkhd"_ba,
        zeros(8) + number(1) + zeros(4) + number(duration) + zeros(16) + unityMatrix()
            + number(quint32(size.width()) << 16U) + number(quint32(size.height()) << 16U),
        7);
    const QByteArray movieHeader
        = fullBox("mvhd"_ba,
                  zeros(8) + number(scale) + number(duration) + number(0x10000) + shortNumber(0x100)
                      + zeros(10) + unityMatrix() + zeros(24) + number(2));
    return box("moov"_ba,
               movieHeader
                   + box("trak"_ba, trackHeader + box("mdia"_ba, mediaHeader + handler + media)));
}
} // namespace

QByteArray picture(const QByteArray &mediaType, QSize size)
{
    if (mediaType == "image/jpeg")
        return jpeg();
    if (mediaType == "image/webp")
        return webp();
    if (mediaType == "image/gif")
        return gif();
    if (mediaType == "image/svg+xml")
        return svg(size);
    // A large one takes a while to make, and looks the same every time.
    static QMutex mutex;
    static QHash<QSize, QByteArray> made;
    const QMutexLocker lock(&mutex);
    QByteArray &bytes = made[size];
    if (bytes.isEmpty())
        bytes = png(size);
    return bytes;
}

QByteArray film(int seconds, QSize size)
{
    const auto frames = quint32(std::max(1, seconds));
    const QByteArray frame = jpeg();
    const QByteArray type = box("ftyp"_ba, "isom"_ba + number(0x200) + "isomiso2mp41"_ba);
    const quint32 offset = quint32(type.size()) + 8;
    return type + box("mdat"_ba, frame) + movie(frames, size, quint32(frame.size()), offset);
}

QByteArray mediaTypeOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n"))
        return "image/png"_ba;
    if (bytes.startsWith("\xFF\xD8\xFF"))
        return "image/jpeg"_ba;
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        return "image/webp"_ba;
    if (bytes.startsWith("GIF8"))
        return "image/gif"_ba;
    if (bytes.startsWith("<svg"))
        return "image/svg+xml"_ba;
    if (bytes.mid(4, 4) == "ftyp")
        return "video/mp4"_ba;
    if (bytes.startsWith("%PDF-"))
        return "application/pdf"_ba;
    return {};
}

QByteArray mediaTypeNamed(const QString &format)
{
    if (format == "jpg"_L1)
        return "image/jpeg"_ba;
    if (format == "svg"_L1)
        return "image/svg+xml"_ba;
    return "image/" + (format.isEmpty() ? "png"_ba : format.toLatin1());
}

} // namespace keyway::simulator

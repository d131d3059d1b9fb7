#include "core/engine/jobfiles.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QSaveFile>
#include <QtCore/QStorageInfo>
#include <QtCore/QtEndian>

#include <array>

namespace keyway::engine {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestStem = 60;
constexpr qsizetype pngHeadSize = 8 + 4 + 4 + 13 + 4; ///< signature and IHDR

QString suffixOf(const QString &mimeType)
{
    static const QMap<QString, QString> suffixes{
        {u"image/png"_s, u"png"_s}, {u"image/jpeg"_s, u"jpg"_s},  {u"image/webp"_s, u"webp"_s},
        {u"image/gif"_s, u"gif"_s}, {u"image/avif"_s, u"avif"_s}, {u"image/svg+xml"_s, u"svg"_s},
        {u"video/mp4"_s, u"mp4"_s}, {u"video/webm"_s, u"webm"_s}, {u"video/quicktime"_s, u"mov"_s},
    };
    return suffixes.value(mimeType.section(u';', 0, 0), u"bin"_s);
}

Error cannotWrite(const QString &path)
{
    const QStorageInfo disk(QFileInfo(path).path());
    const bool full = disk.isValid() && disk.bytesAvailable() < 1024 * 1024;
    return Error(Error::Kind::Storage, path).withReason(full ? u"disk-full"_s : u"cannot-write"_s);
}

quint32 crcOf(QByteArrayView bytes)
{
    quint32 crc = 0xFFFFFFFF;
    for (const char byte : bytes) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

QByteArray bigEndian(quint32 number)
{
    std::array<char, 4> bytes{};
    qToBigEndian(number, bytes.data());
    return {bytes.data(), 4};
}

} // namespace

QJsonObject fileMetadata(const Job &job, const std::optional<qint64> &seed)
{
    QJsonObject json{{u"prompt"_s, job.prompt},
                     {u"service"_s, job.service},
                     {u"model"_s, job.model},
                     {u"created_at"_s, job.createdAt.toUTC().toString(Qt::ISODate)},
                     {u"job_id"_s, job.id.toString()},
                     {u"generator"_s, u"Keyway"_s}};
    const QString negative
        = job.request.value("image"_L1).toObject().value("negative_prompt"_L1).toString();
    if (!negative.isEmpty())
        json.insert("negative_prompt"_L1, negative);
    if (seed)
        json.insert("seed"_L1, *seed);
    if (job.expectedCost)
        json.insert("expected_cost_nano"_L1, job.expectedCost->nano());
    return json;
}

QString fileStem(const QDate &day, const QString &prompt)
{
    QString slug;
    for (const QChar c : prompt.simplified().toLower()) {
        if (slug.size() >= longestStem)
            break;
        if (c.isLetterOrNumber())
            slug += c;
        else if (!slug.isEmpty() && !slug.endsWith(u'-'))
            slug += u'-';
    }
    while (slug.endsWith(u'-'))
        slug.chop(1);
    const QString date = day.toString(Qt::ISODate);
    return slug.isEmpty() ? date : date + u'-' + slug;
}

JobFolder::JobFolder(const QString &output, const QString &usual, bool metadata)
    : m_folder(output.isEmpty() ? usual : output)
    , m_metadata(metadata)
{
    if (!output.isEmpty() && !QFileInfo(output).isDir() && !output.endsWith(u'/')) {
        m_file = output;
        m_folder = QFileInfo(output).path();
    }
}

Result<QString> JobFolder::folder() const
{
    if (!QDir().mkpath(m_folder))
        return cannotWrite(m_folder);
    return m_folder;
}

Result<QString> JobFolder::partPath(const Job &job) const
{
    const Result<QString> where = folder();
    if (!where)
        return where;
    return u"%1/.keyway-%2-%3.part"_s.arg(*where, job.id.toString().right(12))
        .arg(job.files.size());
}

Result<QString> JobFolder::place(const Job &job, const QString &mimeType, const QString &from) const
{
    const qsizetype number = job.files.size() + 1;
    if (!m_file.isEmpty()) {
        const QFileInfo named(m_file);
        const QString path = number == 1
            ? m_file
            : named.dir().filePath(
                u"%1-%2.%3"_s.arg(named.completeBaseName()).arg(number).arg(named.suffix()));
        if (QFile::exists(path) && !QFile::remove(path))
            return cannotWrite(path);
        if (!QFile::rename(from, path))
            return cannotWrite(path);
        return path;
    }
    const QString stem = fileStem(job.createdAt.toLocalTime().date(), job.prompt);
    for (int i = 1; i < 10'000; ++i) {
        const QString name
            = i == 1 ? stem : stem + u'-' + QString::number(i); // rename() never writes over one
        const QString path = QDir(m_folder).filePath(name + u'.' + suffixOf(mimeType));
        if (QFile::exists(path))
            continue;
        if (QFile::rename(from, path))
            return path;
        if (!QFile::exists(path))
            return cannotWrite(path);
    }
    return cannotWrite(m_folder);
}

void JobFolder::writeSidecar(const Job &job, const QString &path,
                             const std::optional<qint64> &seed) const
{
    QSaveFile file(path + ".json"_L1);
    if (!file.open(QIODevice::WriteOnly))
        return; // the picture is there; what is missing is only told beside it
    file.write(QJsonDocument(fileMetadata(job, seed)).toJson());
    file.commit();
}

Result<JobFile> JobFolder::write(const Job &job, QByteArray bytes, const QString &mimeType,
                                 const std::optional<qint64> &seed) const
{
    const Result<QString> part = partPath(job);
    if (!part)
        return part.error();
    const bool isPng = mimeType == "image/png"_L1;
    if (m_metadata && isPng) {
        const QJsonObject facts = fileMetadata(job, seed);
        bytes = withPngText(bytes, "Description", job.prompt);
        bytes = withPngText(bytes, "Keyway",
                            QString::fromUtf8(QJsonDocument(facts).toJson(QJsonDocument::Compact)));
    }
    QSaveFile file(*part);
    const bool written
        = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (!written)
        return cannotWrite(*part);
    const Result<QString> path = place(job, mimeType, *part);
    if (!path)
        return path.error();
    if (m_metadata && !isPng)
        writeSidecar(job, *path, seed);
    return JobFile{*path, mimeType, bytes.size(), seed};
}

Result<JobFile> JobFolder::adopt(const Job &job, const QString &partPath,
                                 const QString &mimeType) const
{
    if (mimeType == "image/png"_L1) {
        QFile part(partPath);
        if (!part.open(QIODevice::ReadOnly))
            return cannotWrite(partPath);
        const QByteArray bytes = part.readAll();
        part.close();
        Result<JobFile> written = write(job, bytes, mimeType, {});
        if (written)
            QFile::remove(partPath);
        return written;
    }
    const qint64 bytes = QFileInfo(partPath).size();
    const Result<QString> path = place(job, mimeType, partPath);
    if (!path)
        return path.error();
    if (m_metadata)
        writeSidecar(job, *path, {});
    return JobFile{*path, mimeType, bytes, {}};
}

QByteArray withPngText(const QByteArray &bytes, const QByteArray &keyword, const QString &text)
{
    if (!bytes.startsWith("\x89PNG\r\n\x1a\n") || bytes.size() < pngHeadSize)
        return bytes;
    // iTXt: keyword, not compressed, no language, no translated keyword, UTF-8 text (PNG, 11.3.4.5)
    const QByteArray data = "iTXt" + keyword + QByteArray(5, '\0') + text.toUtf8();
    const auto length = static_cast<quint32>(data.size() - 4);
    return bytes.first(pngHeadSize) + bigEndian(length) + data + bigEndian(crcOf(data))
        + bytes.sliced(pngHeadSize);
}

} // namespace keyway::engine

#include "core/export/exportfile.h"

#include "core/export/filefault.h"

#include <QtCore/QFileDevice>
#include <QtCore/QSaveFile>

namespace keyway {

namespace {
constexpr qsizetype bufferSize = 256 * 1024;
} // namespace

ExportBuffer::ExportBuffer(QIODevice &to)
    : m_to(to)
{
    m_bytes.reserve(bufferSize + bufferSize / 8);
}

bool ExportBuffer::isFull() const
{
    return m_bytes.size() >= bufferSize;
}

Result<Done> ExportBuffer::flush()
{
    if (m_to.write(m_bytes) != m_bytes.size())
        return cannotWrite(m_to.errorString());
    m_written += m_bytes.size();
    m_bytes.resize(0);
    return Done();
}

Result<ExportReport> exportTo(QIODevice &to, const ExportWriting &write)
{
    auto report = write(to);
    auto *file = qobject_cast<QFileDevice *>(&to);
    if (report && file && !file->flush())
        return cannotWrite(file->errorString());
    return report;
}

Result<ExportReport> exportTo(const QString &path, const ExportWriting &write)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(file.errorString());
    auto report = exportTo(file, write);
    if (report && !file.commit())
        return cannotWrite(file.errorString());
    return report; // without a commit the file goes with its object
}

} // namespace keyway

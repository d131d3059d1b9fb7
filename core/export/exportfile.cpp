#include "core/export/exportfile.h"

#include "core/export/filefault.h"

#include <QtCore/QFileDevice>
#include <QtCore/QSaveFile>

namespace keyway {

namespace {
constexpr qsizetype bufferSize = 256 * 1024;
constexpr qint64 recordsBetweenLooks = 1000; ///< at who cancels, and who wants to know
} // namespace

ExportStream::ExportStream(QIODevice &to, const CancelToken &cancel, const ExportProgress &progress)
    : m_to(to)
    , m_cancel(cancel)
    , m_progress(progress)
{
    m_bytes.reserve(bufferSize + bufferSize / 8);
}

bool ExportStream::add(const std::function<void(QByteArray &)> &write)
{
    if (m_report.records % recordsBetweenLooks == 0) {
        if (m_cancel.isCancelled())
            m_problem = Error(Error::Kind::Cancelled);
        else if (m_progress && m_report.records > 0)
            m_progress(m_report.records);
    }
    if (m_problem)
        return false;
    write(m_bytes);
    ++m_report.records;
    if (m_bytes.size() >= bufferSize)
        flush();
    return !m_problem;
}

void ExportStream::flush()
{
    if (m_to.write(m_bytes) != m_bytes.size())
        m_problem = cannotWrite(m_to.errorString());
    m_report.bytes += m_bytes.size();
    m_bytes.resize(0);
}

Result<Done> ExportStream::soFar(const Result<Done> &read) const
{
    if (!read)
        return read;
    return m_problem ? Result<Done>(*m_problem) : Result<Done>(Done());
}

Result<ExportReport> ExportStream::end()
{
    flush();
    if (m_problem)
        return *m_problem;
    return m_report;
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

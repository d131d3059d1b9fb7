#pragma once

#include "core/base/result.h"
#include "core/export/recordexport.h"

#include <functional>

class QIODevice;

namespace keyway {

/// Bytes on their way to a device, in large pieces.
class ExportBuffer {
public:
    explicit ExportBuffer(QIODevice &to);

    QByteArray &bytes() { return m_bytes; }
    bool isFull() const;
    /// Error: Storage, `cannot-write`.
    Result<Done> flush();
    qint64 written() const { return m_written; }

private:
    QIODevice &m_to;
    QByteArray m_bytes;
    qint64 m_written = 0;
};

using ExportWriting = std::function<Result<ExportReport>(QIODevice &to)>;

/// Writes to a device, and what that holds back, too: it could still meet a full disk.
Result<ExportReport> exportTo(QIODevice &to, const ExportWriting &write);
/// Writes a file that is there when all of it is; on an error nothing is left behind and what was
/// at `path` stays.
Result<ExportReport> exportTo(const QString &path, const ExportWriting &write);

} // namespace keyway

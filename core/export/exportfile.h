#pragma once

#include "core/base/result.h"
#include "core/export/recordexport.h"

#include <functional>
#include <optional>

class QIODevice;

namespace keyway {

/// What is written piece by piece to a device: in large steps, with an eye on who cancels and who
/// wants to know how far it is.
class ExportStream {
public:
    /// All outlive it.
    ExportStream(QIODevice &to, const CancelToken &cancel, const ExportProgress &progress);

    /// For what is no record, such as a heading.
    QByteArray &bytes() { return m_bytes; }
    /// Lets `write` append one record; false where nothing more may come.
    bool add(const std::function<void(QByteArray &)> &write);
    /// After the last record. Error: the one of `read`; Cancelled; Storage, `cannot-write`.
    Result<Done> soFar(const Result<Done> &read) const;
    Result<ExportReport> end();

private:
    void flush();

    QIODevice &m_to;
    const CancelToken &m_cancel;
    const ExportProgress &m_progress;
    QByteArray m_bytes;
    ExportReport m_report;
    std::optional<Error> m_problem;
};

using ExportWriting = std::function<Result<ExportReport>(QIODevice &to)>;

/// Writes to a device, and what that holds back, too: it could still meet a full disk.
Result<ExportReport> exportTo(QIODevice &to, const ExportWriting &write);
/// Writes a file that is there when all of it is; on an error nothing is left behind and what was
/// at `path` stays.
Result<ExportReport> exportTo(const QString &path, const ExportWriting &write);

} // namespace keyway

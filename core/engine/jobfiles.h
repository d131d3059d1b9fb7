#pragma once

#include "core/base/result.h"
#include "core/storage/jobstore.h"

#include <QtCore/QJsonObject>

namespace keyway::engine {

/// What is written beside a picture or into it: prompt, service, model, seed, date.
QJsonObject fileMetadata(const Job &job, const std::optional<qint64> &seed);

/// `2026-11-22-a-red-fox-in-snow`: the day and the first words of a prompt, safe as a name of a
/// file on every system.
QString fileStem(const QDate &day, const QString &prompt);

/// Where the results of a job go, and what they are called. Nothing is ever written over but the
/// one file that was named by the user.
class JobFolder {
public:
    /// `output`: a file or a folder that the user named; empty: `usual`. `metadata`: whether files
    /// tell where they come from.
    JobFolder(const QString &output, const QString &usual, bool metadata);

    /// Writes a result. Error: Storage, `cannot-write` or `disk-full`.
    Result<JobFile> write(const Job &job, QByteArray bytes, const QString &mimeType,
                          const std::optional<qint64> &seed) const;
    /// Gives a fetched file its name; it is on the same disk.
    Result<JobFile> adopt(const Job &job, const QString &partPath, const QString &mimeType) const;
    /// Where the next result of a job is fetched to, until it is whole; the same in every process.
    /// Error: Storage, `cannot-write`, where there is no such folder.
    Result<QString> partPath(const Job &job) const;

private:
    Result<QString> folder() const;
    Result<QString> place(const Job &job, const QString &mimeType, const QString &from) const;
    void writeSidecar(const Job &job, const QString &path, const std::optional<qint64> &seed) const;

    QString m_folder;
    QString m_file; ///< named by the user
    bool m_metadata;
};

/// `bytes` of a PNG with a text in it under `keyword` (iTXt, UTF-8); unchanged where it is no PNG.
QByteArray withPngText(const QByteArray &bytes, const QByteArray &keyword, const QString &text);

} // namespace keyway::engine

#pragma once

#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

namespace keyway {

/// A data folder of its own for one test, removed with everything in it at the end.
class TemporaryDataDir {
public:
    TemporaryDataDir()
    {
        if (!m_dir.isValid())
            qFatal("no temporary folder: %s", qPrintable(m_dir.errorString()));
    }

    QString path() const { return m_dir.path(); }
    QString filePath(const QString &name) const { return m_dir.filePath(name); }

    /// Relative paths of the files, hidden ones too, at any depth.
    QStringList files() const
    {
        QStringList paths;
        QDirIterator it(m_dir.path(), QDir::Files | QDir::Hidden | QDir::System,
                        QDirIterator::Subdirectories);
        while (it.hasNext())
            paths.append(QDir(m_dir.path()).relativeFilePath(it.next()));
        paths.sort();
        return paths;
    }

    /// Of those, the ones whose bytes contain `needle`: the search for keys that should not be
    /// there.
    QStringList filesContaining(const QByteArray &needle) const
    {
        QStringList hits;
        for (const QString &path : files()) {
            QFile file(m_dir.filePath(path));
            if (!file.open(QIODevice::ReadOnly))
                qFatal("cannot read %s", qPrintable(file.fileName()));
            if (file.readAll().contains(needle))
                hits.append(path);
        }
        return hits;
    }

private:
    QTemporaryDir m_dir;
};

} // namespace keyway

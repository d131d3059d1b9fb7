#include "core/engine/commitsignal.h"

#include <QtCore/QDateTime>
#include <QtCore/QFile>

namespace keyway::engine {

using namespace Qt::StringLiterals;

CommitSignal::CommitSignal(const QString &folder)
    : m_path(folder + "/commits"_L1)
{
    QFile file(m_path);
    if (!file.exists() && file.open(QIODevice::WriteOnly | QIODevice::Append))
        file.close();
    m_watcher.addPath(m_path);
    m_gather.setSingleShot(true);
    m_gather.setInterval(40);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] {
        if (!m_gather.isActive())
            m_gather.start();
    });
    connect(&m_gather, &QTimer::timeout, this, &CommitSignal::committed);
}

void CommitSignal::announce()
{
    // A single byte, always the same place: the file never grows.
    QFile file(m_path);
    if (file.open(QIODevice::ReadWrite)) {
        file.write("\n");
        file.close();
    }
}

} // namespace keyway::engine

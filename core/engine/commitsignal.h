#pragma once

#include <QtCore/QFileSystemWatcher>
#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace keyway::engine {

/// Tells every process that has a data folder open that one of them committed something. A file in
/// the folder is touched after a commit and watched by the operating system: no polling, no
/// listening socket to own or to leave behind, and any number of windows may watch.
class CommitSignal : public QObject {
    Q_OBJECT
public:
    explicit CommitSignal(const QString &folder);

    /// After a commit of this process; the others hear of it within some milliseconds.
    void announce();

Q_SIGNALS:
    /// Somebody committed; several commits within 40 ms are one signal.
    void committed();

private:
    QString m_path;
    QFileSystemWatcher m_watcher;
    QTimer m_gather;
};

} // namespace keyway::engine

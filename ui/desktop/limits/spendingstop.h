#pragma once

#include "ui/desktop/limits/limitsbackend.h"

#include <QtCore/QTimer>

class QAction;

namespace keyway {

class NoticeArea;

/// Stop all spending, wherever the user is: the command of the window, and the banner on all pages
/// while it holds. Also tells each reading, for others that watch it. GUI thread.
class SpendingStop : public QObject {
    Q_OBJECT
public:
    /// All outlive it.
    SpendingStop(LimitsBackend *backend, NoticeArea *notices, QAction *command,
                 QObject *parent = nullptr);
    void start();

Q_SIGNALS:
    void read(const keyway::LimitsValue &value);

private:
    void refresh();
    void setStopped(bool stopped);
    void show(const Result<LimitsValue> &value);

    LimitsBackend *m_backend;
    NoticeArea *m_notices;
    QAction *m_command;
    QTimer m_gather;
    bool m_stopped = false;
};

} // namespace keyway

#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QObject>
#include <QtCore/QThread>

#include <utility>

namespace keyway {

/// A thread with an event loop, on which a test makes what it then talks to by blocking calls.
class ContextThread {
public:
    ContextThread()
    {
        m_context.moveToThread(&m_thread);
        m_thread.start();
    }
    ~ContextThread()
    {
        run([this] {
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            m_context.moveToThread(m_thread.thread());
        });
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(ContextThread)

    /// Runs `work` there and waits for it.
    template <class Work> void run(Work work)
    {
        QMetaObject::invokeMethod(
            &m_context, [&] { work(); }, Qt::BlockingQueuedConnection);
    }

private:
    QThread m_thread;
    QObject m_context;
};

} // namespace keyway

#include "recordsthread.h"

#include <utility>

namespace keyway {

RecordsThread::RecordsThread(QString database)
    : m_path(std::move(database))
{
    m_worker.moveToThread(&m_thread);
    m_thread.start();
}

RecordsThread::~RecordsThread()
{
    QMetaObject::invokeMethod(&m_worker, [this] {
        m_database.reset();
        m_thread.quit();
    });
    m_thread.wait();
}

Result<Database *> RecordsThread::database()
{
    if (!m_database) {
        auto opened = Database::open(m_path, Database::Access::ReadOnly, m_clock);
        if (!opened)
            return opened.error();
        m_database = std::move(*opened);
    }
    return m_database.get();
}

} // namespace keyway

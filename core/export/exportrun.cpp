#include "core/export/exportrun.h"

#include "core/base/clock.h"
#include "core/storage/database.h"

#include <QtCore/QThread>

#include <utility>

namespace keyway {

ExportRun::ExportRun(QString database, Work work, QObject *parent)
    : QObject(parent)
    , m_database(std::move(database))
    , m_work(std::move(work))
{
}

ExportRun::~ExportRun()
{
    m_stop.cancel();
    if (m_thread)
        m_thread->wait();
}

void ExportRun::start()
{
    m_thread.reset(QThread::create([this] {
        const SystemClock clock;
        const auto database = Database::open(m_database, Database::Access::ReadOnly, clock);
        m_result = database ? m_work(**database, m_stop.token(),
                                     [this](qint64 records) { Q_EMIT progressed(records); })
                            : Result<ExportReport>(database.error());
    }));
    connect(m_thread.get(), &QThread::finished, this, &ExportRun::ended);
    m_thread->start();
}

} // namespace keyway

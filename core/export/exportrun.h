#pragma once

#include "core/export/recordexport.h"

#include <QtCore/QObject>

#include <functional>
#include <memory>
#include <optional>

class QThread;

namespace keyway {

/// One long reading of the records, on a thread and a read-only connection of its own, so that
/// neither a window nor what is being recorded waits for it. Going away, it stops the work and
/// waits for it.
class ExportRun : public QObject {
    Q_OBJECT
public:
    using Work = std::function<Result<ExportReport>(Database &, const CancelToken &,
                                                    const ExportProgress &)>;

    /// `database`: the path of its file. `work` is called on the other thread.
    ExportRun(QString database, Work work, QObject *parent = nullptr);
    ~ExportRun() override;

    void start();
    void cancel() { m_stop.cancel(); }
    /// Once it has ended.
    const Result<ExportReport> &result() const { return *m_result; }

Q_SIGNALS:
    void progressed(qint64 records);
    void ended();

private:
    QString m_database;
    Work m_work;
    CancelSource m_stop;
    std::unique_ptr<QThread> m_thread;
    std::optional<Result<ExportReport>> m_result;
};

} // namespace keyway

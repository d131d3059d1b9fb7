#pragma once

#include "core/export/recordexport.h"

#include <QtCore/QObject>

#include <memory>

namespace keyway {

class Banner;
class ExportRun;

/// Asks for a file, writes records into it on a thread of its own, and tells how it goes.
/// GUI thread.
class UsageExport : public QObject {
    Q_OBJECT
public:
    /// `database`: the path of the records' file. `note` outlives this.
    UsageExport(QString database, Banner *note, QObject *parent = nullptr);
    ~UsageExport() override;

    void ask(const ExportOrder &order);
    void start(const ExportOrder &order, const QString &path);
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    void runningChanged(bool running);

private:
    void showProgress(qint64 records);
    void showEnd();
    QString fileName() const;

    QString m_database;
    Banner *m_note;
    ExportOrder m_order;
    QString m_path;
    std::unique_ptr<ExportRun> m_run;
    bool m_running = false;
};

} // namespace keyway

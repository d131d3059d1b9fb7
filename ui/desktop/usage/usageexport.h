#pragma once

#include "core/export/exportrun.h"
#include "ui/words/usagesheet.h"

#include <QtCore/QObject>

#include <functional>
#include <memory>

namespace keyway {

class Banner;

/// Asks for a file, writes records or a month as PDF into it on a thread of its own, and tells how
/// it goes. GUI thread.
class UsageExport : public QObject {
    Q_OBJECT
public:
    /// `database`: the path of the records' file. `note` outlives this.
    UsageExport(QString database, Banner *note, QObject *parent = nullptr);
    ~UsageExport() override;

    void ask(const ExportOrder &order);
    void start(const ExportOrder &order, const QString &path);
    void askReport(const words::UsageSheet &sheet, const QDate &month);
    void writeReport(const words::UsageSheet &sheet, const QString &path);
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    void runningChanged(bool running);

private:
    enum class Kind { Records, Report };
    struct Job {
        Kind kind = Kind::Records;
        QString path;
        ExportRun::Work work;
    };

    void run(const Job &job);
    void chooseFile(const QString &name, const QString &suffix,
                    const std::function<void(const QString &path)> &chosen);
    void showProgress(qint64 records);
    void showEnd();
    void showWritten(const QString &text);
    void showProblem(const Error &error);
    QString fileName() const;

    QString m_database;
    Banner *m_note;
    Job m_job; ///< the one that runs, or ran last
    std::unique_ptr<ExportRun> m_run;
    bool m_running = false;
};

} // namespace keyway

#pragma once

#include "core/export/recordexport.h"

#include <QtCore/QObject>

#include <functional>
#include <memory>

namespace keyway {

class Banner;
class ExportRun;

/// Asks for a file, writes it on a thread of its own, and tells in a banner how it goes. One at a
/// time. GUI thread.
class FileExport : public QObject {
    Q_OBJECT
public:
    enum class Kind { Records, Report }; ///< whether it is told how much is in it
    struct Order {
        /// Called on the other thread.
        std::function<Result<ExportReport>(Database &, const QString &path, const CancelToken &,
                                           const ExportProgress &)>
            write;
        Kind kind = Kind::Records;
    };

    /// `database`: the path of the records' file. `note` outlives this.
    FileExport(QString database, Banner *note, QObject *parent = nullptr);
    ~FileExport() override;

    /// In a dialog with this title, below the user's documents at first.
    void askWhere(const QString &title, const QString &fileName, const Order &order);
    void begin(const QString &path, const Order &order);
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    void runningChanged(bool running);

private:
    void showProgress(qint64 records);
    void showEnd();
    QString fileName() const;

    QString m_database;
    Banner *m_note;
    Order m_order; ///< the one that runs, or ran last
    QString m_path;
    std::unique_ptr<ExportRun> m_run;
    bool m_running = false;
};

} // namespace keyway

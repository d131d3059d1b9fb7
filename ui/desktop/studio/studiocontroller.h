#pragma once

#include "ui/desktop/studio/studiobackend.h"
#include "ui/desktop/studio/studioprice.h"

#include <QtCore/QSet>
#include <QtCore/QTimer>
#include <QtCore/QUrl>

#include <functional>

namespace keyway {

class StudioPage;
class UndoMessage;

/// Connects Studio with the engine: what the form would cost, what runs, what was made.
class StudioController : public QObject {
    Q_OBJECT
public:
    using Now = std::function<QDateTime()>;

    /// All outlive the controller. `now` is the time of the computer; tests give another one.
    StudioController(StudioPage *page, StudioBackend *backend, UndoMessage *undo,
                     Now now = &QDateTime::currentDateTimeUtc, QObject *parent = nullptr);

    /// Loads what the page shows.
    void start();
    /// Timers that gather changes; tests shorten them.
    void setDelays(int estimateMs, int changedMs);

Q_SIGNALS:
    /// For the badge of the page.
    void runningChanged(int running);
    /// A file or a folder that the system opens.
    void openRequested(const QUrl &url);

protected:
    /// A page that is out of sight is not updated; it is when it is shown again.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectPage();
    void connectGallery();
    void reloadServices();
    void reloadJobs();
    void takeJobs(const StudioJobs &jobs);
    void estimate(bool again);
    void generate();
    void makeNow();
    void reloadGallery();
    void loadMore();
    void remove(const QList<PictureValue> &pictures);
    void save(const QList<PictureValue> &pictures, const QString &to);
    void useAsStart(const PictureValue &picture);
    void addFiles(const QStringList &paths);
    void addFile(const Result<AttachedFile> &file);
    void fillHistory();
    void report(const Error &error);
    QString serviceName(const QString &service) const;

    StudioPage *m_page;
    StudioBackend *m_backend;
    UndoMessage *m_undo;
    Now m_now;
    StudioJobs m_jobs;
    QSet<Id> m_cancelling;
    bool m_mayPassLimits = false; ///< the question before making said that a limit could be passed
    std::optional<PriceBefore> m_price;
    QStringList m_prompts; ///< of what was started here, newest first
    QTimer m_estimateTimer, m_changedTimer, m_jobsTimer, m_clockTimer;
    bool m_jobsSeen = false;
    bool m_stale = false; ///< something moved while the page was out of sight
    int m_explaining = 0, m_loading = 0; ///< the newest question; older answers are dropped
};

} // namespace keyway

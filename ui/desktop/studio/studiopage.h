#pragma once

#include "ui/desktop/shell/page.h"
#include "ui/desktop/studio/gallerymodel.h"
#include "ui/desktop/studio/studioprice.h"
#include "ui/words/message.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>

namespace keyway {

class Banner;
class GalleryPane;
class JobList;
class PictureViewer;
class ServicesBanner;
class StudioForm;
class Thumbnails;

/// Studio: what is to be made and for how much, what is being made, what was made. Shows values
/// and tells what the user wants; knows no engine.
class StudioPage : public Page {
    Q_OBJECT
public:
    explicit StudioPage(QWidget *parent = nullptr);

    void setServices(const ServicesValue &services, const QDate &today);
    const ServicesValue &services() const { return m_services; }
    void setJobs(const StudioJobs &jobs, const QDateTime &now);
    void setNow(const QDateTime &now);
    /// Above the page, until it is put away; a title in bold, and what it means.
    void setNotice(const words::Message &notice, bool isProblem);
    /// It costs more than the limit for asking.
    void askBeforeMaking(const QString &question, const QString &makeText);
    void askSettings(const StudioSettings &settings);
    /// The prompt is ready to be written over.
    void beginNew();
    /// The picture in the viewer, or the one that is chosen in the gallery.
    void openViewer(const QModelIndex &index);

    QWidget *firstFocus() const override;
    QList<QWidget *> regions() const override;
    void setPrimaryFilled(bool filled) override;

    StudioForm *form() const { return m_form; }
    JobList *jobs() const { return m_jobList; }
    GalleryPane *gallery() const { return m_gallery; }
    GalleryModel *model() const { return m_model; }
    Banner *banner() const;
    PictureViewer *viewer() const;

Q_SIGNALS:
    void generateRequested();
    void makingConfirmed();
    void filesWanted(const QStringList &paths);
    void pictureWanted(const QImage &picture);
    void cancelRequested(const keyway::Id &job);
    void hideRequested(const keyway::Id &job);
    void moveUpRequested(const keyway::Id &job);
    void pauseRequested(bool pause);
    /// The form gets the settings of this job.
    void againRequested(const keyway::Id &job);
    void startRequested(const keyway::PictureValue &picture);
    void deleteRequested(const QList<keyway::PictureValue> &pictures);
    void saveRequested(const QList<keyway::PictureValue> &pictures, const QString &to);
    void openRequested(const QString &path);
    void folderRequested();
    void settingsRequested();
    void settingsChosen(const keyway::StudioSettings &settings);
    void keychainActionRequested(keyway::words::Action action);
    /// A banner about an integration: replace its key, raise its limit, ...
    void integrationActionRequested(const keyway::Id &id, keyway::words::Action action);
    void addIntegrationRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeActions();
    void connectJobs();
    void connectViewer();
    void chooseFile();
    void take(const DroppedThings &things);
    void saveAs(const QList<PictureValue> &pictures);
    void deleteChosen();
    void withChosen(const std::function<void(const PictureValue &)> &act);
    void showPictureMenu(const QPoint &at);
    void showDetails(const Id &job);

    ServicesValue m_services;
    StudioJobs m_jobs;
    Thumbnails *m_thumbnails;
    GalleryModel *m_model;
    StudioForm *m_form;
    QWidget *m_right;
    ServicesBanner *m_banner;
    JobList *m_jobList;
    GalleryPane *m_gallery;
    QPointer<PictureViewer> m_viewer;
    QTimer m_clock; ///< while something runs and is in sight
    QDateTime m_now;
};

} // namespace keyway

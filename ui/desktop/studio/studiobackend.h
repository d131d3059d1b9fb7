#pragma once

#include "ui/desktop/studio/studiovalues.h"

#include <QtCore/QObject>

#include <functional>

namespace keyway {

/// What Studio asks of the engine, called on the GUI thread. Every answer comes to its handler on
/// the GUI thread, later, and not at all when `context` is gone by then. Errors as in
/// engine::Workspace.
class StudioBackend : public QObject {
    Q_OBJECT
public:
    template <class T> using Handler = std::function<void(Result<T>)>;

    using QObject::QObject;

    virtual void services(QObject *context, Handler<ServicesValue> done) = 0;
    /// Who would be asked, and for how much; asks nobody.
    virtual void explain(const PromptRequest &request, const engine::AskOptions &options,
                         QObject *context, Handler<routing::RoutePlan> done)
        = 0;

    virtual void jobs(QObject *context, Handler<StudioJobs> done) = 0;
    /// Hands a job in; it goes on when the window closes.
    virtual void start(const PromptRequest &request, const engine::AskOptions &options,
                       QObject *context, Handler<Id> done)
        = 0;
    /// What it comes to is in jobs() when the service has answered.
    virtual void cancel(const Id &job, QObject *context, Handler<Done> done) = 0;
    /// Before the one that waits before it.
    virtual void moveUp(const Id &job, QObject *context, Handler<Done> done) = 0;
    /// Takes an ended one out of the list.
    virtual void hide(const Id &job, QObject *context, Handler<Done> done) = 0;
    virtual void setPaused(bool paused, QObject *context, Handler<Done> done) = 0;

    /// The next window after `after`, the first one without.
    virtual void gallery(const GalleryFilter &filter, const std::optional<PictureValue> &after,
                         QObject *context, Handler<GalleryWindow> done)
        = 0;
    /// What it was made with.
    virtual void settingsOf(const Id &job, QObject *context, Handler<StudioDraft> done) = 0;
    /// To the system's bin, and out of the gallery.
    virtual void remove(const QList<PictureValue> &pictures, QObject *context, Handler<Done> done)
        = 0;
    virtual void settings(QObject *context, Handler<StudioSettings> done) = 0;
    /// For jobs that begin from now on.
    virtual void setSettings(const StudioSettings &settings, QObject *context, Handler<Done> done)
        = 0;

Q_SIGNALS:
    /// Services, prices, limits or the gallery may be others.
    void changed();
    void jobsChanged();
};

} // namespace keyway

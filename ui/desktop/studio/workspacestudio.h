#pragma once

#include "ui/desktop/studio/studiobackend.h"

namespace keyway {

namespace engine {
class Workspace;
}

/// Studio on a real workspace, which lives on its own thread and outlives this.
class WorkspaceStudio : public StudioBackend {
    Q_OBJECT
public:
    explicit WorkspaceStudio(engine::Workspace *workspace, QObject *parent = nullptr);

    void services(QObject *context, Handler<ServicesValue> done) override;
    void explain(const PromptRequest &request, const engine::AskOptions &options, QObject *context,
                 Handler<routing::RoutePlan> done) override;
    void jobs(QObject *context, Handler<StudioJobs> done) override;
    void start(const PromptRequest &request, const engine::AskOptions &options, QObject *context,
               Handler<Id> done) override;
    void cancel(const Id &job, QObject *context, Handler<Done> done) override;
    void moveUp(const Id &job, QObject *context, Handler<Done> done) override;
    void hide(const Id &job, QObject *context, Handler<Done> done) override;
    void setPaused(bool paused, QObject *context, Handler<Done> done) override;
    void gallery(const GalleryFilter &filter, const std::optional<PictureValue> &after,
                 QObject *context, Handler<GalleryWindow> done) override;
    void settingsOf(const Id &job, QObject *context, Handler<StudioDraft> done) override;
    void remove(const QList<PictureValue> &pictures, QObject *context, Handler<Done> done) override;
    void settings(QObject *context, Handler<StudioSettings> done) override;
    void setSettings(const StudioSettings &settings, QObject *context, Handler<Done> done) override;

private:
    engine::Workspace *m_workspace;
};

} // namespace keyway

#pragma once

#include "tests/ui/studio/samplestudio.h"
#include "ui/desktop/studio/studiobackend.h"

#include <QtCore/QDir>
#include <QtCore/QTimer>

namespace keyway {

/// Answers from memory, later; the test plays the services.
class FakeStudio : public StudioBackend {
public:
    struct Started {
        PromptRequest request;
        engine::AskOptions options;
    };

    ServicesValue value = sample::studioServices();
    StudioJobs running;
    QList<PictureValue> pictures;
    int window = 60; ///< pictures in each
    std::optional<routing::RoutePlan> plan; ///< in place of the planned one
    StudioDraft madeWith = sample::lighthouse();
    std::optional<Error> refuseStart;
    QList<Started> started;
    QList<Id> cancelled, hidden, movedUp;
    QList<PictureValue> removed;
    QList<PromptRequest> explained;
    int galleryCalls = 0;
    StudioSettings set{QDir::tempPath()};

    void services(QObject *context, Handler<ServicesValue> done) override
    {
        later<ServicesValue>(context, done, value);
    }
    void explain(const PromptRequest &request, const engine::AskOptions &options, QObject *context,
                 Handler<routing::RoutePlan> done) override
    {
        explained.append(request);
        later<routing::RoutePlan>(context, done, plan ? *plan : planned(request, options));
    }
    void jobs(QObject *context, Handler<StudioJobs> done) override
    {
        later<StudioJobs>(context, done, running);
    }
    void start(const PromptRequest &request, const engine::AskOptions &options, QObject *context,
               Handler<Id> done) override
    {
        if (refuseStart) {
            later<Id>(context, done, *refuseStart);
            return;
        }
        started.append({request, options});
        JobValue job = sample::job(300 + int(started.size()), JobValue::State::Waiting);
        job.prompt = request.messages.last().text;
        job.type = request.type;
        job.wanted = request.image.count;
        running.jobs.append(job);
        later<Id>(context, done, job.id);
    }
    void cancel(const Id &job, QObject *context, Handler<Done> done) override
    {
        cancelled.append(job);
        later<Done>(context, done, Done());
    }
    void moveUp(const Id &job, QObject *context, Handler<Done> done) override
    {
        movedUp.append(job);
        later<Done>(context, done, Done());
    }
    void hide(const Id &job, QObject *context, Handler<Done> done) override
    {
        hidden.append(job);
        running.jobs.removeIf([&](const JobValue &known) { return known.id == job; });
        later<Done>(context, done, Done());
    }
    void setPaused(bool paused, QObject *context, Handler<Done> done) override
    {
        running.paused = paused;
        later<Done>(context, done, Done());
    }
    void gallery(const GalleryFilter &filter, const std::optional<PictureValue> &after,
                 QObject *context, Handler<GalleryWindow> done) override
    {
        ++galleryCalls;
        GalleryWindow found;
        bool begun = !after;
        for (const PictureValue &picture : std::as_const(pictures)) {
            const bool fits = picture.prompt.contains(filter.text, Qt::CaseInsensitive)
                && (filter.service.isEmpty() || filter.service == picture.service);
            if (begun && fits) {
                if (found.pictures.size() == window) {
                    found.more = true;
                    break;
                }
                found.pictures.append(picture);
            }
            begun = begun || picture.path == after->path;
        }
        for (const PictureValue &picture : std::as_const(pictures)) {
            ++(picture.type == RequestType::Video ? found.videosThisMonth : found.imagesThisMonth);
            if (!found.services.contains(picture.service))
                found.services.append(picture.service);
        }
        later<GalleryWindow>(context, done, found);
    }
    void settingsOf(const Id &, QObject *context, Handler<StudioDraft> done) override
    {
        later<StudioDraft>(context, done, madeWith);
    }
    void remove(const QList<PictureValue> &gone, QObject *context, Handler<Done> done) override
    {
        removed += gone;
        pictures.removeIf([&](const PictureValue &picture) { return gone.contains(picture); });
        later<Done>(context, done, Done());
    }
    void settings(QObject *context, Handler<StudioSettings> done) override
    {
        later<StudioSettings>(context, done, set);
    }
    void setSettings(const StudioSettings &wanted, QObject *context, Handler<Done> done) override
    {
        set = wanted;
        later<Done>(context, done, Done());
    }

    /// The chosen model, or the first that makes this.
    routing::RoutePlan planned(const PromptRequest &request,
                               const engine::AskOptions &options) const
    {
        routing::RoutePlan made;
        for (const Maker &maker : makersOf(value, request.type, sample::studioNow().date())) {
            const Integration &integration = maker.summary->integration;
            routing::Candidate candidate;
            candidate.integrationId = integration.id;
            candidate.integrationName = integration.name;
            candidate.service = integration.service;
            candidate.model = maker.model->id;
            const bool chosen = (!options.integration || *options.integration == integration.id)
                && (options.model.isEmpty() || options.model == maker.model->id);
            if (!chosen)
                continue;
            const auto quote = value.catalogue.quote(
                {candidate.service, candidate.model, {}, sample::studioNow(), 0, {}});
            TokenUsage usage;
            if (request.type == RequestType::Video)
                usage.set(Counter::VideoSeconds, request.video.seconds);
            else if (maker.model->imageTokens > 0)
                usage.set(Counter::OutImage, maker.model->imageTokens * request.image.count);
            else
                usage.set(Counter::Images, request.image.count);
            if (quote) {
                if (const auto cost = costOf(usage, quote->prices))
                    candidate.estimatedCost = cost->total;
            }
            made.candidates.append(candidate);
        }
        return made;
    }

private:
    template <class T> void later(QObject *context, Handler<T> done, Result<T> result)
    {
        QTimer::singleShot(0, context, [done, result] { done(result); });
    }
};

} // namespace keyway

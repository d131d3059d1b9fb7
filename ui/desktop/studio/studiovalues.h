#pragma once

#include "core/base/error.h"
#include "core/base/id.h"
#include "core/engine/answer.h"
#include "ui/desktop/prompts/promptvalues.h"

#include <QtCore/QDateTime>
#include <QtCore/QMap>
#include <QtCore/QSize>

#include <optional>

namespace keyway {

/// What the form asks for.
struct StudioDraft {
    RequestType type = RequestType::Image;
    QString prompt;
    QString avoid;
    Strategy strategy = Strategy::MyOrder;
    std::optional<Id> integration; ///< ask only this one
    QString service, model; ///< with `integration`, this model of it
    /// `aspect_ratio`, `size`, `quality`, ... as the catalogue names them; what is not named is as
    /// the service does it.
    QMap<QString, QString> options;
    int count = 1;
    std::optional<qint64> seed;
    QList<AttachedFile> files; ///< to start from, to mask, first and last frame
};

/// A service and a model that make pictures or videos.
struct Maker {
    const engine::IntegrationSummary *summary = nullptr;
    const Model *model = nullptr;
};

/// The models that the chooser offers for a type, in the order of the integrations; those that are
/// retired on `today` are left out. Points into `services`.
QList<Maker> makersOf(const ServicesValue &services, RequestType type, const QDate &today);
/// The model that answers where the user chose none: of the first candidate.
const Model *modelOf(const ServicesValue &services, const QString &service, const QString &model);

/// How many pictures one request of this model can ask for.
int mostInOneRequest(const Model *model);
/// How many the form offers: what does not fit into one request is made by several.
int mostAtOnce(const Model *model, RequestType type);

/// The requests that a draft is made of, one a job: several where the model makes one picture at a
/// time. `model` decides what is sent of the options; its other fields stay out.
QList<PromptRequest> requestsOf(const StudioDraft &draft, const Model *model);
engine::AskOptions askOptionsOf(const StudioDraft &draft);

/// Work at a service, from the click to the files.
struct JobValue {
    enum class State {
        Waiting, ///< for its turn, see `waits`
        Sending,
        Working, ///< at the service
        Fetching, ///< the result
        Done,
        Failed,
        Cancelled,
        Unknown ///< it may have been made and charged; never sent again
    };
    enum class Waits { Turn, Paused, AtService };

    Id id;
    RequestType type = RequestType::Image;
    QString prompt;
    Id integrationId;
    QString integrationName;
    QString service;
    QString model;
    State state = State::Waiting;
    Waits waits = Waits::Turn;
    std::optional<int> percent; ///< where the service tells
    int made = 0; ///< pictures that are there
    int wanted = 1;
    int seconds = 0; ///< of a video
    Money spent;
    std::optional<Money> expected;
    CostState costState = CostState::Estimated; ///< of `spent`, once it ended
    QDateTime startedAt;
    std::optional<QDateTime> expectedEnd;
    std::optional<Error> error;
    bool declined = false; ///< Failed by the service's rules on content; it may be charged
    QString preview; ///< a picture's file, where there is one already
    bool cancelWanted = false; ///< by the user; the service has not said yet
    bool cancelRefused = false; ///< the service cannot be told to stop

    bool isRunning() const;
    bool isWaiting() const { return state == State::Waiting; }
};

struct StudioJobs {
    QList<JobValue> jobs; ///< running ones first, in the order in which they are done
    bool paused = false;
    int running() const;
};

/// A picture or a video that was made.
struct PictureValue {
    Id job;
    RequestType type = RequestType::Image;
    QString path; ///< no two have the same
    QString prompt;
    QString integrationName;
    QString service;
    QString model;
    std::optional<qint64> seed;
    QSize pixels; ///< empty where it is not known
    int seconds = 0; ///< of a video
    CostState costState = CostState::Unknown;
    Money cost; ///< its share of the job's platform cost
    QDateTime madeAt;

    friend bool operator==(const PictureValue &, const PictureValue &) = default;
    QString fileName() const;
};

/// What the user set for all jobs.
struct StudioSettings {
    static constexpr int MostAtOnce = 16;
    QString folder; ///< where pictures and videos go
    bool metadata = true; ///< files tell where they come from
    int atOnce = 4;
    friend bool operator==(const StudioSettings &, const StudioSettings &) = default;
};

struct GalleryFilter {
    QString text; ///< words of the prompt
    QString service; ///< empty: all
    bool isEmpty() const { return text.isEmpty() && service.isEmpty(); }
    friend bool operator==(const GalleryFilter &, const GalleryFilter &) = default;
};

/// A window of the gallery, newest first.
struct GalleryWindow {
    QList<PictureValue> pictures;
    bool more = false;
    qint64 imagesThisMonth = 0, videosThisMonth = 0; ///< of all, whatever the filter
    QStringList services; ///< that made something, for the filter
};

} // namespace keyway

#include "jobvalues.h"

#include <QtCore/QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

using std::chrono::milliseconds;

constexpr int FirstTellingPercent = 5; ///< below it, the rest of the time is a guess

JobValue::State stateOf(const Job &job)
{
    switch (job.stage) {
    case Job::Stage::Queued:
        return JobValue::State::Waiting;
    case Job::Stage::Sending:
        return JobValue::State::Sending;
    case Job::Stage::Working:
        return job.waitsAtService ? JobValue::State::Waiting : JobValue::State::Working;
    case Job::Stage::Downloading:
        return JobValue::State::Fetching;
    case Job::Stage::Ended:
        break;
    }
    switch (job.outcome) {
    case Outcome::Completed:
        return JobValue::State::Done;
    case Outcome::Cancelled:
        return JobValue::State::Cancelled;
    case Outcome::Unknown:
    case Outcome::Started:
        return JobValue::State::Unknown;
    case Outcome::Refused:
    case Outcome::Filtered:
    case Outcome::Failed:
        break;
    }
    return JobValue::State::Failed;
}

int picturesWanted(const Job &job)
{
    const int count = job.request.value("image"_L1).toObject().value("count"_L1).toInt(1);
    return job.type == RequestType::Image ? std::max(1, count) : 1;
}

std::optional<QDateTime> expectedEnd(const Job &job, std::optional<milliseconds> usual,
                                     const QDateTime &now)
{
    if (!job.sentAt || job.stage != Job::Stage::Working)
        return {};
    const qint64 gone = job.sentAt->msecsTo(now);
    if (job.percent && *job.percent >= FirstTellingPercent && gone > 0)
        return job.sentAt->addMSecs(gone * 100 / *job.percent);
    return usual ? std::optional(job.sentAt->addMSecs(usual->count())) : std::nullopt;
}

} // namespace

JobValue jobValueOf(const Job &job, bool paused, std::optional<milliseconds> usual,
                    const QDateTime &now)
{
    JobValue value;
    value.id = job.id;
    value.type = job.type;
    value.prompt = job.prompt;
    value.integrationId = job.integrationId;
    value.integrationName = job.integrationName;
    value.service = job.service;
    value.model = job.model;
    value.state = stateOf(job);
    value.waits = job.stage == Job::Stage::Working ? JobValue::Waits::AtService
        : paused                                   ? JobValue::Waits::Paused
                                                   : JobValue::Waits::Turn;
    value.percent = job.percent;
    value.made = int(job.files.size());
    value.wanted = picturesWanted(job);
    value.seconds = job.request.value("video"_L1).toObject().value("seconds"_L1).toInt();
    value.spent = job.platformCost;
    value.expected = job.expectedCost;
    value.costState = job.costState;
    value.startedAt = job.sentAt.value_or(job.createdAt);
    value.expectedEnd = expectedEnd(job, usual, now);
    value.error = job.error;
    value.declined = job.outcome == Outcome::Refused || job.outcome == Outcome::Filtered;
    if (value.declined && !value.error)
        value.error = Error(Error::Kind::Rejected)
                          .withReason(u"policy"_s)
                          .withReply({0, {}, job.words, {}, std::nullopt});
    if (!job.files.isEmpty() && job.type == RequestType::Image)
        value.preview = job.files.last().path;
    value.cancelWanted = job.cancelWanted;
    value.cancelRefused = !job.hasEnded() && job.error && job.error->reason() == "cannot-cancel"_L1;
    return value;
}

std::optional<milliseconds> usualTime(const QList<Job> &ended, const Job &job)
{
    QList<qint64> times;
    for (const Job &known : ended) {
        const bool alike = known.service == job.service && known.model == job.model
            && known.type == job.type && known.outcome == Outcome::Completed;
        if (alike && known.sentAt && known.endedAt)
            times.append(known.sentAt->msecsTo(*known.endedAt));
    }
    if (times.isEmpty())
        return {};
    const auto middle = times.begin() + times.size() / 2;
    std::nth_element(times.begin(), middle, times.end());
    return milliseconds(*middle);
}

QList<PictureValue> picturesOf(const Job &job)
{
    QList<PictureValue> pictures;
    // Those that were deleted since have had their share, too.
    const qint64 made = job.outcome == Outcome::Completed
        ? std::max<qint64>(picturesWanted(job), job.files.size())
        : job.files.size();
    for (const JobFile &file : job.files) {
        PictureValue picture;
        picture.job = job.id;
        picture.type
            = file.mimeType.startsWith("video/"_L1) ? RequestType::Video : RequestType::Image;
        picture.path = file.path;
        picture.prompt = job.prompt;
        picture.integrationName = job.integrationName;
        picture.service = job.service;
        picture.model = job.model;
        picture.seed = file.seed;
        if (picture.type == RequestType::Video)
            picture.seconds = job.request.value("video"_L1).toObject().value("seconds"_L1).toInt();
        picture.costState = job.costState;
        picture.cost = job.platformCost.scaled(1, made);
        picture.madeAt = job.endedAt.value_or(job.createdAt);
        pictures.append(picture);
    }
    return pictures;
}

StudioDraft draftOf(const PromptRequest &request, const engine::AskOptions &options)
{
    StudioDraft draft;
    draft.type = request.type;
    draft.prompt = request.messages.isEmpty() ? QString() : request.messages.last().text;
    draft.avoid = request.image.negativePrompt;
    draft.strategy = options.strategy;
    draft.integration = options.integration;
    draft.service = options.service;
    draft.model = options.model;
    const auto put = [&draft](const QString &name, const QString &value) {
        if (!value.isEmpty())
            draft.options.insert(name, value);
    };
    if (request.type == RequestType::Video) {
        if (request.video.seconds > 0)
            put(u"duration"_s, QString::number(request.video.seconds));
        put(u"resolution"_s, request.video.resolution);
        put(u"aspect_ratio"_s, request.video.aspectRatio);
        if (request.video.sound)
            put(u"sound"_s, *request.video.sound ? u"on"_s : u"off"_s);
        draft.seed = request.video.seed;
    } else {
        // A model has the one or the other.
        put(u"size"_s, request.image.size);
        put(u"resolution"_s, request.image.size);
        put(u"aspect_ratio"_s, request.image.aspectRatio);
        put(u"quality"_s, request.image.quality);
        put(u"background"_s, request.image.background);
        put(u"format"_s, request.image.format);
        draft.count = request.image.count;
        draft.seed = request.image.seed;
    }
    if (!request.messages.isEmpty()) {
        for (const Attachment &attachment : request.messages.last().attachments)
            draft.files.append(attachedFile(attachment));
    }
    return draft;
}

} // namespace keyway

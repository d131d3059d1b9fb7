#include "studiovalues.h"

#include "core/engine/routefacts.h"

#include <QtCore/QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

constexpr int SeparateMost = 4; ///< requests that one click may make

bool isFinal(JobValue::State state)
{
    return state == JobValue::State::Done || state == JobValue::State::Failed
        || state == JobValue::State::Cancelled || state == JobValue::State::Unknown;
}

QString option(const StudioDraft &draft, const Model *model, const QString &name)
{
    const QString value = draft.options.value(name);
    return model && model->options.value(name).contains(value) ? value : QString();
}

} // namespace

QList<Maker> makersOf(const ServicesValue &services, RequestType type, const QDate &today)
{
    QList<Maker> makers;
    for (const engine::IntegrationSummary &summary : services.integrations) {
        const Service *service = services.catalogue.service(summary.integration.service);
        if (!service || !summary.integration.enabled)
            continue;
        const QString usual = service->defaultModelFor(type);
        const QString own = summary.integration.model;
        QList<Maker> ofThis;
        for (const Model &model : service->models) {
            if (!model.types.contains(type) || model.retiredOn(today))
                continue;
            const bool first = model.id == own || (model.id == usual && ofThis.isEmpty());
            if (first)
                ofThis.prepend({&summary, &model});
            else
                ofThis.append({&summary, &model});
        }
        makers += ofThis;
    }
    return makers;
}

const Model *modelOf(const ServicesValue &services, const QString &service, const QString &model)
{
    const Service *known = services.catalogue.service(service);
    return known ? known->model(model) : nullptr;
}

int mostInOneRequest(const Model *model)
{
    int most = 1;
    for (const QString &value : model ? model->options.value(u"count"_s) : QStringList())
        most = std::max(most, value.toInt());
    return most;
}

int mostAtOnce(const Model *model, RequestType type)
{
    const int one = mostInOneRequest(model);
    return type == RequestType::Image ? std::max(one, SeparateMost) : one;
}

QList<PromptRequest> requestsOf(const StudioDraft &draft, const Model *model)
{
    PromptRequest request;
    request.app = AppClass::Window;
    request.type = draft.type;
    Message message;
    message.text = draft.prompt.trimmed();
    for (const AttachedFile &file : draft.files) {
        if (model && model->input(engine::inputKindOf(file.attachment)))
            message.attachments.append(file.attachment);
    }
    request.messages = {message};
    const auto takes
        = [model](const QString &name) { return model && model->parameters.contains(name); };
    const std::optional<qint64> seed = takes(u"seed"_s) ? draft.seed : std::nullopt;
    if (draft.type == RequestType::Video) {
        request.video.seconds = option(draft, model, u"duration"_s).toInt();
        request.video.resolution = option(draft, model, u"resolution"_s);
        request.video.aspectRatio = option(draft, model, u"aspect_ratio"_s);
        if (const QString sound = option(draft, model, u"sound"_s); !sound.isEmpty())
            request.video.sound = sound == "on"_L1;
        request.video.seed = seed;
        return {request};
    }
    request.image.size = option(draft, model, u"size"_s);
    if (request.image.size.isEmpty())
        request.image.size = option(draft, model, u"resolution"_s);
    request.image.aspectRatio = option(draft, model, u"aspect_ratio"_s);
    request.image.quality = option(draft, model, u"quality"_s);
    request.image.background = option(draft, model, u"background"_s);
    request.image.format = option(draft, model, u"format"_s);
    if (takes(u"negative_prompt"_s))
        request.image.negativePrompt = draft.avoid.trimmed();
    request.image.seed = seed;
    const int wanted = std::clamp(draft.count, 1, mostAtOnce(model, draft.type));
    const int each = std::min(wanted, mostInOneRequest(model));
    QList<PromptRequest> requests;
    for (int made = 0; made < wanted; made += each) {
        request.image.count = std::min(each, wanted - made);
        requests.append(request);
        // The same seed would make the same picture again.
        if (request.image.seed)
            ++*request.image.seed;
    }
    return requests;
}

engine::AskOptions askOptionsOf(const StudioDraft &draft)
{
    engine::AskOptions options;
    options.strategy = draft.strategy;
    options.integration = draft.integration;
    if (!draft.model.isEmpty()) {
        options.service = draft.service;
        options.model = draft.model;
    }
    return options;
}

bool JobValue::isRunning() const
{
    return !isFinal(state);
}

QString PictureValue::fileName() const
{
    return QFileInfo(path).fileName();
}

int StudioJobs::running() const
{
    return int(std::count_if(jobs.begin(), jobs.end(),
                             [](const JobValue &job) { return job.isRunning(); }));
}

} // namespace keyway

// Pictures and films at every service that makes them. Prices are those of the services'
// documentation as of November 2026.

#include "tests/engine/services/servicerow.h"
#include "tests/support/simulator/media.h"

#include <QtCore/QSize>

namespace keyway::engine {

using namespace Qt::StringLiterals;
using simulator::Behaviour;
using simulator::Fault;
using simulator::RetryAfter;
using std::chrono::milliseconds;
using std::chrono::seconds;
using Kind = Error::Kind;

namespace {

constexpr qint64 statedNano = 50'000'000; // five credits of Runway's

RowFault fault(int status, Kind kind, const QString &code = {}, const QString &message = {})
{
    RowFault made{Fault::answers(status, code), kind, {}, {}};
    made.fault.message = message;
    return made;
}

RowFault limited(RetryAfter::Form form, milliseconds wait)
{
    return {Fault::answers(429, {}, {form, wait}), Kind::RateLimited, {}, wait};
}

/// A picture or a film that is kept back, and billed as usual unless told otherwise.
RowRefusal filtered(std::optional<TokenUsage> usage = std::nullopt)
{
    RowRefusal refusal;
    refusal.finish = Behaviour::Finish::ContentFilter;
    refusal.outcome = Outcome::Filtered;
    refusal.usage = std::move(usage);
    return refusal;
}

/// The prompt is refused with an error, and nothing is charged.
RowRefusal rejected()
{
    RowRefusal refusal = filtered();
    refusal.outcome = Outcome::Failed;
    return refusal;
}

TokenUsage counted(Counter counter, qint64 count)
{
    TokenUsage usage;
    usage.set(counter, count);
    return usage;
}

Attachment picture(Attachment::Use use = Attachment::Use::Content)
{
    Attachment made;
    made.name = u"source.png"_s;
    made.mimeType = u"image/png"_s;
    made.bytes = simulator::picture("image/png"_ba, QSize(64, 64));
    made.use = use;
    return made;
}

void attach(ServiceRow &row, const QList<Attachment> &attachments)
{
    row.request.messages = {{Message::Role::User, {}, attachments}};
}

ServiceRow row(const char *name, RequestType type, const QString &service, const QString &model,
               const QByteArray &call)
{
    ServiceRow row;
    row.name = name;
    row.type = type;
    row.service = row.simulator = service;
    row.model = model;
    row.call = call;
    row.counters.input = 100;
    row.counters.cost = statedNano;
    row.files = 1;
    row.outOfMoney = fault(402, Kind::Quota);
    row.limited = limited(RetryAfter::Form::Seconds, seconds(1));
    row.overloaded = fault(503, Kind::Overloaded);
    return row;
}

QList<ServiceRow> openAiPictures()
{
    // $5 and $8 for a million tokens of text and of pictures, $30 for those of the result.
    ServiceRow made = row("OpenAI picture", RequestType::Image, u"openai"_s, u"gpt-image-2"_s,
                          "POST /openai/v1/images/generations");
    made.counters.output = 272;
    made.request.image.size = u"1024x1024"_s;
    made.request.image.quality = u"low"_s;
    made.usage.set(Counter::InUncached, 100);
    made.usage.set(Counter::OutImage, 272);
    made.prices = RowPrices{.in = 5000, .inImage = 8000, .outImage = 30'000};
    made.outOfMoney = fault(429, Kind::Quota, u"insufficient_quota"_s);
    made.limited = limited(RetryAfter::Form::Milliseconds, milliseconds(900));
    made.refusal = rejected();

    ServiceRow streamed = made;
    streamed.name = "OpenAI picture, streamed";
    streamed.model = u"gpt-image-2.5-flare"_s;
    streamed.request.parameters = {{u"partial_images"_s, u"2"_s}};
    streamed.usage.set(Counter::OutImage, 272 + 200); // a preview costs as many as 100

    ServiceRow edit = made;
    edit.name = "OpenAI edit";
    edit.model = u"gpt-image-1.5"_s;
    edit.call = "POST /openai/v1/images/edits";
    attach(edit, {picture(), picture(Attachment::Use::Mask)});
    edit.usage.set(Counter::InImage, 512);
    edit.prices = RowPrices{.in = 5000, .inImage = 8000, .outImage = 32'000};

    ServiceRow azure = made;
    azure.name = "Azure picture";
    azure.service = azure.simulator = u"azure"_s;
    azure.call = "POST /azure/openai/v1/images/generations";
    return {made, streamed, edit, azure};
}

QList<ServiceRow> statedPictures()
{
    ServiceRow openRouter
        = row("OpenRouter picture", RequestType::Image, u"openrouter"_s,
              u"google/gemini-3-pro-image-preview"_s, "POST /openrouter/api/v1/images");
    openRouter.usage = counted(Counter::Images, 1);
    openRouter.stated = Money::fromNano(statedNano);
    openRouter.refusal = rejected();

    ServiceRow xai = row("xAI picture", RequestType::Image, u"xai"_s, u"grok-imagine-image-2.0"_s,
                         "POST /xai/v1/images/generations");
    xai.request.image.count = 2;
    xai.files = 2;
    xai.usage = counted(Counter::Images, 2);
    xai.stated = openRouter.stated;
    xai.badKeyStatus = 400;
    xai.outOfMoney = fault(403, Kind::Quota, {}, u"Your team has used all available credits."_s);
    xai.refusal = filtered(); // what is withheld is billed

    ServiceRow edit = xai;
    edit.name = "xAI edit";
    edit.model = u"grok-imagine-image"_s;
    edit.call = "POST /xai/v1/images/edits";
    edit.request.image.count = 1;
    edit.files = 1;
    edit.usage = counted(Counter::Images, 1);
    attach(edit, {picture()});
    return {openRouter, xai, edit};
}

ServiceRow geminiPicture()
{
    ServiceRow made
        = row("Gemini picture", RequestType::Image, u"gemini"_s, u"gemini-nano-banana-2.1"_s,
              "POST /gemini/v1beta/models/gemini-nano-banana-2.1:generateContent");
    made.counters.output = 60;
    made.counters.reasoning = 20;
    made.usage.set(Counter::InUncached, 100);
    made.usage.set(Counter::OutText, 60);
    made.usage.set(Counter::OutImage, 1290);
    made.usage.setOutThinking(20);
    made.prices = RowPrices{.in = 1500, .outText = 7500, .outImage = 30'000};
    made.badKeyStatus = 400;
    made.limited = limited(RetryAfter::Form::Seconds, milliseconds(900));
    made.refusal = filtered();
    return made;
}

RowRefusal nothingMade()
{
    RowRefusal failed;
    failed.outcome = Outcome::Failed;
    failed.usage = TokenUsage();
    return failed;
}

/// By the credit, which is a cent.
QList<ServiceRow> stabilityPictures()
{
    const auto make = [](const char *name, const QString &model, const QString &scripted,
                         const QByteArray &path, qint64 tenthsOfCredit) {
        ServiceRow made = row(name, RequestType::Image, u"stability"_s, model,
                              "POST /stability/v2beta/stable-image/" + path);
        made.scripted = scripted;
        made.usage = counted(Counter::Images, 1);
        made.prices = RowPrices{.picture = tenthsOfCredit * 1'000'000};
        made.refusal = filtered(); // a blurred picture, charged
        return made;
    };
    ServiceRow inpaint = make("Stability AI edit", u"inpaint"_s, {}, "edit/inpaint", 50);
    attach(inpaint, {picture(), picture(Attachment::Use::Mask)});
    ServiceRow upscale
        = make("Stability AI upscale", u"upscale-fast"_s, u"fast"_s, "upscale/fast", 20);
    attach(upscale, {picture()});
    ServiceRow slow = make("Stability AI slow upscale", u"upscale-creative"_s, u"creative"_s,
                           "upscale/creative", 600);
    attach(slow, {picture()});
    slow.failedJob = nothingMade();
    slow.linked = false;
    ServiceRow several = make("Stability AI core", u"core"_s, {}, "generate/core", 30);
    several.request.image.seed = 7;
    return {several,
            make("Stability AI ultra", u"ultra"_s, {}, "generate/ultra", 80),
            make("Stability AI sd3.5", u"sd3.5-large"_s, {}, "generate/sd3", 65),
            inpaint,
            upscale,
            slow};
}

/// What Runway, Luma and Replicate have in common: nobody knows the price but Runway.
ServiceRow job(const char *name, RequestType type, const QString &service, const QString &model,
               const QByteArray &call)
{
    ServiceRow made = row(name, type, service, model, call);
    if (type == RequestType::Video) {
        made.request.video.seconds = 5;
        made.request.video.aspectRatio = u"16:9"_s;
        made.request.video.resolution = u"720p"_s;
        made.usage = counted(Counter::VideoSeconds, 5);
    } else {
        made.usage = counted(Counter::Images, 1);
    }
    made.failedJob = nothingMade();
    return made;
}

ServiceRow runway(const char *name, RequestType type, const QString &model, const QByteArray &call)
{
    ServiceRow made = job(name, type, u"runway"_s, model, "POST /runway/v1/" + call);
    made.usage = counted(Counter::Credits, 5000);
    made.stated = Money::fromNano(statedNano);
    made.outOfMoney
        = fault(400, Kind::Quota, {}, u"You do not have enough credits to run this task."_s);
    made.refusal = filtered(); // what was charged stands in the task
    return made;
}

ServiceRow unpriced(const char *name, RequestType type, const QString &service,
                    const QString &model, const QByteArray &call)
{
    ServiceRow made = job(name, type, service, model, call);
    made.refusal = filtered(TokenUsage());
    return made;
}

/// Veo makes films of four, six and eight seconds.
ServiceRow veo(ServiceRow made)
{
    constexpr int length = 6;
    made.request.video.seconds = length;
    made.usage = counted(Counter::VideoSeconds, length);
    return made;
}

ServiceRow luma(const char *name, RequestType type, const QString &model, const QByteArray &call)
{
    ServiceRow made = unpriced(name, type, u"luma"_s, model, "POST /luma/dream-machine/v1/" + call);
    made.outOfMoney = fault(400, Kind::Quota, {}, u"Insufficient credits"_s);
    return made;
}

} // namespace

QList<ServiceRow> pictureRows()
{
    QList<ServiceRow> rows = openAiPictures() + statedPictures()
        + QList<ServiceRow>{geminiPicture()} + stabilityPictures();
    ServiceRow runwayPicture
        = runway("Runway picture", RequestType::Image, u"gen4_image"_s, "text_to_image");
    runwayPicture.request.image.quality = u"720p"_s;
    rows.append(runwayPicture);
    rows.append(luma("Luma picture", RequestType::Image, u"photon-1"_s, "generations/image"));
    rows.append(unpriced("Replicate picture", RequestType::Image, u"replicate"_s,
                         u"black-forest-labs/flux-1.1-pro"_s,
                         "POST /replicate/v1/models/black-forest-labs/flux-1.1-pro/predictions"));
    return rows;
}

QList<ServiceRow> filmRows()
{
    ServiceRow xai = job("xAI film", RequestType::Video, u"xai"_s, u"grok-imagine-video-1.5"_s,
                         "POST /xai/v1/videos/generations");
    xai.stated = Money::fromNano(statedNano);
    xai.badKeyStatus = 400;
    xai.outOfMoney = fault(403, Kind::Quota, {}, u"Your team has used all available credits."_s);
    xai.refusal = filtered(); // withheld, and billed

    ServiceRow openRouter = veo(job("OpenRouter film", RequestType::Video, u"openrouter"_s,
                                    u"google/veo-3.1"_s, "POST /openrouter/api/v1/videos"));
    openRouter.stated = xai.stated;
    openRouter.refusal = filtered(TokenUsage());

    ServiceRow gemini = job("Gemini film", RequestType::Video, u"gemini"_s,
                            u"gemini-omni-1.2-flash"_s, "POST /gemini/v1beta/interactions");
    gemini.prices = RowPrices{.second = 70'000'000};
    gemini.reported = false;
    gemini.badKeyStatus = 400;
    gemini.limited = limited(RetryAfter::Form::Seconds, milliseconds(900));
    gemini.refusal = filtered(TokenUsage());
    gemini.refusal->costState = CostState::Unknown; // it does not say whether it charges

    const ServiceRow words
        = runway("Runway film", RequestType::Video, u"gen4.5"_s, "text_to_video");
    ServiceRow still
        = runway("Runway film of a picture", RequestType::Video, u"gen4_turbo"_s, "image_to_video");
    attach(still, {picture(Attachment::Use::FirstFrame)});

    return {xai,
            openRouter,
            gemini,
            words,
            still,
            luma("Luma film", RequestType::Video, u"ray-2"_s, "generations"),
            veo(unpriced("Replicate film", RequestType::Video, u"replicate"_s, u"google/veo-3.1"_s,
                         "POST /replicate/v1/models/google/veo-3.1/predictions"))};
}

} // namespace keyway::engine

#include "samplestudio.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtGui/QImage>
#include <QtGui/QLinearGradient>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

using namespace Qt::StringLiterals;

namespace keyway::sample {
namespace {

constexpr char Stability[] = R"({
  "date": "2026-11-01", "id": "stability", "name": "Stability AI", "wire": "stability-image",
  "base_url": "https://api.stability.ai", "needs_key": true, "local": false, "types": ["image"],
  "default_model": "ultra",
  "models": [
    { "id": "ultra", "name": "Stable Image Ultra", "types": ["image"],
      "parameters": ["negative_prompt", "aspect_ratio", "seed", "output_format"],
      "options": { "aspect_ratio": ["1:1", "4:3", "16:9", "9:16"] },
      "inputs": { "image": { "types": ["image/png", "image/jpeg"], "max_bytes": 10485760 } },
      "prices": [{ "from": "2026-06-01", "as_of": "2026-06-01", "source": "sample",
                   "each": { "images": "0.08" } }] },
    { "id": "core", "name": "Stable Image Core", "types": ["image"],
      "parameters": ["negative_prompt", "aspect_ratio", "seed", "output_format"],
      "options": { "aspect_ratio": ["1:1", "3:2", "16:9", "21:9", "2:3", "9:16"] },
      "inputs": {},
      "prices": [{ "from": "2026-06-01", "as_of": "2026-06-01", "source": "sample",
                   "each": { "images": "0.03" } }] },
    { "id": "old", "types": ["image"], "retires": "2026-01-01" }
  ] })";

constexpr char OpenAi[] = R"({
  "date": "2026-11-01", "id": "openai", "name": "OpenAI", "wire": "openai-chat",
  "base_url": "https://api.openai.com/v1", "needs_key": true, "local": false,
  "types": ["text", "image"], "default_model": "writer", "default_image_model": "gpt-image-2",
  "models": [
    { "id": "writer", "types": ["text"] },
    { "id": "gpt-image-2", "name": "GPT Image 2", "types": ["image"],
      "parameters": ["size", "quality", "background", "output_format"],
      "options": { "size": ["1024x1024", "1536x1024", "1024x1536"],
                   "quality": ["low", "medium", "high"], "background": ["opaque", "transparent"],
                   "format": ["png", "jpeg", "webp"],
                   "count": ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"] },
      "inputs": { "image": { "types": ["image/png", "image/jpeg", "image/webp"], "most": 16 },
                  "mask": { "types": ["image/png"] } },
      "image_tokens": 1767,
      "prices": [{ "from": "2026-05-01", "as_of": "2026-05-01", "source": "sample",
                   "prices": { "in_uncached": "5", "out_image": "30" } }] },
    { "id": "unpriced", "types": ["image"], "inputs": {} }
  ] })";

constexpr char Runway[] = R"({
  "date": "2026-11-01", "id": "runway", "name": "Runway", "wire": "runway-task",
  "base_url": "https://api.dev.runwayml.com", "needs_key": true, "local": false,
  "types": ["video"], "default_model": "gen4.5",
  "models": [
    { "id": "gen4.5", "name": "Gen-4.5", "types": ["video"], "parameters": ["seed"],
      "options": { "duration": ["5", "8", "10"], "aspect_ratio": ["16:9", "9:16"],
                   "resolution": ["720p", "1080p"], "sound": ["off", "on"] },
      "inputs": { "first-frame": { "types": ["image/png", "image/jpeg"] },
                  "last-frame": { "types": ["image/png", "image/jpeg"] } },
      "prices": [{ "from": "2026-06-01", "as_of": "2026-06-01", "source": "sample",
                   "each": { "video_seconds": "0.12" } }] },
    { "id": "gen4_turbo", "name": "Gen-4 Turbo", "types": ["video"], "parameters": [],
      "options": { "duration": ["5", "10"] },
      "inputs": { "first-frame": { "types": ["image/png"], "required": true } },
      "prices": [{ "from": "2026-06-01", "as_of": "2026-06-01", "source": "sample",
                   "each": { "video_seconds": "0.05" } }] }
  ] })";

Catalogue catalogue()
{
    const QTemporaryDir folder;
    for (const auto &[name, text] :
         {std::pair{u"stability"_s, Stability}, {u"openai"_s, OpenAi}, {u"runway"_s, Runway}}) {
        QFile file(folder.filePath(name + u".json"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) < 0)
            qFatal("cannot write the sample catalogue");
    }
    const Result<Catalogue> loaded = Catalogue::load(folder.path());
    if (!loaded)
        qFatal("sample catalogue: %s", qPrintable(loaded.error().detail()));
    return *loaded;
}

engine::IntegrationSummary summary(int number, const QString &service, const QString &serviceName,
                                   const QString &name, const QString &model)
{
    engine::IntegrationSummary made;
    made.integration.id = studioId(number);
    made.integration.service = service;
    made.integration.name = name;
    made.integration.model = model;
    made.integration.keyTail = u"4xQ7"_s;
    made.integration.position = number;
    made.integration.baseUrl = QUrl(u"https://api.example.com"_s);
    made.serviceName = serviceName;
    return made;
}

const QStringList Prompts{u"Lighthouse at first light, gouache on rough paper"_s,
                          u"Blue teapot and lemons"_s,
                          u"Paper boats, test clip"_s,
                          u"Lake below the peaks"_s,
                          u"Fern study for a card"_s,
                          u"Small city, new moon"_s,
                          u"Cat on the sill"_s,
                          u"Road at noon"_s};

/// Hills below a sky, in other colours for each number.
QImage scene(int number)
{
    QImage image(512, 512, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const int hue = number * 47 % 360;
    QLinearGradient sky(0, 0, 0, 320);
    sky.setColorAt(0, QColor::fromHsv(hue, 120, 170));
    sky.setColorAt(1, QColor::fromHsv((hue + 40) % 360, 70, 250));
    painter.fillRect(image.rect(), sky);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromHsv((hue + 60) % 360, 50, 255));
    painter.drawEllipse(QPoint(120 + number * 61 % 280, 150), 46, 46);
    for (int layer = 0; layer < 3; ++layer) {
        QPainterPath hill;
        hill.moveTo(0, 512);
        hill.lineTo(0, 300 + layer * 60);
        hill.cubicTo(140, 210 + layer * 70 + number * 13 % 40, 340, 380 + layer * 50, 512,
                     270 + layer * 75);
        hill.lineTo(512, 512);
        painter.setBrush(QColor::fromHsv((hue + 150) % 360, 110, 170 - layer * 45));
        painter.drawPath(hill);
    }
    return image;
}

} // namespace

Id studioId(int number)
{
    return *Id::fromString(u"01900000-0000-7000-8000-%1"_s.arg(number, 12, 10, QChar(u'0')));
}

QDateTime studioNow()
{
    return QDateTime(QDate(2026, 11, 18), QTime(14, 31), Qt::UTC);
}

ServicesValue studioServices()
{
    ServicesValue services;
    services.catalogue = catalogue();
    auto stability = summary(1, u"stability"_s, u"Stability AI"_s, u"Stability AI"_s, u"ultra"_s);
    stability.integration.monthlyLimit = Money::fromCents(1200);
    stability.thisMonth = Money::fromCents(873);
    services.integrations
        = {stability, summary(2, u"openai"_s, u"OpenAI"_s, u"OpenAI"_s, u"writer"_s),
           summary(3, u"runway"_s, u"Runway"_s, u"Runway"_s, u"gen4.5"_s)};
    return services;
}

ServicesValue studioWithoutMakers()
{
    ServicesValue services = studioServices();
    services.integrations.clear();
    return services;
}

ServicesValue wordyStudioServices()
{
    ServicesValue services = studioServices();
    services.integrations[0].integration.name
        = u"Bilddienst der Öffentlichkeitsarbeit (Zweitzugang)"_s;
    return services;
}

QList<PictureValue> studioPictures(const QString &folder, int count)
{
    QList<PictureValue> pictures;
    for (int i = 0; i < count; ++i) {
        PictureValue picture;
        picture.job = studioId(100'000 - i); // the newest first, as the store gives them
        const bool video = i % 100 == 2;
        picture.type = video ? RequestType::Video : RequestType::Image;
        picture.path = QDir(folder).filePath(
            u"%1.%2"_s.arg(i, 5, 10, QChar(u'0')).arg(video ? u"mp4"_s : u"png"_s));
        picture.prompt = Prompts.at(i % Prompts.size());
        if (i >= Prompts.size())
            picture.prompt += u" %1"_s.arg(i);
        picture.service = video ? u"runway"_s : i % 4 == 2 ? u"openai"_s : u"stability"_s;
        picture.integrationName = video ? u"Runway"_s : u"Stability AI"_s;
        picture.model = video ? u"gen4.5"_s : u"ultra"_s;
        picture.seconds = video ? 4 : 0;
        if (!video)
            picture.seed = 4711 + i;
        picture.costState = CostState::Exact;
        picture.cost = Money::fromCents(i % 3 == 0 ? 8 : 3);
        picture.madeAt = studioNow().addSecs(-180 - i * 3600LL * (i < 4 ? 1 : 5));
        if (!QFile::exists(picture.path)) {
            if (video) {
                QFile file(picture.path);
                if (!file.open(QIODevice::WriteOnly) || file.write("clip") < 0)
                    qFatal("cannot write a sample clip");
            } else if (!scene(i).save(picture.path)) {
                qFatal("cannot write a sample picture");
            }
        }
        pictures.append(picture);
    }
    return pictures;
}

JobValue job(int number, JobValue::State state)
{
    JobValue made;
    made.id = studioId(number);
    made.prompt = u"Lighthouse at first light, storm version"_s;
    made.integrationId = studioId(1);
    made.integrationName = u"Stability AI"_s;
    made.service = u"stability"_s;
    made.model = u"ultra"_s;
    made.state = state;
    made.wanted = 4;
    made.expected = Money::fromCents(32);
    made.startedAt = studioNow().addSecs(-20);
    return made;
}

StudioJobs studioJobs(const QString &folder)
{
    const QList<PictureValue> pictures = studioPictures(folder, 4);
    JobValue first = job(201, JobValue::State::Working);
    first.made = 2;
    first.spent = Money::fromCents(16);
    first.preview = pictures.first().path;
    first.expectedEnd = studioNow().addSecs(13);
    JobValue second = job(202, JobValue::State::Working);
    second.type = RequestType::Video;
    second.prompt = u"Paper boats drifting down a rain gutter"_s;
    second.service = u"runway"_s;
    second.wanted = 1;
    second.seconds = 8;
    second.percent = 38;
    second.expected = Money::fromCents(96);
    second.expectedEnd = studioNow().addSecs(110);
    JobValue third = job(203, JobValue::State::Waiting);
    third.prompt = u"Twelve kitchen icons, thin line"_s;
    third.expected = Money::fromCents(36);
    return {{first, second, third}, false};
}

StudioJobs everyJob(const QString &folder)
{
    StudioJobs jobs = studioJobs(folder);
    JobValue second = job(204, JobValue::State::Waiting);
    second.prompt = u"A second one that waits"_s;
    JobValue sending = job(205, JobValue::State::Sending);
    JobValue endless = job(206, JobValue::State::Working);
    endless.prompt = u"No word about how far it is"_s;
    JobValue fetching = job(207, JobValue::State::Fetching);
    JobValue failed = job(208, JobValue::State::Failed);
    failed.error = Error(Error::Kind::Quota);
    failed.costState = CostState::Exact;
    JobValue cancelled = job(209, JobValue::State::Cancelled);
    cancelled.made = 2;
    cancelled.spent = Money::fromCents(16);
    cancelled.costState = CostState::Exact;
    JobValue unknown = job(210, JobValue::State::Unknown);
    unknown.prompt = u"A ship in a bottle"_s;
    unknown.costState = CostState::Unknown;
    jobs.jobs += {second, sending, endless, fetching, failed, cancelled, unknown};
    return jobs;
}

StudioDraft lighthouse()
{
    StudioDraft draft;
    draft.prompt = u"A lighthouse at first light, gouache on rough paper, soft edges, calm sea, "
                   "one small boat near the rocks"_s;
    draft.integration = studioId(1);
    draft.service = u"stability"_s;
    draft.model = u"ultra"_s;
    draft.options.insert(u"aspect_ratio"_s, u"1:1"_s);
    draft.count = 4;
    return draft;
}

} // namespace keyway::sample

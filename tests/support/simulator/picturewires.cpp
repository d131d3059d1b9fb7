#include "tests/support/simulator/answers.h"
#include "tests/support/simulator/generation.h"
#include "tests/support/simulator/jobs.h"
#include "tests/support/simulator/media.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QVariant>

#include <algorithm>

namespace keyway::simulator {

using namespace Qt::StringLiterals;

namespace {
int countOf(const Exchange &exchange)
{
    return std::max(1, exchange.fields.value("n"_L1).toVariant().toInt());
}

QSize sizeOf(const QString &size)
{
    const QStringList parts = size.split(u'x');
    return parts.size() == 2 ? QSize(parts.at(0).toInt(), parts.at(1).toInt()) : QSize(1024, 1024);
}

QString base64Of(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

/// A picture costs as many tokens of output as OpenAI once published for its size and quality.
qint64 pictureTokens(const QString &quality)
{
    if (quality == "low"_L1)
        return 272;
    return quality == "medium"_L1 ? 1056 : 4160;
}

struct OpenAiPicture {
    QByteArray bytes;
    QJsonObject settings; ///< size, quality, background, output_format as they were used
    QJsonObject usage;
};

OpenAiPicture paint(const Exchange &exchange, int partials)
{
    const auto given = [&exchange](const QString &name, const QString &usual) {
        const QString value = exchange.fields.value(name).toString();
        return value.isEmpty() || value == "auto"_L1 ? usual : value;
    };
    OpenAiPicture made;
    const QString format = given(u"output_format"_s, u"png"_s);
    const QString size = given(u"size"_s, u"1024x1024"_s);
    const QString quality = given(u"quality"_s, u"high"_s);
    made.settings = {{u"size"_s, size},
                     {u"quality"_s, quality},
                     {u"background"_s, given(u"background"_s, u"opaque"_s)},
                     {u"output_format"_s, format}};
    made.bytes = picture(mediaTypeNamed(format), sizeOf(size));
    const Counters &counters = exchange.behaviour.usage;
    const qint64 text = counters.input.value_or(
        std::max<qint64>(1, promptText(exchange.fields).toUtf8().size() / 4));
    const bool isEdit = exchange.route.call->body == Call::Body::Form;
    const qint64 image = isEdit ? 512 : 0;
    const qint64 output = counters.output.value_or(countOf(exchange) * pictureTokens(quality))
        + partials * qint64(100);
    made.usage = {{u"input_tokens"_s, text + image},
                  {u"input_tokens_details"_s,
                   QJsonObject{{u"text_tokens"_s, text}, {u"image_tokens"_s, image}}},
                  {u"output_tokens"_s, output},
                  {u"output_tokens_details"_s,
                   QJsonObject{{u"text_tokens"_s, 0}, {u"image_tokens"_s, output}}},
                  {u"total_tokens"_s, text + image + output}};
    return made;
}

Reply streamedPicture(const Exchange &exchange)
{
    const int partials = exchange.fields.value("partial_images"_L1).toVariant().toInt();
    const OpenAiPicture made = paint(exchange, partials);
    const QString kind
        = exchange.route.call->body == Call::Body::Form ? u"image_edit"_s : u"image_generation"_s;
    EventWriter events(exchange.behaviour);
    const auto write = [&](const QString &name, QJsonObject object) {
        object.insert(u"type"_s, name);
        object.insert(u"created_at"_s, QDateTime::currentSecsSinceEpoch());
        for (auto it = made.settings.begin(); it != made.settings.end(); ++it)
            object.insert(it.key(), it.value());
        events.event(name.toLatin1(), object);
    };
    Generation steps;
    for (int i = 0; i < partials; ++i)
        steps.words.append(QString::number(i));
    const QString sketch = base64Of(picture("image/png"_ba));
    const StreamEnd end = streamWords(
        steps, exchange.behaviour.fault,
        [&](const QString &word) {
            write(kind + u".partial_image"_s,
                  {{u"b64_json"_s, sketch}, {u"partial_image_index"_s, word.toInt()}});
        },
        [&] { events.event(kind.toLatin1() + ".partial_image", "{\"type\":\"ima"_ba); });
    if (end == StreamEnd::Error) {
        const Fault &fault = exchange.behaviour.fault;
        const QString code = fault.code.isEmpty() ? u"server_error"_s : fault.code;
        events.event("error"_ba,
                     QJsonObject{{u"type"_s, u"error"_s},
                                 {u"error"_s,
                                  QJsonObject{{u"type"_s, code},
                                              {u"code"_s, code},
                                              {u"message"_s, u"The picture failed."_s},
                                              {u"param"_s, QJsonValue::Null}}}});
    }
    if (end == StreamEnd::Complete)
        write(kind + u".completed"_s,
              {{u"b64_json"_s, base64Of(made.bytes)}, {u"usage"_s, made.usage}});
    return streamReply(events, end);
}

/// Stated costs of the pictures of one answer, in nano-dollars.
qint64 picturesCost(const Exchange &exchange)
{
    return exchange.behaviour.usage.cost.value_or(20'000'000 * qint64(countOf(exchange)));
}
} // namespace

Reply openAiPictures(const Exchange &exchange, Backstage &)
{
    if (exchange.behaviour.isWithheld()) {
        return errorReply(exchange.wire(),
                          {400,
                           u"moderation_blocked"_s,
                           u"Your request was rejected by the safety system."_s,
                           {},
                           {}},
                          exchange.serial);
    }
    const QJsonValue stream = exchange.fields.value("stream"_L1);
    if (stream.toVariant().toBool())
        return streamedPicture(exchange);
    const OpenAiPicture made = paint(exchange, 0);
    QJsonArray data;
    for (int i = 0; i < countOf(exchange); ++i)
        data.append(QJsonObject{{u"b64_json"_s, base64Of(made.bytes)}});
    QJsonObject body = made.settings;
    body.insert(u"created"_s, QDateTime::currentSecsSinceEpoch());
    body.insert(u"data"_s, data);
    if (!exchange.behaviour.noUsage)
        body.insert(u"usage"_s, made.usage);
    return wholeReply(exchange, body);
}

Reply xaiPictures(const Exchange &exchange, Backstage &stage)
{
    const bool filtered = exchange.behaviour.isWithheld();
    QJsonArray data;
    for (int i = 0; i < countOf(exchange); ++i) {
        QJsonObject item{{u"revised_prompt"_s, exchange.fields.value("prompt"_L1)},
                         {u"respect_moderation"_s, !filtered}};
        if (!filtered && exchange.fields.value("response_format"_L1) == "b64_json"_L1) {
            item.insert(u"b64_json"_s, base64Of(picture("image/jpeg"_ba)));
        } else if (!filtered) {
            // The link is that of a job which is over at once.
            Exchange done = exchange;
            done.behaviour.job.steps = 0;
            const Job job = stage.jobs.make(done, u"img%1-"_s.arg(i), "image/jpeg"_ba);
            stage.jobs.look(job.id);
            item.insert(u"url"_s, fileAddress(exchange, job));
        }
        data.append(item);
    }
    QJsonObject body{{u"data"_s, data}};
    if (!exchange.behaviour.noUsage) {
        body.insert(u"usage"_s, QJsonObject{{u"cost_in_usd_ticks"_s, picturesCost(exchange) * 10}});
    }
    return wholeReply(exchange, body);
}

Reply openRouterPictures(const Exchange &exchange, Backstage &)
{
    if (exchange.behaviour.isWithheld()) {
        return errorReply(exchange.wire(),
                          {403,
                           u"content_policy_violation"_s,
                           u"The prompt was flagged by moderation."_s,
                           {},
                           {}},
                          exchange.serial);
    }
    QJsonArray data;
    for (int i = 0; i < countOf(exchange); ++i) {
        data.append(QJsonObject{{u"b64_json"_s, base64Of(picture("image/png"_ba))},
                                {u"media_type"_s, u"image/png"_s}});
    }
    QJsonObject body{{u"created"_s, QDateTime::currentSecsSinceEpoch()}, {u"data"_s, data}};
    if (!exchange.behaviour.noUsage) {
        const qint64 tokens = exchange.behaviour.usage.output.value_or(1290);
        body.insert(u"usage"_s,
                    QJsonObject{{u"prompt_tokens"_s, 8},
                                {u"completion_tokens"_s, tokens},
                                {u"total_tokens"_s, tokens + 8},
                                {u"cost"_s, dollars(picturesCost(exchange))}});
    }
    return wholeReply(exchange, body);
}

} // namespace keyway::simulator

#pragma once

#include "core/providers/provider.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRandomGenerator>

#include <algorithm>

namespace keyway {

/// One recorded shape of an answer: `<name>.body` and `<name>.expected.json` of a folder of
/// tests/data.
struct Exchange {
    QString name;
    QByteArray body;
    QJsonObject expected;
};

inline QList<Exchange> exchangesIn(const QString &folder)
{
    const QDir dir(qEnvironmentVariable("KEYWAY_TEST_DATA") + QLatin1Char('/') + folder);
    const auto contentOf = [&](const QString &name) {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("missing test data: %s", qPrintable(file.fileName()));
        return file.readAll();
    };
    QList<Exchange> exchanges;
    const QStringList bodies = dir.entryList({QStringLiteral("*.body")}, QDir::Files, QDir::Name);
    for (const QString &body : bodies) {
        const QString name = body.chopped(5);
        QJsonParseError problem;
        const auto expected
            = QJsonDocument::fromJson(contentOf(name + QStringLiteral(".expected.json")), &problem);
        if (problem.error != QJsonParseError::NoError)
            qFatal("%s.expected.json: %s", qPrintable(name), qPrintable(problem.errorString()));
        exchanges.append({name, contentOf(body), expected.object()});
    }
    return exchanges;
}

/// A Completion as the tests write it: empty fields are left out.
inline QJsonObject toJson(const Completion &completion)
{
    QJsonObject json{{QStringLiteral("outcome"), nameOf(completion.outcome)}};
    const auto put = [&json](const char *name, const QJsonValue &value) {
        if (value != QJsonValue(QString()) && value != QJsonValue(false)
            && value != QJsonValue(QJsonObject()))
            json.insert(QLatin1String(name), value);
    };
    put("text", completion.text);
    put("usage", completion.usage.toJson());
    put("usage_reported", completion.usageReported);
    put("input_reported", completion.inputReported);
    put("model", completion.model);
    put("finish_reason", completion.finishReason);
    put("service_words", completion.serviceWords);
    put("service_request_id", completion.serviceRequestId);
    for (auto it = completion.priceFacts.cbegin(); it != completion.priceFacts.cend(); ++it)
        put(qPrintable(it.key()), it.value());
    QJsonArray passes;
    for (const UsagePass &pass : completion.passes) {
        QJsonObject entry = pass.usage.toJson();
        if (!pass.model.isEmpty())
            entry.insert(QStringLiteral("model"), pass.model);
        passes.append(entry);
    }
    if (!passes.isEmpty())
        json.insert(QStringLiteral("passes"), passes);
    if (completion.statedCost)
        json.insert(QLatin1String("stated_cost_nano"), completion.statedCost->nano());
    if (!completion.images.isEmpty())
        json.insert(QLatin1String("images"), completion.images.size());
    QJsonArray links;
    for (const ResultLink &link : completion.links)
        links.append(link.url.toString());
    if (!links.isEmpty())
        json.insert(QLatin1String("links"), links);
    if (completion.error) {
        const Error &error = *completion.error;
        QJsonObject words{{QStringLiteral("kind"), Error::kindName(error.kind())}};
        const auto putWord = [&words](const char *name, const QString &value) {
            if (!value.isEmpty())
                words.insert(QLatin1String(name), value);
        };
        putWord("reason", error.reason());
        putWord("code", error.reply().code);
        putWord("words", error.reply().words);
        putWord("request_id", error.reply().requestId);
        words.insert(QLatin1String("billing"),
                     error.billing() == Error::Billing::Possible ? QStringLiteral("possible")
                                                                 : QStringLiteral("surely-not"));
        json.insert(QLatin1String("error"), words);
    }
    return json;
}

inline QByteArray pretty(const QJsonObject &json)
{
    return QJsonDocument(json).toJson();
}

/// Where to cut a body: nowhere, after every byte, and at 200 seeded random sets of places.
inline QList<QList<qsizetype>> waysToSplit(qsizetype size)
{
    QList<QList<qsizetype>> ways{{}};
    QList<qsizetype> everywhere;
    for (qsizetype i = 1; i < size; ++i)
        everywhere.append(i);
    ways.append(everywhere);
    QRandomGenerator random(20261122);
    for (int round = 0; round < 200 && size > 1; ++round) {
        QList<qsizetype> places;
        const int count = random.bounded(1, 9);
        for (int i = 0; i < count; ++i)
            places.append(1 + qsizetype(random.bounded(quint32(size - 1))));
        std::sort(places.begin(), places.end());
        ways.append(places);
    }
    return ways;
}

/// What a parser makes of a body that arrives in pieces: the Completion, and the text that was
/// streamed.
template <class Parser>
std::pair<QJsonObject, QString> parsed(Parser parser, const QByteArray &body,
                                       const QList<qsizetype> &splits)
{
    QString streamed;
    qsizetype from = 0;
    const auto feed = [&](qsizetype to) {
        const auto events = parser.feed(QByteArrayView(body).sliced(from, to - from));
        for (const StreamEvent &event : events)
            streamed += event.text;
        from = to;
    };
    for (const qsizetype place : splits)
        feed(place);
    feed(body.size());
    return {toJson(parser.finish(true)), streamed};
}

} // namespace keyway

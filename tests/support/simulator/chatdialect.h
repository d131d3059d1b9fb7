#pragma once

#include "tests/support/simulator/generation.h"

namespace keyway::simulator {

/// What tells the services apart that took OpenAI's chat over.
struct ChatDialect {
    enum class StreamUsage { WhenAsked, OwnChunk, WithFinish };
    QString idPrefix = QStringLiteral("chatcmpl-");
    QString thinking = QStringLiteral("reasoning_content"); ///< field; empty: parts of the content
    bool refusalField = true;
    StreamUsage streamUsage = StreamUsage::WhenAsked;

    static ChatDialect of(Wire wire);
};

/// The usage of an answer as the service counts it.
QJsonObject chatUsage(Wire wire, const Generation &generation);
/// The end of an answer in the service's words.
QString chatFinish(Wire wire, const Behaviour &behaviour, const Generation &generation);
/// The chunk that stands for an error in a stream.
QJsonObject chatErrorChunk(const Exchange &exchange, const QJsonObject &frame);
/// Azure's results of its filter, in which nothing was found.
QJsonObject nothingFiltered();

} // namespace keyway::simulator

#pragma once

#include "core/providers/httpexchange.h"
#include "core/providers/provider.h"
#include "core/providers/serviceerror.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonObject>

#include <initializer_list>
#include <memory>

namespace keyway {

/// Feeds a streamed answer to its parser, hands out what it finds, and notes when the first text
/// came. The parser has feed(), isDone() and finish().
template <class Parser> class StreamedAnswer {
public:
    StreamedAnswer(Parser parser, StreamSink sink)
        : m_parser(std::move(parser))
        , m_sink(std::move(sink))
    {
        m_clock.start();
    }

    BodyStep take(QByteArrayView bytes)
    {
        const QList<StreamEvent> events = m_parser.feed(bytes);
        for (const StreamEvent &event : events)
            give(event);
        return m_parser.isDone() ? BodyStep::Enough : BodyStep::More;
    }

    Completion finish(bool whole)
    {
        Completion done = m_parser.finish(whole);
        if (done.text.size() > m_given)
            give({done.text.sliced(m_given), std::nullopt});
        done.firstToken = m_firstToken;
        return done;
    }

private:
    void give(const StreamEvent &event)
    {
        if (!event.text.isEmpty() && !m_firstToken)
            m_firstToken = std::chrono::milliseconds(m_clock.elapsed());
        m_given += event.text.size();
        if (m_sink)
            m_sink(event);
    }

    Parser m_parser;
    StreamSink m_sink;
    QElapsedTimer m_clock;
    std::optional<std::chrono::milliseconds> m_firstToken;
    qsizetype m_given = 0;
};

/// Starts a call from an endpoint: address below its base URL, connection, headers, timeouts, and
/// the header of the key as the catalogue says, else `Authorization: Bearer`.
HttpRequest requestTo(const Endpoint &endpoint, const QString &path);

/// The endpoint without the last part of its base URL's path where that is one of `versions`, such
/// as `v1`: people write base URLs with and without it.
Endpoint withoutVersion(Endpoint endpoint, std::initializer_list<QLatin1StringView> versions);

/// The same request as a POST of a JSON object.
HttpRequest posting(HttpRequest request, const QJsonObject &body);

/// A parser's answer and the facts of the transport, as one: whose error holds, and the outcome.
Completion concluded(Completion answer, const HttpReply &reply, std::optional<Error> statusError);

/// One call whose successful answer goes through `parser` as it comes. `http` must outlive the
/// task.
template <class Parser>
QCoro::Task<Completion> parsedAttempt(HttpExchange *http, HttpRequest call, Secret key,
                                      Parser parser, StreamSink sink, CancelToken cancel)
{
    auto answer = std::make_shared<StreamedAnswer<Parser>>(std::move(parser), std::move(sink));
    auto future = http->send(
        std::move(call), key,
        [answer](const HttpReply &, QByteArrayView bytes) { return answer->take(bytes); }, cancel);
    const auto reply = co_await future;
    if (reply.status >= 400)
        co_return concluded({}, reply, serviceError(reply, QDateTime::currentDateTimeUtc()));
    if (!reply.isSuccess())
        co_return concluded({}, reply, std::nullopt);
    co_return concluded(answer->finish(!reply.error), reply, std::nullopt);
}

/// An attempt that ended before anything was sent.
Completion failedBeforeSending(Error error);

} // namespace keyway

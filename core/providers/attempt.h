#pragma once

#include "core/providers/httpexchange.h"
#include "core/providers/provider.h"

#include <QtCore/QElapsedTimer>

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

/// Starts a call from an endpoint: address below its base URL, headers, timeouts, and the header
/// of the key as the catalogue says, else `Authorization: Bearer`.
HttpRequest requestTo(const Endpoint &endpoint, const QString &path);

/// A parser's answer and the facts of the transport, as one: whose error holds, and the outcome.
Completion concluded(Completion answer, const HttpReply &reply, std::optional<Error> statusError);

/// An attempt that ended before anything was sent.
Completion failedBeforeSending(Error error);

} // namespace keyway

#include "core/providers/answerparser.h"

#include "core/providers/serviceerror.h"

#include <QtCore/QJsonDocument>

namespace keyway {

using namespace Qt::StringLiterals;

QList<StreamEvent> AnswerParser::feed(QByteArrayView bytes)
{
    QList<StreamEvent> out;
    if (m_done)
        return out;
    takeEvents(m_bytes.feed(bytes), out);
    if (m_bytes.shape() == AnswerBytes::Shape::Page)
        fail(unreadableAnswer(u"content-type"_s));
    return out;
}

void AnswerParser::takeEvents(const QList<SseEvent> &events, QList<StreamEvent> &out)
{
    for (const SseEvent &event : events) {
        if (m_done)
            return;
        if (event.data.trimmed() == "[DONE]") {
            end();
            return;
        }
        const auto object = jsonObject(event.data);
        if (!object) {
            fail(unreadableAnswer(u"bad-json"_s));
            return;
        }
        m_sawObject = true;
        StreamEvent news;
        takeEvent(*object, news);
        if (!news.text.isEmpty() || news.usage)
            out.append(std::move(news));
    }
    if (!m_done && m_bytes.overflowed())
        fail(unreadableAnswer(u"too-large"_s));
}

void AnswerParser::takeJson()
{
    const auto object = jsonObject(m_bytes.json());
    if (!object) {
        fail(unreadableAnswer(u"bad-json"_s));
        return;
    }
    m_sawObject = true;
    StreamEvent news; // StreamedAnswer gives the text out at the end
    if (takeWhole(*object, news)) {
        end();
    } else if (!m_completion.error) {
        const ServiceFault fault = faultIn(m_bytes.json());
        fail(unreadableAnswer(u"bad-json"_s).withReply({200, fault.code, fault.message, {}, {}}));
    }
}

void AnswerParser::addText(const QString &piece, StreamEvent &out)
{
    const QString text = m_whole.take(piece);
    m_completion.text += text;
    out.text += text;
    m_hasContent = m_hasContent || !piece.isEmpty();
}

void AnswerParser::fail(Error error)
{
    m_completion.error = std::move(error);
    m_done = true;
}

void AnswerParser::failWith(const QJsonObject &body)
{
    const QByteArray bytes = QJsonDocument(body).toJson(QJsonDocument::Compact);
    fail(streamError(faultIn(bytes), m_hasContent));
}

bool AnswerParser::isComplete(bool) const
{
    return !m_completion.finishReason.isEmpty();
}

Completion AnswerParser::finish(bool whole)
{
    if (!m_done && whole) {
        QList<StreamEvent> news;
        takeEvents(m_bytes.finish(), news);
    }
    if (!m_done && whole && m_bytes.shape() == AnswerBytes::Shape::Json)
        takeJson();
    if (!m_done)
        closing();
    Completion &done = m_completion;
    done.text += m_whole.rest();
    if (!done.error && !m_sawObject && whole) {
        done.error = unreadableAnswer(u"empty"_s);
    } else if (!done.error && !m_done && !isComplete(whole)) {
        done.usageReported = false;
        done.error = Error(Error::Kind::Network, u"the stream ended without an end"_s)
                         .withReason(u"cut"_s)
                         .withBilling(Error::Billing::Possible);
    }
    done.outcome = done.error ? Outcome::Failed : outcome();
    return done;
}

} // namespace keyway

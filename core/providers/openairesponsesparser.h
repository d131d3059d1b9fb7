#pragma once

#include "core/providers/answerparser.h"
#include "core/providers/openaiusage.h"

namespace keyway {

/// An answer to POST /responses of OpenAI, Azure, xAI, DeepSeek, OpenRouter and local servers. It
/// ends with one event that carries the whole response, or with an error that such an event may
/// follow. Pictures that a tool made are billed beside the usage: they are a pass of their own.
class OpenAiResponsesParser final : public AnswerParser {
public:
    explicit OpenAiResponsesParser(OpenAiUsageRules rules);

protected:
    void takeEvent(const QJsonObject &event, StreamEvent &out) override;
    bool takeWhole(const QJsonObject &answer, StreamEvent &out) override;
    bool isComplete(bool whole) const override;
    void closing() override;
    Outcome outcome() const override;

private:
    void takeDelta(const QString &type, const QJsonObject &event, StreamEvent &out);
    void takeHead(const QJsonObject &response);
    void takeResponse(const QJsonObject &response, StreamEvent &out);
    void takeOutput(const QJsonArray &items, StreamEvent &out);
    void takeUsage(const QJsonObject &response, StreamEvent &out);

    OpenAiUsageRules m_rules;
    QJsonObject m_error; ///< held back for the response that may follow it
    bool m_hasDeltas = false;
};

} // namespace keyway

#include "core/providers/geminiinteractionparser.h"

#include "core/providers/faultwords.h"
#include "core/providers/picture.h"
#include "core/providers/serviceerror.h"

#include <QtCore/QJsonArray>

namespace keyway {

using namespace Qt::StringLiterals;

void GeminiInteractionParser::takeEvent(const QJsonObject &event, StreamEvent &out)
{
    const QString type = event.value("event_type"_L1).toString();
    const QJsonObject interaction = event.value("interaction"_L1).toObject();
    if (type == "interaction.created"_L1) {
        takeInteraction(interaction, out);
    } else if (type == "step.start"_L1) {
        takeStep(event.value("step"_L1).toObject(), out);
    } else if (type == "step.delta"_L1) {
        takeContent(event.value("delta"_L1).toObject(), out);
    } else if (type == "interaction.completed"_L1) {
        takeInteraction(interaction, out);
        m_completion.usageReported = m_completion.inputReported;
        end();
    } else if (type == "error"_L1) {
        takeError(event);
    }
    // Status updates, ends of steps and types that do not exist yet carry nothing.
}

void GeminiInteractionParser::takeInteraction(const QJsonObject &interaction, StreamEvent &out)
{
    Completion &done = m_completion;
    if (const QString id = interaction.value("id"_L1).toString(); !id.isEmpty())
        done.serviceRequestId = id;
    if (const QString model = interaction.value("model"_L1).toString(); !model.isEmpty())
        done.model = model;
    const QString tier = interaction.value("service_tier"_L1).toString().toLower();
    if (!tier.isEmpty())
        done.priceFacts.insert(u"service_tier"_s, tier);
    if (const auto usage
        = geminiInteractionUsage(interaction.value("usage"_L1).toObject(), m_rules)) {
        done.usage = *usage;
        done.inputReported = true;
        out.usage = done.usage;
    }
    const QString status = interaction.value("status"_L1).toString();
    if (status == "in_progress"_L1 || status == "queued"_L1)
        return;
    done.finishReason = status;
    if (status == "failed"_L1)
        takeError(interaction);
    else if (status == "cancelled"_L1)
        fail(Error(Error::Kind::Protocol, u"cancelled at the service"_s)
                 .withReason(u"cancelled-there"_s)
                 .withBilling(Error::Billing::Possible));
}

/// An answer that was blocked is an outcome with the service's words; other errors are failures.
void GeminiInteractionParser::takeError(const QJsonObject &from)
{
    const QJsonObject error = from.value("error"_L1).toObject();
    ServiceFault fault;
    fault.code = error.value("code"_L1).toString();
    const bool isUnable = fault.code == "language"_L1 || fault.code == "image_other"_L1;
    if (!isUnable && !saysPolicy(fault)) {
        failWith(from);
        return;
    }
    m_withheld = isUnable ? Outcome::Refused : Outcome::Filtered;
    m_completion.finishReason = fault.code;
    m_completion.serviceWords = error.value("message"_L1).toString();
}

Outcome GeminiInteractionParser::outcome() const
{
    return m_withheld.value_or(Outcome::Completed);
}

void GeminiInteractionParser::takeStep(const QJsonObject &step, StreamEvent &out)
{
    noteContent();
    // What the user said comes back in whole answers.
    if (step.value("type"_L1).toString() != "model_output"_L1)
        return;
    const QJsonArray contents = step.value("content"_L1).toArray();
    for (const QJsonValue &content : contents)
        takeContent(content.toObject(), out);
}

void GeminiInteractionParser::takeContent(const QJsonObject &content, StreamEvent &out)
{
    const QString type = content.value("type"_L1).toString();
    noteContent();
    if (type == "text"_L1) {
        addText(content.value("text"_L1).toString(), out);
    } else if (type == "image"_L1 && content.contains("data"_L1)) {
        const auto decoded = QByteArray::fromBase64Encoding(
            content.value("data"_L1).toString().toLatin1(),
            QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded || decoded.decoded.isEmpty())
            fail(unreadableAnswer(u"bad-image"_s));
        else
            m_completion.images.append(
                {decoded.decoded, pictureType(decoded.decoded), std::nullopt});
    }
}

bool GeminiInteractionParser::takeWhole(const QJsonObject &answer, StreamEvent &out)
{
    if (answer.value("error"_L1).isObject() && !answer.contains("status"_L1)) {
        takeError(answer);
        return !m_completion.error;
    }
    if (!answer.contains("status"_L1))
        return false;
    const QString status = answer.value("status"_L1).toString();
    if (status == "queued"_L1 || status == "in_progress"_L1) {
        // Left to run in the background, which was not asked for. It may be billed.
        fail(Error(Error::Kind::Protocol, status)
                 .withReason(u"unfinished"_s)
                 .withBilling(Error::Billing::Possible));
        return false;
    }
    const QJsonArray steps = answer.value("steps"_L1).toArray();
    for (const QJsonValue &step : steps)
        takeStep(step.toObject(), out);
    if (steps.isEmpty())
        addText(answer.value("output_text"_L1).toString(), out);
    takeInteraction(answer, out);
    m_completion.usageReported = m_completion.inputReported;
    return !m_completion.error;
}

} // namespace keyway

#pragma once

#include "tests/support/simulator/fieldrules.h"
#include "tests/support/simulator/httpmessage.h"

#include <QtCore/QRegularExpression>

namespace keyway::simulator {

/// Who answers: it decides how errors and their words look.
enum class Wire {
    OpenAi,
    OpenRouter,
    Xai,
    Mistral,
    DeepSeek,
    Groq,
    Azure,
    Local,
    Anthropic,
    Stability,
    Gemini,
    Interactions,
    Cohere,
    Ollama,
    Runway,
    Luma,
    Replicate,
    Files
};

/// What a service refuses beyond the kinds of its fields.
struct RefusalRule {
    QList<QRegularExpression> models; ///< empty: all
    QStringList does; ///< the calls; empty: all
    QString when; ///< "path" or "path=value"; empty: always
    QString unless;
    QStringList refuses; ///< "path" or "path=value"
    QStringList needs;
    QStringList allows; ///< "path=value,value": no other value
    bool gone = false; ///< there is no such model any more
};

/// One call of a service.
struct Call {
    enum class Body { None, Json, Form };
    QByteArray method;
    QString path; ///< below the base, such as /videos/{id}
    QRegularExpression pattern;
    QRegularExpression suffix; ///< the same at the end of any path, without its version
    QString does; ///< what answers it
    Wire wire = Wire::OpenAi;
    Body body = Body::None;
    bool generates = false; ///< asks a model, whose behaviour is looked up
    bool keyless = false;
    bool adminKey = false;
    Fields fields;
    Fields query;
    QStringList accepts; ///< values of Accept; empty: any
};

/// A service that the simulator speaks as, read from rules/ID.json.
struct Service {
    enum class Key { Bearer, XApiKey, GoogApiKey, ApiKey, None };
    QString id;
    QString name;
    QString base; ///< below the simulator's address, such as /openai/v1
    QString url; ///< what clients take as their base URL; mostly the same
    Wire wire = Wire::OpenAi;
    Key key = Key::Bearer;
    bool keyOptional = false;
    QString idHeader;
    Fields headers; ///< beside those that every client sends
    HeaderList answerHeaders;
    QStringList models; ///< that it lists when the script names none
    FieldRules rules;
    QList<Call> calls;
    QList<RefusalRule> refusals;
};

/// Where a request leads. `service` is always set.
struct Route {
    const Service *service = nullptr;
    const Call *call = nullptr; ///< none: the service does not know the path
    QHash<QString, QString> captures; ///< the parts of the path in braces

    Wire wire() const { return call ? call->wire : service->wire; }
};

/// All services; the first ones are reached without their base too.
const QList<Service> &services();
/// What is wrong in the tables; empty when they are right.
QStringList serviceTableProblems();
Route routeOf(const HttpRequest &request);

} // namespace keyway::simulator

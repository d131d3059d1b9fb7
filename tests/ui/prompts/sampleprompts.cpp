#include "sampleprompts.h"

using namespace Qt::StringLiterals;

namespace keyway::sample {
namespace {

Integration integration(int number, const QString &service, const QString &name,
                        const QString &model)
{
    Integration made;
    made.id = id(number);
    made.service = service;
    made.name = name;
    made.model = model;
    made.keyTail = u"4xQ7"_s;
    made.position = number;
    made.baseUrl = QUrl(u"https://api.example.com"_s);
    return made;
}

engine::IntegrationSummary summary(const Integration &of, const QString &serviceName)
{
    engine::IntegrationSummary made;
    made.integration = of;
    made.serviceName = serviceName;
    made.types = {RequestType::Text};
    made.typicalFirstToken = std::chrono::milliseconds(410);
    return made;
}

UsageRecord record(int attempt, const Integration &at, Outcome outcome)
{
    UsageRecord made;
    made.recordId = id(500 + attempt);
    made.requestId = id(400);
    made.attempt = attempt;
    made.integrationId = at.id;
    made.integrationName = at.name;
    made.service = at.service;
    made.model = at.model;
    made.app = AppClass::Window;
    made.startedAt = promptNow().addMSecs(-4800);
    made.outcome = outcome;
    made.durationMs = 4800;
    return made;
}

UnitPrices prices()
{
    return {{Counter::InUncached, Price::fromPico(2'000'000)},
            {Counter::OutText, Price::fromPico(8'000'000)}};
}

const Integration openAi = integration(1, u"openai"_s, u"OpenAI (GPT-4)"_s, u"gpt-4.1"_s);
const Integration anthropic = integration(2, u"anthropic"_s, u"Anthropic"_s, u"claude-sonnet"_s);
const Integration ollama = integration(3, u"ollama"_s, u"Ollama"_s, u"llama3.1:8b"_s);

AttemptValue failed(int number, const Integration &at, Error::Kind kind, int status,
                    const QString &code, qint64 ms)
{
    AttemptValue attempt;
    attempt.record = record(number, at, Outcome::Failed);
    attempt.record.errorKind = kind;
    attempt.record.httpStatus = status;
    attempt.record.serviceCode = code;
    attempt.record.durationMs = ms;
    Error::ServiceReply reply;
    reply.httpStatus = status;
    reply.code = code;
    attempt.error = Error(kind).withReply(reply);
    return attempt;
}

AttemptValue written(int number, const Integration &at, const QString &text, Outcome outcome)
{
    AttemptValue attempt;
    attempt.record = record(number, at, outcome);
    attempt.text = text;
    attempt.prices = prices();
    attempt.record.usage.set(Counter::InUncached, 1874);
    attempt.record.usage.set(Counter::OutText, 286);
    attempt.record.platformCost = costOf(attempt.record.usage, prices())->total;
    attempt.record.costState = CostState::Exact;
    attempt.record.platformFee = attempt.record.platformCost.scaled(5, 100);
    return attempt;
}

AnswerValue answerWith(const QList<AttemptValue> &attempts, AnswerValue::State state)
{
    AnswerValue answer;
    answer.messageId = id(300);
    answer.requestId = id(400);
    answer.state = state;
    answer.attempts = attempts;
    answer.plan = surveyPlan();
    answer.startedAt = promptNow().addMSecs(-4800);
    if (!attempts.isEmpty())
        answer.text = attempts.last().text;
    return answer;
}

} // namespace

Id id(int number)
{
    return *Id::fromString(u"01900000-0000-7000-8000-%1"_s.arg(number, 12, 10, QChar(u'0')));
}

QDateTime promptNow()
{
    return QDateTime(QDate(2026, 11, 18), QTime(14, 31), Qt::UTC);
}

ServicesValue promptServices()
{
    ServicesValue services;
    Integration off = integration(4, u"stability"_s, u"Stability AI"_s, u"stable-image"_s);
    off.enabled = false;
    services.integrations = {summary(anthropic, u"Anthropic"_s), summary(openAi, u"OpenAI"_s),
                             summary(ollama, u"Ollama"_s), summary(off, u"Stability AI"_s)};
    services.integrations[2].local = true;
    services.keychain = {KeychainState::Ready, u"GNOME Keyring"_s, {}};
    return services;
}

QList<Conversation> promptConversations()
{
    struct Row {
        const char16_t *title;
        const char16_t *model;
        qint64 nano;
        int hoursAgo;
    };
    static const Row rows[]
        = {{u"Survey summary for the board", u"gpt-4.1", 47'200'000, 0},
           {u"Rename the export columns", u"gpt-4.1-mini", 3'100'000, 2},
           {u"Reply to the landlord", u"llama3.1:8b", 0, 5},
           {u"Regex for Swedish postcodes", u"claude-haiku", 0, 24},
           {u"Trip budget, Porto in March", u"gpt-4.1", 61'400'000, 27},
           {u"Explain the FFT to a 12-year-old with pictures", u"gpt-4.1-mini", 2'000'000, 30},
           {u"Cover letter, second draft", u"gpt-4.1", 38'800'000, 50},
           {u"SQL for overdue invoices", u"gpt-4.1-mini", 4'600'000, 52},
           {u"Bread with less salt", u"claude-haiku", 0, 180}};
    QList<Conversation> made;
    for (const Row &row : rows) {
        Conversation conversation;
        conversation.id = id(100 + int(made.size()));
        conversation.title = QString::fromUtf16(row.title);
        conversation.model = QString::fromUtf16(row.model);
        conversation.platformCost = Money::fromNano(row.nano);
        conversation.updatedAt = promptNow().addSecs(-3600LL * row.hoursAgo);
        made.append(conversation);
    }
    return made;
}

QString surveyPrompt()
{
    return u"Group the open comments into three or four themes for a one-page board note. Give each theme a share and one quotation, and end with what we should do next."_s;
}

QString surveyAnswer()
{
    return uR"(Of 212 comments, 187 give a reason. They fall into four themes:

| Theme | Share | In their words |
|-------|------:|----------------|
| Delivery times | 38% | “Great chair, but five weeks is too long.” |
| Assembly | 27% | “Step 7 needs a third hand.” |
| Price and value | 21% | “Costs more, yet lasts.” |
| Customer service | 14% | “Somebody actually called me back.” |

### What to do next

1. Promise a delivery week when the order is placed, and keep customers posted if it slips.
2. Redraw steps 5 to 8 of the manual and add a two-minute film)"_s;
}

routing::RoutePlan surveyPlan()
{
    routing::RoutePlan plan;
    const auto candidate = [](const Integration &at, int score, std::optional<qint64> nano,
                              routing::ReasonCode code) {
        routing::Candidate made;
        made.integrationId = at.id;
        made.integrationName = at.name;
        made.service = at.service;
        made.model = at.model;
        made.score = score;
        if (nano)
            made.estimatedCost = Money::fromNano(*nano);
        made.worstCost = made.estimatedCost;
        made.firstTokenMs = 410;
        made.reason = {code, {}};
        return made;
    };
    plan.candidates = {candidate(anthropic, 81, 7'000'000, routing::ReasonCode::FirstInOrder),
                       candidate(openAi, 78, 6'000'000, routing::ReasonCode::NextInOrder),
                       candidate(ollama, 62, 0, routing::ReasonCode::NextInOrder)};
    plan.excluded = {{id(4),
                      u"Stability AI"_s,
                      u"stability"_s,
                      u"stable-image"_s,
                      {routing::ReasonCode::Disabled, {}}}};
    return plan;
}

AnswerValue surveyRunning(const QString &text)
{
    AttemptValue running;
    running.record = record(2, openAi, Outcome::Started);
    running.text = text;
    running.prices = prices();
    running.promptTokens = 1874;
    running.running = true;
    return answerWith(
        {failed(1, anthropic, Error::Kind::RateLimited, 429, u"rate_limit_error"_s, 400), running},
        text.isEmpty() ? AnswerValue::State::Asking : AnswerValue::State::Writing);
}

AnswerValue surveyComplete()
{
    return answerWith(
        {failed(1, anthropic, Error::Kind::RateLimited, 429, u"rate_limit_error"_s, 400),
         written(2, openAi, surveyAnswer() + u".\n"_s, Outcome::Completed)},
        AnswerValue::State::Complete);
}

AnswerValue allFailed()
{
    AnswerValue answer = answerWith(
        {failed(1, anthropic, Error::Kind::RateLimited, 429, u"rate_limit_error"_s, 400),
         failed(2, openAi, Error::Kind::Overloaded, 503, {}, 2000),
         failed(3, ollama, Error::Kind::Network, 0, {}, 4)},
        AnswerValue::State::Failed);
    answer.error = answer.attempts.last().error;
    return answer;
}

AnswerValue mayBeCharged()
{
    AttemptValue attempt = failed(1, openAi, Error::Kind::Timeout, 0, {}, 60'000);
    attempt.record.outcome = Outcome::Unknown;
    attempt.error = Error(Error::Kind::Timeout).withBilling(Error::Billing::Possible);
    AnswerValue answer = answerWith({attempt}, AnswerValue::State::Failed);
    answer.error = attempt.error;
    answer.notAsked = surveyPlan().candidates;
    answer.notAsked.removeAt(1);
    return answer;
}

AnswerValue brokenAnswer()
{
    AttemptValue broken
        = written(1, openAi, u"Of 212 comments, 187 give a reason. They"_s, Outcome::Failed);
    broken.record.usage.set(Counter::OutText, 120);
    broken.record.platformCost = Money::fromNano(1'200'000);
    broken.error = Error(Error::Kind::Network);
    AnswerValue answer = answerWith({broken}, AnswerValue::State::Failed);
    answer.error = broken.error;
    return answer;
}

AnswerValue brokenAndGoneOn()
{
    return answerWith({brokenAnswer().attempts.first(),
                       written(2, anthropic, surveyAnswer() + u"."_s, Outcome::Completed)},
                      AnswerValue::State::Complete);
}

AnswerValue interruptedAnswer()
{
    AttemptValue cut
        = written(1, openAi, u"Of 212 comments, 187 give a reason."_s, Outcome::Unknown);
    cut.record.costState = CostState::Unknown;
    cut.record.platformCost = {};
    cut.record.platformFee = {};
    cut.record.durationMs = 0;
    return answerWith({cut}, AnswerValue::State::Interrupted);
}

AnswerValue stoppedAnswer()
{
    return answerWith(
        {written(1, openAi, u"Of 212 comments, 187 give a reason."_s, Outcome::Cancelled)},
        AnswerValue::State::Stopped);
}

AnswerValue refusedAnswer()
{
    AttemptValue attempt = failed(1, openAi, Error::Kind::Rejected, 400, u"content_policy"_s, 700);
    Error::ServiceReply reply = attempt.error->reply();
    reply.words = u"This request was rejected as a result of our safety system."_s;
    attempt.error = Error(Error::Kind::Rejected).withReason(u"policy"_s).withReply(reply);
    AnswerValue answer = answerWith({attempt}, AnswerValue::State::Failed);
    answer.error = attempt.error;
    return answer;
}

AnswerValue unknownPrice()
{
    AttemptValue attempt = written(1, ollama, u"An answer without a price."_s, Outcome::Completed);
    attempt.prices.reset();
    attempt.record.costState = CostState::Unknown;
    attempt.record.platformCost = {};
    attempt.record.platformFee = {};
    return answerWith({attempt}, AnswerValue::State::Complete);
}

ConversationValue conversationWith(const AnswerValue &answer)
{
    ConversationValue conversation;
    conversation.id = promptConversations().first().id;
    conversation.title = promptConversations().first().title;
    conversation.total = Money::fromNano(47'200'000);
    conversation.messages = {{surveyPrompt(), {}}, {{}, answer}};
    return conversation;
}

ServicesValue wordyServices()
{
    ServicesValue services = promptServices();
    services.integrations[0].integration.name
        = u"Geschäftszugang für Vertragsprüfungen (Abteilung Süd)"_s;
    services.integrations[1].integration.name = u"Großraumbürosprachmodellschnittstelle"_s;
    return services;
}

AnswerValue wordyAnswer()
{
    AnswerValue answer = allFailed();
    for (AttemptValue &attempt : answer.attempts)
        attempt.record.integrationName = u"Großraumbürosprachmodellschnittstelle"_s;
    for (routing::Candidate &candidate : answer.plan->candidates) {
        candidate.integrationName = u"Großraumbürosprachmodellschnittstelle"_s;
        candidate.model = u"donaudampfschifffahrtsmodell-2026-11-preview"_s;
    }
    return answer;
}

} // namespace keyway::sample

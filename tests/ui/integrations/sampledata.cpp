#include "sampledata.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using keyway::engine::Health;
using keyway::engine::IntegrationSummary;
using keyway::engine::Overview;

namespace keyway::sample {
namespace {

QList<Money> days(const QList<int> &thousandths)
{
    QList<Money> amounts;
    for (const int day : thousandths)
        amounts += Money::fromNano(qint64(day) * 1'000'000);
    return amounts;
}

IntegrationSummary entry(const QString &service, const QString &serviceName, const QString &name,
                         const QString &model, const QString &tail, QSet<RequestType> types)
{
    static int number = 0;
    IntegrationSummary summary;
    summary.integration.id = Id::create(now().addSecs(-1000 + number++));
    summary.integration.service = service;
    summary.integration.name = name;
    summary.integration.model = model;
    summary.integration.keyTail = tail;
    summary.integration.keySource = tail.isEmpty() ? KeySource::None : KeySource::Keychain;
    summary.integration.baseUrl = QUrl(u"https://api.%1.com/v1"_s.arg(service));
    summary.integration.addedAt = QDateTime(QDate(2026, 9, 3), QTime(10, 0), Qt::UTC);
    summary.integration.testedAt = now().addDays(-1);
    summary.integration.lastUsedAt = now().addSecs(-60);
    summary.serviceName = serviceName;
    summary.types = std::move(types);
    summary.byDay = days(QList<int>(18, 0));
    return summary;
}

} // namespace

QDateTime now()
{
    return {QDate(2026, 11, 18), QTime(14, 31), Qt::UTC};
}

QDate today()
{
    return {2026, 11, 18};
}

Overview overview()
{
    const auto all = QSet{RequestType::Text, RequestType::Image, RequestType::Video};
    Overview overview;
    overview.today = today();

    auto openai
        = entry(u"openai"_s, u"OpenAI"_s, u"OpenAI (GPT-4)"_s, u"gpt-4.1"_s, u"4xQ7"_s, all);
    openai.thisMonth = Money::fromCents(1243);
    openai.requestsThisMonth = 498;
    openai.typicalFirstToken = 410ms;
    openai.integration.monthlyLimit = Money::fromCents(2500);
    openai.byDay = days({280, 820, 690, 770, 840, 1170, 400, 260, 820, 1080, 620, 740, 950, 260,
                         190, 1190, 640, 710});

    auto stability = entry(u"stability"_s, u"Stability AI"_s, u"Stable Diffusion"_s, {}, u"9TfA"_s,
                           {RequestType::Image});
    stability.thisMonth = Money::fromCents(821);
    stability.requestsThisMonth = 103;
    stability.typicalFirstToken = 6200ms;
    stability.integration.monthlyLimit = Money::fromCents(1200);
    stability.byDay = days(
        {205, 0, 775, 445, 890, 160, 690, 0, 710, 390, 1270, 160, 280, 435, 0, 670, 660, 470});

    auto gemini = entry(u"gemini"_s, u"Google Gemini"_s, u"Google Gemini"_s, u"gemini-2.5-flash"_s,
                        u"pE2c"_s, {RequestType::Text, RequestType::Image});
    gemini.typicalFirstToken = 380ms;

    auto ollama = entry(u"ollama"_s, u"Ollama"_s, u"Ollama (this computer)"_s, u"llama3.1:8b"_s, {},
                        {RequestType::Text});
    ollama.local = true;
    ollama.integration.baseUrl = QUrl(u"http://localhost:11434/v1"_s);

    auto anthropic = entry(u"anthropic"_s, u"Anthropic"_s, u"Anthropic"_s, u"claude-sonnet-4"_s,
                           u"vR8d"_s, {RequestType::Text});
    anthropic.health = Health::Disabled;
    anthropic.integration.enabled = false;
    anthropic.integration.disabledAt = QDateTime(QDate(2026, 10, 31), QTime(9, 12), Qt::UTC);
    auto mistral = entry(u"mistral"_s, u"Mistral AI"_s, u"Mistral AI"_s, u"mistral-large"_s,
                         u"k03Z"_s, {RequestType::Text});
    mistral.health = Health::Disabled;
    mistral.integration.enabled = false;
    mistral.integration.disabledAt = QDateTime(QDate(2026, 11, 2), QTime(18, 40), Qt::UTC);

    overview.integrations = {openai, stability, gemini, ollama, anthropic, mistral};
    overview.services = {{u"openai"_s, u"OpenAI"_s, 498, Money::fromCents(1243),
                          Money::fromNano(621'500'000), Money::fromNano(13'051'500'000)},
                         {u"stability"_s, u"Stability AI"_s, 103, Money::fromCents(821),
                          Money::fromNano(410'500'000), Money::fromNano(8'620'500'000)}};
    overview.monthCost = Money::fromCents(2064);
    overview.monthFee = Money::fromNano(1'032'000'000);
    overview.monthTotal = overview.monthCost + overview.monthFee;
    overview.todayTotal = Money::fromCents(118);
    overview.forecast
        = Forecast{Money::fromCents(3440), Money::fromCents(3110), Money::fromCents(3825)};
    overview.monthLimit = Money::fromCents(4000);
    overview.monthRequests = 613;
    return overview;
}

Overview downOverview()
{
    Overview overview = sample::overview();
    auto &openai = overview.integrations[0];
    openai.health = Health::Down;
    openai.downSince = QDateTime(today(), QTime(14, 12), Qt::UTC);
    auto &stability = overview.integrations[1];
    stability.health = Health::OverBudget;
    stability.integration.monthlyLimit = Money::fromCents(800);
    auto &gemini = overview.integrations[2];
    gemini.health = Health::Degraded;
    gemini.typicalFirstToken = 3100ms;
    return overview;
}

Overview lockedOverview()
{
    Overview overview = sample::overview();
    for (auto &summary : overview.integrations) {
        if (summary.health == Health::Active && !summary.local)
            summary.health = Health::Locked;
    }
    return overview;
}

Overview emptyOverview()
{
    Overview overview;
    overview.today = today();
    return overview;
}

Overview wordyOverview()
{
    Overview overview = downOverview();
    overview.integrations[0].integration.name
        = u"Geschäftskonto der Donaudampfschifffahrtsgesellschaft (OpenAI, Entwicklungsabteilung)"_s;
    overview.integrations[1].integration.name = u"Bildbearbeitungsschnittstelle"_s;
    overview.integrations[2].integration.model
        = u"gemini-2.5-flash-preview-native-audio-dialog-09-2026"_s;
    return overview;
}

OwnTerms ownTerms()
{
    const auto priced = [](const UnitPrices &prices) {
        DatedPrice price;
        price.from = QDate(2026, 9, 1);
        price.version = price.source = ownPriceVersion;
        price.tiers = {{0, prices}};
        return price;
    };
    OwnTerms terms;
    terms.setPrice(u"gpt-4.1"_s,
                   priced({{Counter::InUncached, Price::fromPico(1'700'000)},
                           {Counter::InCacheRead, Price::fromPico(425'000)},
                           {Counter::OutText, Price::fromPico(6'800'000)}}));
    terms.setPrice(u"dall-e-3"_s, priced({{Counter::Images, Price::fromPico(34'000'000'000)}}));
    terms.setDiscount({QDate(2026, 11, 1), QDate(2026, 12, 31), {}, {85, 100}});
    return terms;
}

engine::Reconciliation reconciliation()
{
    using engine::AccountReport;
    using engine::AccountState;
    const auto account
        = [](const QString &service, const QString &name, AccountState state, qint64 cents) {
              AccountReport report;
              report.service = service.toLower();
              report.serviceName = service;
              report.integrations = {name};
              report.state = state;
              report.recorded = Money::fromCents(cents);
              return report;
          };
    const auto day = [](int number, qint64 theirs, qint64 ours) {
        const QDateTime from(QDate(2026, 11, number), QTime(0, 0), Qt::UTC);
        OwnSums sums;
        sums.cost = Money::fromCents(ours);
        sums.attempts = 1;
        return compared(from, from.addDays(1), Money::fromCents(theirs), sums, {}, today());
    };
    AccountReport same = account(u"Anthropic"_s, u"Anthropic"_s, AccountState::Compared, 200);
    same.parts = {day(10, 200, 200)};
    AccountReport more = account(u"OpenAI"_s, u"OpenAI (GPT-4)"_s, AccountState::Compared, 1243);
    more.parts = {day(9, 800, 797), day(12, 446, 446)};
    AccountReport less = account(u"DeepSeek"_s, u"DeepSeek"_s, AccountState::Compared, 340);
    less.parts = {day(3, 300, 340)};
    less.balance = KeptBalance{now(), Money::fromCents(1120)};
    for (AccountReport *report : {&same, &more, &less})
        report->total = summedUp(report->parts);
    AccountReport keyless
        = account(u"OpenAI"_s, u"OpenAI for work"_s, AccountState::AdminKeyMissing, 118);
    AccountReport away = account(u"Runway"_s, u"Runway"_s, AccountState::NotRead, 75);
    away.error = Error(Error::Kind::Network);
    return {QDate(2026, 11, 1),
            {more, same, less, keyless, away,
             account(u"Groq"_s, u"Groq"_s, AccountState::DoesNotTell, 12),
             account(u"Ollama"_s, u"Ollama (this computer)"_s, AccountState::RunsHere, 0)}};
}

} // namespace keyway::sample

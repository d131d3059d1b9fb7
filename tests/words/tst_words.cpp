#include "ui/words/dates.h"
#include "ui/words/errors.h"
#include "ui/words/health.h"
#include "ui/words/keychain.h"
#include "ui/words/routing.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using engine::Health;

namespace {

const QLocale english(QLocale::English, QLocale::UnitedStates);
const QDate today(2026, 11, 18);
const QDateTime now(today, QTime(14, 31), Qt::UTC);

words::ErrorFacts factsOfOpenAi()
{
    words::ErrorFacts facts;
    facts.serviceName = u"OpenAI"_s;
    facts.integrationName = u"OpenAI (GPT-4)"_s;
    facts.keyTail = u"4xQ7"_s;
    facts.model = u"gpt-4.1"_s;
    facts.host = u"api.openai.com"_s;
    facts.keychainName = u"GNOME Keyring"_s;
    return facts;
}

Error withReply(Error::Kind kind, int status, const QString &code, const QString &said = {},
                std::optional<std::chrono::milliseconds> wait = {})
{
    Error::ServiceReply reply;
    reply.httpStatus = status;
    reply.code = code;
    reply.words = said;
    reply.retryAfter = wait;
    return Error(kind).withReply(reply);
}

engine::IntegrationSummary summaryOf(Health health)
{
    engine::IntegrationSummary summary;
    summary.health = health;
    summary.serviceName = u"OpenAI"_s;
    summary.integration.model = u"gpt-4.1"_s;
    summary.integration.keyTail = u"4xQ7"_s;
    summary.integration.testedAt = now;
    summary.types = {RequestType::Text, RequestType::Image};
    return summary;
}

} // namespace

/// Errors, states, times and reasons as sentences.
class TestWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void durations_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("text");
        QTest::addRow("410 ms") << qint64(410) << u"410 ms"_s;
        QTest::addRow("6.2 s") << qint64(6'200) << u"6.2 s"_s;
        QTest::addRow("59.9 s") << qint64(59'940) << u"59.9 s"_s;
        QTest::addRow("rounds up") << qint64(59'960) << u"1 min"_s;
        QTest::addRow("2 min") << qint64(130'000) << u"2 min 10 s"_s;
        QTest::addRow("1 h") << qint64(3'900'000) << u"1 h 05 min"_s;
        QTest::addRow("negative") << qint64(-5) << u"0 ms"_s;
    }
    void durations()
    {
        QFETCH(qint64, ms);
        QTEST(words::duration(std::chrono::milliseconds(ms), english), "text");
    }

    void moments_data()
    {
        QTest::addColumn<QDateTime>("at");
        QTest::addColumn<QString>("text");
        const auto at
            = [](int y, int m, int d) { return QDateTime(QDate(y, m, d), QTime(9, 5), Qt::UTC); };
        QTest::addRow("yesterday") << at(2026, 11, 17) << u"Yesterday"_s;
        QTest::addRow("this week") << at(2026, 11, 16) << u"Mon 16 Nov"_s;
        QTest::addRow("this year") << at(2026, 10, 2) << u"2 Oct"_s;
        QTest::addRow("before") << at(2025, 10, 2) << u"2 Oct 2025"_s;
    }
    void moments()
    {
        QFETCH(QDateTime, at);
        QTEST(words::moment(at, now, english), "text");
    }

    void everyErrorHasASentence()
    {
        const QStringList reasons{QString(),
                                  u"locked"_s,
                                  u"missing-key"_s,
                                  u"unavailable"_s,
                                  u"hanging"_s,
                                  u"refused"_s,
                                  u"unreadable"_s,
                                  u"too-large"_s,
                                  u"empty"_s,
                                  u"not-kept"_s,
                                  u"read-only"_s,
                                  u"password-needed"_s,
                                  u"wrong-password"_s,
                                  u"damaged"_s,
                                  u"not-created"_s,
                                  u"exists"_s,
                                  u"disk-full"_s,
                                  u"busy"_s,
                                  u"corrupt"_s,
                                  u"newer-database"_s,
                                  u"older-database"_s,
                                  u"not-keyway"_s,
                                  u"cannot-open"_s,
                                  u"io-error"_s,
                                  u"bad-url"_s,
                                  u"insecure-url"_s,
                                  u"url-with-credentials"_s,
                                  u"bad-price-file"_s,
                                  u"bad-catalogue"_s,
                                  u"bad-fee-policy"_s,
                                  u"name-taken"_s,
                                  u"name-empty"_s,
                                  u"no-such-integration"_s,
                                  u"no-such-conversation"_s,
                                  u"too-long"_s,
                                  u"over-budget"_s,
                                  u"price-unknown"_s,
                                  u"redirect"_s,
                                  u"not-hardened"_s,
                                  u"something-nobody-wrote-down"_s};
        for (int kind = 0; kind <= int(Error::Kind::Internal); ++kind) {
            for (const QString &reason : reasons) {
                for (const auto &facts : {words::ErrorFacts(), factsOfOpenAi()}) {
                    const auto error
                        = Error(static_cast<Error::Kind>(kind), u"the detail"_s).withReason(reason);
                    const auto message = words::errorWords(error, facts, english);
                    const QString where = Error::kindName(error.kind()) + u' ' + reason;
                    QVERIFY2(message.title.endsWith(u'.'), qPrintable(where + message.title));
                    QVERIFY2(message.text.isEmpty() || message.text.endsWith(u'.')
                                 || message.text.endsWith(u'”'),
                             qPrintable(where + message.text));
                    QVERIFY2(!message.sentence().contains(u'%'), qPrintable(message.sentence()));
                    QVERIFY2(!message.sentence().contains(u"  "_s), qPrintable(message.sentence()));
                    QVERIFY2(!message.sentence().contains(u'!'), qPrintable(message.sentence()));
                    QVERIFY(!message.sentence().contains(u"the detail"_s));
                    QVERIFY(!message.details.contains(u"the detail"_s));
                    for (const auto action : message.actions)
                        QVERIFY(!words::actionText(action).isEmpty());
                }
            }
        }
    }

    void errors_data()
    {
        using Kind = Error::Kind;
        QTest::addColumn<std::shared_ptr<Error>>("error");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *name, Error error, const QString &sentence) {
            QTest::newRow(name) << std::make_shared<Error>(std::move(error)) << sentence;
        };
        row("401 later", withReply(Kind::Auth, 401, u"invalid_api_key"_s),
            u"OpenAI no longer accepts the key ending 4xQ7. It may have been revoked or have "
            u"expired. "
            "Prompts go to your other services."_s);
        row("403", withReply(Kind::Auth, 403, {}),
            u"This key may not use gpt-4.1. Choose another model, or allow it in your OpenAI account."_s);
        row("no credit", withReply(Kind::Quota, 429, u"insufficient_quota"_s),
            u"Your OpenAI balance is used up. OpenAI asks you to add credit there. Other services go on."_s);
        row("minute", withReply(Kind::RateLimited, 429, {}, {}, 22'000ms),
            u"OpenAI is busy: its limit for this minute is used up. It asks to wait 22.0 s. Keyway "
            u"waits "
            "or asks the next service."_s);
        row("certificate", Error(Kind::Untrusted),
            u"The certificate of api.openai.com is not trusted. Somebody may be listening, or your "
            "company inspects traffic. Nothing was sent."_s);
        row("date of a certificate", Error(Kind::Untrusted).withReason(u"tls-date"_s),
            u"The certificate of api.openai.com is not valid today. It has expired, or the clock "
            "of this computer is wrong. Nothing was sent."_s);
        row("certificate of another", Error(Kind::Untrusted).withReason(u"tls-host"_s),
            u"The certificate of api.openai.com is that of another address. Somebody may be "
            "listening, or the base URL is wrong. Nothing was sent."_s);
        row("old TLS", Error(Kind::Untrusted).withReason(u"tls-handshake"_s),
            u"No secure connection to api.openai.com came about. It does not speak TLS 1.2 or "
            "later, or something between here and there breaks it. Nothing was sent."_s);
        row("policy",
            withReply(Kind::Rejected, 400, u"content_policy"_s, u"No."_s).withReason(u"policy"_s),
            u"OpenAI declined this prompt because of its rules on content. It said: “No.”"_s);
        row("expired link", Error(Kind::Gone).withReason(u"link-expired"_s),
            u"The link to the result has expired. It was made and charged. Look for it in your "
            "account at OpenAI."_s);
        row("job nobody knows", Error(Kind::Protocol).withReason(u"job-unknown"_s),
            u"OpenAI does not know this any more. Nobody here can tell how it ended. It may have "
            "been charged."_s);
        row("job that goes on", Error(Kind::Rejected).withReason(u"cannot-cancel"_s),
            u"OpenAI cannot stop this any more. It goes on, and will be charged."_s);
        row("job that failed",
            withReply(Kind::Rejected, 0, {}, u"No."_s).withReason(u"job-failed"_s),
            u"OpenAI could not finish this. It said: “No.”"_s);
        row("key gone", Error(Kind::Keychain).withReason(u"missing-key"_s),
            u"The key of OpenAI (GPT-4) is not in the keychain any more. Another program may have "
            u"deleted "
            "it."_s);
        row("locked", Error(Kind::Keychain).withReason(u"locked"_s),
            u"Your keychain is locked. The keys are safe in GNOME Keyring, but Keyway cannot use "
            u"them "
            "until you unlock it. Costs and history stay readable."_s);
    }
    void errors()
    {
        QFETCH(std::shared_ptr<Error>, error);
        QFETCH(QString, sentence);
        QCOMPARE(words::errorWords(*error, factsOfOpenAi(), english).sentence(), sentence);
    }

    void aShortNewKeyIsExplained()
    {
        auto facts = factsOfOpenAi();
        facts.serviceName = u"Groq"_s;
        facts.newKey = true;
        facts.keyLength = 51;
        facts.usualKeyLength = 56;
        const auto message = words::errorWords(
            withReply(Error::Kind::Auth, 401, u"invalid_api_key"_s), facts, english);
        QCOMPARE(message.sentence(),
                 u"Groq refused this key. Groq keys have 56 characters and this one has 51, so "
                 u"part of it "
                 "may be missing. Copy the whole key and paste it again."_s);
        QCOMPARE(words::errorCode(withReply(Error::Kind::Auth, 401, u"invalid_api_key"_s)),
                 u"401 invalid_api_key"_s);
        QVERIFY(message.actions.contains(words::Action::Details));
    }

    void keychainStates()
    {
        const auto message = [](KeychainState state, bool vault) {
            return words::keychainMessage({state, u"GNOME Keyring"_s, {}}, vault);
        };
        QVERIFY(message(KeychainState::Ready, false).title.isEmpty());
        QCOMPARE(message(KeychainState::Locked, false).actions,
                 QList{words::Action::UnlockKeychain});
        QCOMPARE(message(KeychainState::Unavailable, false).actions.first(),
                 words::Action::CreateVault);
        QCOMPARE(message(KeychainState::Unavailable, true).actions.first(),
                 words::Action::OpenVault);
        QVERIFY(!message(KeychainState::Hanging, false).actions.isEmpty());
        QVERIFY(!message(KeychainState::Refused, false).actions.isEmpty());
        QVERIFY(words::whereItIsKept({KeychainState::Ready, u"KWallet"_s, {}}, u"api.groq.com"_s)
                    .contains(u"KWallet"_s));
    }

    void health_data()
    {
        QTest::addColumn<int>("health");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("detail");
        const auto row = [](Health health, const QString &word, const QString &detail) {
            QTest::newRow(qPrintable(word)) << int(health) << word << detail;
        };
        row(Health::Active, u"Active"_s, u"410 ms"_s);
        row(Health::Degraded, u"Degraded"_s, u"slow, 410 ms to the first word"_s);
        row(Health::Down, u"Down"_s, u"since Yesterday"_s);
        row(Health::OverBudget, u"Over budget"_s, u"until 1 Dec"_s);
        row(Health::Locked, u"Locked"_s, u"waits for the keychain"_s);
        row(Health::Held, u"Stopped"_s, u"refused the key"_s);
        row(Health::KeyMissing, u"Key missing"_s, u"not in the keychain any more"_s);
        row(Health::Disabled, u"Disabled"_s, u"Turned off by you on 31 Oct"_s);
    }
    void health()
    {
        QFETCH(int, health);
        auto summary = summaryOf(static_cast<Health>(health));
        summary.typicalFirstToken = 410ms;
        summary.downSince = now.addDays(-1);
        summary.integration.disabledAt = QDateTime(QDate(2026, 10, 31), QTime(9, 0), Qt::UTC);
        summary.integration.hold = Hold{};
        QTEST(words::healthWord(summary.health), "word");
        QTEST(words::healthDetail(summary, now, today, english), "detail");
    }

    void cardsAndLimits()
    {
        auto summary = summaryOf(Health::Active);
        QCOMPARE(words::integrationLine(summary, false),
                 u"gpt-4.1 · Text, images · key ends 4xQ7"_s);
        QCOMPARE(words::integrationLine(summary, true), u"gpt-4.1 · key ends 4xQ7"_s);
        summary.integration.monthlyLimit = Money::fromCents(2500);
        summary.thisMonth = Money::fromCents(1243);
        QCOMPARE(words::limitLine(summary, today, english), u"50% of $25.00 limit"_s);
        summary.integration.monthlyLimit = Money::fromCents(1200);
        summary.thisMonth = Money::fromCents(821);
        QCOMPARE(words::limitLine(summary, today, english),
                 u"68% of $12.00 limit · full about 27 Nov"_s);
        QCOMPARE(words::atThisPace(Money::fromCents(2064), today), Money::fromCents(3440));
        QVERIFY(!words::limitFullOn(Money(), Money::fromCents(1), today));
        QVERIFY(!words::limitFullOn(Money::fromCents(2), Money::fromCents(1), today));
    }

    void everyReasonHasWords()
    {
        using routing::ReasonCode;
        for (int code = 0; code <= int(ReasonCode::Resting); ++code) {
            const QString text = words::reasonWords({static_cast<ReasonCode>(code), {}}, english);
            QVERIFY2(!text.isEmpty() && !text.contains(u'%'), qPrintable(QString::number(code)));
        }
        QCOMPARE(words::reasonWords({ReasonCode::PromptTooLong,
                                     {{u"limit_tokens"_s, 8192}, {u"prompt_tokens"_s, 14310}}},
                                    english),
                 u"takes 8,192 tokens, the prompt has about 14,310"_s);
    }

    void whyThisService()
    {
        routing::RoutePlan plan;
        QCOMPARE(words::whyThisService(plan, {}, english),
                 u"There is no service yet. Add one first."_s);
        routing::Candidate first;
        first.integrationId = Id::create(now);
        first.integrationName = u"OpenAI"_s;
        routing::Candidate second;
        second.integrationId = Id::create(now);
        second.integrationName = u"Anthropic"_s;
        second.reason.code = routing::ReasonCode::NextInOrder;
        plan.candidates = {first, second};
        QCOMPARE(words::whyThisService(plan, {}, english),
                 u"OpenAI is the first in your order that can answer this."_s);
        QCOMPARE(words::whyThisService(plan, second.integrationId, english),
                 u"Anthropic was asked next, because OpenAI failed."_s);
        plan.candidates.first().reason.code = routing::ReasonCode::Cheapest;
        plan.candidates.first().estimatedCost = Money::fromNano(6'000'000);
        QCOMPARE(words::whyThisService(plan, {}, english),
                 u"OpenAI is the cheapest for this prompt: about $0.0060."_s);
        plan.candidates.first().reason.code = routing::ReasonCode::Fastest;
        plan.candidates.first().expectedMs = 6200;
        QCOMPARE(words::whyThisService(plan, {}, english),
                 u"OpenAI is the soonest to answer: the whole answer takes about 6.2 s."_s);
        plan.candidates.first().reason.code = routing::ReasonCode::BestQuality;
        plan.candidates.first().quality = 58;
        QCOMPARE(words::whyThisService(plan, {}, english),
                 u"OpenAI has the best quality score of those that can answer this: 58."_s);
        plan.candidates.first().votes = routing::VoteShift{4, 6};
        QCOMPARE(words::whyThisService(plan, {}, english),
                 u"OpenAI has the best quality score of those that can answer this: 58 (54 of the "
                 "catalogue, +4 from your 6 comparison(s))."_s);
        plan.candidates.first().reason = {routing::ReasonCode::DownLast, {}};
        QCOMPARE(words::whyThisService(plan, {}, english),
                 u"OpenAI has not answered of late, but nobody else is left."_s);
    }

    void qualityNamesThePartOfVotes()
    {
        routing::Candidate candidate;
        QCOMPARE(words::qualityWords(candidate, english), QString());
        candidate.quality = 84;
        QCOMPARE(words::qualityWords(candidate, english), u"quality 84"_s);
        candidate.votes = routing::VoteShift{4, 6};
        QCOMPARE(words::qualityWords(candidate, english),
                 u"quality 84: 80 of the catalogue, +4 from your 6 comparison(s)"_s);
        candidate.votes = routing::VoteShift{-4, 6};
        QCOMPARE(words::qualityWords(candidate, english),
                 u"quality 84: 88 of the catalogue, -4 from your 6 comparison(s)"_s);
        candidate.votes = routing::VoteShift{0, 2};
        QCOMPARE(words::qualityWords(candidate, english),
                 u"quality 84: 84 of the catalogue, \u00b10 from your 2 comparison(s)"_s);
    }

    void everyStrategyHasWords()
    {
        QSet<QString> seen;
        for (const Strategy strategy : {Strategy::MyOrder, Strategy::Cheapest, Strategy::Fastest,
                                        Strategy::BestQuality, Strategy::Balanced}) {
            QVERIFY(!words::strategyMeaning(strategy).isEmpty());
            seen.insert(words::strategyWord(strategy));
        }
        QCOMPARE(seen.size(), 5);
    }

    void scoresSayWhatTheyAreMadeOf()
    {
        using Kind = routing::ScoreTerm::Kind;
        routing::Candidate candidate;
        QCOMPARE(words::scoreWords(candidate, english), QString());
        candidate.score = 66;
        candidate.terms = {{Kind::Order, 66, true}};
        QCOMPARE(words::scoreWords(candidate, english), u"Score 66: your order 66"_s);
        candidate.score = 46;
        candidate.terms
            = {{Kind::Quality, 25, false}, {Kind::Price, 63, true}, {Kind::Speed, 50, false}};
        QCOMPARE(words::scoreWords(candidate, english),
                 u"Score 46, the mean of: quality not rated, counts as 25, price 63, speed not "
                 "measured, counts as 50"_s);
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"

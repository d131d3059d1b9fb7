// Bills, balances and lists of services, read from a simulator that refuses calls which the
// documentation does not know.

#include "core/catalogue/catalogue.h"
#include "core/providers/accountreader.h"
#include "core/providers/providerset.h"
#include "tests/support/await.h"
#include "tests/support/simulator/providersimulator.h"

#include <algorithm>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

const QByteArray adminKey = "sk-admin-canary-0123456789";

/// The days of November that are billed, in nano-dollars, with one before and one after them.
const QList<simulator::BillLine> told{
    {u"2026-10-31"_s, u"early"_s, 1'000'000'000, 1, 0, 1, 1},
    {u"2026-11-01"_s, u"one"_s, 60'000'000, 1000, 200, 60, 3},
    {u"2026-11-01"_s, u"two"_s, 5'000'000, 10, 0, 6, 1},
    {u"2026-11-19"_s, u"one"_s, 120'000'000, 2000, 0, 90, 2},
    {u"2026-11-21"_s, u"late"_s, 1'000'000'000, 1, 0, 1, 1},
};

} // namespace

class TestStrictAccounts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const Result<Catalogue> catalogue = Catalogue::load(u":/catalogue"_s);
        QVERIFY(catalogue.ok());
        m_catalogue = *catalogue;
        simulator::Script script;
        script.bill = told;
        script.credits = 42;
        m_provider.setScript(script);
        QVERIFY(m_provider.start().ok());
    }
    void init() { m_provider.clear(); }

    void bills_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<BillFormat>("format");
        QTest::newRow("OpenAI") << u"openai"_s << BillFormat::OpenAiCosts;
        QTest::newRow("Anthropic") << u"anthropic"_s << BillFormat::AnthropicCosts;
        QTest::newRow("Runway") << u"runway"_s << BillFormat::RunwayUsage;
    }
    void bills()
    {
        QFETCH(QString, service);
        QFETCH(BillFormat, format);
        Endpoint endpoint = endpointOf(service);
        endpoint.service.bill = format;
        const Result<Bill> bill = read(endpoint);
        QVERIFY2(bill.ok(), bill.ok() ? "" : qPrintable(bill.error().reply().words));
        Money all;
        Money first;
        for (const BillLine &line : bill->lines) {
            QVERIFY(line.day >= QDate(2026, 11, 1) && line.lastDay <= QDate(2026, 11, 20));
            all += line.amount;
            if (line.day == QDate(2026, 11, 1))
                first += line.amount;
        }
        QCOMPARE(first.nano(), 65'000'000);
        QCOMPARE(all.nano(), 185'000'000);
    }

    void theKeyForPromptsReadsNoBill_data()
    {
        QTest::addColumn<QString>("service");
        QTest::newRow("OpenAI") << u"openai"_s;
        QTest::newRow("Anthropic") << u"anthropic"_s;
    }
    void theKeyForPromptsReadsNoBill()
    {
        QFETCH(QString, service);
        const Result<Bill> bill = read(endpointOf(service), "sk-proj-canary-0123456789");
        QVERIFY(!bill);
        QCOMPARE(bill.error().kind(), Error::Kind::Auth);
        QCOMPARE(bill.error().reason(), u"admin-key"_s);
    }

    void openRoutersKey()
    {
        const Result<Bill> bill = read(endpointOf(u"openrouter"_s));
        QVERIFY2(bill.ok(), bill.ok() ? "" : qPrintable(bill.error().reply().words));
        Money all;
        for (const BillLine &line : bill->lines)
            all += line.amount;
        QCOMPARE(all.nano(), 1'000'000'000);
    }

    void balances_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<qint64>("nano");
        constexpr qint64 dollar = 1'000'000'000;
        QTest::newRow("DeepSeek, dollars") << u"deepseek"_s << 42 * dollar;
        QTest::newRow("OpenRouter, what the key has left") << u"openrouter"_s << 41 * dollar;
        QTest::newRow("Stability AI, credits") << u"stability"_s << 42 * dollar / 100;
        QTest::newRow("Runway, credits") << u"runway"_s << 42 * dollar / 100;
        QTest::newRow("Luma, cents") << u"luma"_s << 42 * dollar / 100;
    }
    void balances()
    {
        QFETCH(QString, service);
        QFETCH(qint64, nano);
        const Endpoint endpoint = endpointOf(service);
        QVERIFY(endpoint.service.balance);
        AccountReader reader(m_providers.http());
        auto asking = reader.balance(endpoint, Secret::take("sk-canary-0123456789"), {});
        const auto balance = await(std::move(asking));
        QVERIFY2(balance.ok(), balance.ok() ? "" : qPrintable(balance.error().reply().words));
        QVERIFY(*balance);
        QCOMPARE((*balance)->nano(), nano);
    }

    /// Whoever tells a balance or a bill is tried here.
    void nobodyIsForgotten()
    {
        const QStringList tried{u"deepseek"_s, u"openrouter"_s, u"stability"_s, u"runway"_s,
                                u"luma"_s,     u"openai"_s,     u"anthropic"_s};
        for (const Service &service : m_catalogue.services()) {
            if (service.balance || service.bill)
                QVERIFY2(tried.contains(service.id), qPrintable(service.id));
        }
    }

    void modelsWithPrices()
    {
        AccountReader reader(m_providers.http());
        auto listing = reader.models(endpointOf(u"openrouter"_s), {});
        const auto models = await(std::move(listing));
        QVERIFY2(models.ok(), models.ok() ? "" : qPrintable(models.error().reply().words));
        QVERIFY(!models->isEmpty());
        QVERIFY(models->constFirst().prices);
        // Half a dollar for a million.
        QCOMPARE(models->constFirst().prices->value(Counter::InUncached), Price::fromPico(500'000));
        QVERIFY(m_provider.requests().constFirst().key.isEmpty());
    }

    void whatACutAnswerCost()
    {
        const Endpoint endpoint = endpointOf(u"openrouter"_s);
        simulator::Behaviour cut;
        cut.usage.cost = 777'000;
        cut.fault = simulator::Fault::of(simulator::Fault::Kind::CutAfterWords, 3);
        m_provider.setBehaviour(u"openrouter/openai/gpt-6-luna"_s, cut);
        PromptRequest request;
        request.messages = {{Message::Role::User, u"Hello"_s}};
        Endpoint asked = endpoint;
        asked.model = u"openai/gpt-6-luna"_s;
        asked.maxOutputTokens = 100;
        auto completing
            = m_providers.forWire(WireFormat::OpenAiChat)
                  .complete(request, asked, Secret::take("sk-canary-0123456789"), {}, {});
        const Completion done = await(std::move(completing));
        QCOMPARE(done.outcome, Outcome::Failed);
        QVERIFY(!done.statedCost);
        QVERIFY(done.serviceRequestId.startsWith("gen-"_L1));
        AccountReader reader(m_providers.http());
        auto asking = reader.generation(endpoint, done.serviceRequestId,
                                        Secret::take("sk-canary-0123456789"), {});
        const auto cost = await(std::move(asking));
        QVERIFY2(cost.ok(), cost.ok() ? "" : qPrintable(cost.error().reply().words));
        QCOMPARE(cost->nano(), 777'000);
    }

private:
    Endpoint endpointOf(const QString &service) const
    {
        Endpoint endpoint;
        endpoint.service = *m_catalogue.service(service);
        endpoint.baseUrl = m_provider.baseUrl(service);
        return endpoint;
    }
    Result<Bill> read(const Endpoint &endpoint, const QByteArray &key = adminKey)
    {
        AccountReader reader(m_providers.http());
        auto reading = reader.bill(endpoint, QDate(2026, 11, 1), QDate(2026, 11, 20),
                                   QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC),
                                   Secret::take(QByteArray(key.constData(), key.size())), {});
        return await(std::move(reading));
    }

    Catalogue m_catalogue;
    ProviderSimulator m_provider;
    ProviderSet m_providers;
};

QTEST_GUILESS_MAIN(TestStrictAccounts)
#include "tst_strictaccounts.moc"

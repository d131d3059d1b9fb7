#include "tests/storage/storagefixture.h"

using namespace keyway;
using namespace Qt::StringLiterals;

class TestIntegrationStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<TemporaryDataDir>();
        m_records = std::make_unique<Records>(m_dir->path(), m_clock);
    }

    void everyFieldComesBack()
    {
        Integration wanted;
        wanted.name = u"  My   OpenAI "_s;
        wanted.service = u"openai"_s;
        wanted.baseUrl = QUrl(u"https://api.openai.com/v1"_s);
        wanted.model = u"gpt"_s;
        wanted.keySource = KeySource::Vault;
        wanted.keyTail = u"4xQ7"_s;
        wanted.monthlyLimit = Money::fromCents(2500);
        wanted.limitAction = LimitAction::WarnOnly;
        wanted.warnAtPercent = 70;
        wanted.firstByteTimeout = std::chrono::seconds(33);
        wanted.automaticRouting = false;
        wanted.allowFallback = false;
        QVERIFY(wanted.connection.setProxy(u"socks5://localhost:1080"_s).ok());
        wanted.connection.caFile = u"/etc/office \"ca\".pem"_s;
        DatedPrice price;
        price.from = QDate(2026, 11, 1);
        price.version = u"own"_s;
        price.source = u"me"_s;
        price.tiers = {{0, {{Counter::InUncached, Price::fromPico(1'000'000'000'000)}}},
                       {200'000, {{Counter::OutText, Price::fromPico(7)}}}};
        price.to = QDate(2026, 12, 31);
        price.variants = {{{{u"quality"_s, u"low"_s}}, {{Counter::Images, Price::fromPico(3)}}}};
        DatedPrice later = price;
        later.from = QDate(2027, 1, 1);
        later.to.reset();
        wanted.terms.prices[u"gpt"_s] = {price, later};
        const Discount discount{QDate(2026, 1, 1), std::nullopt, u"other"_s, {85, 100}};
        wanted.terms.discounts = {discount};
        const auto added = store().add(wanted);
        VERIFY_RESULT(added);
        QCOMPARE(added->name, u"My OpenAI"_s);
        const auto read = store().byName(u"my openai"_s);
        VERIFY_RESULT(read);
        QCOMPARE(read->id, added->id);
        QCOMPARE(read->baseUrl, wanted.baseUrl);
        QCOMPARE(read->keySource, KeySource::Vault);
        QCOMPARE(read->keyTail, wanted.keyTail);
        QCOMPARE(read->monthlyLimit, wanted.monthlyLimit);
        QCOMPARE(read->limitAction, wanted.limitAction);
        QCOMPARE(read->warnAtPercent, 70);
        QCOMPARE(read->firstByteTimeout, wanted.firstByteTimeout);
        QCOMPARE(read->automaticRouting, false);
        QCOMPARE(read->allowFallback, false);
        QVERIFY(read->connection == wanted.connection);
        QCOMPARE(read->addedAt, m_clock.now());
        QCOMPARE(read->terms.discounts, QList{discount});
        QCOMPARE(read->terms.prices.value(u"gpt"_s).size(), 2);
        QCOMPARE(read->terms.prices.value(u"gpt"_s).last().from, later.from);
        QVERIFY(!read->terms.prices.value(u"gpt"_s).last().to);
        const DatedPrice own = read->terms.prices.value(u"gpt"_s).first();
        QCOMPARE(own.to, price.to);
        QCOMPARE(own.variants.size(), 1);
        QCOMPARE(own.variants.at(0).when, price.variants.at(0).when);
        QCOMPARE(own.variants.at(0).prices, price.variants.at(0).prices);
        QCOMPARE(own.from, price.from);
        QCOMPARE(own.version, price.version);
        QCOMPARE(own.tiers.size(), 2);
        QCOMPARE(own.tiers.at(0).prices, price.tiers.at(0).prices);
        QCOMPARE(own.tiers.at(1).abovePromptTokens, 200'000);
        QVERIFY(!read->hold && !read->lastUsedAt && !read->disabledAt);
    }

    void connectionsAreChangedAndKept()
    {
        Integration one = m_records->addIntegration(u"A"_s);
        QVERIFY(one.connection.isDefault());
        QVERIFY(store().byId(one.id)->connection.isDefault());
        for (const QString &proxy : {u"system"_s, u"http://10.0.0.1:3128"_s, u"none"_s}) {
            QVERIFY(one.connection.setProxy(proxy).ok());
            VERIFY_RESULT(store().update(one));
            QCOMPARE(store().byId(one.id)->connection.proxyText(), proxy);
        }
        one.connection.caFile = u"/etc/ca.pem"_s;
        VERIFY_RESULT(store().update(one));
        QVERIFY(store().byId(one.id)->connection == one.connection);
    }

    void aProxyThatCannotBeReadIsNotForgotten()
    {
        const Integration one = m_records->addIntegration(u"A"_s);
        for (const QString &broken : {u"{"_s, u"{}"_s, u"{\"proxy\": \"http:\"}"_s}) {
            VERIFY_RESULT(
                m_records->database->run(u"UPDATE integration SET connection = ? WHERE id = ?"_s,
                                         {broken, one.id.toString()}));
            const auto read = store().byId(one.id);
            VERIFY_RESULT(read);
            QVERIFY(read->connection.way == ConnectionPolicy::Way::Proxy);
            QVERIFY(read->connection.proxy.isEmpty());
        }
    }

    void namesAreUniqueWithoutCase_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::newRow("case") << u"OpenAI"_s << u"OPENAI"_s;
        QTest::newRow("spaces") << u"Open AI"_s << u"  open   ai"_s;
        QTest::newRow("german") << u"Straße"_s << u"STRASSE"_s;
        QTest::newRow("accents composed") << u"caf\u00e9"_s << u"cafe\u0301"_s;
    }
    void namesAreUniqueWithoutCase()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        const Integration one = m_records->addIntegration(first);
        const auto refused = addNamed(second);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind(), Error::Kind::Rejected);
        QCOMPARE(refused.error().reason(), u"name-taken"_s);
        QCOMPARE(store().byName(second)->id, one.id);
        Integration other = m_records->addIntegration(u"other"_s);
        other.name = second;
        QCOMPARE(store().update(other).error().reason(), u"name-taken"_s);
        Integration same = one;
        same.name = second; // its own name in another spelling
        VERIFY_RESULT(store().update(same));
        QCOMPARE(addNamed(u" "_s).error().reason(), u"name-empty"_s);
    }

    void aRemovedOneFreesItsNameAndComesBack()
    {
        const Integration one = m_records->addIntegration(u"A"_s);
        VERIFY_RESULT(store().remove(one.id));
        QCOMPARE(store().list()->size(), 0);
        QCOMPARE(store().byName(u"A"_s).error().reason(), u"no-such-integration"_s);
        QCOMPARE(store().byId(one.id)->name, u"A"_s);
        QVERIFY(!store().present(one.id)->has_value());
        QVERIFY(!store().remove(one.id));
        QVERIFY(!store().setEnabled(one.id, false));
        VERIFY_RESULT(store().restore(one.id));
        QCOMPARE(store().byName(u"a"_s)->id, one.id);
        VERIFY_RESULT(store().remove(one.id));
        m_records->addIntegration(u"a"_s);
        QCOMPARE(store().restore(one.id).error().reason(), u"name-taken"_s);
    }

    void theOrderIsTheUsers()
    {
        const Id a = m_records->addIntegration(u"A"_s).id;
        const Id b = m_records->addIntegration(u"B"_s).id;
        const Id c = m_records->addIntegration(u"C"_s).id;
        QCOMPARE(order(), QList<Id>({a, b, c}));
        VERIFY_RESULT(store().reorder({c, a}));
        QCOMPARE(order(), QList<Id>({c, a, b}));
        QVERIFY(!store().reorder({Id::create(m_clock.now())}));
        QCOMPARE(order(), QList<Id>({c, a, b}));
    }

    void holdsAndSwitches()
    {
        const Id id = m_records->addIntegration(u"A"_s).id;
        const Hold hold{Error::Kind::Gone, m_clock.now(), u"model-a"_s};
        VERIFY_RESULT(store().setHold(id, hold));
        QCOMPARE(store().byId(id)->hold->kind, Error::Kind::Gone);
        QCOMPARE(store().byId(id)->hold->since, hold.since);
        QCOMPARE(store().byId(id)->hold->model, hold.model);
        VERIFY_RESULT(store().clearHold(id));
        QVERIFY(!store().byId(id)->hold);
        VERIFY_RESULT(store().setHold(id, hold));
        VERIFY_RESULT(store().markTested(id));
        QVERIFY(!store().byId(id)->hold);
        QCOMPARE(store().byId(id)->testedAt, m_clock.now());
        VERIFY_RESULT(store().setEnabled(id, false));
        QVERIFY(!store().byId(id)->enabled);
        QCOMPARE(store().byId(id)->disabledAt, m_clock.now());
        VERIFY_RESULT(store().setEnabled(id, true));
        QVERIFY(!store().byId(id)->disabledAt);
        // each change left its event, and no key did
        const auto events = AuditTrail(*m_records->database).entries(100);
        QStringList names;
        for (const AuditEntry &entry : *events)
            names.prepend(entry.event.name);
        QCOMPARE(
            names,
            QStringList({u"integration.added"_s, u"integration.held"_s, u"integration.released"_s,
                         u"integration.held"_s, u"integration.tested"_s, u"integration.disabled"_s,
                         u"integration.enabled"_s}));
    }

    void settingsAreJson()
    {
        SettingsStore settings(*m_records->database);
        QCOMPARE(settings.value(u"x"_s, 5)->toInt(), 5);
        VERIFY_RESULT(settings.set(u"x"_s, QJsonObject{{u"a"_s, 9'007'199'254'740'993LL}}));
        QCOMPARE(settings.value(u"x"_s)->toObject().value("a"_L1).toInteger(),
                 9'007'199'254'740'993LL);
        VERIFY_RESULT(settings.set(u"x"_s, u"text"_s));
        QCOMPARE(settings.value(u"x"_s)->toString(), u"text"_s);
        const auto count = number(*m_records->database, u"SELECT COUNT(*) FROM audit"_s);
        VERIFY_RESULT(settings.set(u"x"_s, u"text"_s)); // no change, no event
        QCOMPARE(number(*m_records->database, u"SELECT COUNT(*) FROM audit"_s), count);
        VERIFY_RESULT(settings.remove(u"x"_s));
        QVERIFY(settings.value(u"x"_s)->isNull());
    }

    void theOutboxEmptiesAsTheServerAnswers()
    {
        const Integration one = m_records->addIntegration(u"A"_s);
        for (int i = 0; i < 5; ++i) {
            const auto started = m_records->start(one);
            VERIFY_RESULT(started);
            VERIFY_RESULT(m_records->ledger.settle(Records::completed(*started, {})));
        }
        Outbox outbox(*m_records->database);
        const auto first = outbox.pending(2);
        QCOMPARE(first->size(), 2);
        VERIFY_RESULT(outbox.acknowledge(*first));
        VERIFY_RESULT(outbox.acknowledge(*first));
        QCOMPARE(outbox.count().value(), 3);
        QVERIFY(outbox.pending()->first().sequence > first->last().sequence);
    }

private:
    IntegrationStore &store() { return m_records->integrations; }
    Result<Integration> addNamed(const QString &name)
    {
        Integration wanted;
        wanted.name = name;
        return store().add(wanted);
    }
    QList<Id> order()
    {
        QList<Id> ids;
        const auto integrations = store().list();
        for (const Integration &one : *integrations)
            ids.append(one.id);
        return ids;
    }

    FakeClock m_clock;
    std::unique_ptr<TemporaryDataDir> m_dir;
    std::unique_ptr<Records> m_records;
};

QTEST_GUILESS_MAIN(TestIntegrationStore)
#include "tst_integrationstore.moc"

#include "core/server/stripecheckout.h"
#include "tests/server/serverfixture.h"
#include "tests/server/stripedouble.h"

using namespace keyway;
using namespace Qt::StringLiterals;

/// Paying an invoice at a provider of payments, on both engines.
class TestPayments : public QObject {
    Q_OBJECT

    TestStores m_stores;
    std::optional<server::DatabaseAddress> m_store;
    std::unique_ptr<StripeDouble> m_stripe;
    std::unique_ptr<ServerFixture> m_server;
    ServerFixture::User m_ada;
    QString m_number; ///< of an invoice of ten dollars

    server::StripeSettings settings() const
    {
        server::StripeSettings settings;
        settings.key = Secret::take(QByteArray(StripeDouble::key));
        settings.noticeSecret = Secret::take(QByteArray(StripeDouble::noticeSecret));
        settings.returnTo = QUrl(u"https://keyway.example.org/paid?a=b&c=d e"_s);
        settings.api = m_stripe->url();
        return settings;
    }

    QByteArray payPath() const { return "/v1/invoices/" + m_number.toLatin1() + "/payment"; }
    Reply pay() const { return m_server->post(payPath(), {}, m_ada.token); }
    QJsonObject invoice() const
    {
        return m_server->get("/v1/invoices/" + m_number.toLatin1(), m_ada.token).json;
    }
    Reply notice(const QJsonObject &event, const QByteArray &signature = {}) const
    {
        const QByteArray body = textOf(event);
        const QByteArray mark = signature.isEmpty()
            ? StripeDouble::signatureOf(body, m_server->clock.now().toSecsSinceEpoch())
            : signature;
        return call(m_server->port, "POST", "/v1/payments/stripe", {}, body,
                    "Stripe-Signature: " + mark + "\r\n");
    }

private Q_SLOTS:
    void initTestCase_data() { TestStores::addRows(); }

    void init()
    {
        QFETCH_GLOBAL(QString, engine);
        m_store = m_stores.create(engine);
        if (!m_store)
            QSKIP(m_stores.why().constData());
        m_stripe = std::make_unique<StripeDouble>();
        m_server = std::make_unique<ServerFixture>(*m_store, [this](auto &backend) {
            backend.makePayments
                = [this] { return std::make_unique<server::StripeCheckout>(settings()); };
        });
        m_ada = m_server->user(u"ada@example.org"_s);
        m_server->send(m_ada.token, {m_server->record(100'000'000)});
        const auto issued
            = m_server->close(*m_store, m_ada.account, m_server->clock.now().date().addMonths(2));
        QCOMPARE(issued.size(), 1);
        m_number = issued.first().invoice.number;
        QVERIFY(issued.first().invoice.totalCents > 900);
    }
    void cleanup()
    {
        m_server.reset();
        m_stripe.reset();
    }

    void givesThePageOfTheProvider()
    {
        const Reply page = pay();
        QCOMPARE(page.status, 200);
        QCOMPARE(page.json.value("url"_L1).toString(),
                 u"https://checkout.stripe.com/c/pay/cs_test_1"_s);
        const auto until
            = QDateTime::fromString(page.json.value("valid_until"_L1).toString(), Qt::ISODate);
        const qint64 seconds = m_server->clock.now().secsTo(until);
        QVERIFY(seconds >= 3600 && seconds <= 7200);
        // Pressing again makes no second session.
        QCOMPARE(pay().json, page.json);
        QCOMPARE(m_stripe->sessions(), 1);
        QCOMPARE(
            m_stripe->event({}, {}).value("data"_L1)["object"_L1]["amount_total"_L1].toInteger(),
            invoice().value("invoice"_L1)["total_cents"_L1].toInteger());
    }

    void countsWhatCameInOnce()
    {
        pay();
        const QJsonObject paid = m_stripe->event(u"checkout.session.completed"_s, u"paid"_s);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(notice(paid).status, 204);
        QCOMPARE(invoice().value("status"_L1).toString(), u"paid"_s);
        QCOMPARE(m_server->sql()->number(u"SELECT COUNT(*) FROM payment"_s).value(), 1);
        const Reply again = pay();
        QCOMPARE(again.status, 409);
        QCOMPARE(again.code(), u"nothing-to-pay"_s);
    }

    void waitsForMoneyThatIsOnItsWay()
    {
        pay();
        QCOMPARE(notice(m_stripe->event(u"checkout.session.completed"_s, u"unpaid"_s)).status, 204);
        QCOMPARE(notice(m_stripe->event(u"checkout.session.expired"_s, u"unpaid"_s)).status, 204);
        QVERIFY(invoice().value("status"_L1).toString() != "paid"_L1);
        QCOMPARE(notice(m_stripe->event(u"checkout.session.async_payment_succeeded"_s, u"paid"_s))
                     .status,
                 204);
        QCOMPARE(invoice().value("status"_L1).toString(), u"paid"_s);
    }

    void believesNobodyElse_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<bool>("believed");
        const QByteArray own(StripeDouble::noticeSecret);
        QTest::newRow("its own") << 0 << own << true;
        QTest::newRow("five minutes old") << -300 << own << true;
        QTest::newRow("too old") << -301 << own << false;
        QTest::newRow("of the future") << 301 << own << false;
        QTest::newRow("another secret") << 0 << QByteArray("whsec_other") << false;
    }
    void believesNobodyElse()
    {
        QFETCH(int, seconds);
        QFETCH(QByteArray, secret);
        QFETCH(bool, believed);
        pay();
        const QJsonObject paid = m_stripe->event(u"checkout.session.completed"_s, u"paid"_s);
        const qint64 at = m_server->clock.now().toSecsSinceEpoch() + seconds;
        const Reply said = notice(paid, StripeDouble::signatureOf(textOf(paid), at, secret));
        QCOMPARE(said.status, believed ? 204 : 401);
        QCOMPARE(invoice().value("status"_L1).toString() == "paid"_L1, believed);
    }

    void believesNoChangedNotice()
    {
        pay();
        QJsonObject paid = m_stripe->event(u"checkout.session.completed"_s, u"paid"_s);
        const qint64 now = m_server->clock.now().toSecsSinceEpoch();
        const QByteArray mark = StripeDouble::signatureOf(textOf(paid), now);
        paid.insert(u"id"_s, u"evt_2"_s);
        QCOMPARE(notice(paid, mark).status, 401);
        for (const QByteArray &broken :
             {QByteArray("t=,v1="), QByteArray("nonsense"), QByteArray("t=1,v1=00"), mark.left(20)})
            QCOMPARE(notice(paid, broken).status, 401);
        QCOMPARE(m_server->sql()->number(u"SELECT COUNT(*) FROM payment"_s).value(), 0);
    }

    void refusesWhatMakesNoSense()
    {
        pay();
        const auto changed = [this](const QString &field, const QJsonValue &value) {
            QJsonObject event = m_stripe->event(u"checkout.session.completed"_s, u"paid"_s);
            QJsonObject session = event.value("data"_L1)["object"_L1].toObject();
            session.insert(field, value);
            event.insert(u"data"_s, QJsonObject{{u"object"_s, session}});
            return notice(event);
        };
        QCOMPARE(changed(u"amount_total"_s, -5).code(), u"bad-body"_s);
        QCOMPARE(changed(u"currency"_s, u"eur"_s).code(), u"bad-body"_s);
        QCOMPARE(changed(u"id"_s, QString()).code(), u"bad-body"_s);
        QCOMPARE(changed(u"client_reference_id"_s, u"KW-2026-9999"_s).code(), u"no-such-invoice"_s);
        QCOMPARE(m_server->post("/v1/payments/paypal", {}).status, 404);
        QCOMPARE(m_server->sql()->number(u"SELECT COUNT(*) FROM payment"_s).value(), 0);
    }

    void isForTheOwnerOfTheInvoice()
    {
        const ServerFixture::User eve = m_server->user(u"eve@example.org"_s);
        QCOMPARE(m_server->post(payPath(), {}, eve.token).code(), u"no-such-invoice"_s);
        QCOMPARE(m_server->post(payPath(), {}).status, 401);
        QCOMPARE(m_stripe->sessions(), 0);
    }

    void saysWhereTheProviderFails()
    {
        m_stripe->failWith(500);
        QCOMPARE(pay().status, 502);
        m_stripe->failWith(402);
        QCOMPARE(pay().code(), u"payment-failed"_s);
        m_stripe->failWith(0);
        QCOMPARE(pay().status, 200);
    }

    void saysThatNobodyTakesMoney()
    {
        const ServerFixture without(*m_store);
        const Reply page = without.post(payPath(), {}, m_ada.token);
        QCOMPARE(page.status, 409);
        QCOMPARE(page.code(), u"no-payments"_s);
        QCOMPARE(without.post("/v1/payments/stripe", {}).status, 404);
    }
};

QTEST_GUILESS_MAIN(TestPayments)
#include "tst_payments.moc"

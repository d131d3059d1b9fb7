#include "core/client/adminclient.h"
#include "tests/server/adminfixture.h"
#include "tests/support/await.h"

using namespace keyway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using server::AdminRole;

/// The administrators' client against the real server, over sockets.
class TestAdminClient : public QObject {
    Q_OBJECT

    std::unique_ptr<TemporaryDataDir> m_dir;
    std::unique_ptr<ServerFixture> m_server;
    std::unique_ptr<AdminClient> m_client;

    QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server->adminPort)); }
    Result<AdminIdentity> signIn(const AdminPerson &person, const QByteArray &word = adminPassword)
    {
        const QString code = QString::fromLatin1(adminCodeNow(*m_server, person));
        return await(m_client->signIn(person.email, Secret::take(QByteArray(word)), code, {}));
    }
    AdminPerson person(AdminRole role) const
    {
        return madeAdmin(*m_server, server::nameOf(role) + "@example.org"_L1, role);
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<TemporaryDataDir>();
        m_server = std::make_unique<ServerFixture>(server::DatabaseAddress::sqlite(m_dir->path()));
        m_client = std::make_unique<AdminClient>(url());
    }
    void cleanup()
    {
        m_client.reset();
        m_server.reset();
    }

    void signsInAndOut()
    {
        const AdminPerson owner = person(AdminRole::Owner);
        const auto wrong = signIn(owner, "a wrong password");
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().kind(), Error::Kind::Auth);
        QCOMPARE(wrong.error().reason(), u"bad-credentials"_s);
        QVERIFY(!m_client->isSignedIn());
        const auto in = signIn(owner);
        QVERIFY(in);
        QCOMPARE(in->email, owner.email);
        QCOMPARE(in->role, u"owner"_s);
        QVERIFY(in->may(u"keys") && in->may(u"statistics") && !in->may(u"users-keys"));
        QCOMPARE(*await(m_client->me({})), *in);

        // Another program goes on with the kept token.
        AdminClient second(url());
        QCOMPARE(*await(second.resume(m_client->token(), {})), *in);
        QVERIFY(await(second.signOut({})));
        QVERIFY(!second.isSignedIn());
        const auto ended = await(m_client->me({}));
        QCOMPARE(ended.error().reason(), u"bad-token"_s);
    }

    void locksAfterFiveWrongTries()
    {
        const AdminPerson owner = person(AdminRole::Owner);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(signIn(owner, "a wrong password").error().reason(), u"bad-credentials"_s);
        const auto locked = signIn(owner);
        QCOMPARE(locked.error().kind(), Error::Kind::RateLimited);
        QCOMPARE(locked.error().reason(), u"locked"_s);
        QVERIFY(locked.error().reply().retryAfter.value_or(0ms) > 10min);
    }

    void endsAfterHalfAnHour()
    {
        QVERIFY(signIn(person(AdminRole::Viewer)));
        m_server->clock.advance(29min);
        QVERIFY(await(m_client->me({})));
        m_server->clock.advance(30min);
        const auto late = await(m_client->statistics(QDate(2026, 11, 1), QDate(2026, 11, 1), {}));
        QCOMPARE(late.error().kind(), Error::Kind::Auth);
        QCOMPARE(late.error().reason(), u"expired"_s);
    }

    void readsWhatWasCounted()
    {
        const auto ada = m_server->user(u"ada@example.org"_s);
        QList<UsageMessage> records{m_server->record(1), m_server->record(2)};
        m_server->send(ada.token, records);
        QVERIFY(signIn(person(AdminRole::Viewer)));
        const QDate day = records.first().billingDay;
        const auto figures = await(m_client->statistics(day, day, {}));
        QVERIFY(figures);
        Money cost, fee;
        for (const UsageMessage &record : std::as_const(records)) {
            cost += record.platformCost;
            fee += record.platformFee;
        }
        QCOMPARE(figures->total.platformCost, cost);
        QCOMPARE(figures->total.fee, fee);
        QCOMPARE(figures->total.requests, 2);
        QCOMPARE(figures->accounts, 1);
        QCOMPARE(figures->days.size(), 1);
        QCOMPARE(figures->days.first().day, day);
        QCOMPARE(figures->days.first().sums, figures->total);
        QCOMPARE(figures->months.first().sums, figures->total);
        QCOMPARE(figures->plans().size(), 1);
        QCOMPARE(figures->plans().first().sums, figures->total);
        QCOMPARE(figures->services.first().name, u"openai"_s);
        const auto none = await(m_client->statistics(day.addMonths(-2), day.addMonths(-1), {}));
        QVERIFY(none && none->months.isEmpty() && none->total == PlatformSums());
        const auto wrong = await(m_client->statistics(day, day.addMonths(-1), {}));
        QCOMPARE(wrong.error().reason(), u"bad-query"_s);
    }

    void readsHowServicesDo()
    {
        HealthReport report;
        report.service = u"openai"_s;
        report.latency = LatencyBucket::To1S;
        const QDateTime now = m_server->clock.now();
        report.hour = QDateTime(now.date(), QTime(now.time().hour(), 0), Qt::UTC);
        report.count = 3;
        QCOMPARE(m_server->post("/v1/health-reports", {{u"reports"_s, QJsonArray{report.toJson()}}})
                     .status,
                 202);
        QVERIFY(signIn(person(AdminRole::Viewer)));
        const auto health = await(m_client->health(24, {}));
        QVERIFY(health);
        QCOMPARE(health->reports, QList<HealthReport>{report});
        QCOMPARE(health->from, now.addDays(-1));
    }

    void readsWhatManyPeopleDo()
    {
        for (int i = 0; i < 21; ++i) {
            const auto user = m_server->user(u"user%1@example.org"_s.arg(i));
            m_server->send(user.token, {m_server->record(i)});
        }
        m_server->clock.advance(24h * 10); // November is over
        QVERIFY(signIn(person(AdminRole::Viewer)));
        const auto people = await(m_client->people(QDate(2026, 11, 3), {}));
        QVERIFY(people);
        QCOMPARE(people->month, QDate(2026, 11, 1));
        QCOMPARE(people->accounts, 21);
        QCOMPARE(people->services, (QList<PeopleGroup>{{u"openai"_s, 21}}));
        QCOMPARE(people->models, (QList<PeopleGroup>{{u"openai/gpt-4.1"_s, 21}}));
        QCOMPARE(people->types, (QList<PeopleGroup>{{u"text"_s, 21}}));
        QCOMPARE(people->cohorts.size(), 1);
        QCOMPARE(people->cohorts.first().months.value(people->month), 21);
        QCOMPARE(people->spending.size(), 1);
        const auto none = await(m_client->people(QDate(2026, 10, 1), {}));
        QVERIFY(none && !none->accounts && none->services.isEmpty());
        const auto running = await(m_client->people(QDate(2026, 12, 1), {}));
        QCOMPARE(running.error().reason(), u"month-not-over"_s);
    }

    void takesKeysAndIsGivenNone()
    {
        QVERIFY(signIn(person(AdminRole::Owner)));
        const QByteArray canary = "sk-canary-through-the-front-door";
        const auto key = [](const QByteArray &text) { return Secret::take(QByteArray(text)); };
        QVERIFY(
            await(m_client->addPlatformKey({u"openai"_s, u"free tier"_s, {}}, key(canary), {})));
        const auto again
            = await(m_client->addPlatformKey({u"openai"_s, u"twice"_s, {}}, key(canary), {}));
        QCOMPARE(again.error().reason(), u"known-key"_s);
        const auto keys = await(m_client->platformKeys({}));
        QVERIFY(keys);
        QCOMPARE(keys->size(), 1);
        QCOMPARE(keys->first().label, u"free tier"_s);
        QVERIFY(keys->first().enabled && !keys->first().retiredAt);
        const QByteArray before = keys->first().fingerprint;
        QVERIFY(!before.contains(canary));
        const Id id = keys->first().id;
        QVERIFY(await(m_client->rotatePlatformKey(id, key("sk-next"), {})));
        const auto rotated = await(m_client->platformKeys({}));
        QVERIFY(rotated->first().rotatedAt && rotated->first().fingerprint != before);
        QVERIFY(await(m_client->retirePlatformKey(id, {})));
        QVERIFY(await(m_client->platformKeys({}))->first().retiredAt);
        const auto gone = await(m_client->retirePlatformKey(id, {}));
        QCOMPARE(gone.error().reason(), u"no-such-key"_s);
        QCOMPARE(m_dir->filesContaining(canary), QStringList());
    }

    void readsWhatWasDone()
    {
        QVERIFY(signIn(person(AdminRole::Owner)));
        QVERIFY(await(m_client->addPlatformKey({u"openai"_s, u"free tier"_s, {}},
                                               Secret::take(QByteArray("sk-one")), {})));
        const auto entries = await(m_client->audit(0, {}));
        QVERIFY(entries);
        QStringList actions;
        for (const AuditedAction &entry : *entries)
            actions.append(entry.action);
        QCOMPARE(actions, (QStringList{u"system-key-added"_s, u"signed-in"_s, u"admin-created"_s}));
        QCOMPARE(entries->first().sequence, 3);
        QCOMPARE(entries->first().detail.value("label"_L1).toString(), u"free tier"_s);
        QCOMPARE(entries->first().at, m_server->clock.now());
        QCOMPARE(entries->first().mark.size(), 64);
        QCOMPARE(await(m_client->audit(3, {}))->size(), 2);
        QVERIFY(await(m_client->checkAudit({}))->whole);
        const auto sql = m_server->sql();
        QVERIFY(sql->execute(u"DROP TRIGGER admin_audit_no_UPDATE"_s));
        QVERIFY(sql->run(u"UPDATE admin_audit SET actor = 'x' WHERE sequence = 2"_s));
        const auto broken = await(m_client->checkAudit({}));
        QVERIFY(!broken->whole);
        QCOMPARE(broken->firstBroken, 2);
    }

    void isRefusedWhatTheRoleMayNot()
    {
        QVERIFY(signIn(person(AdminRole::Viewer)));
        const auto refused = [](const auto &result) {
            return !result && result.error().reason() == "not-your-role"_L1;
        };
        QVERIFY(refused(await(m_client->platformKeys({}))));
        QVERIFY(refused(await(
            m_client->addPlatformKey({u"openai"_s, {}, {}}, Secret::take(QByteArray("sk")), {}))));
        QVERIFY(refused(await(m_client->audit(0, {}))));
        QVERIFY(refused(await(m_client->checkAudit({}))));
        QVERIFY(await(m_client->health(24, {})));
    }

    void knowsAnotherServer()
    {
        AdminClient stranger(QUrl(u"http://127.0.0.1:%1"_s.arg(m_server->port)));
        const auto refused
            = await(stranger.signIn(u"a@example.org"_s, Secret::take(QByteArray("x")), u"1"_s, {}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().reason(), u"no-such-path"_s);
        m_server.reset();
        const auto away = await(
            m_client->signIn(u"a@example.org"_s, Secret::take(QByteArray("x")), u"1"_s, {}));
        QCOMPARE(away.error().kind(), Error::Kind::Network);
    }
};

QTEST_GUILESS_MAIN(TestAdminClient)
#include "tst_adminclient.moc"

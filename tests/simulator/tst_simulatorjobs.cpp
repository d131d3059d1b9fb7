#include "tests/simulator/rawclient.h"
#include "tests/simulator/servicerequests.h"
#include "tests/support/simulator/media.h"
#include "tests/support/simulator/providersimulator.h"

#include <QtCore/QUrl>
#include <QtCore/QtEndian>
#include <QtTest/QTest>

using namespace keyway;
using namespace keyway::simulator;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(keyway::simulator::Job::State)

namespace {
QJsonValue at(QJsonValue value, const QString &path)
{
    for (const QString &name : path.split(u'.')) {
        bool isIndex = false;
        const int index = name.toInt(&isIndex);
        value = isIndex ? value.toArray().at(index) : value.toObject().value(name);
    }
    return value;
}

/// How a service's jobs are looked at and fetched.
struct JobService {
    const char *request;
    QByteArray poll; ///< path behind which the id stands
    QString id; ///< path in the answer of the submission
    QString state;
    QStringList states; ///< waiting, running, done, failed
    QString link; ///< path of the address of the result; empty: the last look is the result
    bool linkTakesKey = false;
    QByteArray mediaType = "video/mp4"_ba;
};

QList<JobService> jobServices()
{
    return {
        {"xAI video",
         "/xai/v1/videos/",
         u"request_id"_s,
         u"status"_s,
         {u"pending"_s, u"pending"_s, u"done"_s, u"failed"_s},
         u"video.url"_s},
        {"OpenRouter video",
         "/openrouter/api/v1/videos/",
         u"id"_s,
         u"status"_s,
         {u"pending"_s, u"in_progress"_s, u"completed"_s, u"failed"_s},
         u"unsigned_urls.0"_s,
         true},
        {"Gemini video",
         "/gemini/v1beta/interactions/",
         u"id"_s,
         u"status"_s,
         {u"queued"_s, u"in_progress"_s, u"completed"_s, u"failed"_s},
         u"output_video.uri"_s,
         true},
        {"Runway video",
         "/runway/v1/tasks/",
         u"id"_s,
         u"status"_s,
         {u"PENDING"_s, u"RUNNING"_s, u"SUCCEEDED"_s, u"FAILED"_s},
         u"output.0"_s},
        {"Runway picture",
         "/runway/v1/tasks/",
         u"id"_s,
         u"status"_s,
         {u"PENDING"_s, u"RUNNING"_s, u"SUCCEEDED"_s, u"FAILED"_s},
         u"output.0"_s,
         false,
         "image/png"_ba},
        {"Luma video",
         "/luma/dream-machine/v1/generations/",
         u"id"_s,
         u"state"_s,
         {u"queued"_s, u"dreaming"_s, u"completed"_s, u"failed"_s},
         u"assets.video"_s},
        {"Luma picture",
         "/luma/dream-machine/v1/generations/",
         u"id"_s,
         u"state"_s,
         {u"queued"_s, u"dreaming"_s, u"completed"_s, u"failed"_s},
         u"assets.image"_s,
         false,
         "image/jpeg"_ba},
        {"Replicate video",
         "/replicate/v1/predictions/",
         u"id"_s,
         u"status"_s,
         {u"starting"_s, u"processing"_s, u"succeeded"_s, u"failed"_s},
         u"output.0"_s},
        {"Replicate picture",
         "/replicate/v1/predictions/",
         u"id"_s,
         u"status"_s,
         {u"starting"_s, u"processing"_s, u"succeeded"_s, u"failed"_s},
         u"output.0"_s,
         false,
         "image/webp"_ba},
    };
}
} // namespace

Q_DECLARE_METATYPE(JobService)

class TestSimulatorJobs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_provider.setScript({});
        m_provider.clear();
        if (!m_provider.port())
            QVERIFY(m_provider.start().ok());
    }

    void goesThroughItsStates_data() { addServices(); }
    void goesThroughItsStates()
    {
        QFETCH(JobService, service);
        const QString id = submit(service);
        QVERIFY(!id.isEmpty());
        QStringList seen;
        QJsonObject state;
        for (int look = 0; look < 3; ++look) {
            state = this->look(service, id);
            seen.append(at(state, service.state).toString());
        }
        QCOMPARE(seen, service.states.mid(0, 3));
        const RawAnswer result = fetch(service, at(state, service.link).toString());
        QCOMPARE(result.status(), 200);
        QCOMPARE(result.header("content-type"), service.mediaType);
        QCOMPARE(mediaTypeOf(result.body), service.mediaType);
        // Another client, after a restart of the service, finds it as it was.
        const quint16 port = m_provider.port();
        m_provider.stop();
        QVERIFY(m_provider.start(port).ok());
        QCOMPARE(at(this->look(service, id), service.state).toString(), service.states.at(2));
    }

    void fails_data() { addServices(); }
    void fails()
    {
        QFETCH(JobService, service);
        Behaviour behaviour;
        behaviour.job.outcome = JobPlan::Outcome::Failure;
        behaviour.job.steps = 0;
        behaviour.job.message = u"The kitchen burns."_s;
        m_provider.setDefaultBehaviour(behaviour);
        const QString id = submit(service);
        const QJsonObject state = look(service, id);
        QCOMPARE(at(state, service.state).toString(), service.states.at(3));
        QVERIFY(QJsonDocument(state).toJson().contains("The kitchen burns."));
        QCOMPARE(m_provider.jobs().last().cost(), 0);
    }

    void withheldResultsAreBilled()
    {
        Behaviour behaviour;
        behaviour.finish = Behaviour::Finish::ContentFilter;
        behaviour.job.steps = 0;
        behaviour.usage.cost = 300'000'000;
        m_provider.setDefaultBehaviour(behaviour);
        const auto last = [this](const char *request) {
            for (const JobService &service : jobServices()) {
                if (qstrcmp(service.request, request) == 0)
                    return look(service, submit(service));
            }
            return QJsonObject();
        };
        const QJsonObject xai = last("xAI video");
        QCOMPARE(xai["status"_L1].toString(), u"done"_s);
        QCOMPARE(at(xai, u"video.respect_moderation"_s).toBool(true), false);
        QVERIFY(at(xai, u"video.url"_s).isUndefined());
        QCOMPARE(at(xai, u"usage.cost_in_usd_ticks"_s).toInteger(), 3'000'000'000);
        const QJsonObject runway = last("Runway video");
        QVERIFY(runway["failureCode"_L1].toString().startsWith("SAFETY."_L1));
        QCOMPARE(at(runway, u"cost.credits"_s).toInt(), 30);
        const QJsonObject openRouter = last("OpenRouter video");
        QCOMPARE(openRouter["status"_L1].toString(), u"failed"_s);
        QCOMPARE(at(openRouter, u"usage.cost"_s).toDouble(), 0.3);
    }

    void stabilityAnswersWithTheResult()
    {
        const QString id
            = ask(serviceRequest("Stability AI upscale").bytes()).json()["id"_L1].toString();
        const QByteArray poll = "/stability/v2beta/results/" + id.toLatin1();
        const QByteArray headers = bearer() + "Accept: image/*\r\n";
        QCOMPARE(ask(get(poll, headers)).status(), 202);
        QCOMPARE(ask(get(poll, headers)).status(), 202);
        RawAnswer answer = ask(get(poll, headers));
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.header("finish-reason"), "SUCCESS"_ba);
        QCOMPARE(mediaTypeOf(answer.body), "image/png"_ba);
        answer = ask(get(poll, bearer() + "Accept: application/json\r\n"));
        QCOMPARE(answer.json()["finish_reason"_L1].toString(), u"SUCCESS"_s);
    }

    void aLostAnswerLeavesTheJob()
    {
        Behaviour behaviour;
        behaviour.fault = Fault::of(Fault::Kind::LoseAnswer);
        m_provider.setDefaultBehaviour(behaviour);
        const qsizetype before = m_provider.jobs().size();
        QVERIFY(ask(serviceRequest("Runway video").bytes()).head.isEmpty());
        QCOMPARE(m_provider.jobs().size(), before + 1);
    }

    void linksExpireAndDoNotTakeAKey()
    {
        const JobService service = jobServices().at(3);
        Behaviour behaviour;
        behaviour.job.steps = 0;
        behaviour.job.linkLife = std::chrono::milliseconds(150);
        m_provider.setDefaultBehaviour(behaviour);
        const QJsonObject state = look(service, submit(service));
        const QString link = at(state, service.link).toString();
        QCOMPARE(fetch(service, link).status(), 200);
        const RawAnswer withKey
            = ask(get(QUrl(link).path().toLatin1(), "Authorization: Bearer sk-good\r\n"));
        QCOMPARE(withKey.status(), 400);
        QVERIFY(withKey.body.contains("authorization"));
        QTest::qWait(200);
        QCOMPARE(fetch(service, link).status(), 403);
    }

    void downloadsSlowly()
    {
        const JobService service = jobServices().at(0);
        Behaviour behaviour;
        behaviour.job.steps = 0;
        behaviour.job.downloadDelay = std::chrono::milliseconds(5);
        m_provider.setDefaultBehaviour(behaviour);
        const QJsonObject state = look(service, submit(service));
        const RawAnswer slow = fetch(service, at(state, service.link).toString());
        QVERIFY(slow.complete);
        const qint64 pieces = slow.body.size() / 64;
        QVERIFY2(slow.endMs >= 5 * pieces, qPrintable(QString::number(slow.endMs)));
    }

    void stepsMayTakeTime()
    {
        const JobService service = jobServices().at(0);
        Behaviour behaviour;
        behaviour.job.steps = 1;
        behaviour.job.stepTime = std::chrono::milliseconds(400);
        m_provider.setDefaultBehaviour(behaviour);
        const QString id = submit(service);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(look(service, id)["status"_L1].toString(), u"pending"_s);
        QTRY_COMPARE(look(service, id)["status"_L1].toString(), u"done"_s);
    }

    void jobsAreCancelled_data()
    {
        QTest::addColumn<int>("service");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("suffix");
        QTest::addColumn<QString>("state");
        QTest::newRow("Gemini") << 2 << "POST"_ba
                                << "/cancel"_ba << u"cancelled"_s;
        QTest::newRow("Runway") << 3 << "DELETE"_ba
                                << ""_ba << u"CANCELLED"_s;
        QTest::newRow("Replicate") << 7 << "POST"_ba
                                   << "/cancel"_ba << u"canceled"_s;
    }
    void jobsAreCancelled()
    {
        QFETCH(int, service);
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, suffix);
        QFETCH(QString, state);
        const JobService one = jobServices().at(service);
        const QString id = submit(one);
        const QByteArray request = method + ' ' + one.poll + id.toLatin1() + suffix
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n" + headersOf(one) + "\r\n";
        QCOMPARE(ask(request).status() / 100, 2);
        QCOMPARE(at(look(one, id), one.state).toString(), state);
    }

    void looksMayFailToo()
    {
        const JobService service = jobServices().at(3);
        Behaviour failing;
        failing.fault = Fault::answers(503);
        failing.faultTimes = 2;
        m_provider.setBehaviour(u"/runway/v1/tasks/{id}"_s, failing);
        const QString id = submit(service);
        QCOMPARE(lookAnswer(service, id).status(), 503);
        QCOMPARE(lookAnswer(service, id).status(), 503);
        QCOMPARE(at(look(service, id), service.state).toString(), u"PENDING"_s);
        QCOMPARE(lookAnswer(service, u"none"_s).status(), 404);
    }

    void replicateWaitsWhenAsked()
    {
        const ServiceRequest request = serviceRequest("Replicate picture");
        const QJsonObject done = ask(request.with("Prefer: wait=30\r\n", request.json, {})).json();
        QCOMPARE(done["status"_L1].toString(), u"succeeded"_s);
        QCOMPARE(ask(request.with("Prefer: wait=61\r\n", request.json, {})).status(), 400);
    }

    void mediaIsReal_data()
    {
        QTest::addColumn<QByteArray>("type");
        for (const char *type : {"image/png", "image/jpeg", "image/webp", "image/gif"})
            QTest::newRow(type) << QByteArray(type);
    }
    void mediaIsReal()
    {
        QFETCH(QByteArray, type);
        QCOMPARE(mediaTypeOf(picture(type, QSize(320, 200))), type);
    }

    void filmsHaveTheirBoxes()
    {
        const QByteArray bytes = film(6, QSize(64, 64));
        QStringList boxes;
        const auto number = [&bytes](qsizetype place) {
            return qFromBigEndian<quint32>(bytes.constData() + place);
        };
        for (qsizetype place = 0; place < bytes.size(); place += number(place)) {
            QVERIFY(number(place) >= 8);
            boxes.append(QString::fromLatin1(bytes.mid(place + 4, 4)));
        }
        QCOMPARE(boxes, (QStringList{u"ftyp"_s, u"mdat"_s, u"moov"_s}));
        // Scale and duration of the movie header: 6 seconds.
        const qsizetype header = bytes.indexOf("mvhd");
        QCOMPARE(number(header + 16), 1000U);
        QCOMPARE(number(header + 20), 6000U);
        // The first sample is the picture.
        const qsizetype offsets = bytes.indexOf("stco");
        QVERIFY(bytes.mid(number(offsets + 12)).startsWith("\xFF\xD8\xFF"));
    }

private:
    static void addServices()
    {
        QTest::addColumn<JobService>("service");
        for (const JobService &service : jobServices())
            QTest::newRow(service.request) << service;
    }
    static QByteArray headersOf(const JobService &service)
    {
        const ServiceRequest request = serviceRequest(service.request);
        return request.key + request.headers;
    }
    QString submit(const JobService &service)
    {
        const RawAnswer answer = ask(serviceRequest(service.request).bytes());
        return at(answer.json(), service.id).toString();
    }
    RawAnswer lookAnswer(const JobService &service, const QString &id)
    {
        return ask(get(service.poll + id.toLatin1(), headersOf(service)));
    }
    QJsonObject look(const JobService &service, const QString &id)
    {
        return lookAnswer(service, id).json();
    }
    RawAnswer fetch(const JobService &service, const QString &link)
    {
        const QUrl url(link);
        QByteArray path = url.path().toLatin1();
        if (url.hasQuery())
            path += '?' + url.query().toLatin1();
        return ask(get(path, service.linkTakesKey ? headersOf(service) : QByteArray()));
    }
    RawAnswer ask(const QByteArray &request)
    {
        RawClient client(m_provider.port());
        client.send(request);
        return client.receive();
    }

    ProviderSimulator m_provider;
};

QTEST_GUILESS_MAIN(TestSimulatorJobs)
#include "tst_simulatorjobs.moc"

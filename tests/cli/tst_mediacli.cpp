// Pictures and videos as jobs, and files that go with a prompt.

#include "tests/cli/clifixture.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

using namespace Qt::StringLiterals;
using namespace keyway;
using simulator::Behaviour;
using simulator::JobPlan;
using simulator::RecordedRequest;

namespace {

const QByteArray dot = QByteArray::fromBase64(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJg"
    "gg==");

Behaviour slow(int steps)
{
    Behaviour behaviour;
    behaviour.job.steps = steps;
    return behaviour;
}

} // namespace

class MediaCliTest : public QObject {
    Q_OBJECT

    std::unique_ptr<CliFixture> m_cli;

    CliRun run(const QStringList &words) { return m_cli->run(words); }

    QString write(const QString &name, const QByteArray &content)
    {
        QFile file(m_cli->dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write a test's file");
        return file.fileName();
    }

    /// Runway's films, stopped or slow as a test likes.
    void addFilms()
    {
        m_cli->add({u"runway"_s, u"--name"_s, u"Films"_s, u"--base-url"_s,
                    m_cli->first.url(u"/runway"_s).toString(), u"--model"_s, u"gen4.5"_s});
        m_cli->first.clear();
    }

    int submissions() const
    {
        int count = 0;
        for (const RecordedRequest &request : m_cli->first.requests())
            count += request.method == "POST";
        return count;
    }

private Q_SLOTS:
    void init()
    {
        m_cli = std::make_unique<CliFixture>();
        QVERIFY(m_cli->first.start().ok());
    }

    /// The key of each is proved by the call that the catalogue names.
    void keysOfFilmMakers_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("proof");
        QTest::newRow("Runway") << u"runway"_s << u"/runway"_s << u"gen4.5"_s
                                << u"/runway/v1/organization"_s;
        QTest::newRow("Luma") << u"luma"_s << u"/luma/dream-machine/v1"_s << u"ray-2"_s
                              << u"/luma/dream-machine/v1/credits"_s;
        QTest::newRow("Replicate") << u"replicate"_s << u"/replicate/v1"_s << u"google/veo-3.1"_s
                                   << u"/replicate/v1/account"_s;
    }
    void keysOfFilmMakers()
    {
        QFETCH(QString, service);
        QFETCH(QString, base);
        QFETCH(QString, model);
        QFETCH(QString, proof);
        m_cli->add({service, u"--name"_s, u"Films"_s, u"--base-url"_s,
                    m_cli->first.url(base).toString(), u"--model"_s, model});
        QCOMPARE(m_cli->first.requests().size(), 1);
        QCOMPARE(QString::fromUtf8(m_cli->first.requests().constFirst().path()), proof);
    }

    void aVideoIsWaitedFor()
    {
        addFilms();
        const QString path = m_cli->dir.filePath(u"waves.mp4"_s);
        const CliRun made = run({u"video"_s, u"Waves at night"_s, u"--seconds"_s, u"5"_s,
                                 u"--aspect-ratio"_s, u"9:16"_s, u"--output"_s, path});
        VERIFY_EXIT(made, 0);
        QCOMPARE(made.text(), path + u'\n');
        QVERIFY2(made.told().contains(u"1 video "_s), made.err.constData());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.read(12).mid(4, 4), "ftyp"_ba);
        const QByteArray body = m_cli->first.requests().constFirst().body;
        QVERIFY2(body.contains("\"ratio\":\"720:1280\"") && body.contains("\"duration\":5"),
                 body.constData());
        const QJsonArray records = m_cli->usage()[u"records"_s].toArray();
        QCOMPARE(records.size(), 1);
        QCOMPARE(records.at(0)[u"type"_s].toString(), u"video"_s);
        QCOMPARE(records.at(0)[u"cost_state"_s].toString(), u"exact"_s);
        verifySums(m_cli->usage());
    }

    void oneProgramStartsAndAnotherFetches()
    {
        addFilms();
        m_cli->first.setDefaultBehaviour(slow(3));
        const CliRun begun = run({u"video"_s, u"Waves"_s, u"--detach"_s});
        VERIFY_EXIT(begun, 0);
        const QString id = begun.text().trimmed();
        QCOMPARE(id.size(), 36);
        const QJsonArray listed = run({u"jobs"_s, u"list"_s, u"--json"_s}).list();
        QCOMPARE(listed.size(), 1);
        QCOMPARE(listed.at(0)[u"id"_s].toString(), id);
        QCOMPARE(listed.at(0)[u"stage"_s].toString(), u"working"_s);
        QVERIFY(listed.at(0)[u"expected_cost_nano"_s].toInteger() > 0);
        QVERIFY(listed.at(0)[u"platform_cost_nano"_s].isNull());
        QVERIFY(run({u"jobs"_s, u"list"_s}).text().contains(u"Waves"_s));
        // The end of an id is enough.
        const CliRun fetched = run({u"jobs"_s, u"wait"_s, id.right(12), u"--json"_s});
        VERIFY_EXIT(fetched, 0);
        QCOMPARE(fetched.json()[u"files"_s].toArray().size(), 1);
        QVERIFY(QFile::exists(fetched.json()[u"files"_s].toArray().at(0).toString()));
        QCOMPARE(fetched.json()[u"job"_s][u"outcome"_s].toString(), u"completed"_s);
        QCOMPARE(submissions(), 1);
        const CliRun shown = run({u"jobs"_s, u"show"_s, id});
        VERIFY_EXIT(shown, 0);
        QVERIFY2(shown.text().contains(u"done"_s) && shown.text().contains(u".mp4"_s),
                 shown.out.constData());
        VERIFY_EXIT(run({u"jobs"_s, u"wait"_s, id}), 0); // again is no harm
        QCOMPARE(submissions(), 1);
    }

    void cancelled()
    {
        addFilms();
        m_cli->first.setDefaultBehaviour(slow(10'000));
        const QString id = run({u"video"_s, u"Waves"_s, u"--detach"_s}).text().trimmed();
        const CliRun stopped = run({u"jobs"_s, u"cancel"_s, id, u"--json"_s});
        VERIFY_EXIT(stopped, 0);
        QCOMPARE(stopped.json()[u"outcome"_s].toString(), u"cancelled"_s);
        const CliRun again = run({u"jobs"_s, u"cancel"_s, id});
        VERIFY_EXIT(again, 1);
        QVERIFY2(again.told().contains(u"This has ended already."_s), again.err.constData());
    }

    void failed()
    {
        addFilms();
        Behaviour behaviour;
        behaviour.job.outcome = JobPlan::Outcome::Failure;
        behaviour.job.message = u"The model tripped."_s;
        m_cli->first.setDefaultBehaviour(behaviour);
        const CliRun made = run({u"video"_s, u"Waves"_s});
        QVERIFY(made.exit != 0);
        QCOMPARE(made.text(), QString());
        QVERIFY2(made.told().contains(u"The model tripped."_s), made.err.constData());
        QCOMPARE(m_cli->usage()[u"platform_cost_nano"_s].toInteger(-1), 0);
    }

    void pausedAndGoingOn()
    {
        addFilms();
        VERIFY_EXIT(run({u"jobs"_s, u"pause"_s}), 0);
        QProcess waiting;
        waiting.setProcessEnvironment(m_cli->environment);
        waiting.start(CliFixture::program(),
                      {u"video"_s, u"Waves"_s, u"--output"_s, m_cli->dir.path()});
        QTRY_COMPARE_WITH_TIMEOUT(run({u"jobs"_s, u"list"_s, u"--json"_s}).list().size(), 1,
                                  20'000);
        const CliRun list = run({u"jobs"_s, u"list"_s});
        QVERIFY2(list.told().contains(u"Paused."_s), list.err.constData());
        QCOMPARE(submissions(), 0);
        VERIFY_EXIT(run({u"jobs"_s, u"resume"_s}), 0);
        VERIFY_EXIT(CliFixture::finish(waiting), 0);
        QCOMPARE(submissions(), 1);
    }

    void nobodyMakesSuch()
    {
        m_cli->add({u"stability"_s, u"--name"_s, u"Painter"_s, u"--base-url"_s,
                    m_cli->first.url().toString()});
        m_cli->first.clear();
        const CliRun video = run({u"video"_s, u"Waves"_s});
        VERIFY_EXIT(video, 4);
        QVERIFY2(video.told().contains(u"makes no video"_s), video.err.constData());
        const CliRun shape = run({u"image"_s, u"Waves"_s, u"--aspect-ratio"_s, u"3:1"_s});
        VERIFY_EXIT(shape, 4);
        QVERIFY2(shape.told().contains(u"its model does not offer 3:1"_s), shape.err.constData());
        const CliRun edit = run({u"image"_s, u"Waves"_s, u"--image"_s, write(u"dot.png"_s, dot)});
        VERIFY_EXIT(edit, 4);
        QVERIFY2(edit.told().contains(u"its model takes no such file (a picture)"_s),
                 edit.err.constData());
        const CliRun missing = run({u"image"_s, u"Waves"_s, u"--model"_s, u"stability/inpaint"_s});
        VERIFY_EXIT(missing, 4);
        QVERIFY2(missing.told().contains(u"its model also needs a picture"_s),
                 missing.err.constData());
        QVERIFY(m_cli->first.requests().isEmpty());
    }

    void aPictureIsEdited()
    {
        m_cli->add({u"stability"_s, u"--name"_s, u"Painter"_s, u"--base-url"_s,
                    m_cli->first.url().toString()});
        m_cli->first.clear();
        const CliRun edited
            = run({u"image"_s, u"a red boat"_s, u"--model"_s, u"stability/inpaint"_s, u"--image"_s,
                   write(u"sea.png"_s, dot), u"--mask"_s, write(u"mask.png"_s, dot), u"--output"_s,
                   m_cli->dir.path()});
        VERIFY_EXIT(edited, 0);
        QCOMPARE(m_cli->first.requests().size(), 1);
        QVERIFY(m_cli->first.requests().constFirst().path().endsWith("/edit/inpaint"));
    }

    /// What Stability makes as a job is one here, too.
    void picturesThatTakeTheirTime_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<qint64>("cost"); ///< -1: not known
        QTest::newRow("enlarged") << u"upscale-creative"_s << "name=\"image\""_ba
                                  << qint64(600'000'000);
        QTest::newRow("relit") << u"replace-background-and-relight"_s
                               << "name=\"background_prompt\""_ba << qint64(-1);
    }
    void picturesThatTakeTheirTime()
    {
        QFETCH(QString, model);
        QFETCH(QByteArray, field);
        QFETCH(qint64, cost);
        m_cli->add({u"stability"_s, u"--name"_s, u"Painter"_s, u"--base-url"_s,
                    m_cli->first.url().toString()});
        m_cli->first.clear();
        const CliRun made
            = run({u"image"_s, u"a boat"_s, u"--model"_s, u"stability/"_s + model, u"--image"_s,
                   write(u"boat.png"_s, dot), u"--output"_s, m_cli->dir.path(), u"--json"_s});
        VERIFY_EXIT(made, 0);
        const QJsonObject job = made.json()[u"job"_s].toObject();
        QCOMPARE(job[u"platform_cost_nano"_s].toInteger(-1), cost);
        QCOMPARE(made.json()[u"files"_s].toArray().size(), 1);
        QVERIFY(!job[u"ticket"_s].toString().isEmpty());
        QVERIFY(m_cli->first.requests().constFirst().body.contains(field));
        QVERIFY(m_cli->first.requests().constLast().path().contains("/results/"));
    }

    void theGallery()
    {
        m_cli->add({u"stability"_s, u"--name"_s, u"Painter"_s, u"--base-url"_s,
                    m_cli->first.url().toString()});
        QVERIFY(run({u"gallery"_s, u"list"_s}).told().contains(u"Nothing was made yet."_s));
        const CliRun made = run({u"image"_s, u"a boat"_s, u"--seed"_s, u"7"_s, u"--json"_s});
        VERIFY_EXIT(made, 0);
        const QString id = made.json()[u"job"_s][u"id"_s].toString();
        const QString path = made.json()[u"files"_s].toArray().at(0).toString();
        const CliRun listed = run({u"gallery"_s, u"list"_s});
        QVERIFY2(listed.text().contains(path), listed.out.constData());
        QCOMPARE(run({u"gallery"_s, u"list"_s, u"--json"_s}).list().size(), 1);
        const CliRun shown = run({u"gallery"_s, u"show"_s, id.right(12)});
        VERIFY_EXIT(shown, 0);
        QVERIFY2(shown.text().contains(u"a boat"_s) && shown.text().contains(u"7\n"_s),
                 shown.out.constData());

        const CliRun removed = run({u"gallery"_s, u"remove"_s, id.right(12)});
        VERIFY_EXIT(removed, 0);
        QVERIFY2(removed.told().contains(id), removed.err.constData());
        QVERIFY(QFile::exists(path));
        QVERIFY(run({u"gallery"_s, u"list"_s, u"--json"_s}).list().isEmpty());
        VERIFY_EXIT(run({u"gallery"_s, u"restore"_s, id.right(12)}), 2);
        VERIFY_EXIT(run({u"gallery"_s, u"restore"_s, id}), 0);
        QVERIFY(QFile::remove(path));
        QVERIFY(run({u"gallery"_s, u"list"_s}).text().contains(u"(not there any more)"_s));
        VERIFY_EXIT(run({u"gallery"_s, u"restore"_s, u"01234567-89ab-7def-8123-456789abcdef"_s}),
                    1);
    }

    void aFileGoesWithAQuestion()
    {
        m_cli = std::make_unique<CliFixture>();
        m_cli->addBoth();
        m_cli->first.clear();
        const QString picture = write(u"dot.png"_s, dot);
        const QString note = write(u"note.txt"_s, "The boat is red.");
        const CliRun asked
            = run({u"ask"_s, u"What is this?"_s, u"--attach"_s, picture, u"--attach"_s, note});
        VERIFY_EXIT(asked, 0);
        const QByteArray body = m_cli->first.requests().constLast().body;
        QVERIFY(body.contains("data:image/png;base64,iVBORw0KGgo"));
        QVERIFY(body.contains("The boat is red."));
    }

    void wrongFiles_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("said");
        QTest::newRow("nothing there")
            << u"none"_s << QByteArray() << u"--attach"_s << u"none cannot be read."_s;
        QTest::newRow("neither picture, PDF nor text")
            << u"a.bin"_s << "\xff\xfe\0\x01"_ba << u"--attach"_s
            << u"a.bin is no picture, PDF or text file."_s;
        QTest::newRow("text is no picture")
            << u"a.txt"_s << "Hello"_ba << u"--mask"_s << u"a.txt is no picture"_s;
    }
    void wrongFiles()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        QFETCH(QString, option);
        QFETCH(QString, said);
        const QString path = m_cli->dir.filePath(name);
        if (!content.isEmpty())
            write(name, content);
        const QString command = option == u"--attach"_s ? u"ask"_s : u"image"_s;
        const CliRun refused = run({command, u"Hi"_s, option, path});
        VERIFY_EXIT(refused, 2);
        QVERIFY2(refused.told().contains(said), refused.err.constData());
    }

    void wrongUse_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const QStringList &words, int code,
                            const QString &said) { QTest::newRow(name) << words << code << said; };
        const QStringList video{u"video"_s, u"a"_s};
        row("seconds", video + QStringList{u"--seconds"_s, u"long"_s}, 2,
            u"--seconds takes a whole number from 1 on."_s);
        row("no seconds", video + QStringList{u"--seconds"_s, u"0"_s}, 2, u"from 1 on."_s);
        row("sound", video + QStringList{u"--sound"_s, u"loud"_s}, 2,
            u"--sound takes on or off."_s);
        row("count", {u"image"_s, u"a"_s, u"--count"_s, u"0"_s}, 2, u"--count takes"_s);
        row("no job of that name", {u"jobs"_s, u"show"_s, u"abcdef123456"_s}, 1,
            u"There is no such picture or video."_s);
        row("too little of a name", {u"jobs"_s, u"wait"_s, u"a"_s}, 1,
            u"There is no such picture or video."_s);
        row("none yet", {u"jobs"_s, u"list"_s}, 0, u"No pictures or videos yet."_s);
    }
    void wrongUse()
    {
        QFETCH(QStringList, words);
        QFETCH(int, code);
        QFETCH(QString, said);
        const CliRun wrong = run(words);
        VERIFY_EXIT(wrong, code);
        QVERIFY2(wrong.told().contains(said), wrong.err.constData());
    }
};

QTEST_GUILESS_MAIN(MediaCliTest)
#include "tst_mediacli.moc"

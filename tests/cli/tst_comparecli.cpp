#include "tests/cli/clifixture.h"

using namespace keyway;
using namespace Qt::StringLiterals;
using simulator::Behaviour;
using simulator::Fault;

/// `keyway compare` and what it teaches, as scripts use them.
class TestCompareCli : public QObject {
    Q_OBJECT

    std::unique_ptr<CliFixture> m_cli;

    CliRun run(const QStringList &arguments) const { return m_cli->run(arguments); }
    QStringList both(const QStringList &more = {}) const
    {
        return QStringList{u"compare"_s, u"-m"_s,     u"openai/gpt-6-luna"_s,
                           u"-m"_s,      u"Second"_s, u"Which is better?"_s}
        + more;
    }
    /// The ids of a comparison's requests.
    QStringList requests(const CliRun &compared) const
    {
        QStringList ids;
        for (const QJsonValue answer : compared.json()[u"answers"_s].toArray())
            ids.append(answer["request_id"_L1].toString());
        return ids;
    }

private Q_SLOTS:
    void init()
    {
        m_cli = std::make_unique<CliFixture>();
        m_cli->addBoth();
        Behaviour first;
        first.answer = u"From the first."_s;
        m_cli->first.setBehaviour(u"gpt-6-luna"_s, first);
        Behaviour second;
        second.answer = u"From the second."_s;
        m_cli->second.setBehaviour(u"claude-haiku-5-5"_s, second);
    }
    void cleanup() { m_cli.reset(); }

    void bothAnswersWithCostAndTime()
    {
        const CliRun compared = run(both());
        VERIFY_EXIT(compared, 0);
        const QStringList lines = compared.text().split(u'\n');
        QCOMPARE(lines.mid(0, 5),
                 (QStringList{u"1. openai/gpt-6-luna"_s,
                              u"From the first."_s,
                              {},
                              u"2. Second"_s,
                              u"From the second."_s}));
        QVERIFY2(compared.told().contains(u"gpt-6-luna · First · "_s), compared.err.constData());
        QVERIFY2(compared.told().contains(u"claude-haiku-5-5 · Second · "_s),
                 compared.err.constData());
        QVERIFY2(compared.told().contains(u"keyway routing vote"_s), compared.err.constData());
    }

    void asJson()
    {
        const CliRun compared = run(both({u"--json"_s}));
        VERIFY_EXIT(compared, 0);
        QCOMPARE(compared.err, QByteArray());
        const QJsonArray answers = compared.json()[u"answers"_s].toArray();
        QCOMPARE(answers.size(), 2);
        QCOMPARE(answers[0]["answer"_L1].toString(), u"From the first."_s);
        QCOMPARE(answers[1]["answer"_L1].toString(), u"From the second."_s);
        for (const QJsonValue answer : answers)
            QCOMPARE(answer["attempts"_L1].toArray().size(), 1);
        const QJsonObject usage = m_cli->usage();
        QCOMPARE(usage[u"records"_s].toArray().size(), 2);
        verifySums(usage);
    }

    void aVoteShiftsWhatIsExplained()
    {
        const QStringList ids = requests(run(both({u"--json"_s})));
        QCOMPARE(ids.size(), 2);
        const CliRun voted = run({u"routing"_s, u"vote"_s, ids[1], ids[0]});
        VERIFY_EXIT(voted, 0);
        QCOMPARE(voted.text(), u"Noted: anthropic/claude-haiku-5-5 before openai/gpt-6-luna.\n"_s);
        const QStringList question{u"routing"_s, u"explain"_s, u"Hello"_s, u"--route"_s,
                                   u"best-quality"_s};
        const CliRun explained = run(question);
        VERIFY_EXIT(explained, 0);
        QVERIFY2(explained.text().contains(u"of the catalogue, +2 from your 1 comparison"_s),
                 explained.out.constData());
        QVERIFY2(explained.text().contains(u"of the catalogue, -2 from your 1 comparison"_s),
                 explained.out.constData());
        const QJsonArray candidates
            = run(question + QStringList{u"--json"_s}).json()[u"candidates"_s].toArray();
        QCOMPARE(candidates.size(), 2);
        for (const QJsonValue candidate : candidates) {
            const int points = candidate["service"_L1].toString() == "anthropic"_L1 ? 2 : -2;
            QCOMPARE(candidate["voted_points"_L1].toInt(), points);
            QCOMPARE(candidate["comparisons"_L1].toInt(), 1);
        }

        const QJsonObject listed = run({u"routing"_s, u"votes"_s, u"--json"_s}).json();
        QCOMPARE(listed[u"votes"_s].toArray().size(), 1);
        QCOMPARE(listed[u"votes"_s][0][u"winner"_s].toString(), u"anthropic/claude-haiku-5-5"_s);
        QCOMPARE(listed[u"votes"_s][0][u"winner_request_id"_s].toString(), ids[1]);
        QCOMPARE(listed[u"models"_s].toArray().size(), 2);
        const CliRun table = run({u"routing"_s, u"votes"_s});
        QVERIFY2(table.text().contains(u"anthropic/claude-haiku-5-5"_s), table.out.constData());
        QVERIFY2(table.text().contains(u"+2"_s), table.out.constData());

        // Nobody is there to be asked.
        QVERIFY(run({u"routing"_s, u"votes"_s, u"--forget"_s}).exit != 0);
        const CliRun forgotten = run({u"routing"_s, u"votes"_s, u"--forget"_s, u"--yes"_s});
        VERIFY_EXIT(forgotten, 0);
        QCOMPARE(forgotten.text(), u"1 comparison forgotten.\n"_s);
        QVERIFY(
            run({u"routing"_s, u"votes"_s, u"--json"_s}).json()[u"votes"_s].toArray().isEmpty());
        QVERIFY(!run(question).text().contains(u"comparison"_s));
    }

    void oneFailsAndIsTold()
    {
        m_cli->second.setBehaviour(u"claude-haiku-5-5"_s, failing(Fault::answers(400)));
        const CliRun compared = run(both());
        VERIFY_EXIT(compared, 1);
        QVERIFY2(compared.text().contains(u"From the first."_s), compared.out.constData());
        QVERIFY2(compared.told().contains(u"Second: "_s), compared.err.constData());
        // There is nothing to choose between.
        QVERIFY2(!compared.told().contains(u"routing vote"_s), compared.err.constData());
        const QStringList ids = requests(run(both({u"--json"_s})));
        const CliRun voted = run({u"routing"_s, u"vote"_s, ids[0], ids[1]});
        VERIFY_EXIT(voted, 2);
        QVERIFY2(voted.told().contains(u"has no complete answer"_s), voted.err.constData());
    }

    void onlyCompleteAnswersAreOffered()
    {
        m_cli->second.setBehaviour(u"claude-haiku-5-5"_s, failing(Fault::answers(400)));
        const CliRun compared = run({u"compare"_s, u"-m"_s, u"Second"_s, u"-m"_s, u"First"_s,
                                     u"-m"_s, u"openai/gpt-6-luna"_s, u"Which is better?"_s});
        VERIFY_EXIT(compared, 1);
        QVERIFY2(compared.told().contains(u"routing vote"_s), compared.err.constData());
        const QStringList lines = compared.told().split(u'\n', Qt::SkipEmptyParts);
        QVERIFY2(lines.size() > 2 && lines.at(lines.size() - 2).startsWith(u"2. "_s),
                 compared.err.constData());
        QVERIFY2(lines.at(lines.size() - 3).contains(u"routing vote"_s), compared.err.constData());
        const auto requestAt = [&lines](qsizetype fromEnd) {
            return lines.at(lines.size() - fromEnd).section(u' ', 1);
        };
        const CliRun voted = run({u"routing"_s, u"vote"_s, requestAt(1), requestAt(2)});
        VERIFY_EXIT(voted, 2);
        QVERIFY2(voted.told().contains(u"The same model gave both"_s), voted.err.constData());
    }

    void wrongUse_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("said");
        const QString prompt = u"Which is better?"_s;
        QTest::newRow("one alone") << QStringList{u"compare"_s, u"-m"_s, u"First"_s, prompt}
                                   << u"Name two or three: -m SERVICE/MODEL"_s;
        QTest::newRow("four") << QStringList{u"compare"_s, u"-m"_s, u"First"_s, u"-m"_s,
                                             u"Second"_s,  u"-m"_s, u"First"_s, u"-m"_s,
                                             u"Second"_s,  prompt}
                              << u"Name two or three: -m SERVICE/MODEL"_s;
        QTest::newRow("nobody's name")
            << QStringList{u"compare"_s, u"-m"_s, u"First"_s, u"-m"_s, u"Third"_s, prompt}
            << u"Third is neither SERVICE/MODEL nor the name of an integration."_s;
        QTest::newRow("an unknown service")
            << QStringList{u"compare"_s, u"-m"_s, u"First"_s, u"-m"_s, u"nobody/x"_s, prompt}
            << u"Keyway does not know the service nobody."_s;
        QTest::newRow("no id") << QStringList{u"routing"_s, u"vote"_s, u"a"_s, u"b"_s}
                               << u"a is not the id of a request."_s;
        QTest::newRow("no such request")
            << QStringList{u"routing"_s, u"vote"_s, u"019aad4e-6b6a-7a4c-8c52-fd3d55ab0001"_s,
                           u"019aad4e-6b6a-7a4c-8c52-fd3d55ab0002"_s}
            << u"There is no request 019aad4e-6b6a-7a4c-8c52-fd3d55ab0001."_s;
    }
    void wrongUse()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, said);
        const CliRun wrong = run(arguments);
        VERIFY_EXIT(wrong, 2);
        QVERIFY2(wrong.told().contains(said), wrong.err.constData());
        QVERIFY(m_cli->first.requests().isEmpty()
                || m_cli->first.requests().last().path().endsWith("/models"));
    }
};

QTEST_GUILESS_MAIN(TestCompareCli)
#include "tst_comparecli.moc"

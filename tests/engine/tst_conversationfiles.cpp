// Files that go with a prompt: kept with the conversation, sent with every later turn, gone with
// it.

#include "core/engine/keptfiles.h"
#include "tests/engine/workspacefixture.h"

#include <QtCore/QDir>

using namespace keyway;
using namespace keyway::engine;
using namespace Qt::StringLiterals;

namespace {

/// The smallest PNG: one grey point.
const QByteArray point = QByteArray::fromBase64(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

} // namespace

class TestConversationFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WorkspaceFixture>();
        m_fixture->start();
    }
    void cleanup() { m_fixture.reset(); }

    void keptSentAgainAndSwept()
    {
        const TurnKept kept
            = say({}, u"What is on it?"_s, {{u"point.png"_s, u"image/png"_s, point}});
        QVERIFY(sent().contains(point.toBase64()));

        // The next turn tells the whole conversation, from the files.
        m_fixture->reopen();
        say(kept.conversation, u"And its colour?"_s, {});
        QVERIFY(sent().contains(point.toBase64()));
        QVERIFY(sent().contains("And its colour?"));
        const auto messages = m_fixture->workspace->messages(kept.conversation);
        QCOMPARE(messages->size(), 4);
        const auto files = attachmentsOf(messages->at(0), m_fixture->dir.path());
        QVERIFY(files.ok());
        QCOMPARE(files->size(), 1);
        QCOMPARE(files->first().name, u"point.png"_s);
        QCOMPARE(files->first().mimeType, u"image/png"_s);
        QCOMPARE(files->first().bytes, point);
        QVERIFY(attachmentsOf(messages->at(2), m_fixture->dir.path())->isEmpty());

        // "Try again" asks with the same file.
        ConversationTurn again;
        again.conversation = kept.conversation;
        again.promptIsKept = true;
        ask(again);
        QVERIFY(sent().contains(point.toBase64()));

        const QString folder = conversationFolder(m_fixture->dir.path(), kept.conversation);
        QVERIFY(QDir(folder).exists());
        QVERIFY(m_fixture->workspace->deleteConversation(kept.conversation).ok());
        QVERIFY(QDir(folder).exists()); // it may come back
        auto sweeping = m_fixture->workspace->sweep();
        QVERIFY(await(std::move(sweeping)).ok());
        QVERIFY(!QDir(folder).exists());
    }

    void othersMayNotReadThem()
    {
        const TurnKept kept = say({}, u"Look"_s, {{u"point.png"_s, u"image/png"_s, point}});
        const QString folder = conversationFolder(m_fixture->dir.path(), kept.conversation) + u'/'
            + m_fixture->workspace->messages(kept.conversation)->first().id.toString();
        const auto others
            = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(folder) & others));
        QVERIFY(!(QFile::permissions(folder + u"/1"_s) & others));
    }

    void aFileThatIsGoneIsSaid()
    {
        const TurnKept kept = say({}, u"Look"_s, {{u"point.png"_s, u"image/png"_s, point}});
        QVERIFY(
            QDir(conversationFolder(m_fixture->dir.path(), kept.conversation)).removeRecursively());
        const auto requests = m_fixture->first.requests().size();
        ConversationTurn next;
        next.conversation = kept.conversation;
        next.request.messages = {{Message::Role::User, u"Again"_s}};
        auto asking = m_fixture->workspace->askIn(
            next, [](TurnKept) {}, [](const AnswerEvent &) {}, {});
        const Result<Answer> answer = await(std::move(asking));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind(), Error::Kind::Storage);
        QCOMPARE(answer.error().reason(), u"input-gone"_s);
        QCOMPARE(m_fixture->first.requests().size(), requests);
    }

private:
    QByteArray sent() const { return m_fixture->first.requests().last().body; }
    TurnKept ask(const ConversationTurn &turn)
    {
        TurnKept kept;
        auto asking = m_fixture->workspace->askIn(
            turn, [&kept](TurnKept where) { kept = where; }, [](const AnswerEvent &) {}, {});
        const Result<Answer> answer = await(std::move(asking));
        if (!answer || answer->outcome != Outcome::Completed)
            qCritical() << "not answered";
        return kept;
    }
    TurnKept say(const std::optional<Id> &conversation, const QString &text,
                 const QList<Attachment> &files)
    {
        ConversationTurn turn;
        turn.conversation = conversation;
        turn.request.messages = {{Message::Role::User, text, files}};
        return ask(turn);
    }

    std::unique_ptr<WorkspaceFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestConversationFiles)
#include "tst_conversationfiles.moc"

#include "tests/storage/storagefixture.h"

using namespace keyway;
using namespace Qt::StringLiterals;

class TestConversationStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<TemporaryDataDir>();
        m_database = openDatabase(m_dir->filePath(u"keyway.db"_s), m_clock);
    }

    void messagesComeBackAsTheyWere()
    {
        ConversationStore store(*m_database);
        const auto conversation = store.create(u"Hello"_s);
        VERIFY_RESULT(conversation);
        m_clock.advance(std::chrono::seconds(5));
        StoredMessage question;
        question.conversationId = conversation->id;
        question.text = u"What is “this”? \U0001F600 \0 end"_s;
        VERIFY_RESULT(store.append(question));
        StoredMessage answer;
        answer.conversationId = conversation->id;
        answer.role = StoredMessage::Role::Assistant;
        answer.state = StoredMessage::State::Streaming;
        answer.requestId = Id::create(m_clock.now());
        answer.partials = {{Id::create(m_clock.now()), u"half an ans"_s}};
        answer.details = {{u"temperature"_s, u"0.7"_s}};
        const auto kept = store.append(answer);
        VERIFY_RESULT(kept);
        StoredMessage grown = *kept;
        grown.text = u"A whole answer."_s;
        grown.state = StoredMessage::State::Complete;
        VERIFY_RESULT(store.update(grown));

        const auto messages = store.messages(conversation->id);
        VERIFY_RESULT(messages);
        QCOMPARE(messages->size(), 2);
        QCOMPARE(messages->at(0).text, question.text);
        QCOMPARE(messages->at(0).role, StoredMessage::Role::User);
        QVERIFY(!messages->at(0).requestId);
        QCOMPARE(messages->at(1).text, grown.text);
        QCOMPARE(messages->at(1).state, StoredMessage::State::Complete);
        QCOMPARE(messages->at(1).requestId, answer.requestId);
        QCOMPARE(messages->at(1).partials.first().text, u"half an ans"_s);
        QCOMPARE(messages->at(1).partials.first().recordId, answer.partials.first().recordId);
        QCOMPARE(messages->at(1).details, answer.details);
        QCOMPARE(store.byId(conversation->id)->updatedAt, m_clock.now());

        const QJsonObject changed{{u"stopped_here"_s, true}};
        VERIFY_RESULT(store.setDetails(kept->id, changed));
        const StoredMessage again = store.messages(conversation->id)->at(1);
        QJsonObject both = answer.details;
        both.insert(u"stopped_here"_s, true);
        QCOMPARE(again.details, both);
        QCOMPARE(again.text, grown.text);
        // Who writes the answer has an older copy of them.
        VERIFY_RESULT(store.update(grown));
        QCOMPARE(store.messages(conversation->id)->at(1).details, both);
        QVERIFY(!store.setDetails(conversation->id, changed));

        question.conversationId = Id::create(m_clock.now());
        QCOMPARE(store.append(question).error().reason(), u"no-such-conversation"_s);
    }

    void theListComesInPagesNewestFirst()
    {
        ConversationStore store(*m_database);
        QList<Id> made;
        VERIFY_RESULT(m_database->write([&]() -> Result<Done> {
            for (int i = 0; i < 250; ++i) {
                if (i % 3 == 0)
                    m_clock.advance(std::chrono::seconds(1)); // some share their time
                made.prepend(store.create(u"c%1"_s.arg(i))->id);
            }
            return Done();
        }));
        QList<Id> read;
        std::optional<Conversation> last;
        for (;;) {
            const auto page = store.list(100, last);
            VERIFY_RESULT(page);
            for (const Conversation &conversation : *page)
                read.append(conversation.id);
            if (page->size() < 100)
                break;
            last = page->last();
        }
        QCOMPARE(read, made);
    }

    void searchFindsWhatWasMeant_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("titles");
        const QStringList none;
        QTest::newRow("word") << u"lighthouse"_s << QStringList{u"Norden"_s};
        QTest::newRow("begun word") << u"lightho"_s << QStringList{u"Norden"_s};
        QTest::newRow("case") << u"LIGHTHOUSE"_s << QStringList{u"Norden"_s};
        QTest::newRow("accents left out") << u"uber munchen"_s << QStringList{u"Reise"_s};
        QTest::newRow("accents given") << u"über"_s << QStringList{u"Reise"_s};
        QTest::newRow("title") << u"norD"_s << QStringList{u"Norden"_s};
        QTest::newRow("title with accents") << u"cafe"_s << QStringList{u"Café"_s};
        QTest::newRow("all words") << u"old lighthouse"_s << QStringList{u"Norden"_s};
        QTest::newRow("one word missing") << u"lighthouse absent"_s << none;
        QTest::newRow("quotes") << u"\"quoted\" \"words"_s << QStringList{u"Zitat"_s};
        QTest::newRow("single quote") << u"O'Brien"_s << QStringList{u"Zitat"_s};
        QTest::newRow("operators are words") << u"NOT lighthouse"_s << none;
        QTest::newRow("star") << u"*"_s << QStringList{u"Zeichen"_s};
        QTest::newRow("percent") << u"100%"_s << QStringList{u"Zeichen"_s};
        QTest::newRow("only a percent sign") << u"%"_s << QStringList{u"Zeichen"_s};
        QTest::newRow("underscore") << u"_"_s << QStringList{u"Zeichen"_s};
        QTest::newRow("backslash") << u"\\"_s << QStringList{u"Zeichen"_s};
        QTest::newRow("column syntax") << u"text:lighthouse"_s << none;
        QTest::newRow("brackets") << u"(lighthouse"_s << QStringList{u"Norden"_s};
        QTest::newRow("Japanese inside a run") << u"灯台"_s << QStringList{u"日本"_s};
        QTest::newRow("Greek") << u"φάρο"_s << QStringList{u"Ελλάδα"_s};
        QTest::newRow("emoji") << u"\U0001F600"_s << QStringList{u"Zeichen"_s};
        QTest::newRow("empty") << u""_s << none;
        QTest::newRow("spaces") << u"   "_s << none;
    }
    void searchFindsWhatWasMeant()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, titles);
        write(u"Norden"_s, u"An old lighthouse on the coast"_s);
        write(u"Reise"_s, u"Über den Fluss nach München"_s);
        write(u"Café"_s, u"something else"_s);
        write(u"Zitat"_s, u"He said \"quoted words\", and O'Brien agreed"_s);
        write(u"Zeichen"_s, u"100% of snake_case * and C:\\path \U0001F600"_s);
        write(u"日本"_s, u"古い灯台が見えます"_s);
        write(u"Ελλάδα"_s, u"ο φάρος"_s);
        const auto removed = write(u"Removed"_s, u"An old lighthouse, removed"_s);
        VERIFY_RESULT(ConversationStore(*m_database).remove(removed));

        const auto reader = openDatabase(m_database->path(), m_clock, Database::Access::ReadOnly);
        const auto hits = ConversationStore(*reader).search(typed);
        VERIFY_RESULT(hits);
        QStringList found;
        for (const ConversationHit &hit : *hits)
            found.append(hit.conversation.title);
        QCOMPARE(found, titles);
    }

    void searchFollowsChangesAndShowsWhere()
    {
        ConversationStore store(*m_database);
        const Id id = write(u"T"_s, u"first text "_s.repeated(40) + u"needle in the middle"_s);
        QVERIFY(store.search(u"needle"_s)->first().excerpt.contains(u"needle"_s));
        QVERIFY(store.search(u"needle"_s)->first().excerpt.size() < 140);
        StoredMessage message = store.messages(id)->first();
        message.text = u"nothing left"_s;
        VERIFY_RESULT(store.update(message));
        QCOMPARE(store.search(u"needle"_s)->size(), 0);
        QCOMPARE(store.search(u"nothing"_s)->size(), 1);
    }

    void deletingIsUndoneOrFinal()
    {
        ConversationStore store(*m_database);
        const QByteArray canary("canarytext7391");
        const Id id = write(u"T"_s, QString::fromLatin1(canary));
        VERIFY_RESULT(store.rename(id, u"renamed"_s));
        VERIFY_RESULT(store.remove(id));
        QCOMPARE(store.list()->size(), 0);
        QVERIFY(!store.rename(id, u"x"_s));
        VERIFY_RESULT(store.purge());
        QCOMPARE(store.restore(id).error().reason(), u"no-such-conversation"_s);
        QCOMPARE(m_dir->filesContaining(canary), QStringList());

        const Id other = write(u"kept"_s, QString::fromLatin1(canary));
        QVERIFY(!m_dir->filesContaining(canary).isEmpty()); // the search would have found it
        VERIFY_RESULT(store.remove(other));
        VERIFY_RESULT(store.restore(other));
        VERIFY_RESULT(store.purge());
        QCOMPARE(store.list()->first().title, u"kept"_s);
        QCOMPARE(store.messages(other)->size(), 1);
    }

private:
    Id write(const QString &title, const QString &text)
    {
        m_clock.advance(std::chrono::seconds(1));
        ConversationStore store(*m_database);
        StoredMessage message;
        message.conversationId = store.create(title)->id;
        message.text = text;
        if (!store.append(message))
            qFatal("append");
        return message.conversationId;
    }

    FakeClock m_clock;
    std::unique_ptr<TemporaryDataDir> m_dir;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(TestConversationStore)
#include "tst_conversationstore.moc"

#include "core/secrets/keychainstore.h"

#include "core/base/logging.h"
#include "core/secrets/keychaininspector.h"
#include "core/secrets/turns.h"

#include <QtCore/QPointer>
#include <qt6keychain/keychain.h>

#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

// Windows ignores it, so that the key alone must be unique; it is what people see in their
// keychain.
const auto serviceName = "Keyway"_L1;

enum class Operation { Read, Write, Remove };

/// What a job said, kept apart from the job, which may be gone or still at work.
struct Outcome {
    bool finished = false;
    QKeychain::Error error = QKeychain::OtherError;
    QString words;
    QByteArray data;
};

Error failed(const QString &reason, const QString &detail)
{
    return Error(Error::Kind::Keychain, detail).withReason(reason);
}

Error hanging(const QString &detail)
{
    return keychainError(KeychainState::Hanging, detail);
}

} // namespace

/// The state of a store. Running operations hold it, so that it outlives the store where one hangs.
class KeychainWork {
public:
    explicit KeychainWork(KeychainStore::Patience limits)
        : patience(limits)
        , inspector(makeKeychainInspector())
        , turns(std::make_shared<Turns>())
    {
    }

    const KeychainStore::Patience patience;
    const std::unique_ptr<KeychainInspector> inspector;
    const std::shared_ptr<Turns> turns;
    QPointer<QKeychain::Job> overdue; ///< a job past its time that is still at work
};

namespace {

using Work = std::shared_ptr<KeychainWork>;

/// Runs a job to its end or to the deadline. The job deletes itself after its end, whenever that
/// is, and holds the turn until then, since a later job would only queue up behind it.
QCoro::Task<std::shared_ptr<Outcome>> run(Work work, QKeychain::Job *job, QString key,
                                          Turns::Turn turn, QDeadlineTimer deadline)
{
    auto outcome = std::make_shared<Outcome>();
    auto wait = Wait::until(deadline);
    job->setKey(key);
    job->setInsecureFallback(false);
    job->setAutoDelete(false);
    QObject::connect(job, &QKeychain::Job::finished, job, [outcome, turn](QKeychain::Job *ended) {
        outcome->finished = true;
        outcome->error = ended->error();
        outcome->words = ended->errorString();
        if (auto *reader = qobject_cast<QKeychain::ReadPasswordJob *>(ended))
            outcome->data = reader->binaryData();
        if (auto *writer = qobject_cast<QKeychain::WritePasswordJob *>(ended))
            writer->setBinaryData({}); // the one copy left is the caller's, who wipes it
        // Deleted before the waiter goes on: then the outcome has the only copy, and can wipe it.
        ended->deleteLater();
    });
    QObject::connect(job, &QKeychain::Job::finished, wait.get(), &Wait::finish);
    turn.reset();
    job->start();
    auto event = wait->awaitable();
    const bool happened = co_await event;
    if (!happened)
        work->overdue = job;
    co_return outcome;
}

/// The error of a job that failed: the state of the keychain explains most of them better than
/// QtKeychain.
Task<Done> explain(Work work, QString key, Operation operation, std::shared_ptr<Outcome> outcome,
                   Sighting::Place before)
{
    if (!outcome->finished)
        co_return hanging(u"the keychain job does not end"_s);
    if (outcome->error == QKeychain::NoError)
        co_return Done{};
    const QString detail = u"QtKeychain error %1: %2"_s.arg(outcome->error).arg(outcome->words);
    auto finding = work->inspector->find(serviceName, key, QDeadlineTimer(work->patience.answer));
    auto sighting = co_await finding;
    if (sighting.state != KeychainState::Ready)
        co_return keychainError(sighting.state, detail);
    if (sighting.place == Sighting::Place::Locked)
        co_return keychainError(KeychainState::Locked, detail);
    if (outcome->error == QKeychain::NoBackendAvailable)
        co_return keychainError(KeychainState::Unavailable, detail);
    if (outcome->error == QKeychain::EntryNotFound && operation == Operation::Remove)
        co_return Done{};
    if (outcome->error == QKeychain::EntryNotFound && before != Sighting::Place::Open)
        co_return failed(u"missing-key"_s, detail);
    if (outcome->error == QKeychain::AccessDenied || outcome->error == QKeychain::AccessDeniedByUser
        || operation == Operation::Remove)
        co_return keychainError(KeychainState::Refused, detail);
    co_return failed(operation == Operation::Read ? u"unreadable"_s : u"not-kept"_s, detail);
}

Task<Secret> readInTurn(Work work, QString key, Turns::Turn turn, QDeadlineTimer deadline)
{
    auto finding = work->inspector->find(serviceName, key, deadline);
    auto sighting = co_await finding;
    if (sighting.state != KeychainState::Ready)
        co_return keychainError(sighting.state, sighting.detail);
    if (sighting.place == Sighting::Place::Locked)
        co_return keychainError(KeychainState::Locked, sighting.detail);
    if (sighting.place == Sighting::Place::Nowhere)
        co_return failed(u"missing-key"_s, u"no such item"_s);
    auto running = run(work, new QKeychain::ReadPasswordJob(serviceName), key, turn, deadline);
    auto outcome = co_await running;
    auto explaining = explain(work, key, Operation::Read, outcome, sighting.place);
    auto verdict = co_await explaining;
    if (!verdict.ok())
        co_return verdict.error();
    if (outcome->data.isEmpty())
        co_return failed(u"unreadable"_s, u"an empty item"_s);
    co_return Secret::take(std::move(outcome->data));
}

Task<Done> removeInTurn(Work work, QString key, Turns::Turn turn, QDeadlineTimer deadline)
{
    auto finding = work->inspector->find(serviceName, key, deadline);
    auto sighting = co_await finding;
    if (sighting.state != KeychainState::Ready)
        co_return keychainError(sighting.state, sighting.detail);
    if (sighting.place == Sighting::Place::Locked)
        co_return keychainError(KeychainState::Locked, sighting.detail);
    if (sighting.place == Sighting::Place::Nowhere)
        co_return Done{};
    auto running = run(work, new QKeychain::DeletePasswordJob(serviceName), key, turn, deadline);
    auto outcome = co_await running;
    auto explaining = explain(work, key, Operation::Remove, outcome, sighting.place);
    auto verdict = co_await explaining;
    co_return verdict;
}

/// One write and the proof of it: true where the key reads back the same.
Task<bool> writeOnce(Work work, QString key, std::shared_ptr<Secret> secret, Turns::Turn turn,
                     QDeadlineTimer deadline)
{
    auto *job = new QKeychain::WritePasswordJob(serviceName);
    // Binary always: after a text and a binary write of one key, the text is read.
    QByteArray bytes = secret->reveal([](QByteArrayView view) { return view.toByteArray(); });
    job->setBinaryData(bytes);
    auto running = run(work, job, key, turn, deadline);
    auto outcome = co_await running;
    wipe(bytes);
    auto explaining = explain(work, key, Operation::Write, outcome, Sighting::Place::Unknown);
    auto verdict = co_await explaining;
    if (!verdict.ok())
        co_return verdict.error();
    auto reading = readInTurn(work, key, turn, deadline);
    auto kept = co_await reading;
    if (!kept.ok() && kept.error().reason() != "missing-key"_L1
        && kept.error().reason() != "unreadable"_L1)
        co_return kept.error();
    co_return kept.ok() && kept->equals(*secret);
}

Task<Done> writeInTurn(Work work, QString key, std::shared_ptr<Secret> secret, Turns::Turn turn,
                       QDeadlineTimer deadline)
{
    auto asking = work->inspector->status(deadline);
    auto status = co_await asking;
    if (status.state != KeychainState::Ready)
        co_return keychainError(status.state, status.detail);
    auto writing = writeOnce(work, key, secret, turn, deadline);
    auto kept = co_await writing;
    if (!kept.ok())
        co_return kept.error();
    if (*kept)
        co_return Done{};
    // Something older shadows it, such as the same key written as text: make room and try once
    // more.
    qCWarning(logSecrets) << "The keychain gave back another key than was written; writing again";
    auto removing = removeInTurn(work, key, turn, deadline);
    auto removed = co_await removing;
    if (!removed.ok())
        co_return removed;
    auto writingAgain = writeOnce(work, key, secret, turn, deadline);
    auto keptNow = co_await writingAgain;
    if (!keptNow.ok())
        co_return keptNow.error();
    if (*keptNow)
        co_return Done{};
    co_return failed(u"not-kept"_s, u"read back something else"_s);
}

Task<Secret> readKey(Work work, QString key)
{
    const QDeadlineTimer deadline(work->patience.answer);
    auto waiting = Turns::take(work->turns, deadline);
    auto turn = co_await waiting;
    if (!turn)
        co_return hanging(u"an earlier job does not end"_s);
    auto reading = readInTurn(work, key, turn, deadline);
    auto secret = co_await reading;
    co_return secret;
}

Task<Done> writeKey(Work work, QString key, Secret given)
{
    if (given.isEmpty())
        co_return failed(u"empty"_s, u"nothing to keep"_s);
    if (given.size() > Secret::maximumSize)
        co_return failed(u"too-large"_s, u"%1 bytes"_s.arg(given.size()));
    auto secret = std::make_shared<Secret>(std::move(given));
    const QDeadlineTimer deadline(work->patience.answer);
    auto waiting = Turns::take(work->turns, deadline);
    auto turn = co_await waiting;
    if (!turn)
        co_return hanging(u"an earlier job does not end"_s);
    auto writing = writeInTurn(work, key, secret, turn, deadline);
    auto done = co_await writing;
    co_return done;
}

Task<Done> removeKey(Work work, QString key)
{
    const QDeadlineTimer deadline(work->patience.answer);
    auto waiting = Turns::take(work->turns, deadline);
    auto turn = co_await waiting;
    if (!turn)
        co_return hanging(u"an earlier job does not end"_s);
    auto removing = removeInTurn(work, key, turn, deadline);
    auto done = co_await removing;
    co_return done;
}

QCoro::Task<KeychainStatus> askStatus(Work work)
{
    auto asking = work->inspector->status(QDeadlineTimer(work->patience.answer));
    auto status = co_await asking;
    if (status.state == KeychainState::Ready && work->overdue) {
        status.state = KeychainState::Hanging;
        status.detail = u"an earlier job does not end"_s;
    }
    co_return status;
}

Task<Done> askUnlock(Work work)
{
    auto asking = work->inspector->unlock(serviceName, QDeadlineTimer(work->patience.answer),
                                          QDeadlineTimer(work->patience.prompt));
    auto done = co_await asking;
    co_return done;
}

} // namespace

KeychainStore::KeychainStore()
    : KeychainStore(Patience{})
{
}

KeychainStore::KeychainStore(Patience patience)
    : m_work(std::make_shared<KeychainWork>(patience))
{
}

KeychainStore::~KeychainStore() = default;

Task<Secret> KeychainStore::read(QString key)
{
    return readKey(m_work, std::move(key));
}

Task<Done> KeychainStore::write(QString key, Secret secret)
{
    return writeKey(m_work, std::move(key), std::move(secret));
}

Task<Done> KeychainStore::remove(QString key)
{
    return removeKey(m_work, std::move(key));
}

QCoro::Task<KeychainStatus> KeychainStore::status()
{
    return askStatus(m_work);
}

Task<Done> KeychainStore::unlock()
{
    return askUnlock(m_work);
}

} // namespace keyway

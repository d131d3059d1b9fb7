#include "core/client/sessionkeychain.h"

#include "core/async/wait.h"

#include <qt6keychain/keychain.h>

#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 10s;

/// What a job said, kept apart from the job, which may go on after its time.
struct Said {
    bool finished = false;
    QKeychain::Error error = QKeychain::OtherError;
    QByteArray data;
};

/// Runs a job to its end or to the end of our patience. It deletes itself after its end, whenever
/// that is: QtKeychain crashes when a job is deleted earlier.
QCoro::Task<std::shared_ptr<Said>> run(QKeychain::Job *job, QString entry)
{
    auto said = std::make_shared<Said>();
    auto wait = Wait::until(QDeadlineTimer(patience));
    job->setKey(entry);
    job->setInsecureFallback(false);
    job->setAutoDelete(false);
    QObject::connect(job, &QKeychain::Job::finished, job, [said](QKeychain::Job *ended) {
        said->finished = true;
        said->error = ended->error();
        if (auto *reader = qobject_cast<QKeychain::ReadPasswordJob *>(ended))
            said->data = reader->binaryData();
        if (auto *writer = qobject_cast<QKeychain::WritePasswordJob *>(ended))
            writer->setBinaryData({});
        ended->deleteLater();
    });
    QObject::connect(job, &QKeychain::Job::finished, wait.get(), &Wait::finish);
    job->start();
    auto event = wait->awaitable();
    co_await event;
    co_return said;
}

Error failed(const Said &said)
{
    QString reason = u"unavailable"_s;
    if (!said.finished)
        reason = u"hanging"_s;
    else if (said.error == QKeychain::EntryNotFound)
        reason = u"missing-key"_s;
    return Error(Error::Kind::Keychain, u"QtKeychain error %1"_s.arg(said.error))
        .withReason(reason);
}

const auto serviceName = "Keyway Admin"_L1;

} // namespace

QString SessionKeychain::entryOf(const QUrl &server)
{
    // Windows ignores the service's name, so that this alone has to be unique.
    return "org.keyway/admin-session/"_L1
        + server.adjusted(QUrl::StripTrailingSlash).toString(QUrl::FullyEncoded);
}

Task<Secret> SessionKeychain::read(QUrl server)
{
    auto running = run(new QKeychain::ReadPasswordJob(serviceName), entryOf(server));
    auto said = co_await running;
    if (!said->finished || said->error != QKeychain::NoError)
        co_return failed(*said);
    if (said->data.isEmpty())
        co_return Error(Error::Kind::Keychain).withReason(u"missing-key"_s);
    co_return Secret::take(std::move(said->data));
}

Task<Done> SessionKeychain::write(QUrl server, Secret token)
{
    auto *job = new QKeychain::WritePasswordJob(serviceName);
    QByteArray bytes = token.reveal([](QByteArrayView view) { return view.toByteArray(); });
    job->setBinaryData(bytes);
    auto running = run(job, entryOf(server));
    auto said = co_await running;
    wipe(bytes);
    if (!said->finished || said->error != QKeychain::NoError)
        co_return failed(*said);
    co_return Done();
}

Task<Done> SessionKeychain::remove(QUrl server)
{
    auto running = run(new QKeychain::DeletePasswordJob(serviceName), entryOf(server));
    auto said = co_await running;
    if (!said->finished
        || (said->error != QKeychain::NoError && said->error != QKeychain::EntryNotFound))
        co_return failed(*said);
    co_return Done();
}

} // namespace keyway

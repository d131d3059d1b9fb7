#include "core/server/relay.h"

#include "core/engine/settlement.h"
#include "core/providers/providerset.h"
#include "core/server/ingestion.h"
#include "core/server/logging.h"
#include "core/server/parts.h"
#include "core/server/relaystream.h"
#include "core/server/sqlconnection.h"
#include "core/server/workers.h"

#include <QtCore/QJsonObject>
#include <QtCore/QPointer>
#include <QtCore/QTimer>

#include <chrono>
#include <functional>
#include <utility>

namespace keyway::server {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Shorter than RelayBook::lostAfterMs by far.
constexpr auto longestAttempt = 10min;
constexpr auto settleAgainAfter = 2s;
constexpr int mostSettlings = 30;

/// Owns what it needs, so that it may end after the relay.
QCoro::Task<> send(std::shared_ptr<ProviderSet> providers, std::shared_ptr<RelayJob> job,
                   StreamSink sink, CancelToken cancel, std::function<void(Completion)> ended)
{
    const Model *const facts = job->endpoint.facts ? &*job->endpoint.facts : nullptr;
    Provider &provider
        = providers->forWire(job->endpoint.service.wireFor(RequestType::Text, facts));
    auto completing = provider.complete(job->prompt, job->endpoint, std::move(job->key),
                                        std::move(sink), cancel);
    Completion completion = co_await completing;
    ended(std::move(completion));
}

IngestionTerms termsOf(const ServerParts &parts)
{
    return {parts.catalogue, parts.billing.offer, parts.partitions, parts.clock, true};
}

/// What the client is told at the end, beside the record.
QJsonObject endOf(const Completion &completion)
{
    QJsonObject end{{u"finish_reason"_s, completion.finishReason}};
    if (!completion.serviceWords.isEmpty())
        end.insert(u"service_words"_s, completion.serviceWords);
    if (completion.error)
        end.insert(u"error"_s,
                   QJsonObject{{u"kind"_s, Error::kindName(completion.error->kind())},
                               {u"reason"_s, completion.error->reason()}});
    return end;
}

} // namespace

struct Relay::Running {
    std::shared_ptr<RelayJob> job;
    std::unique_ptr<RelayStream> stream;
    CancelSource stop;
    QTimer deadline;
    QJsonObject end;
    int settlings = 0;
};

Relay::Relay(Workers &workers, const ServerParts &parts, QObject *parent)
    : QObject(parent)
    , m_workers(workers)
    , m_parts(parts)
    , m_providers(std::make_shared<ProviderSet>())
{
}

Relay::~Relay()
{
    for (const auto &[id, running] : m_running)
        running->stop.cancel();
}

void Relay::carry(std::shared_ptr<http::Exchange> exchange, std::shared_ptr<RelayJob> job)
{
    const Id id = job->record.recordId;
    auto &running = m_running[id];
    running = std::make_unique<Running>();
    running->job = job;
    running->stream = std::make_unique<RelayStream>(exchange);
    const CancelSource stop = running->stop;
    connect(running->stream.get(), &RelayStream::abandoned, this, [stop] { stop.cancel(); });
    running->deadline.setSingleShot(true);
    connect(&running->deadline, &QTimer::timeout, this, [stop] { stop.cancel(); });
    running->deadline.start(longestAttempt);
    if (!exchange->isOpen())
        stop.cancel();

    const QPointer<Relay> self(this);
    const StreamSink sink = [self, id](const StreamEvent &event) {
        if (!self)
            return;
        const auto found = self->m_running.find(id);
        if (found != self->m_running.end())
            found->second->stream->add(event.text);
    };
    send(m_providers, std::move(job), sink, stop.token(), [self, id](Completion completion) {
        if (self)
            self->ended(id, completion);
    });
}

void Relay::ended(const Id &record, const Completion &completion)
{
    Running &running = *m_running.at(record);
    running.deadline.stop();
    RelayJob &job = *running.job;
    // Ids, states and numbers: no word of the prompt or the answer.
    if (completion.error)
        qCWarning(logServer, "relay: record %s with key %s ended as %s (%s)",
                  qPrintable(record.toString()), qPrintable(job.attempt.key.toString()),
                  qPrintable(Error::kindName(completion.error->kind())),
                  qPrintable(completion.error->reason()));
    const engine::Settlement settlement = engine::settle(
        job.record, job.prompt, completion, Integration(), m_parts.catalogue, job.policy, false);
    job.attempt.record = messageOf(settlement.record, job.caller.device, OriginClass::FreeTier);
    job.prompt = {};
    running.end = endOf(completion);
    running.end.insert(u"record"_s, job.attempt.record.toJson());
    settle(record);
}

void Relay::settle(const Id &record)
{
    Running &running = *m_running.at(record);
    ++running.settlings;
    const std::shared_ptr<RelayJob> job = running.job;
    const bool taken = m_workers.submit([this, record, job](Result<SqlConnection *> sql) {
        bool kept = false;
        RelayLeft left;
        if (sql) {
            RelayBook book(**sql, m_parts.clock);
            const auto done = book.settle(job->attempt, termsOf(m_parts), job->caller);
            kept = done.ok();
            if (!done)
                qCWarning(logServer, "relay: record %s is not settled: %s",
                          qPrintable(record.toString()), qPrintable(done.error().detail()));
            const auto now
                = book.left(job->caller.account, job->attempt.month, job->policy.freeTier);
            left = now ? *now : RelayLeft();
        }
        QMetaObject::invokeMethod(
            this, [this, record, kept, left] { settled(record, kept, left); },
            Qt::QueuedConnection);
    });
    if (!taken)
        QTimer::singleShot(settleAgainAfter, this, [this, record] { settle(record); });
}

void Relay::settled(const Id &record, bool kept, const RelayLeft &left)
{
    Running &running = *m_running.at(record);
    // What is never settled here is so as lost, by any server.
    if (!kept && running.settlings < mostSettlings) {
        QTimer::singleShot(settleAgainAfter, this, [this, record] { settle(record); });
        return;
    }
    running.end.insert(
        u"left"_s,
        QJsonObject{{u"requests"_s, left.requests}, {u"spending_nano"_s, left.spending.nano()}});
    running.stream->end(running.end);
    // The client may still be taking it: the stream goes on by itself until it has.
    RelayStream *const stream = running.stream.release();
    stream->setParent(this);
    connect(stream, &RelayStream::finished, stream, &QObject::deleteLater);
    connect(stream, &RelayStream::abandoned, stream, &QObject::deleteLater);
    if (stream->isFinished())
        stream->deleteLater();
    m_running.erase(record);
    if (m_running.empty())
        Q_EMIT idle();
}

Result<Done> Relay::settleLost(SqlConnection &sql, const ServerParts &parts)
{
    RelayBook book(sql, parts.clock);
    const Result<QList<RelayAttempt>> lost = book.lost();
    if (!lost)
        return lost.error();
    for (const RelayAttempt &attempt : *lost) {
        Caller owner;
        owner.account = attempt.account;
        owner.device = attempt.record.deviceId;
        if (auto done = book.settle(attempt, termsOf(parts), owner); !done)
            return done;
    }
    return Done();
}

} // namespace keyway::server

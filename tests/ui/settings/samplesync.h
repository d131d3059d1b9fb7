#pragma once

#include "core/sync/serverclient.h"
#include "core/sync/syncstatus.h"

// What the pictures and tests of Settings show.
namespace keyway::sample {

inline QDateTime syncNow()
{
    return QDateTime(QDate(2026, 11, 18), QTime(14, 31));
}

inline Id syncId(int number)
{
    return *Id::fromString(
        QStringLiteral("0193f2a0-0000-7000-8000-%1").arg(number, 12, 10, QChar(u'0')));
}

inline UsageMessage sentRecord()
{
    UsageMessage record;
    record.recordId = syncId(1);
    record.requestId = syncId(2);
    record.deviceId = syncId(3);
    record.startedAt = syncNow().toUTC();
    record.billingDay = syncNow().date();
    record.service = QStringLiteral("openai");
    record.model = QStringLiteral("gpt-4.1");
    record.outcome = Outcome::Completed;
    record.costState = CostState::Exact;
    record.usage.set(Counter::InUncached, 812);
    record.usage.set(Counter::OutText, 240);
    record.priceVersion = QStringLiteral("2026-11-01");
    record.platformCost = Money::fromNano(3'544'000);
    record.platformFee = Money::fromNano(177'200);
    record.firstTokenMs = 410;
    record.durationMs = 4800;
    return record;
}

inline SyncStatus signedOut(bool withServer = true)
{
    SyncStatus status;
    if (withServer)
        status.server = QUrl(QStringLiteral("https://keyway.example.org"));
    status.earlier = 214;
    return status;
}

inline SyncStatus synced()
{
    SyncStatus status = signedOut();
    LinkedAccount account;
    account.server = *status.server;
    account.email = QStringLiteral("demo@keyway.example");
    account.account = syncId(4);
    account.device = syncId(3);
    account.since = syncNow().addDays(-20);
    status.account = account;
    status.lastSent = SentBatch{syncNow(), 61, syncId(1)};
    status.lastRecord = sentRecord();
    status.earlier = 0;
    return status;
}

inline SyncStatus failing(Error error, qint64 waiting = 37)
{
    SyncStatus status = synced();
    status.waiting = waiting;
    status.failingSince = syncNow().addSecs(-26 * 60);
    if (error.kind() != Error::Kind::Auth)
        status.nextTry = syncNow().addSecs(5 * 60);
    status.error = std::move(error);
    return status;
}

inline SyncStatus withMore()
{
    SyncStatus status = synced();
    status.earlier = 214;
    status.notTakenCount = 2;
    status.notTaken
        = {{syncId(7), syncNow().addDays(-1), UsageState::Quarantined, QStringLiteral("clock")},
           {syncId(8), syncNow().addDays(-3), UsageState::Conflict, QStringLiteral("changed")}};
    return status;
}

inline QList<AccountDevice> devices()
{
    return {{syncId(5),
             QStringLiteral("workshop"),
             syncNow().addDays(-90),
             syncNow().addDays(-1),
             {},
             false},
            {syncId(3), QStringLiteral("desk"), syncNow().addDays(-20), syncNow(), {}, true},
            {syncId(6), QStringLiteral("old-laptop"), syncNow().addDays(-200),
             syncNow().addDays(-100), syncNow().addDays(-99), false}};
}

} // namespace keyway::sample

#pragma once

#include "ui/desktop/usage/usagebackend.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>

namespace keyway {

/// Records in memory; sums and windows are worked out from them as the real one does. Answers come
/// with the next turn of the event loop.
class FakeUsage : public UsageBackend {
    Q_OBJECT
public:
    FakeUsage();

    void month(const std::optional<QDate> &month, const UsageFilter &filter, QObject *context,
               Handler<UsageMonth> done) override;
    void rows(const RecordFilter &filter, const RecordOrder &order, QObject *context,
              Handler<QList<RecordKey>> done) override;
    void records(const QList<RecordKey> &keys, QObject *context,
                 Handler<QList<UsageRecord>> done) override;
    void plan(const Id &request, QObject *context,
              Handler<std::optional<routing::RoutePlan>> done) override;
    void accounts(const QDate &month, QObject *context,
                  Handler<engine::Reconciliation> done) override;
    QString database() const override { return file; }

    /// An attempt of today, newer than the others.
    UsageRecord add(const QString &service, const QString &model, Money cost);

    QList<UsageRecord> kept; ///< newest first
    QDate today{2026, 10, 31};
    std::optional<Error> fails;
    int windowsRead = 0;
    engine::Reconciliation reconciliation;
    QString file; ///< of a real database, for what reads one itself

private:
    QList<UsageRecord> fitting(const RecordFilter &filter) const;
    template <class T> void answer(QObject *context, Handler<T> done, Result<T> result) const
    {
        QTimer::singleShot(0, context,
                           [done = std::move(done), result = std::move(result)] { done(result); });
    }
};

/// A month as people have it: 1,353 attempts at six services.
QList<UsageRecord> sampleRecords(const QDate &month);

} // namespace keyway

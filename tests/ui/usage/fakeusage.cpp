#include "tests/ui/usage/fakeusage.h"

#include <QtCore/QRandomGenerator>

#include <algorithm>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

struct Maker {
    QString service, model;
    int share; ///< of 100 attempts
    qint64 dearest; ///< nano-dollars
};

const QList<Maker> &makers()
{
    static const QList<Maker> all{
        {u"openai"_s, u"gpt-4.1"_s, 34, 40'000'000},
        {u"anthropic"_s, u"claude-sonnet-4"_s, 22, 42'000'000},
        {u"stability"_s, u"stable-image-core"_s, 12, 60'000'000},
        {u"mistral"_s, u"mistral-large"_s, 14, 20'000'000},
        {u"deepseek"_s, u"deepseek-chat"_s, 12, 12'000'000},
        {u"ollama"_s, u"llama3.1:8b"_s, 6, 0},
    };
    return all;
}

const Maker &makerOf(int hundredth)
{
    for (const Maker &maker : makers()) {
        if (hundredth < maker.share)
            return maker;
        hundredth -= maker.share;
    }
    return makers().first();
}

RecordKey keyOf(const UsageRecord &record)
{
    return static_cast<RecordKey>(qHash(record.recordId) >> 1) + 1;
}

} // namespace

QList<UsageRecord> sampleRecords(const QDate &month)
{
    constexpr int attempts = 1353;
    QRandomGenerator random(42);
    QList<UsageRecord> records;
    const QDateTime first(month, QTime(0, 5), Qt::UTC);
    for (int i = 0; i < attempts; ++i) {
        const Maker &maker = makerOf(random.bounded(100));
        UsageRecord r;
        r.startedAt = first.addSecs(qint64(i) * month.daysInMonth() * 86'000 / attempts
                                    + random.bounded(60));
        r.billingDay = r.startedAt.date();
        r.recordId = Id::create(r.startedAt);
        r.requestId = Id::create(r.startedAt);
        r.integrationName = maker.service;
        r.service = maker.service;
        r.model = maker.model;
        r.app = i % 5 == 0 ? AppClass::CommandLine : AppClass::Window;
        r.strategy = i % 3 == 0 ? Strategy::Cheapest : Strategy::MyOrder;
        r.outcome = Outcome::Completed;
        r.costState = CostState::Exact;
        r.platformCost
            = Money::fromNano(maker.dearest == 0 ? 0 : 100'000 + random.bounded(maker.dearest));
        r.platformFee = r.platformCost.scaled(5, 100);
        r.priceVersion = u"2026-09"_s;
        r.durationMs = 400 + random.bounded(8000);
        r.firstTokenMs = r.durationMs / 4;
        r.httpStatus = 200;
        if (maker.service == "stability"_L1) {
            r.type = RequestType::Image;
            r.usage.set(Counter::Images, 1 + i % 2);
        } else {
            r.usage.set(Counter::InUncached, 200 + random.bounded(12'000));
            r.usage.set(Counter::OutText, 20 + random.bounded(2000));
        }
        if (maker.service == "ollama"_L1)
            r.origin = OriginClass::Local;
        if (i % 4 == 0 && maker.dearest > 0)
            r.statedCost = r.platformCost;
        if (i == attempts - 3)
            r.statedCost = r.platformCost + Money::fromNano(500'000);
        if (i == attempts - 5) {
            r.outcome = Outcome::Failed;
            r.errorKind = Error::Kind::Overloaded;
            r.httpStatus = 529;
            r.serviceCode = u"overloaded_error"_s;
            r.platformCost = r.platformFee = {};
            r.statedCost.reset();
        }
        if (i == attempts - 7) {
            r.costState = CostState::Unknown;
            r.platformCost = r.platformFee = {};
            r.statedCost.reset();
            r.outcome = Outcome::Unknown;
        }
        records.prepend(r);
    }
    return records;
}

FakeUsage::FakeUsage()
    : kept(sampleRecords({2026, 10, 1}))
{
}

QList<UsageRecord> FakeUsage::fitting(const RecordFilter &filter) const
{
    QList<UsageRecord> found;
    for (const UsageRecord &r : kept) {
        const UsageFilter &usage = filter.usage;
        const bool fits = (!filter.month
                           || (r.billingDay.year() == filter.month->year()
                               && r.billingDay.month() == filter.month->month()))
            && (usage.service.isEmpty() || usage.service == r.service)
            && (!usage.app || *usage.app == r.app) && (!usage.type || *usage.type == r.type)
            && (filter.text.isEmpty() || r.model.contains(filter.text, Qt::CaseInsensitive)
                || r.service.contains(filter.text, Qt::CaseInsensitive));
        if (fits)
            found.append(r);
    }
    return found;
}

void FakeUsage::month(const std::optional<QDate> &month, const UsageFilter &filter,
                      QObject *context, Handler<UsageMonth> done)
{
    if (fails)
        return answer<UsageMonth>(context, std::move(done), *fails);
    const QDate day = month.value_or(today);
    UsageMonth view;
    view.today = today;
    view.filter = filter;
    view.fee.plan = FeePlan::Percent;
    view.fee.basisPoints = 500;
    view.summary.month = QDate(day.year(), day.month(), 1);
    view.names = {{u"openai"_s, u"OpenAI"_s},          {u"anthropic"_s, u"Anthropic"_s},
                  {u"stability"_s, u"Stability AI"_s}, {u"mistral"_s, u"Mistral AI"_s},
                  {u"deepseek"_s, u"DeepSeek"_s},      {u"ollama"_s, u"Ollama"_s}};
    RecordFilter rows;
    rows.month = day;
    QMap<QString, Money> all;
    for (const UsageRecord &r : fitting(rows))
        all[r.service] += r.platformCost;
    view.services = all.keys();
    std::stable_sort(view.services.begin(), view.services.end(),
                     [&all](const QString &a, const QString &b) { return all[a] > all[b]; });
    rows.usage = filter;
    for (const UsageRecord &r : fitting(rows)) {
        UsageSums sums;
        sums.requests = countsAsRequest(r) ? 1 : 0;
        sums.attempts = 1;
        sums.unknownCosts = r.costState == CostState::Unknown ? 1 : 0;
        sums.tokensIn = r.usage.tokensIn();
        sums.tokensOut = r.usage.tokensOut();
        sums.platformCost = r.platformCost;
        sums.platformFee = r.platformFee;
        view.summary.all += sums;
        view.summary.byDay[r.billingDay] += sums;
        view.summary.byService[r.service] += sums;
        view.summary.servicesOn[r.billingDay][r.service] += sums;
    }
    answer<UsageMonth>(context, std::move(done), view);
}

void FakeUsage::rows(const RecordFilter &filter, const RecordOrder &order, QObject *context,
                     Handler<QList<RecordKey>> done)
{
    QList<UsageRecord> found = fitting(filter);
    if (order.column == RecordColumn::Cost) {
        const bool upwards = order.direction == Qt::AscendingOrder;
        std::stable_sort(found.begin(), found.end(), [upwards](const auto &a, const auto &b) {
            return upwards ? a.platformCost < b.platformCost : b.platformCost < a.platformCost;
        });
    }
    QList<RecordKey> keys;
    for (const UsageRecord &record : std::as_const(found))
        keys.append(keyOf(record));
    answer<QList<RecordKey>>(context, std::move(done), keys);
}

void FakeUsage::records(const QList<RecordKey> &keys, QObject *context,
                        Handler<QList<UsageRecord>> done)
{
    ++windowsRead;
    QHash<RecordKey, UsageRecord> known;
    for (const UsageRecord &record : kept)
        known.insert(keyOf(record), record);
    QList<UsageRecord> found;
    for (const RecordKey key : keys)
        found.append(known.value(key));
    answer<QList<UsageRecord>>(context, std::move(done), found);
}

void FakeUsage::plan(const Id &, QObject *context, Handler<std::optional<routing::RoutePlan>> done)
{
    answer<std::optional<routing::RoutePlan>>(context, std::move(done),
                                              std::optional<routing::RoutePlan>());
}

void FakeUsage::accounts(const QDate &month, QObject *context, Handler<engine::Reconciliation> done)
{
    engine::Reconciliation asked = reconciliation;
    asked.month = month;
    answer<engine::Reconciliation>(context, std::move(done), asked);
}

UsageRecord FakeUsage::add(const QString &service, const QString &model, Money cost)
{
    UsageRecord r = kept.first();
    r.startedAt = QDateTime(today, QTime(23, 0), Qt::UTC);
    r.billingDay = today;
    r.recordId = Id::create(r.startedAt);
    r.requestId = Id::create(r.startedAt);
    r.service = service;
    r.model = model;
    r.outcome = Outcome::Completed;
    r.costState = CostState::Exact;
    r.platformCost = cost;
    r.platformFee = cost.scaled(5, 100);
    kept.prepend(r);
    Q_EMIT changed();
    return r;
}

} // namespace keyway

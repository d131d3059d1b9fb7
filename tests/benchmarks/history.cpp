#include "tests/benchmarks/history.h"

#include "core/base/id.h"
#include "core/storage/billingzone.h"
#include "core/storage/integrationstore.h"
#include "core/storage/recordimport.h"
#include "core/usage/usagerecord.h"

#include <QtCore/QRandomGenerator>

#include <algorithm>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

struct Kind {
    QString service, model;
    int share; ///< of a hundred attempts
    qint64 dearest; ///< nano-dollars
    RequestType type = RequestType::Text;
};

const QList<Kind> &kinds()
{
    static const QList<Kind> all{
        {u"openai"_s, u"gpt-6-luna"_s, 22, 40'000'000},
        {u"openai"_s, u"gpt-6-luna-mini"_s, 14, 4'000'000},
        {u"anthropic"_s, u"claude-sonnet-5"_s, 20, 42'000'000},
        {u"anthropic"_s, u"claude-haiku-5-5"_s, 10, 8'000'000},
        {u"mistral"_s, u"mistral-large"_s, 12, 20'000'000},
        {u"deepseek"_s, u"deepseek-chat"_s, 10, 12'000'000},
        {u"stability"_s, u"stable-image-core"_s, 7, 60'000'000, RequestType::Image},
        {u"ollama"_s, u"llama3.1:8b"_s, 5, 0},
    };
    return all;
}

const Kind &kindOf(int hundredth)
{
    for (const Kind &kind : kinds()) {
        if (hundredth < kind.share)
            return kind;
        hundredth -= kind.share;
    }
    return kinds().first();
}

/// Few dear ones: the product of three even numbers.
qint64 skewed(QRandomGenerator &random, qint64 most)
{
    constexpr qint64 scale = 1000;
    qint64 value = most;
    for (int i = 0; i < 3; ++i)
        value = value * random.bounded(1, int(scale) + 1) / scale;
    return value;
}

/// Moments of a month, ascending: mostly from eight to eighteen o'clock, rarely at weekends.
std::vector<qint64> momentsOf(QRandomGenerator &random, const QDate &month, qint64 count)
{
    std::vector<qint64> moments;
    moments.reserve(static_cast<std::size_t>(count));
    const qint64 first = QDateTime(month, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    constexpr qint64 hour = 3'600'000, dayLength = 24 * hour;
    while (std::ssize(moments) < count) {
        const int day = random.bounded(month.daysInMonth());
        const bool weekend = month.addDays(day).dayOfWeek() >= Qt::Saturday;
        if (weekend && random.bounded(100) < 80)
            continue;
        const bool office = random.bounded(100) < 85;
        const qint64 inDay
            = office ? 8 * hour + random.bounded(10 * hour) : random.bounded(dayLength);
        moments.push_back(first + day * dayLength + inDay);
    }
    std::sort(moments.begin(), moments.end());
    return moments;
}

UsageRecord recordAt(qint64 moment, QRandomGenerator &random)
{
    const Kind &kind = kindOf(random.bounded(100));
    UsageRecord r;
    r.startedAt = QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC);
    r.recordId = Id::create(r.startedAt);
    r.requestId = Id::create(r.startedAt);
    r.service = kind.service;
    r.model = r.modelReported = kind.model;
    r.type = kind.type;
    r.strategy = random.bounded(3) == 0 ? Strategy::Cheapest : Strategy::MyOrder;
    r.app = random.bounded(5) == 0 ? AppClass::CommandLine : AppClass::Window;
    r.origin = kind.dearest == 0 ? OriginClass::Local : OriginClass::Official;
    r.billingDay = r.startedAt.date();
    r.outcome = Outcome::Completed;
    r.httpStatus = 200;
    r.serviceRequestId = u"req_"_s + r.recordId.toString().right(12);
    r.costState = random.bounded(100) == 0 ? CostState::Estimated : CostState::Exact;
    r.priceVersion = u"2026-09-01"_s;
    r.platformCost = Money::fromNano(kind.dearest == 0 ? 0 : 1000 + skewed(random, kind.dearest));
    r.platformFee = r.platformCost.scaled(5, 100);
    r.durationMs = 300 + skewed(random, 30'000);
    r.firstTokenMs = r.durationMs / 4;
    if (kind.type == RequestType::Image) {
        r.usage.set(Counter::Images, 1 + random.bounded(3));
    } else {
        r.usage.set(Counter::InUncached, 100 + skewed(random, 40'000));
        r.usage.set(Counter::OutText, 10 + skewed(random, 6'000));
    }
    if (random.bounded(4) == 0)
        r.statedCost = r.platformCost;
    const int luck = random.bounded(1000);
    if (luck < 20) {
        r.outcome = Outcome::Failed;
        r.errorKind = Error::Kind::Overloaded;
        r.httpStatus = 529;
    } else if (luck < 23) {
        r.outcome = Outcome::Unknown;
        r.costState = CostState::Unknown;
    }
    if (luck < 23) {
        r.platformCost = r.platformFee = {};
        r.statedCost.reset();
        r.usage = {};
    }
    return r;
}

Result<Done> addUp(Database &database)
{
    const QString statements[] = {
        u"INSERT INTO daily SELECT billing_day, integration_id, service, model, type, app, "
        "SUM(CASE WHEN outcome IN ('failed', 'cancelled') AND platform_cost_nano = 0 AND "
        "cost_state <> 'unknown' THEN 0 ELSE 1 END), COUNT(*), SUM(cost_state = 'unknown'), "
        "SUM(cost_state = 'estimated'), SUM(tokens_in), SUM(tokens_out), "
        "SUM(platform_cost_nano), SUM(platform_fee_nano) FROM attempt GROUP BY 1, 2, 3, 4, 5, 6"_s,
        u"INSERT INTO hourly SELECT started_at / 3600000, SUM(platform_cost_nano) FROM attempt "
        "WHERE platform_cost_nano <> 0 GROUP BY 1"_s,
        u"INSERT INTO budget SELECT integration_id, substr(billing_day, 1, 7), "
        "SUM(platform_cost_nano), 0 FROM daily GROUP BY 1, 2"_s,
        u"UPDATE integration SET total_spent_nano = IFNULL((SELECT SUM(platform_cost_nano) FROM "
        "daily WHERE integration_id = integration.id), 0)"_s,
    };
    for (const QString &statement : statements) {
        if (auto done = database.execute(statement); !done)
            return done;
    }
    return Done();
}

} // namespace

Result<Done> fill(Database &database, const History &history)
{
    if (auto zone = setBillingZone(database, "UTC"_ba); !zone)
        return zone;
    QHash<QString, Integration> integrations;
    IntegrationStore store(database);
    for (const Kind &kind : kinds()) {
        if (integrations.contains(kind.service))
            continue;
        Integration wanted;
        wanted.name = kind.service.left(1).toUpper() + kind.service.mid(1);
        wanted.service = kind.service;
        wanted.baseUrl = QUrl(u"https://api.example.com/v1"_s);
        wanted.model = kind.model;
        const auto added = store.add(wanted);
        if (!added)
            return added.error();
        integrations.insert(kind.service, *added);
    }
    QRandomGenerator random(history.seed);
    const qint64 earlier = history.rows - history.rowsOfMonth;
    qint64 written = 0;
    for (int i = 1; i <= history.months; ++i) {
        const QDate month = history.lastMonth.addMonths(i - history.months);
        const bool last = i == history.months;
        const qint64 target = last ? history.rows : earlier * i / (history.months - 1);
        const auto moments = momentsOf(random, month, target - written);
        written = target;
        const auto done = database.write([&]() -> Result<Done> {
            for (const qint64 moment : moments) {
                UsageRecord record = recordAt(moment, random);
                const Integration &one = integrations[record.service];
                record.integrationId = one.id;
                record.integrationName = one.name;
                if (auto inserted = insertEnded(database, record); !inserted)
                    return inserted;
            }
            return Done();
        });
        if (!done)
            return done;
    }
    return database.write([&] { return addUp(database); });
}

} // namespace keyway

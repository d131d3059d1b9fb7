#include "core/export/jsonreader.h"

#include "core/base/jsonfields.h"
#include "core/export/jsonrecords.h"

#include <QtCore/QJsonDocument>

#include <limits>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 highest = std::numeric_limits<qint64>::max();
constexpr qint64 mostAttempts = 1000;
constexpr qint64 highestStatus = 999;

/// The values of records in the fields of one object.
class Reader {
public:
    explicit Reader(JsonFields &fields)
        : m_fields(fields)
    {
    }

    Id id(QStringView name)
    {
        const auto id = Id::fromString(m_fields.text(name));
        if (!id)
            m_fields.expected(name, u"a UUID"_s);
        return id.value_or(Id());
    }
    template <class Value>
    Value choice(QStringView name, std::optional<Value> (*fromName)(QStringView), Value otherwise)
    {
        const std::optional<Value> value = fromName(m_fields.text(name));
        if (!value)
            m_fields.expected(name, u"one of its names"_s);
        return value.value_or(otherwise);
    }
    QString text(QStringView name)
    {
        const QJsonValue value = m_fields.take(name);
        if (!value.isString())
            m_fields.expected(name, u"a text"_s);
        return value.toString();
    }
    std::optional<qint64> numberOrNull(QStringView name)
    {
        const QJsonValue value = m_fields.take(name);
        if (value.isNull())
            return std::nullopt;
        const qint64 number = value.toInteger(-1);
        if (number < 0)
            m_fields.expected(name, u"a whole number or null"_s);
        return number;
    }
    std::optional<Money> amount(QStringView name)
    {
        const auto nano = numberOrNull(name);
        return nano ? std::optional(Money::fromNano(*nano)) : std::nullopt;
    }
    QDateTime time(QStringView name)
    {
        const QString text = m_fields.text(name);
        const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
        if (!time.isValid() || time.toMSecsSinceEpoch() < 0
            || time.toString(Qt::ISODateWithMs) != text)
            m_fields.expected(name, u"a time such as 2026-11-22T12:00:00.000Z"_s);
        return time;
    }
    QDate day(QStringView name)
    {
        const QDate day = QDate::fromString(m_fields.text(name), Qt::ISODate);
        if (!day.isValid())
            m_fields.expected(name, u"a day such as 2026-11-22"_s);
        return day;
    }
    TokenUsage usage(QStringView name)
    {
        const QJsonValue value = m_fields.take(name);
        const auto usage = TokenUsage::fromJson(value.toObject());
        if (!value.isObject() || !usage)
            m_fields.expected(name, u"counters and whole numbers"_s);
        return usage.value_or(TokenUsage());
    }

private:
    JsonFields &m_fields;
};

EndedRecord read(JsonFields &fields)
{
    Reader reader(fields);
    EndedRecord ended;
    UsageRecord &r = ended.record;
    fields.integer(u"schema", JsonRecords::schema, JsonRecords::schema);
    r.recordId = reader.id(u"record_id");
    r.requestId = reader.id(u"request_id");
    r.attempt = static_cast<int>(fields.integer(u"attempt", 1, mostAttempts));
    r.startedAt = reader.time(u"started_at");
    r.billingDay = reader.day(u"billing_day");
    r.integrationId = reader.id(u"integration_id");
    r.integrationName = reader.text(u"integration");
    r.service = fields.text(u"service");
    r.model = reader.text(u"model");
    r.modelReported = reader.text(u"model_reported");
    r.type = reader.choice(u"type", requestTypeFromName, RequestType::Text);
    r.strategy = reader.choice(u"strategy", strategyFromName, Strategy::MyOrder);
    r.app = reader.choice(u"app", appClassFromName, AppClass::CommandLine);
    r.origin = reader.choice(u"origin", originClassFromName, OriginClass::Official);
    r.outcome = reader.choice(u"outcome", outcomeFromName, Outcome::Unknown);
    if (const QJsonValue kind = fields.take(u"error_kind"); !kind.isNull()) {
        r.errorKind = Error::kindFromName(kind.toString());
        if (!r.errorKind)
            fields.expected(u"error_kind", u"one of its names or null"_s);
    }
    r.httpStatus = static_cast<int>(fields.integer(u"http_status", 0, highestStatus));
    r.serviceCode = reader.text(u"service_code");
    r.serviceRequestId = reader.text(u"service_request_id");
    r.costState = reader.choice(u"cost_state", costStateFromName, CostState::Unknown);
    r.usage = reader.usage(u"usage");
    r.priceVersion = reader.text(u"price_version");
    const auto cost = reader.amount(u"platform_cost_nano");
    const auto fee = reader.amount(u"platform_fee_nano");
    const bool known = r.costState != CostState::Unknown;
    if (cost.has_value() != known || fee.has_value() != known)
        fields.expected(u"platform_cost_nano", u"an amount where the cost is known, else null"_s);
    r.platformCost = cost.value_or(Money());
    r.platformFee = fee.value_or(Money());
    r.statedCost = reader.amount(u"stated_cost_nano");
    ended.correctedCost = reader.amount(u"corrected_cost_nano");
    r.firstTokenMs = reader.numberOrNull(u"first_token_ms");
    r.durationMs = fields.integer(u"duration_ms", 0, highest);
    if (r.outcome == Outcome::Started)
        fields.expected(u"outcome", u"the outcome of an attempt that has ended"_s);
    fields.finish();
    return ended;
}

} // namespace

Result<EndedRecord> recordFromLine(const QByteArray &line)
{
    const QJsonDocument json = QJsonDocument::fromJson(line);
    JsonProblem problem;
    JsonFields fields(json.object(), {}, problem);
    if (!json.isObject())
        problem.note({}, u"an object"_s);
    EndedRecord record = read(fields);
    if (problem.found())
        return Error(Error::Kind::Rejected, problem.text).withReason(u"bad-import"_s);
    return record;
}

} // namespace keyway

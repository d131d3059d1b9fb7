#include "core/wire/usagemessage.h"

#include <QtCore/QJsonValue>

#include <algorithm>
#include <array>
#include <limits>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 highestNumber = std::numeric_limits<qint64>::max();
constexpr int mostAttempts = 1000;

/// In the order of fieldNames, which is that of JSON objects: sorted.
enum Field : std::size_t {
    App,
    Attempt,
    BillingDay,
    CostStateName,
    DeviceId,
    DurationMs,
    ErrorKind,
    FirstTokenMs,
    ModelName,
    Origin,
    OutcomeName,
    PlatformCost,
    PlatformFee,
    PriceVersion,
    RecordId,
    RequestId,
    Schema,
    ServiceName,
    StartedAt,
    StrategyName,
    Type,
    Usage,
    FieldCount
};

constexpr std::array<QLatin1StringView, FieldCount> fieldNames{
    "app"_L1,
    "attempt"_L1,
    "billing_day"_L1,
    "cost_state"_L1,
    "device_id"_L1,
    "duration_ms"_L1,
    "error_kind"_L1,
    "first_token_ms"_L1,
    "model"_L1,
    "origin"_L1,
    "outcome"_L1,
    "platform_cost_nano"_L1,
    "platform_fee_nano"_L1,
    "price_version"_L1,
    "record_id"_L1,
    "request_id"_L1,
    "schema"_L1,
    "service"_L1,
    "started_at"_L1,
    "strategy"_L1,
    "type"_L1,
    "usage"_L1,
};

Error bad(const QString &what)
{
    return Error(Error::Kind::Rejected, what).withReason(u"bad-record"_s);
}

/// Reads the values of one message; remembers the first field that was wrong.
class Reader {
public:
    explicit Reader(const std::array<QJsonValue, FieldCount> &values)
        : m_values(values)
    {
    }

    qint64 number(Field field, qint64 lowest, qint64 highest)
    {
        constexpr qint64 notWhole = std::numeric_limits<qint64>::min();
        const qint64 value = m_values[field].toInteger(notWhole);
        if (value == notWhole || value < lowest || value > highest) {
            expected(field, u"a whole number from %1 to %2"_s.arg(lowest).arg(highest));
            return lowest;
        }
        return value;
    }

    Id id(Field field)
    {
        const QString text = m_values[field].toString();
        const std::optional<Id> id = Id::fromString(text);
        if (!id || id->toString() != text) {
            expected(field, u"a UUID in lower case"_s);
            return {};
        }
        return *id;
    }

    QString name(Field field, bool mayBeEmpty)
    {
        const QString text = m_values[field].toString();
        const bool clean = std::all_of(text.cbegin(), text.cend(), [](QChar c) {
            return c.isPrint() && !c.isSpace() && !c.isSurrogate();
        });
        if (!m_values[field].isString() || (text.isEmpty() && !mayBeEmpty) || !clean
            || text.size() > UsageMessage::longestName)
            expected(field, u"a name without white space"_s);
        return text;
    }

    template <class Value>
    Value choice(Field field, std::optional<Value> (*fromName)(QStringView), Value otherwise)
    {
        const std::optional<Value> value = fromName(m_values[field].toString());
        if (!value)
            expected(field, u"one of its names"_s);
        return value.value_or(otherwise);
    }

    QDateTime time(Field field)
    {
        const QString text = m_values[field].toString();
        const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
        if (!time.isValid() || time.toString(Qt::ISODateWithMs) != text)
            expected(field, u"a time such as 2026-11-22T12:00:00.000Z"_s);
        return time;
    }

    QDate day(Field field)
    {
        const QString text = m_values[field].toString();
        const QDate day = QDate::fromString(text, Qt::ISODate);
        if (!day.isValid() || text.size() != 10)
            expected(field, u"a day such as 2026-11-22"_s);
        return day;
    }

    bool isNull(Field field) const { return m_values[field].isNull(); }
    const QJsonValue &value(Field field) const { return m_values[field]; }
    void expected(Field field, const QString &what)
    {
        if (m_problem.isEmpty())
            m_problem = QString(fieldNames[field]) + u": expected "_s + what;
    }
    const QString &problem() const { return m_problem; }

private:
    const std::array<QJsonValue, FieldCount> &m_values;
    QString m_problem;
};

void appendText(QByteArray &json, const QString &text)
{
    json += '"';
    for (const char c : text.toUtf8()) {
        if (c == '"' || c == '\\')
            json += '\\';
        json += c;
    }
    json += '"';
}

QByteArray usageJson(const TokenUsage &usage)
{
    QByteArray json = "{";
    const QJsonObject counts = usage.toJson();
    for (auto it = counts.begin(); it != counts.end(); ++it) {
        if (json.size() > 1)
            json += ',';
        json += '"' + it.key().toLatin1() + "\":" + QByteArray::number(it.value().toInteger());
    }
    return json + '}';
}

QString withoutSpaces(QString name)
{
    for (QChar &c : name) {
        if (!c.isPrint() || c.isSpace() || c.isSurrogate())
            c = u'_';
    }
    return name.left(UsageMessage::longestName);
}

} // namespace

QJsonObject UsageMessage::toJson() const
{
    return {
        {fieldNames[App], nameOf(app)},
        {fieldNames[Attempt], attempt},
        {fieldNames[BillingDay], billingDay.toString(Qt::ISODate)},
        {fieldNames[CostStateName], nameOf(costState)},
        {fieldNames[DeviceId], deviceId.toString()},
        {fieldNames[DurationMs], durationMs},
        {fieldNames[ErrorKind], errorKind ? QJsonValue(Error::kindName(*errorKind)) : QJsonValue()},
        {fieldNames[FirstTokenMs], firstTokenMs ? QJsonValue(*firstTokenMs) : QJsonValue()},
        {fieldNames[ModelName], model},
        {fieldNames[Origin], nameOf(origin)},
        {fieldNames[OutcomeName], nameOf(outcome)},
        {fieldNames[PlatformCost], platformCost.nano()},
        {fieldNames[PlatformFee], platformFee.nano()},
        {fieldNames[PriceVersion], priceVersion},
        {fieldNames[RecordId], recordId.toString()},
        {fieldNames[RequestId], requestId.toString()},
        {fieldNames[Schema], schema},
        {fieldNames[ServiceName], service},
        {fieldNames[StartedAt], startedAt.toUTC().toString(Qt::ISODateWithMs)},
        {fieldNames[StrategyName], nameOf(strategy)},
        {fieldNames[Type], nameOf(type)},
        {fieldNames[Usage], usage.toJson()}};
}

QByteArray UsageMessage::canonical() const
{
    QByteArray json;
    json.reserve(640);
    const auto field = [&json](Field which) {
        json += which == App ? "{\"" : ",\"";
        json += fieldNames[which];
        json += "\":";
    };
    const auto text = [&](Field which, const QString &value) {
        field(which);
        appendText(json, value);
    };
    const auto number = [&](Field which, qint64 value) {
        field(which);
        json += QByteArray::number(value);
    };
    text(App, nameOf(app));
    number(Attempt, attempt);
    text(BillingDay, billingDay.toString(Qt::ISODate));
    text(CostStateName, nameOf(costState));
    text(DeviceId, deviceId.toString());
    number(DurationMs, durationMs);
    if (errorKind) {
        text(ErrorKind, Error::kindName(*errorKind));
    } else {
        field(ErrorKind);
        json += "null";
    }
    if (firstTokenMs) {
        number(FirstTokenMs, *firstTokenMs);
    } else {
        field(FirstTokenMs);
        json += "null";
    }
    text(ModelName, model);
    text(Origin, nameOf(origin));
    text(OutcomeName, nameOf(outcome));
    number(PlatformCost, platformCost.nano());
    number(PlatformFee, platformFee.nano());
    text(PriceVersion, priceVersion);
    text(RecordId, recordId.toString());
    text(RequestId, requestId.toString());
    number(Schema, schema);
    text(ServiceName, service);
    text(StartedAt, startedAt.toUTC().toString(Qt::ISODateWithMs));
    text(StrategyName, nameOf(strategy));
    text(Type, nameOf(type));
    field(Usage);
    json += usageJson(usage);
    return json + '}';
}

Result<UsageMessage> UsageMessage::fromJson(const QJsonObject &json)
{
    std::array<QJsonValue, FieldCount> values;
    std::size_t next = 0;
    for (auto it = json.begin(); it != json.end(); ++it, ++next) {
        if (next == FieldCount || it.key() > fieldNames[next])
            return bad(next == FieldCount ? u"a field that is not known"_s
                                          : QString(fieldNames[next]) + u": expected"_s);
        if (it.key() != fieldNames[next])
            return bad(u"a field that is not known"_s);
        values[next] = it.value();
    }
    if (next != FieldCount)
        return bad(QString(fieldNames[next]) + u": expected"_s);

    Reader reader(values);
    UsageMessage message;
    reader.number(Schema, schema, schema);
    message.recordId = reader.id(RecordId);
    message.requestId = reader.id(RequestId);
    message.attempt = static_cast<int>(reader.number(Attempt, 1, mostAttempts));
    message.deviceId = reader.id(DeviceId);
    message.startedAt = reader.time(StartedAt);
    message.billingDay = reader.day(BillingDay);
    message.type = reader.choice(Type, requestTypeFromName, RequestType::Text);
    message.service = reader.name(ServiceName, false);
    message.model = reader.name(ModelName, false);
    message.origin = reader.choice(Origin, originClassFromName, OriginClass::Official);
    message.strategy = reader.choice(StrategyName, strategyFromName, Strategy::MyOrder);
    message.outcome = reader.choice(OutcomeName, outcomeFromName, Outcome::Unknown);
    if (!reader.isNull(ErrorKind))
        message.errorKind = reader.choice(ErrorKind, Error::kindFromName, Error::Kind::Internal);
    message.costState = reader.choice(CostStateName, costStateFromName, CostState::Unknown);
    const std::optional<TokenUsage> usage = TokenUsage::fromJson(reader.value(Usage).toObject());
    if (!reader.value(Usage).isObject() || !usage)
        reader.expected(Usage, u"counters and whole numbers"_s);
    message.usage = usage.value_or(TokenUsage());
    message.priceVersion = reader.name(PriceVersion, true);
    message.platformCost = Money::fromNano(reader.number(PlatformCost, 0, highestNumber));
    message.platformFee = Money::fromNano(reader.number(PlatformFee, 0, highestNumber));
    if (!reader.isNull(FirstTokenMs))
        message.firstTokenMs = reader.number(FirstTokenMs, 0, highestNumber);
    message.durationMs = reader.number(DurationMs, 0, highestNumber);
    message.app = reader.choice(App, appClassFromName, AppClass::CommandLine);

    if (message.outcome == Outcome::Started)
        reader.expected(OutcomeName, u"the outcome of an attempt that has ended"_s);
    if (message.costState == CostState::Unknown
        && (!message.platformCost.isZero() || !message.platformFee.isZero()))
        reader.expected(PlatformCost, u"0 while the cost is not known"_s);
    if (!reader.problem().isEmpty())
        return bad(reader.problem());
    return message;
}

UsageMessage messageOf(const UsageRecord &record, const Id &device, OriginClass origin)
{
    UsageMessage message;
    message.recordId = record.recordId;
    message.requestId = record.requestId;
    message.attempt = record.attempt;
    message.deviceId = device;
    message.startedAt = record.startedAt.toUTC();
    message.billingDay = record.billingDay;
    message.type = record.type;
    message.service = withoutSpaces(record.service);
    message.model
        = withoutSpaces(record.modelReported.isEmpty() ? record.model : record.modelReported);
    message.origin = origin;
    message.strategy = record.strategy;
    message.outcome = record.outcome;
    message.errorKind = record.errorKind;
    message.costState = record.costState;
    message.usage = record.usage;
    message.priceVersion = record.priceVersion;
    message.platformCost = record.platformCost;
    message.platformFee = record.platformFee;
    message.firstTokenMs = record.firstTokenMs;
    message.durationMs = record.durationMs;
    message.app = record.app;
    return message;
}

UsageRecord recordOf(const UsageMessage &message)
{
    UsageRecord record;
    record.recordId = message.recordId;
    record.requestId = message.requestId;
    record.attempt = message.attempt;
    record.service = message.service;
    record.model = message.model;
    record.type = message.type;
    record.strategy = message.strategy;
    record.app = message.app;
    record.origin = message.origin;
    record.startedAt = message.startedAt;
    record.billingDay = message.billingDay;
    record.outcome = message.outcome;
    record.errorKind = message.errorKind;
    record.costState = message.costState;
    record.usage = message.usage;
    record.priceVersion = message.priceVersion;
    record.platformCost = message.platformCost;
    record.platformFee = message.platformFee;
    record.firstTokenMs = message.firstTokenMs;
    record.durationMs = message.durationMs;
    return record;
}

} // namespace keyway

#include "core/export/jsonrecords.h"

#include "core/base/appending.h"

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

/// The members of one object, in the order in which they are written.
class Members {
public:
    explicit Members(QByteArray &to)
        : m_to(to)
    {
        m_to += '{';
    }

    QByteArray &named(QLatin1StringView name)
    {
        if (!m_first)
            m_to += ',';
        m_first = false;
        m_to += '"';
        m_to.append(name.data(), name.size());
        m_to += "\":";
        return m_to;
    }
    void text(QLatin1StringView name, QStringView value) { appendJsonText(named(name), value); }
    void textOrNull(QLatin1StringView name, QStringView value)
    {
        if (value.isEmpty())
            named(name) += "null";
        else
            text(name, value);
    }
    void number(QLatin1StringView name, qint64 value) { appendNumber(named(name), value); }
    void numberOrNull(QLatin1StringView name, const std::optional<qint64> &value)
    {
        if (value)
            number(name, *value);
        else
            named(name) += "null";
    }
    void amount(QLatin1StringView name, const std::optional<Money> &value)
    {
        numberOrNull(name, value ? std::optional(value->nano()) : std::nullopt);
    }
    void close() { m_to += '}'; }

private:
    QByteArray &m_to;
    bool m_first = true;
};

void appendUsage(QByteArray &to, const TokenUsage &usage)
{
    Members members(to);
    for (int i = 0; i < counterCount; ++i) {
        const auto counter = static_cast<Counter>(i);
        if (usage[counter] > 0)
            members.number(counterName(counter), usage[counter]);
    }
    if (usage.outThinking() > 0)
        members.number("out_thinking"_L1, usage.outThinking());
    members.close();
}

} // namespace

void JsonRecords::write(QByteArray &to, const EndedRecord &ended)
{
    const UsageRecord &record = ended.record;
    const auto ifKnown = [&record](Money amount) {
        return record.costState == CostState::Unknown ? std::nullopt : std::optional(amount);
    };
    Members line(to);
    line.number("schema"_L1, schema);
    line.text("record_id"_L1, record.recordId.toString());
    line.text("request_id"_L1, record.requestId.toString());
    line.number("attempt"_L1, record.attempt);
    QByteArray &time = line.named("started_at"_L1);
    time += '"';
    m_times.append(time, record.startedAt);
    time += '"';
    line.text("billing_day"_L1, record.billingDay.toString(Qt::ISODate));
    line.text("integration_id"_L1, record.integrationId.toString());
    line.text("integration"_L1, record.integrationName);
    line.text("service"_L1, record.service);
    line.text("model"_L1, record.model);
    line.text("model_reported"_L1, record.modelReported);
    line.text("type"_L1, nameOf(record.type));
    line.text("strategy"_L1, nameOf(record.strategy));
    line.text("app"_L1, nameOf(record.app));
    line.text("origin"_L1, nameOf(record.origin));
    line.text("outcome"_L1, nameOf(record.outcome));
    line.textOrNull("error_kind"_L1,
                    record.errorKind ? Error::kindName(*record.errorKind) : QString());
    line.number("http_status"_L1, record.httpStatus);
    line.text("service_code"_L1, record.serviceCode);
    line.text("service_request_id"_L1, record.serviceRequestId);
    line.text("cost_state"_L1, nameOf(record.costState));
    appendUsage(line.named("usage"_L1), record.usage);
    line.text("price_version"_L1, record.priceVersion);
    line.amount("platform_cost_nano"_L1, ifKnown(record.platformCost));
    line.amount("platform_fee_nano"_L1, ifKnown(record.platformFee));
    line.amount("stated_cost_nano"_L1, record.statedCost);
    line.amount("corrected_cost_nano"_L1, ended.correctedCost);
    line.numberOrNull("first_token_ms"_L1, record.firstTokenMs);
    line.number("duration_ms"_L1, record.durationMs);
    line.close();
    to += '\n';
}

} // namespace keyway

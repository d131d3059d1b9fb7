#include "core/storage/recordrow.h"

#include <QtCore/QJsonDocument>

#include <tuple>

namespace keyway {

using namespace Qt::StringLiterals;

QString recordColumns()
{
    return u"record_id, request_id, attempt, integration_id, integration_name, service, model, "
           "model_reported, type, strategy, app, started_at, billing_day, outcome, error_kind, "
           "http_status, service_code, service_request_id, cost_state, usage, price_version, "
           "platform_cost_nano, platform_fee_nano, stated_cost_nano, first_token_ms, duration_ms, "
           "origin, reserved_nano, session"_s;
}

UsageRecord recordFrom(const Row &row)
{
    UsageRecord record;
    record.recordId = row.id(0);
    record.requestId = row.id(1);
    record.attempt = row.integer(2);
    record.integrationId = row.id(3);
    record.integrationName = row.text(4);
    record.service = row.text(5);
    record.model = row.text(6);
    record.modelReported = row.text(7);
    record.type = requestTypeFromName(row.text(8)).value_or(RequestType::Text);
    record.strategy = strategyFromName(row.text(9)).value_or(Strategy::MyOrder);
    record.app = appClassFromName(row.text(10)).value_or(AppClass::CommandLine);
    record.startedAt = row.time(11);
    record.billingDay = row.day(12);
    record.outcome = outcomeFromName(row.text(13)).value_or(Outcome::Unknown);
    record.errorKind = Error::kindFromName(row.text(14));
    record.httpStatus = row.integer(15);
    record.serviceCode = row.text(16);
    record.serviceRequestId = row.text(17);
    record.costState = costStateFromName(row.text(18)).value_or(CostState::Unknown);
    const QJsonDocument usage = QJsonDocument::fromJson(row.text(19).toUtf8());
    record.usage = TokenUsage::fromJson(usage.object()).value_or(TokenUsage());
    record.priceVersion = row.text(20);
    record.platformCost = row.money(21);
    record.platformFee = row.money(22);
    record.statedCost = row.optionalMoney(23);
    record.firstTokenMs = row.optionalNumber(24);
    record.durationMs = row.number(25);
    record.origin = originFrom(row).value_or(OriginClass::Official);
    return record;
}

std::optional<OriginClass> originFrom(const Row &row)
{
    return originClassFromName(row.text(26));
}

bool sameEnd(const UsageRecord &a, const UsageRecord &b)
{
    const auto end = [](const UsageRecord &r) {
        return std::tie(r.requestId, r.attempt, r.integrationId, r.modelReported, r.outcome,
                        r.errorKind, r.httpStatus, r.serviceCode, r.serviceRequestId, r.costState,
                        r.usage, r.priceVersion, r.platformCost, r.platformFee, r.statedCost,
                        r.firstTokenMs, r.durationMs);
    };
    return end(a) == end(b);
}

QString monthKey(const QDate &day)
{
    return day.toString(u"yyyy-MM"_s);
}

QString usageText(const TokenUsage &usage)
{
    return QString::fromUtf8(QJsonDocument(usage.toJson()).toJson(QJsonDocument::Compact));
}

} // namespace keyway

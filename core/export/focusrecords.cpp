#include "core/export/focusrecords.h"

#include "core/base/csvline.h"
#include "core/money/dollars.h"
#include "core/storage/billingzone.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView columns[] = {"BilledCost"_L1,
                                         "BillingAccountId"_L1,
                                         "BillingAccountName"_L1,
                                         "BillingCurrency"_L1,
                                         "BillingPeriodEnd"_L1,
                                         "BillingPeriodStart"_L1,
                                         "ChargeCategory"_L1,
                                         "ChargeClass"_L1,
                                         "ChargeDescription"_L1,
                                         "ChargeFrequency"_L1,
                                         "ChargePeriodEnd"_L1,
                                         "ChargePeriodStart"_L1,
                                         "ConsumedQuantity"_L1,
                                         "ConsumedUnit"_L1,
                                         "ContractedCost"_L1,
                                         "EffectiveCost"_L1,
                                         "InvoiceIssuerName"_L1,
                                         "ListCost"_L1,
                                         "PricingCategory"_L1,
                                         "PricingQuantity"_L1,
                                         "PricingUnit"_L1,
                                         "ProviderName"_L1,
                                         "PublisherName"_L1,
                                         "ServiceCategory"_L1,
                                         "ServiceName"_L1,
                                         "ServiceSubcategory"_L1,
                                         "SkuId"_L1,
                                         "x_RecordId"_L1,
                                         "x_RequestId"_L1,
                                         "x_CostState"_L1,
                                         "x_Outcome"_L1,
                                         "x_App"_L1,
                                         "x_TokensIn"_L1,
                                         "x_TokensOut"_L1};

const QString keywayName = u"Keyway"_s;

/// How much of what: the unit that most of the cost is counted in.
std::pair<qint64, QLatin1StringView> quantityOf(const TokenUsage &usage)
{
    if (usage[Counter::Images] > 0)
        return {usage[Counter::Images], "Images"_L1};
    if (usage[Counter::VideoSeconds] > 0)
        return {usage[Counter::VideoSeconds], "Seconds"_L1};
    if (const qint64 tokens = usage.tokensIn() + usage.tokensOut(); tokens > 0)
        return {tokens, "Tokens"_L1};
    return {1, "Requests"_L1};
}

} // namespace

/// One line.
struct FocusRecords::Charge {
    Money cost;
    QString accountId, accountName;
    QString provider;
    QString service; ///< its name
    QString sku, description;
    bool recurring = false;
    qint64 start = 0, end = 0; ///< seconds since 1970, the end not included
    qint64 quantity = 1;
    QLatin1StringView unit = "Requests"_L1;
    const UsageRecord *record = nullptr; ///< nothing: of no attempt
};

FocusRecords::FocusRecords(QHash<QString, QString> serviceNames, QTimeZone billingZone)
    : m_serviceNames(std::move(serviceNames))
    , m_zone(std::move(billingZone))
{
}

void FocusRecords::begin(QByteArray &to)
{
    CsvLine line(to);
    for (const QLatin1StringView column : columns)
        line.plain(column);
    line.end();
}

void FocusRecords::lookUpMonth(const QDate &month)
{
    if (month == m_month)
        return;
    m_month = month;
    m_periodStart = month.startOfDay(m_zone).toSecsSinceEpoch();
    m_periodEnd = month.addMonths(1).startOfDay(m_zone).toSecsSinceEpoch();
}

void FocusRecords::write(QByteArray &to, const EndedRecord &ended)
{
    const UsageRecord &record = ended.record;
    lookUpMonth(firstOfMonth(record.billingDay));
    Charge charge;
    charge.record = &record;
    charge.cost = record.platformCost;
    charge.accountId = record.integrationId.toString();
    charge.accountName = record.integrationName;
    charge.provider = m_serviceNames.value(record.service, record.service);
    charge.service = charge.provider;
    charge.sku = record.service + u'/'
        + (record.modelReported.isEmpty() ? record.model : record.modelReported);
    charge.description = nameOf(record.type) + u" request to "_s + charge.sku;
    const qint64 startMs = record.startedAt.toMSecsSinceEpoch();
    charge.start = startMs / 1000;
    // Whole seconds, and never an empty period.
    charge.end = std::max(charge.start + 1, (startMs + record.durationMs + 999) / 1000);
    std::tie(charge.quantity, charge.unit) = quantityOf(record.usage);
    writeCharge(to, charge);
    if (record.platformFee.isZero())
        return;
    charge.cost = record.platformFee;
    charge.accountId = charge.accountName = charge.provider = charge.service = keywayName;
    charge.sku = u"platform-fee"_s;
    charge.description = u"platform fee of the request"_s;
    charge.quantity = 1;
    charge.unit = "Requests"_L1;
    writeCharge(to, charge);
}

void FocusRecords::writeFee(QByteArray &to, const MonthlyFee &fee)
{
    lookUpMonth(fee.month);
    Charge charge;
    charge.cost = fee.amount;
    charge.accountId = charge.accountName = charge.provider = charge.service = keywayName;
    charge.sku = u"platform-fee"_s;
    charge.description = u"platform fee of the month"_s;
    charge.recurring = true;
    charge.start = m_periodStart;
    charge.end = m_periodEnd;
    charge.unit = "Months"_L1;
    writeCharge(to, charge);
}

void FocusRecords::writeCharge(QByteArray &to, const Charge &charge)
{
    CsvLine line(to);
    const auto amount = [&] { appendDollars(line.next(), charge.cost); };
    const auto time = [&](qint64 seconds) { m_times.appendSeconds(line.next(), seconds); };
    amount();
    line.text(charge.accountId);
    line.text(charge.accountName);
    line.plain("USD"_L1);
    time(m_periodEnd);
    time(m_periodStart);
    line.plain(charge.recurring ? "Purchase"_L1 : "Usage"_L1);
    line.empty(); // ChargeClass: no correction of an earlier period
    line.text(charge.description);
    line.plain(charge.recurring ? "Recurring"_L1 : "Usage-Based"_L1);
    time(charge.end);
    time(charge.start);
    if (charge.recurring) {
        line.empty();
        line.empty();
    } else {
        line.number(charge.quantity);
        line.plain(charge.unit);
    }
    amount(); // ContractedCost, EffectiveCost, ListCost: there are no discounts
    amount();
    line.text(charge.provider);
    amount();
    line.plain("Standard"_L1);
    line.number(charge.quantity);
    line.plain(charge.unit);
    line.text(charge.provider);
    line.text(charge.provider);
    line.plain("AI and Machine Learning"_L1);
    line.text(charge.service);
    line.plain("Generative AI"_L1);
    line.text(charge.sku);
    if (const UsageRecord *record = charge.record) {
        line.text(record->recordId.toString());
        line.text(record->requestId.toString());
        line.text(nameOf(record->costState));
        line.text(nameOf(record->outcome));
        line.text(nameOf(record->app));
        line.number(record->usage.tokensIn());
        line.number(record->usage.tokensOut());
    } else {
        for (int custom = 0; custom < 7; ++custom)
            line.empty();
    }
    line.end();
}

} // namespace keyway

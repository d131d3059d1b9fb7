#include "core/export/csvrecords.h"

#include "core/base/csvline.h"
#include "core/money/dollars.h"

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView columns[] = {"started_at"_L1,       "billing_day"_L1,
                                         "record_id"_L1,        "request_id"_L1,
                                         "attempt"_L1,          "integration"_L1,
                                         "service"_L1,          "model"_L1,
                                         "model_reported"_L1,   "type"_L1,
                                         "strategy"_L1,         "app"_L1,
                                         "origin"_L1,           "outcome"_L1,
                                         "error_kind"_L1,       "http_status"_L1,
                                         "cost_state"_L1,       "tokens_in"_L1,
                                         "tokens_out"_L1,       "images"_L1,
                                         "video_seconds"_L1,    "platform_cost_usd"_L1,
                                         "platform_fee_usd"_L1, "total_usd"_L1,
                                         "service_says_usd"_L1, "corrected_cost_usd"_L1,
                                         "price_version"_L1,    "first_token_ms"_L1,
                                         "duration_ms"_L1,      "service_request_id"_L1};

/// Spreadsheets run a cell that begins so; names of models come from servers.
bool looksLikeFormula(QStringView text)
{
    return !text.isEmpty() && u"=+-@\t\r"_s.contains(text.first());
}

} // namespace

/// A CsvLine that knows how its country writes.
class CsvRecords::Line : public CsvLine {
public:
    Line(QByteArray &to, const CsvRecords &style)
        : CsvLine(to, style.m_separator)
        , m_style(style)
    {
    }

    void name(const QString &cell)
    {
        if (m_style.m_spreadsheet && looksLikeFormula(cell))
            text(QString(u'\'' + cell));
        else
            text(cell);
    }
    void amount(const std::optional<Money> &cell)
    {
        QByteArray &to = next();
        if (cell)
            appendDollars(to, *cell, m_style.m_point);
    }
    void amountIf(bool known, Money cell) { amount(known ? std::optional(cell) : std::nullopt); }
    void numberIf(bool known, qint64 cell)
    {
        if (known)
            number(cell);
        else
            empty();
    }

private:
    const CsvRecords &m_style;
};

CsvRecords::CsvRecords(const QLocale &country)
    : m_spreadsheet(true)
{
    // Where decimals have the comma, lists have the semicolon.
    if (country.decimalPoint() == u","_s) {
        m_point = ',';
        m_separator = ';';
    }
}

void CsvRecords::begin(QByteArray &to)
{
    if (m_spreadsheet)
        to += "\xEF\xBB\xBF"; // else they take UTF-8 for the code page of the country
    Line line(to, *this);
    for (const QLatin1StringView column : columns)
        line.plain(column);
    line.end();
}

void CsvRecords::writeTimes(Line &line, const UsageRecord &record)
{
    if (m_spreadsheet)
        line.text(record.startedAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s));
    else
        m_times.append(line.next(), record.startedAt);
    line.text(record.billingDay.toString(Qt::ISODate));
}

void CsvRecords::write(QByteArray &to, const EndedRecord &ended)
{
    const UsageRecord &record = ended.record;
    const TokenUsage &usage = record.usage;
    const bool known = record.costState != CostState::Unknown;
    Line line(to, *this);
    writeTimes(line, record);
    line.text(record.recordId.toString());
    line.text(record.requestId.toString());
    line.number(record.attempt);
    line.name(record.integrationName);
    line.name(record.service);
    line.name(record.model);
    line.name(record.modelReported);
    line.text(nameOf(record.type));
    line.text(nameOf(record.strategy));
    line.text(nameOf(record.app));
    line.text(nameOf(record.origin));
    line.text(nameOf(record.outcome));
    line.text(record.errorKind ? Error::kindName(*record.errorKind) : QString());
    line.numberIf(record.httpStatus > 0, record.httpStatus);
    line.text(nameOf(record.costState));
    line.number(usage.tokensIn());
    line.number(usage.tokensOut());
    line.number(usage[Counter::Images]);
    line.number(usage[Counter::VideoSeconds]);
    line.amountIf(known, record.platformCost);
    line.amountIf(known, record.platformFee);
    line.amountIf(known, record.total());
    line.amount(record.statedCost);
    line.amount(ended.correctedCost);
    line.name(record.priceVersion);
    line.numberIf(record.firstTokenMs.has_value(), record.firstTokenMs.value_or(0));
    line.number(record.durationMs);
    line.name(record.serviceRequestId);
    line.end();
}

} // namespace keyway

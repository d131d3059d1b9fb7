#pragma once

#include "core/base/result.h"
#include "core/usage/bill.h"

#include <QtCore/QByteArray>

namespace keyway {

/// The costs that a service's own pages let people download, as CSV: OpenAI's (Usage > Export, of
/// costs) and Anthropic's (Cost > Export). Both services say that there are such files
/// (https://help.openai.com/en/articles/8554956, https://support.anthropic.com/en/articles/9534590)
/// but not which columns they have. As they were found: OpenAI's have start_time (seconds),
/// start_time_iso, amount_value, amount_currency, line_item and more; Anthropic's usage_date_utc,
/// model, token_type, cost_usd, list_price_usd and more. So columns are known by their names, in
/// any order and among any others; days are those of UTC.
class BillFile {
public:
    explicit BillFile(QByteArray bytes);

    /// `service`: its id. Days without a line between the first and the last one cost nothing.
    /// Error: Rejected, `bill-file-has-no-costs`, where there is no column of amounts (such as in a
    /// file of tokens), `bill-file-of-another-service`, `bill-file-in-another-currency`, or
    /// `bad-bill-file`, where a column is missing or a value cannot be read.
    Result<Bill> read(const QString &service, const QDateTime &at);

    /// Where read() stopped: counted from 1, and as the file writes its name; 0 and empty where it
    /// is about no place.
    qint64 line() const { return m_line; }
    QString column() const { return m_column; }

private:
    Error wrong(const QString &reason, qint64 line = 0, const QString &column = {});

    QByteArray m_bytes;
    qint64 m_line = 0;
    QString m_column;
};

} // namespace keyway

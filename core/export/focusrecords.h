#pragma once

#include "core/export/isotimes.h"
#include "core/export/recordwriter.h"

#include <QtCore/QHash>
#include <QtCore/QTimeZone>

namespace keyway {

class CsvLine;

/// CSV with the columns of FOCUS 1.2 (https://focus.finops.org/focus-specification/v1-2/): a line
/// for what a service charges, and one for Keyway's fee where there is one. Two things follow from
/// its rules: billing periods are months of the account's zone, and an unknown cost is 0 with
/// `unknown` in x_CostState, since a cost may not be empty.
class FocusRecords : public RecordWriter {
public:
    /// `serviceNames`: for people, by id.
    FocusRecords(QHash<QString, QString> serviceNames, QTimeZone billingZone);

    void begin(QByteArray &to) override;
    void write(QByteArray &to, const EndedRecord &record) override;
    void writeFee(QByteArray &to, const MonthlyFee &fee) override;

private:
    struct Charge;
    void writeCharge(QByteArray &to, const Charge &charge);
    void lookUpMonth(const QDate &month);

    QHash<QString, QString> m_serviceNames;
    QTimeZone m_zone;
    IsoTimes m_times;
    QDate m_month; ///< whose period the next two are
    qint64 m_periodStart = 0, m_periodEnd = 0; ///< seconds since 1970, the end not included
};

} // namespace keyway

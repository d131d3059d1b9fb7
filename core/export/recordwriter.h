#pragma once

#include "core/storage/recordstream.h"

#include <QtCore/QByteArray>

namespace keyway {

/// A part of the platform fee that belongs to no attempt.
struct MonthlyFee {
    QDate month; ///< its first day
    Money amount;
};

/// One format: turns records into bytes, which it appends.
class RecordWriter {
public:
    RecordWriter() = default;
    virtual ~RecordWriter() = default;
    Q_DISABLE_COPY_MOVE(RecordWriter)

    virtual void begin(QByteArray &to) { Q_UNUSED(to) }
    virtual void write(QByteArray &to, const EndedRecord &record) = 0;
    /// After the last record; formats without a place for it leave it out.
    virtual void writeFee(QByteArray &to, const MonthlyFee &fee)
    {
        Q_UNUSED(to)
        Q_UNUSED(fee)
    }
};

} // namespace keyway

#pragma once

#include "core/export/isotimes.h"
#include "core/export/recordwriter.h"

namespace keyway {

/// An object a line with everything that is recorded about an attempt; amounts in nano-dollars,
/// null where they are not known. The names are a contract, and those of `keyway usage --json`.
class JsonRecords : public RecordWriter {
public:
    static constexpr int schema = 1;

    void write(QByteArray &to, const EndedRecord &record) override;

private:
    IsoTimes m_times;
};

} // namespace keyway

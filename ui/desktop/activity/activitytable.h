#pragma once

#include "ui/widgets/rowtable.h"

namespace keyway {

class ActivityModel;

/// The record: beads on a line, one for each entry, since each holds the mark of the one before;
/// those that close a day are filled.
class ActivityTable : public RowTable {
    Q_OBJECT
public:
    explicit ActivityTable(ActivityModel *model, QWidget *parent = nullptr);
    /// The beads are green while the record is known to be whole.
    void setWhole(bool whole);
    bool isWhole() const { return m_whole; }

private:
    bool m_whole = false;
};

} // namespace keyway

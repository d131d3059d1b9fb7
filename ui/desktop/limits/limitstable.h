#pragma once

#include "ui/desktop/limits/subjecttable.h"

namespace keyway {

class LimitsModel;

/// The table of limits in money.
class LimitsTable : public SubjectTable {
    Q_OBJECT
public:
    explicit LimitsTable(LimitsModel *model, QWidget *parent = nullptr);
};

} // namespace keyway

#pragma once

#include "core/storage/usagesummary.h"

#include <QtCore/QStringList>
#include <QtCore/QVariantList>

namespace keyway {

/// What a query of records asks for, with the values of its question marks.
struct RecordConditions {
    QStringList texts;
    QVariantList values;

    RecordConditions() = default;
    /// All that `filter` says but its limit and its offset.
    explicit RecordConditions(const RecordFilter &filter);

    void add(const QString &text, const QVariantList &its = {});
    void add(const UsageFilter &filter);
    void addMonth(const QDate &anyDay);
    /// ` WHERE ...`; empty without any.
    QString sql() const;
};

/// Its first and its last day, as they are stored.
QVariantList daysOfMonth(const QDate &anyDay);

} // namespace keyway

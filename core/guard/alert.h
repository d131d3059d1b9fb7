#pragma once

#include "core/base/id.h"
#include "core/money/money.h"
#include "core/usage/usagerecord.h"

#include <QtCore/QDateTime>

#include <optional>

namespace keyway::guard {

/// Something unusual that the user is told of. What a limit has left is no alert of this kind: it
/// is a state that anybody can work out, and it goes away by itself.
struct Alert {
    enum class Kind {
        UnusualHour, ///< an hour cost much more than is usual
        UnusualDay,
        RepeatedPrompt ///< the same prompt came so often that it is not asked any more
    };
    Id id;
    Kind kind = Kind::UnusualHour;
    QDateTime since; ///< when the hour or the day began; when the prompt first came
    QDateTime raisedAt;
    Money spent; ///< in that hour or on that day until then
    Money usual; ///< the middle hour; the highest day
    int times = 0; ///< of the prompt
    AppClass app = AppClass::Window; ///< where the prompt came from
    std::optional<QDateTime> seenAt;
    std::optional<QDateTime> acknowledgedAt; ///< the user said "That was me"

    /// Nobody looked at it yet.
    bool isNew() const { return !seenAt && !acknowledgedAt; }
    friend bool operator==(const Alert &, const Alert &) = default;
};

QString nameOf(Alert::Kind kind); ///< `unusual-hour`
std::optional<Alert::Kind> alertKindFromName(QStringView name);

} // namespace keyway::guard

#include "core/guard/alert.h"

#include "core/base/names.h"

namespace keyway::guard {

using namespace Qt::StringLiterals;

namespace {

constexpr Names<Alert::Kind, 3> kinds{{{Alert::Kind::UnusualHour, "unusual-hour"_L1},
                                       {Alert::Kind::UnusualDay, "unusual-day"_L1},
                                       {Alert::Kind::RepeatedPrompt, "repeated-prompt"_L1}}};

} // namespace

QString nameOf(Alert::Kind kind)
{
    return nameIn(kinds, kind);
}

std::optional<Alert::Kind> alertKindFromName(QStringView name)
{
    return valueIn(kinds, name);
}

} // namespace keyway::guard

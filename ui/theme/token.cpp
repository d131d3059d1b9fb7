#include "token.h"

#include <array>

namespace keyway {

using namespace Qt::StringLiterals;

QLatin1StringView tokenName(Token token)
{
    static constexpr std::array<QLatin1StringView, TokenCount> names = {
        "bg.window"_L1,
        "bg.sidebar"_L1,
        "bg.surface"_L1,
        "bg.sunken"_L1,
        "bg.raised"_L1,
        "bg.hover"_L1,
        "bg.pressed"_L1,
        "bg.selected"_L1,
        "border.subtle"_L1,
        "border.default"_L1,
        "border.strong"_L1,
        "text.primary"_L1,
        "text.secondary"_L1,
        "text.muted"_L1,
        "text.disabled"_L1,
        "text.onAccent"_L1,
        "accent.fill"_L1,
        "accent.hover"_L1,
        "accent.pressed"_L1,
        "accent.text"_L1,
        "accent.border"_L1,
        "danger.fill"_L1,
        "danger.text"_L1,
        "brand.ink"_L1,
        "brand.brass"_L1,
        "brand.brassText"_L1,
        "focus.ring"_L1,
        "status.active.text"_L1,
        "status.active.bg"_L1,
        "status.active.mark"_L1,
        "status.disabled.text"_L1,
        "status.disabled.bg"_L1,
        "status.disabled.mark"_L1,
        "status.degraded.text"_L1,
        "status.degraded.bg"_L1,
        "status.degraded.mark"_L1,
        "status.down.text"_L1,
        "status.down.bg"_L1,
        "status.down.mark"_L1,
        "status.over.text"_L1,
        "status.over.bg"_L1,
        "status.over.mark"_L1,
        "status.info.text"_L1,
        "status.info.bg"_L1,
        "status.info.mark"_L1,
    };
    return names[std::size_t(token)];
}

} // namespace keyway

#pragma once

#include <QtCore/QLatin1String>

namespace keyway {

/// A colour by its use. The values of both themes are in resources/tokens.json under tokenName().
enum class Token {
    BgWindow,
    BgSidebar,
    BgSurface,
    BgSunken,
    BgRaised,
    BgHover,
    BgPressed,
    BgSelected,
    BorderSubtle,
    BorderDefault,
    BorderStrong,
    TextPrimary,
    TextSecondary,
    TextMuted,
    TextDisabled,
    TextOnAccent,
    AccentFill,
    AccentHover,
    AccentPressed,
    AccentText,
    AccentBorder,
    DangerFill,
    DangerText,
    BrandInk,
    BrandBrass,
    BrandBrassText,
    FocusRing,
    StatusActiveText,
    StatusActiveBg,
    StatusActiveMark,
    StatusDisabledText,
    StatusDisabledBg,
    StatusDisabledMark,
    StatusDegradedText,
    StatusDegradedBg,
    StatusDegradedMark,
    StatusDownText,
    StatusDownBg,
    StatusDownMark,
    StatusOverText,
    StatusOverBg,
    StatusOverMark,
    StatusInfoText,
    StatusInfoBg,
    StatusInfoMark,
};
inline constexpr int TokenCount = int(Token::StatusInfoMark) + 1;

/// The name in tokens.json, for example "bg.window".
QLatin1StringView tokenName(Token token);

} // namespace keyway

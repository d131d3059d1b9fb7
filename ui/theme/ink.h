#pragma once

#include <QtGui/QColor>

namespace keyway {

/// The colours on ink, the same in both themes: what tells an administrator's window from others.
enum class Ink {
    Ground,
    Text,
    Heading,
    SelectedGround,
    SelectedText,
    Hover,
    Line,
    Brass, ///< the badge, and the icon of what is selected
    OnBrass,
    FocusRing
};

QColor inkColor(Ink part);

} // namespace keyway

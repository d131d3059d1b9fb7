#include "ui/theme/textscale.h"

#include <QtGui/QFontInfo>
#include <QtGui/QGuiApplication>

#include <algorithm>

namespace keyway {

int forText(int pixels)
{
    constexpr int usual = 16;
    return pixels * std::max(usual, QFontInfo(QGuiApplication::font()).pixelSize()) / usual;
}

} // namespace keyway

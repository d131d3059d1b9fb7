#include "ink.h"

namespace keyway {

QColor inkColor(Ink part)
{
    switch (part) {
    case Ink::Ground:
        return QColor(0x14, 0x1a, 0x29);
    case Ink::Text:
        return QColor(0xb9, 0xc2, 0xd4);
    case Ink::Heading:
        return QColor(0x8e, 0x99, 0xaf);
    case Ink::SelectedGround:
        return QColor(0x2a, 0x35, 0x53);
    case Ink::SelectedText:
        return QColor(0xff, 0xff, 0xff);
    case Ink::Hover:
    case Ink::Line:
        return QColor(0x22, 0x2b, 0x44);
    case Ink::Brass:
        return QColor(0xd9, 0xa9, 0x4e);
    case Ink::OnBrass:
        return QColor(0x1a, 0x14, 0x08);
    case Ink::FocusRing:
        return QColor(0x7f, 0xa6, 0xff);
    }
    return {};
}

} // namespace keyway

#include "core/base/appending.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace keyway {

void appendNumber(QByteArray &to, qint64 number)
{
    char digits[20];
    const auto written = std::to_chars(std::begin(digits), std::end(digits), number);
    to.append(digits, written.ptr - digits);
}

void appendTwoDigits(QByteArray &to, int number)
{
    if (number < 10)
        to += '0';
    appendNumber(to, number);
}

void appendUtf8(QByteArray &to, QStringView text)
{
    constexpr char16_t beyondAscii = 0x80;
    const bool plain
        = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < beyondAscii; });
    if (!plain) {
        to += text.toUtf8();
        return;
    }
    for (const QChar c : text)
        to += static_cast<char>(c.unicode());
}

void appendJsonText(QByteArray &to, QStringView text)
{
    constexpr char16_t firstPrintable = 0x20;
    const auto special
        = [](QChar c) { return c == u'"' || c == u'\\' || c.unicode() < firstPrintable; };
    to += '"';
    while (!text.isEmpty()) {
        const auto next = std::find_if(text.begin(), text.end(), special);
        const qsizetype plain = next - text.begin();
        appendUtf8(to, text.first(plain));
        if (next == text.end())
            break;
        if (next->unicode() < firstPrintable) {
            constexpr char hex[] = "0123456789abcdef";
            to += "\\u00";
            to += hex[next->unicode() >> 4];
            to += hex[next->unicode() & 0xf];
        } else {
            to += '\\';
            to += static_cast<char>(next->unicode());
        }
        text = text.sliced(plain + 1);
    }
    to += '"';
}

} // namespace keyway

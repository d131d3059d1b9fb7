#include "core/money/dollars.h"

#include "core/base/appending.h"

#include <array>
#include <cstdlib>

namespace keyway {

void appendDollars(QByteArray &to, Money amount, char point)
{
    constexpr qint64 nanoOfDollar = 1'000'000'000;
    const qint64 nano = amount.nano();
    if (nano < 0)
        to += '-';
    appendNumber(to, std::abs(nano / nanoOfDollar));
    std::array<char, 10> decimals{};
    decimals.front() = point;
    qint64 rest = std::abs(nano % nanoOfDollar);
    for (std::size_t place = decimals.size() - 1; place > 0; --place, rest /= 10)
        decimals[place] = static_cast<char>('0' + rest % 10);
    to.append(decimals.data(), decimals.size());
}

} // namespace keyway

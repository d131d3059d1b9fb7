#pragma once

#include "tests/providers/exchanges.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace keyway::fuzz {

/// Bytes that a fuzzer made up: a body, and from its last bytes the places where it is cut.
struct Input {
    explicit Input(QByteArray bytes)
        : body(std::move(bytes))
    {
        constexpr qsizetype seedSize = 4;
        if (body.size() <= seedSize)
            return;
        // The end of a body matters least, so exchanges of tests/data are good inputs as they are.
        const QByteArray seed = body.last(seedSize);
        body.chop(seedSize);
        quint32 number = 0;
        for (const char c : seed)
            number = number * 256 + static_cast<quint8>(c);
        QRandomGenerator random(number);
        const int count = body.size() > 1 ? random.bounded(1, 9) : 0;
        for (int i = 0; i < count; ++i)
            places.append(1 + qsizetype(random.bounded(quint32(body.size() - 1))));
        std::sort(places.begin(), places.end());
    }

    QByteArray body;
    QList<qsizetype> places;
};

/// A finding: libFuzzer keeps the input of a program that stops so.
inline void demand(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

/// What every parser of answers promises: the same bytes give the same Completion however they are
/// split, what is streamed is the start of the text, and no counter is negative.
template <class Parser> void answer(const Parser &parser, const QByteArray &bytes)
{
    const Input input(bytes);
    const auto [whole, streamed] = parsed(parser, input.body, {});
    const auto [cut, streamedCut] = parsed(parser, input.body, input.places);
    demand(pretty(whole) == pretty(cut), "split answers are the same");
    demand(streamed == streamedCut, "split answers stream the same");
    const QString text = whole.value(QLatin1String("text")).toString();
    demand(streamed.isEmpty() || text.startsWith(streamed),
           "what is streamed is the start of the text");
    demand(text.isValidUtf16(), "text is whole");
}

} // namespace keyway::fuzz

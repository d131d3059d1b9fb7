#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace keyway {

/// A stretch of a line of code that is drawn in a colour of its own.
struct CodeColour {
    enum Kind { Keyword, Text, Number, Comment };
    qsizetype start = 0;
    qsizetype length = 0;
    Kind kind = Keyword;
};

/// Words, strings, numbers and comments that most languages share. Looks at one line at a time, so
/// what spans several lines stays uncoloured.
QList<CodeColour> codeColours(const QString &line, const QString &language);

} // namespace keyway

#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace keyway {

/// A stretch of text that looks different.
struct InlineRange {
    enum Style { Bold = 1, Italic = 2, Code = 4, Struck = 8 };
    qsizetype start = 0;
    qsizetype length = 0;
    int styles = 0; ///< of Style
    QString link; ///< its address; empty for none

    friend bool operator==(const InlineRange &, const InlineRange &) = default;
};

/// Text without its marks, and where they were.
struct InlineText {
    QString text; ///< hard line breaks are QChar::LineSeparator
    QList<InlineRange> ranges; ///< in order, without overlap
    friend bool operator==(const InlineText &, const InlineText &) = default;
};

/// Emphasis, code, links, pictures (as links, never fetched) and escapes of one block. Anything
/// else, raw HTML too, is text. Only http, https and mailto addresses become links.
InlineText parseInline(const QString &markdown);

} // namespace keyway

#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

/// How words are compared where the full-text index cannot: without case and accents. Pure.
namespace keyway::search {

/// `text` as it is compared.
QString folded(const QString &text);
/// The words of what somebody typed; each must be found.
QStringList words(const QString &typed);
/// For FTS5: each word a quoted phrase whose last token may be begun, so nothing is an operator.
/// Empty where the index cannot answer: a word without a letter or digit, or of a script without
/// spaces.
QString indexQuery(const QStringList &words);
/// For LIKE with `\` as escape.
QString likePattern(const QString &word);
bool containsAll(const QString &text, const QStringList &words);
/// One line of about `length` characters around the first of the words.
QString excerpt(const QString &text, const QStringList &words, qsizetype length = 120);

} // namespace keyway::search

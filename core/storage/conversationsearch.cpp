#include "core/storage/conversationsearch.h"

#include <algorithm>

namespace keyway::search {

using namespace Qt::StringLiterals;

namespace {

/// Scripts that write words without spaces, which the index takes for one long word.
bool isUnspaced(QChar::Script script)
{
    switch (script) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

bool indexKnows(const QString &word)
{
    bool spoken = false;
    const QList<uint> points = word.toUcs4();
    for (const uint point : points) {
        if (isUnspaced(QChar::script(point)))
            return false;
        spoken = spoken || QChar::isLetterOrNumber(point);
    }
    return spoken;
}

} // namespace

QString folded(const QString &text)
{
    QString plain;
    plain.reserve(text.size());
    const QString apart = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    for (const QChar c : apart) {
        if (c.category() != QChar::Mark_NonSpacing)
            plain.append(c);
    }
    return plain;
}

QStringList words(const QString &typed)
{
    return typed.simplified().split(u' ', Qt::SkipEmptyParts);
}

QString indexQuery(const QStringList &words)
{
    QStringList phrases;
    for (QString word : words) {
        if (!indexKnows(word))
            return {};
        phrases.append(u'"' + word.replace(u'"', u"\"\""_s) + u"\"*"_s);
    }
    return phrases.join(u' ');
}

QString likePattern(const QString &word)
{
    QString pattern = word;
    for (const QChar special : {u'\\', u'%', u'_'})
        pattern.replace(special, QString(u'\\') + special);
    return u'%' + pattern + u'%';
}

bool containsAll(const QString &text, const QStringList &words)
{
    const QString plain = folded(text);
    return std::all_of(words.cbegin(), words.cend(),
                       [&plain](const QString &word) { return plain.contains(folded(word)); });
}

QString excerpt(const QString &text, const QStringList &words, qsizetype length)
{
    const QString line = text.simplified();
    qsizetype at = -1;
    for (const QString &word : words) {
        at = line.indexOf(word, 0, Qt::CaseInsensitive);
        if (at >= 0)
            break;
    }
    const qsizetype from = std::max<qsizetype>(0, at - length / 3);
    QString part = line.mid(from, length);
    if (from > 0)
        part.prepend(u'…');
    if (from + length < line.size())
        part.append(u'…');
    return part;
}

} // namespace keyway::search

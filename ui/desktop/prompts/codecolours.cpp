#include "codecolours.h"

#include <QtCore/QSet>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

bool isKeyword(QStringView word)
{
    static const QSet<QString> words{
        u"and"_s,     u"as"_s,     u"async"_s,  u"auto"_s,      u"await"_s,    u"bool"_s,
        u"break"_s,   u"case"_s,   u"catch"_s,  u"class"_s,     u"const"_s,    u"def"_s,
        u"do"_s,      u"double"_s, u"elif"_s,   u"else"_s,      u"enum"_s,     u"except"_s,
        u"export"_s,  u"false"_s,  u"False"_s,  u"fi"_s,        u"finally"_s,  u"float"_s,
        u"fn"_s,      u"for"_s,    u"from"_s,   u"func"_s,      u"function"_s, u"if"_s,
        u"import"_s,  u"in"_s,     u"int"_s,    u"interface"_s, u"is"_s,       u"lambda"_s,
        u"let"_s,     u"match"_s,  u"mut"_s,    u"namespace"_s, u"new"_s,      u"nil"_s,
        u"None"_s,    u"not"_s,    u"null"_s,   u"nullptr"_s,   u"or"_s,       u"pass"_s,
        u"private"_s, u"pub"_s,    u"public"_s, u"raise"_s,     u"return"_s,   u"self"_s,
        u"static"_s,  u"struct"_s, u"switch"_s, u"template"_s,  u"then"_s,     u"this"_s,
        u"throw"_s,   u"true"_s,   u"True"_s,   u"try"_s,       u"type"_s,     u"use"_s,
        u"using"_s,   u"var"_s,    u"void"_s,   u"while"_s,     u"with"_s,     u"yield"_s,
        u"SELECT"_s,  u"FROM"_s,   u"WHERE"_s,  u"JOIN"_s,      u"ON"_s,       u"GROUP"_s,
        u"ORDER"_s,   u"BY"_s,     u"INSERT"_s, u"UPDATE"_s,    u"DELETE"_s,   u"CREATE"_s};
    return words.contains(word.toString());
}

} // namespace

QList<CodeColour> codeColours(const QString &line, const QString &language)
{
    QList<CodeColour> colours;
    if (language == "text"_L1 || language == "md"_L1 || language == "markdown"_L1)
        return colours;
    const bool hash = language != "c"_L1 && language != "cpp"_L1 && language != "c++"_L1
        && language != "css"_L1 && language != "html"_L1;
    const qsizetype size = line.size();
    for (qsizetype at = 0; at < size;) {
        const QChar c = line.at(at);
        const bool slashes = c == u'/' && at + 1 < size && line.at(at + 1) == u'/'
            && (at == 0 || line.at(at - 1) != u':');
        if (slashes || (c == u'#' && hash && (at == 0 || line.at(at - 1).isSpace()))) {
            colours.append({at, size - at, CodeColour::Comment});
            break;
        }
        const qsizetype from = at;
        if (c == u'"' || c == u'\'') {
            for (++at; at < size && line.at(at) != c; ++at)
                at += line.at(at) == u'\\' ? 1 : 0;
            if (at < size) {
                colours.append({from, ++at - from, CodeColour::Text});
            } else {
                at = from + 1; // an apostrophe, or a string of several lines
            }
        } else if (c.isLetterOrNumber() || c == u'_') {
            while (at < size && (line.at(at).isLetterOrNumber() || line.at(at) == u'_'))
                ++at;
            if (c.isDigit())
                colours.append({from, at - from, CodeColour::Number});
            else if (isKeyword(QStringView(line).mid(from, at - from)))
                colours.append({from, at - from, CodeColour::Keyword});
        } else {
            ++at;
        }
    }
    return colours;
}

} // namespace keyway

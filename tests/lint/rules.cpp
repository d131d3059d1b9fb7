#include "tests/lint/rules.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace keyway::lint {
namespace {

bool isProgram(const Source &source)
{
    return source.isCpp()
        && (source.isUnder(u"core") || source.isUnder(u"ui") || source.isUnder(u"app"));
}

QList<Finding> matchesOf(const QRegularExpression &pattern, const Source &source,
                         const QString &view, const QString &what)
{
    QList<Finding> findings;
    auto matches = pattern.globalMatch(view);
    while (matches.hasNext()) {
        const auto match = matches.next();
        findings.append(
            {source.lineOf(match.capturedStart()), what.arg(match.captured().trimmed())});
    }
    return findings;
}

QList<Finding> checkUserText(const Source &source)
{
    static const QRegularExpression pattern(
        uR"(\b(?:tr|translate|qsTr|qtTrId)\s*\(|\bQT_TR\w*|\bQT_TRANSLATE\w*|\bQ_DECLARE_TR_FUNCTIONS\b)"_s);
    if (!source.isCpp() || !source.isUnder(u"core"))
        return {};
    return matchesOf(pattern, source, source.code(), u"user text in core/: %1"_s);
}

QList<Finding> checkMoney(const Source &source)
{
    static const QRegularExpression floating(
        uR"(\b(?:long\s+)?(?:double|float|qreal|toDouble|toFloat|stod|stof|strtod)\b)"_s);
    static const QRegularExpression money(
        uR"([Mm]oney|[Pp]rice|[Cc]ost|[Nn]ano|[Pp]ico|[Ii]nvoice|(?:\b|_)fees?(?:\b|_|[A-Z])|Fee)"_s);
    if (!isProgram(source))
        return {};
    const bool everywhere = source.isUnder(u"core/money") || source.isUnder(u"core/usage")
        || source.isUnder(u"core/fees");
    QList<Finding> findings;
    const QStringList code = source.code().split(u'\n');
    const QStringList written = source.uncommented().split(u'\n');
    for (qsizetype i = 0; i < code.size(); ++i) {
        const auto match = floating.match(code.at(i));
        if (match.hasMatch() && (everywhere || money.match(written.at(i)).hasMatch()))
            findings.append({static_cast<int>(i + 1), u"%1 near money"_s.arg(match.captured())});
    }
    return findings;
}

QList<Finding> checkColours(const Source &source)
{
    static const QRegularExpression pattern(
        uR"re(#(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{6})\b|"#[0-9A-Fa-f]{3,4}"|\bQColor\s*[({]\s*(?:0x|\d)|\bqRgba?\s*\(\s*(?:0x|\d)|\brgba?\(\s*\d)re"_s);
    if (!isProgram(source) || source.isUnder(u"ui/theme"))
        return {};
    return matchesOf(pattern, source, source.uncommented(), u"a colour outside ui/theme: %1"_s);
}

QList<Finding> checkLeftovers(const Source &source)
{
    static const QRegularExpression pattern(uR"(\b(?:TODO|FIXME|XXX|HACK)\b)"_s);
    return matchesOf(pattern, source, source.text(), u"left for later: %1"_s);
}

QList<Finding> checkTypeNames(const Source &source)
{
    static const QRegularExpression pattern(
        uR"(\b(?:class|struct|enum|union|using|namespace)\s+(?:class\s+|struct\s+)?(?!Q[A-Z])\w*(?:Manager|Helpers?|Utils?|helpers?|utils?)\b)"_s);
    if (!source.isCpp())
        return {};
    return matchesOf(pattern, source, source.code(), u"a name that says nothing: %1"_s);
}

QList<Finding> checkPlaces(const Source &source)
{
    static const QRegularExpression pattern(uR"((?<![\w.~$}])/(?:home|Users)/[a-z]\w*/)"_s);
    return matchesOf(pattern, source, source.text(), u"a place of one machine: %1"_s);
}

QList<Finding> checkEventLoops(const Source &source)
{
    static const QRegularExpression pattern(
        uR"(\bQEventLoop\b(?!::)|\bprocessEvents\s*\(|\b(?:QCoro::waitFor|waitFor(?:Finished|ReadyRead|Connected|BytesWritten|Started))\s*\(|)"
        uR"(\bQMessageBox::(?:question|warning|information|critical|about)\s*\(|\bQ(?:File|Input|Color|Font)Dialog::get\w*\s*\(|)"
        uR"(\b\w*(?:[dD]ialog|[bB]ox|[mM]enu)(?:\.|->)exec\s*\()"_s);
    // A command line does one thing at a time: waiting is its only loop, not a nested one.
    if (!isProgram(source) || source.isUnder(u"app/cli") || source.isUnder(u"ui/terminal"))
        return {};
    return matchesOf(pattern, source, source.code(), u"a nested event loop: %1"_s);
}

} // namespace

QList<Finding> checkAwaits(const Source &source)
{
    static const QRegularExpression await(uR"(\bco_await\b)"_s);
    static const QRegularExpression bareName(uR"(\A\s+[A-Za-z_]\w*\s*;)"_s);
    static const QRegularExpression assigned(uR"(\A[^=()?]*[^=!<>?]=\s*\z)"_s);
    if (!source.isCpp())
        return {};
    QList<Finding> findings;
    const QString &code = source.code();
    auto matches = await.globalMatch(code);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const qsizetype at = match.capturedStart();
        const int line = source.lineOf(at);
        if (source.isUnder(u"ui") && !source.isUnder(u"ui/terminal")) {
            findings.append({line, u"ui/ calls spawn() and does not co_await"_s});
            continue;
        }
        if (!bareName.match(code.mid(match.capturedEnd())).hasMatch()) {
            findings.append({line, u"the operand of co_await is not a bare name"_s});
            continue;
        }
        qsizetype begin = at;
        while (begin > 0 && !u";{}"_s.contains(code.at(begin - 1)))
            --begin;
        const QString before = code.mid(begin, at - begin).trimmed();
        if (!before.isEmpty() && !assigned.match(before).hasMatch())
            findings.append({line, u"co_await is not a whole right-hand side or statement"_s});
    }
    return findings;
}

QList<Finding> checkConnects(const Source &source)
{
    static const QRegularExpression call(uR"((?<![\w~])connect\s*\()"_s);
    static const QRegularExpression declared(uR"((?:[\w>&*]\s+|[&*])(?:\w+::)*\z)"_s);
    static const QRegularExpression keyword(
        uR"((?:\b(?:return|co_return|else)|=)\s*(?:\w+::)*\z)"_s);
    static const QRegularExpression system(uR"((?<![\w>])::\z)"_s);
    if (!source.isCpp())
        return {};
    QList<Finding> findings;
    const QString &code = source.code();
    auto matches = call.globalMatch(code);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const qsizetype at = match.capturedStart();
        const QString before
            = code.mid(std::max<qsizetype>(0, at - 80), std::min<qsizetype>(at, 80));
        const QString sameLine = before.section(u'\n', -1);
        if (system.match(before).hasMatch())
            continue;
        if (declared.match(sameLine).hasMatch() && !keyword.match(sameLine).hasMatch())
            continue;
        if (argumentsAt(code, match.capturedEnd() - 1).size() == 3)
            findings.append({source.lineOf(at), u"connect without a context object"_s});
    }
    return findings;
}

QList<Rule> rules()
{
    return {{u"includes"_s, checkIncludes},   {u"awaits"_s, checkAwaits},
            {u"connects"_s, checkConnects},   {u"usertext"_s, checkUserText},
            {u"money"_s, checkMoney},         {u"colours"_s, checkColours},
            {u"leftovers"_s, checkLeftovers}, {u"typenames"_s, checkTypeNames},
            {u"places"_s, checkPlaces},       {u"eventloops"_s, checkEventLoops}};
}

} // namespace keyway::lint

#include "tests/lint/rules.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtTest/QTest>

using namespace keyway::lint;
using namespace Qt::StringLiterals;

namespace {

const auto controls = u"tests/lint/data"_s;

QString projectFolder()
{
    return qEnvironmentVariable("KEYWAY_SOURCE_DIR");
}

QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// Everything a person writes here; recordings are not. The rules themselves spell out what they
// look for.
QList<Source> projectFiles()
{
    static const QStringList kinds{u"h"_s,  u"cpp"_s,  u"txt"_s,    u"cmake"_s, u"md"_s,
                                   u"sh"_s, u"json"_s, u"qrc"_s,    u"yml"_s,   u"xml"_s,
                                   u""_s,   u"sql"_s,  u"desktop"_s};
    const QDir root(projectFolder());
    QList<Source> files;
    const auto add = [&](const QString &path) {
        const QFileInfo info(root.filePath(path));
        if (kinds.contains(info.suffix()) && info.size() < 1'000'000 && path != "LICENSE"_L1
            && !path.startsWith("tests/lint/"_L1) && !path.startsWith("tests/data/"_L1))
            files.append(Source(path, read(info.filePath())));
    };
    for (const QString &name : root.entryList(QDir::Files))
        add(name);
    for (const QString &folder : {u".ci"_s, u"app"_s, u"core"_s, u"packaging"_s, u"resources"_s,
                                  u"tests"_s, u"translations"_s, u"ui"_s}) {
        QDirIterator walk(root.filePath(folder), QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext())
            add(root.relativeFilePath(walk.next()));
    }
    return files;
}

Rule ruleNamed(const QString &name)
{
    for (const Rule &rule : rules()) {
        if (rule.name == name)
            return rule;
    }
    return {name, nullptr};
}

} // namespace

/// The house rules, held against the whole tree; and each rule held against lines that break it,
/// since a rule that finds nothing may also be blind.
class TestHouse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_files = projectFiles();
        QVERIFY2(m_files.size() > 30, "the project's files were not found");
    }

    void treeKeepsTheRule_data() { allRules(); }
    void treeKeepsTheRule()
    {
        QFETCH(QString, name);
        const Rule rule = ruleNamed(name);
        QStringList report;
        for (const Source &file : std::as_const(m_files)) {
            for (const Finding &finding : rule.check(file))
                report.append(u"%1:%2: %3"_s.arg(file.path()).arg(finding.line).arg(finding.what));
        }
        QVERIFY2(report.isEmpty(), qPrintable(u'\n' + report.join(u'\n')));
    }

    // A control begins with "path: <where it pretends to be>"; the rule must name exactly the lines
    // that end with "BAD". Several controls in one file begin with a path line each.
    void ruleSeesWhatBreaksIt_data() { allRules(); }
    void ruleSeesWhatBreaksIt()
    {
        QFETCH(QString, name);
        const Rule rule = ruleNamed(name);
        const QString text
            = read(QDir(projectFolder()).filePath(controls + u'/' + name + u".control"_s));
        const QStringList parts = text.split(u"// path: "_s, Qt::SkipEmptyParts);
        QVERIFY2(!parts.isEmpty(), "the rule has no control");
        int bad = 0;
        for (const QString &part : parts) {
            const QString path = part.section(u'\n', 0, 0);
            QStringList lines = part.split(u'\n').mid(1);
            QList<int> expected;
            for (qsizetype i = 0; i < lines.size(); ++i) {
                if (lines.at(i).endsWith(" // BAD"_L1)) {
                    expected.append(static_cast<int>(i + 1));
                    lines[i].chop(7);
                }
            }
            QList<int> found;
            for (const Finding &finding : rule.check(Source(path, lines.join(u'\n'))))
                found.append(finding.line);
            QVERIFY2(found == expected,
                     qPrintable(u"%1: the rule named %2, the control expects %3"_s.arg(
                         path, numbers(found), numbers(expected))));
            bad += static_cast<int>(expected.size());
        }
        QVERIFY2(bad > 0, "the control has no line that breaks the rule");
    }

    void sourcesAreSeenWithoutCommentsAndLiterals_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("uncommented");
        QTest::addColumn<QString>("code");
        QTest::newRow("comments") << u"a // b\nc /* d\ne */ f"_s << u"a     \nc     \n     f"_s
                                  << u"a     \nc     \n     f"_s;
        QTest::newRow("string") << u"x = \"a // \\\" b\"; y"_s << u"x = \"a // \\\" b\"; y"_s
                                << u"x = \"         \"; y"_s;
        QTest::newRow("characters")
            << u"'\"' 'x' 1'000 z"_s << u"'\"' 'x' 1'000 z"_s << u"' ' ' ' 1'000 z"_s;
        QTest::newRow("raw") << u"R\"(a \" // b)\" c"_s << u"R\"(a \" // b)\" c"_s
                             << u"R\"          \" c"_s;
    }
    void sourcesAreSeenWithoutCommentsAndLiterals()
    {
        QFETCH(QString, text);
        const Source source(u"core/base/x.cpp"_s, text);
        QTEST(source.uncommented(), "uncommented");
        QTEST(source.code(), "code");
    }

private:
    QList<Source> m_files;

    static void allRules()
    {
        QTest::addColumn<QString>("name");
        for (const Rule &rule : rules())
            QTest::newRow(qPrintable(rule.name)) << rule.name;
    }
    static QString numbers(const QList<int> &lines)
    {
        QStringList texts;
        for (const int line : lines)
            texts.append(QString::number(line));
        return u'(' + texts.join(u' ') + u')';
    }
};

QTEST_APPLESS_MAIN(TestHouse)
#include "tst_house.moc"

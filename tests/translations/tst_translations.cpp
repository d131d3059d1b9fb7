#include "tests/translations/tsfile.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

const auto script = u"packaging/update-translations"_s;

QString projectFolder()
{
    return qEnvironmentVariable("KEYWAY_SOURCE_DIR");
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

// What lupdate complains about, or empty. `root` is a project with packaging/update-translations.
QString update(const QString &root, const QString &into)
{
    QProcess process;
    process.start(root + u'/' + script, {u"--into"_s, into});
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return u"did not run: "_s + process.errorString();
    const QString words = QString::fromLocal8Bit(process.readAllStandardError()).trimmed();
    return process.exitCode() == 0 ? words
                                   : u"exit code %1: %2"_s.arg(process.exitCode()).arg(words);
}

QStringList keysOf(const QByteArray &text)
{
    QString error;
    QStringList keys;
    for (const TsMessage &message : readTs(text, &error))
        keys.append(message.key());
    keys.sort();
    return keys;
}

// Sentences of the sources that the file lacks ("+") and sentences that only the file has ("-").
QStringList difference(const QByteArray &committed, const QByteArray &updated)
{
    const QStringList before = keysOf(committed);
    const QStringList after = keysOf(updated);
    QStringList lines;
    for (const QString &key : after) {
        if (!before.contains(key))
            lines.append(u"+ "_s + key);
    }
    for (const QString &key : before) {
        if (!after.contains(key))
            lines.append(u"- "_s + key);
    }
    return lines;
}

} // namespace

/// Every sentence of the sources stands in every language, finished, and none that is gone.
class TestTranslations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filesFitTheSources_data() { languages(); }
    void filesFitTheSources()
    {
        QFETCH(QString, name);
        const QByteArray committed = read(projectFolder() + u"/translations/"_s + name);
        QVERIFY(!committed.isEmpty());
        QTemporaryDir folder;
        QVERIFY(write(folder.filePath(name), committed));
        QCOMPARE(update(projectFolder(), folder.path()), QString());
        const QStringList lines = difference(committed, read(folder.filePath(name)));
        QVERIFY2(lines.isEmpty(),
                 qPrintable(u"run packaging/update-translations and translate:\n"_s
                            + lines.join(u'\n')));
    }

    void filesAreFinished_data() { languages(); }
    void filesAreFinished()
    {
        QFETCH(QString, name);
        QString error;
        QStringList lines;
        for (const TsMessage &message :
             readTs(read(projectFolder() + u"/translations/"_s + name), &error)) {
            for (const QString &fault : faultsOf(message))
                lines.append(u"%1: %2"_s.arg(fault, message.key()));
        }
        QCOMPARE(error, QString());
        QVERIFY2(lines.isEmpty(), qPrintable(u'\n' + lines.join(u'\n')));
    }

    void programsCarryEveryLanguage_data() { languages(); }
    void programsCarryEveryLanguage()
    {
        QFETCH(QString, name);
        const QString file = u":/i18n/"_s + name.chopped(3) + u".qm"_s;
        QVERIFY2(QFile::exists(file), qPrintable(file));
    }

    void newAndVanishedSentencesAreSeen()
    {
        QTemporaryDir project;
        const QString root = project.path();
        QVERIFY(QFile::exists(projectFolder() + u'/' + script));
        QVERIFY(QDir(root).mkpath(u"packaging"_s));
        QVERIFY(QFile::copy(projectFolder() + u'/' + script, root + u'/' + script));
        for (const QString &folder : {u"app"_s, u"core"_s, u"ui"_s})
            QVERIFY(QDir(root).mkpath(folder));
        QVERIFY(write(root + u"/ui/page.cpp"_s,
                      "class Page : public QObject { Q_OBJECT void f(int n) {\n"
                      "tr(\"Add\"); tr(\"%n request(s)\", nullptr, n); } };\n"));
        const QByteArray before
            = tsFile("<message><source>Add</source><translation>Hinzu</translation>"
                     "</message><message><source>Gone</source>"
                     "<translation>Weg</translation></message>");
        const QString ts = root + u"/ts/keyway_de.ts"_s;
        QVERIFY(write(ts, before));
        QCOMPARE(update(root, root + u"/ts"_s), QString());
        QCOMPARE(difference(before, read(ts)),
                 QStringList({u"+ Page: \"%n request(s)\""_s, u"- Page: \"Gone\""_s}));
    }

    void faultsAreSeen_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QStringList>("faults");
        QTest::newRow("fine") << "<message><source>&amp;Save %1…</source>"
                                 "<translation>%1 &amp;sichern…</translation></message>"_ba
                              << QStringList();
        QTest::newRow("plural")
            << "<message numerus=\"yes\"><source>%n requests to %1</source><translation>"
               "<numerusform>eine Anfrage an %1</numerusform>"
               "<numerusform>%n Anfragen an %1</numerusform></translation></message>"_ba
            << QStringList();
        QTest::newRow("unfinished")
            << "<message><source>Save</source><translation type=\"unfinished\">"
               "Sichern</translation></message>"_ba
            << QStringList{u"unfinished"_s};
        QTest::newRow("vanished") << "<message><source>Save</source><translation type=\"vanished\">"
                                     "Sichern</translation></message>"_ba
                                  << QStringList{u"vanished"_s};
        QTest::newRow("empty")
            << "<message><source>Save</source><translation></translation></message>"_ba
            << QStringList{u"empty"_s};
        QTest::newRow("plural empty")
            << "<message numerus=\"yes\"><source>%n requests</source><translation>"
               "<numerusform>eine</numerusform><numerusform></numerusform></translation></message>"_ba
            << QStringList{u"empty"_s};
        QTest::newRow("place") << "<message><source>Save %1</source>"
                                  "<translation>Sichern</translation></message>"_ba
                               << QStringList{u"other places for values"_s};
        QTest::newRow("mnemonic") << "<message><source>&amp;Save</source>"
                                     "<translation>Sichern</translation></message>"_ba
                                  << QStringList{u"mnemonic lost or added"_s};
        QTest::newRow("tail") << "<message><source>Name:</source>"
                                 "<translation>Name</translation></message>"_ba
                              << QStringList{u"ends differently"_s};
    }
    void faultsAreSeen()
    {
        QFETCH(QByteArray, message);
        QString error;
        const QList<TsMessage> messages = readTs(tsFile(message), &error);
        QCOMPARE(error, QString());
        QCOMPARE(messages.size(), 1);
        QTEST(faultsOf(messages.first()), "faults");
    }

private:
    static void languages()
    {
        QTest::addColumn<QString>("name");
        const QStringList files
            = QDir(projectFolder() + u"/translations"_s).entryList({u"keyway_*.ts"_s});
        for (const QString &file : files)
            QTest::newRow(qPrintable(file)) << file;
        QVERIFY(files.contains(u"keyway_de.ts"_s) && files.contains(u"keyway_en.ts"_s));
    }
    static QByteArray tsFile(const QByteArray &messages)
    {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE TS>\n"
               "<TS version=\"2.1\" language=\"de\" "
               "sourcelanguage=\"en_US\"><context><name>Page</name>"
            + messages + "</context></TS>\n";
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"

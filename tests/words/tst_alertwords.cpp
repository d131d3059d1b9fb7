#include "ui/words/alerts.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;
using guard::Alert;

class TestAlertWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasUnusual_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("app");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, Alert::Kind kind, AppClass app, const QString &title,
                            const QString &text) {
            QTest::newRow(name) << static_cast<int>(kind) << static_cast<int>(app) << title << text;
        };
        row("hour", Alert::Kind::UnusualHour, AppClass::Window, u"An hour costs more than usual"_s,
            u"$6.20 between 13:00 and 14:00. $0.40 an hour is usual."_s);
        row("day", Alert::Kind::UnusualDay, AppClass::Window, u"A day costs more than usual"_s,
            u"$6.20 on 18 November, beside its two dearest hours. At most $0.40 is usual."_s);
        const QString repeated = u"30 time(s) since 13:00. It is not asked any more until you say "
                                 "that it was you."_s;
        row("prompt", Alert::Kind::RepeatedPrompt, AppClass::Window,
            u"The same prompt comes again and again"_s, repeated);
        row("prompt of an app", Alert::Kind::RepeatedPrompt, AppClass::Gateway,
            u"An app at the Local Gateway sends the same prompt again and again"_s, repeated);
        row("prompt of a script", Alert::Kind::RepeatedPrompt, AppClass::CommandLine,
            u"The command line sends the same prompt again and again"_s, repeated);
    }
    void whatWasUnusual()
    {
        QFETCH(int, kind);
        QFETCH(int, app);
        Alert alert;
        alert.kind = static_cast<Alert::Kind>(kind);
        alert.app = static_cast<AppClass>(app);
        alert.since = QDateTime(QDate(2026, 11, 18), QTime(13, 0), Qt::LocalTime);
        alert.spent = Money::fromCents(620);
        alert.usual = Money::fromCents(40);
        alert.times = 30;
        const QLocale english(QLocale::English, QLocale::UnitedKingdom);
        const words::Message words = words::alertWords(alert, english);
        QTEST(words.title, "title");
        QString text = words.text;
        text.replace(u"US$"_s, u"$"_s);
        QTEST(text, "text");
    }
};

QTEST_GUILESS_MAIN(TestAlertWords)
#include "tst_alertwords.moc"

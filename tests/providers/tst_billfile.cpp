// Costs that people download from a service's own pages, whatever the order of their columns.

#include "core/base/csvreader.h"
#include "core/providers/billfile.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

const QDateTime readAt(QDate(2026, 11, 10), QTime(9, 0), Qt::UTC);
const QByteArray openAiHead = "start_time,end_time,start_time_iso,end_time_iso,amount_value,"
                              "amount_currency,quantity,line_item,project_id,organization_id\n";
const QByteArray anthropicHead = "usage_date_utc,model,workspace,api_key,usage_type,context_window,"
                                 "token_type,cost_usd,list_price_usd,cost_type\n";

QDate november(int day)
{
    return QDate(2026, 11, day);
}

} // namespace

class TestBillFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rows_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QList<QStringList>>("rows");
        QTest::addColumn<bool>("whole");
        using Rows = QList<QStringList>;
        QTest::newRow("nothing") << ""_ba << Rows{} << true;
        QTest::newRow("plain") << "a,b\n1,2\n"_ba << Rows{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}}
                               << true;
        QTest::newRow("no last line end")
            << "a,b\r\n1,"_ba << Rows{{u"a"_s, u"b"_s}, {u"1"_s, u""_s}} << true;
        QTest::newRow("old line ends") << "a\rb\r"_ba << Rows{{u"a"_s}, {u"b"_s}} << true;
        QTest::newRow("empty lines") << "\n\na\n\n\nb\n\n"_ba << Rows{{u"a"_s}, {u"b"_s}} << true;
        QTest::newRow("byte order mark")
            << "\xEF\xBB\xBF\"a\",b"_ba << Rows{{u"a"_s, u"b"_s}} << true;
        QTest::newRow("quoted") << "\"a,\"\"b\"\"\nc\",\"\"\n"_ba << Rows{{u"a,\"b\"\nc"_s, u""_s}}
                                << true;
        QTest::newRow("never closed") << "a\n\"b,c\n"_ba << Rows{{u"a"_s}} << false;
        QTest::newRow("behind a quotation mark") << "\"a\"b,c\n"_ba << Rows{} << false;
    }
    void rows()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QList<QStringList>, rows);
        QFETCH(bool, whole);
        CsvReader reader(bytes);
        QList<QStringList> found;
        while (const auto row = reader.next())
            found.append(*row);
        QCOMPARE(found, rows);
        QCOMPARE(reader.isWhole(), whole);
    }

    void costsByDayAndModel_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("OpenAI") << u"openai"_s
                                << openAiHead
                + "1793491200,1793577600,2026-11-01T00:00:00+00:00,,0.003835980000000000000000,usd,"
                  ",\"gpt-5-nano, input\",p,o\n"
                  "1793491200,1793577600,2026-11-01T00:00:00+00:00,,1.5E-7,usd,,gpt-5-nano,p,o\n"
                  "1793577600,1793664000,2026-11-02T00:00:00+00:00,,,,,,,\n"
                  "1793750400,1793836800,2026-11-04T00:00:00,,-0.5,USD,,credit,p,o\n";
        QTest::newRow("OpenAI, other order and more columns")
            << u"openai"_s
            << "new,Line Item,Amount Value,start_time\r\n"
               "x,\"gpt-5-nano, input\",0.00383598,1793491200\r\n"
               "x,gpt-5-nano,0.00000015,1793491200\r\nx,,,1793577600\r\n"
               "x,credit,-0.5,1793750400\r\n"_ba;
        QTest::newRow("Anthropic") << u"anthropic"_s
                                   << anthropicHead
                + "2026-11-01,\"gpt-5-nano, input\",Default,k,message,\xE2\x89\xA4 200k,"
                  "input_no_cache,0.00383598,0.01,token\n"
                  "2026-11-01,gpt-5-nano,Default,k,message,,output,0.00000015,0.01,token\n"
                  "2026-11-04,credit,Default,k,message,,output,-0.5,0.01,token\n";
    }
    void costsByDayAndModel()
    {
        QFETCH(QString, service);
        QFETCH(QByteArray, bytes);
        BillFile file(bytes);
        const auto bill = file.read(service, readAt);
        QVERIFY2(bill.ok(), qPrintable(bill ? QString() : bill.error().detail()));
        QCOMPARE(bill->from, november(1));
        QCOMPARE(bill->to, november(4));
        QCOMPARE(bill->fetchedAt, readAt);
        QMap<std::pair<QDate, QString>, Money> lines;
        for (const BillLine &line : bill->lines) {
            QCOMPARE(line.lastDay, line.day);
            lines[{line.day, line.line}] += line.amount;
        }
        const QMap<std::pair<QDate, QString>, Money> expected{
            {{november(1), u"gpt-5-nano, input"_s}, Money::fromNano(3'835'980)},
            {{november(1), u"gpt-5-nano"_s}, Money::fromNano(150)},
            {{november(2), QString()}, Money()},
            {{november(3), QString()}, Money()},
            {{november(4), u"credit"_s}, Money::fromCents(-50)},
        };
        QCOMPARE(lines, expected);
    }

    void mistakesAreNamed_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<qint64>("line");
        QTest::addColumn<QString>("column");
        const auto row = [](const char *name, const QString &service, const QByteArray &bytes,
                            const QString &reason, qint64 line, const QString &column) {
            QTest::newRow(name) << service << bytes << reason << line << column;
        };
        const QString openAi = u"openai"_s, anthropic = u"anthropic"_s, bad = u"bad-bill-file"_s;
        const QByteArray good = "2026-11-01,m,w,k,u,c,t,1.25,1.25,token\n";
        row("nothing", openAi, {}, bad, 1, {});
        row("no line", openAi, openAiHead, bad, 2, {});
        row("tokens", anthropic,
            "usage_date_utc,model_version,usage_input_tokens_no_cache\n2026-11-01,m,5\n",
            u"bill-file-has-no-costs"_s, 0, {});
        row("of the other", openAi, anthropicHead + good, u"bill-file-of-another-service"_s, 0, {});
        row("of the other, too", anthropic, openAiHead, u"bill-file-of-another-service"_s, 0, {});
        row("no day", openAi, "Amount,Model\n1,m\n", bad, 1, u"usage_date_utc"_s);
        row("amount", anthropic, anthropicHead + good + "2026-11-02,m,w,k,u,c,t,1.2.5,1,token\n",
            bad, 3, u"cost_usd"_s);
        row("amount in words", openAi, "Date,\"Cost (USD)\"\n2026-11-01,one\n", bad, 2,
            u"Cost (USD)"_s);
        row("amount beyond all", openAi, "date,cost\n2026-11-01,1e30\n", bad, 2, u"cost"_s);
        row("day", anthropic, anthropicHead + good + "\n31.11.2026,m,w,k,u,c,t,1,1,token\n", bad, 4,
            u"usage_date_utc"_s);
        row("no such day", anthropic, anthropicHead + "2026-02-30,m,w,k,u,c,t,1,1,token\n", bad, 2,
            u"usage_date_utc"_s);
        row("cut off", anthropic, anthropicHead + good + "2026-11-02,m,w", bad, 3, u"api_key"_s);
        row("one too many", openAi, "date,cost\n2026-11-01,1,2\n", bad, 2, u"cost"_s);
        row("open quotation", openAi, "date,cost\n2026-11-01,\"1\n", bad, 2, {});
        row("euros", openAi, "date,cost,currency\n2026-11-01,1,eur\n",
            u"bill-file-in-another-currency"_s, 2, u"currency"_s);
    }
    void mistakesAreNamed()
    {
        QFETCH(QString, service);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, reason);
        QFETCH(qint64, line);
        QFETCH(QString, column);
        BillFile file(bytes);
        const auto bill = file.read(service, readAt);
        QVERIFY(!bill);
        QCOMPARE(bill.error().kind(), Error::Kind::Rejected);
        QCOMPARE(bill.error().reason(), reason);
        QCOMPARE(file.line(), line);
        QCOMPARE(file.column(), column);
    }
};

QTEST_GUILESS_MAIN(TestBillFile)
#include "tst_billfile.moc"

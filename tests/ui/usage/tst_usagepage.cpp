#include "tests/ui/accessibility.h"
#include "tests/ui/usage/usagefixture.h"
#include "ui/desktop/usage/requestdetails.h"
#include "ui/desktop/usage/requestsmodel.h"
#include "ui/desktop/usage/requeststable.h"
#include "ui/desktop/usage/usagechart.h"
#include "ui/desktop/usage/usagelegend.h"
#include "ui/theme/keywaystyle.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/searchfield.h"
#include "ui/words/money.h"

#include <QtCore/QElapsedTimer>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTableWidget>

#include <algorithm>
#include <memory>

using namespace keyway;
using namespace Qt::StringLiterals;

class TestUsagePage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void showsTheRunningMonth();
    void readsOnlyWhatIsLookedAt();
    void legendAddsUp();
    void aServiceAlone();
    void filtersGoTogether();
    void findsByName();
    void monthsByKeyboard();
    void daysByKeyboard();
    void chartAsATable();
    void detailsByKeyboard();
    void newRecordsComeInAbove();
    void outOfSightIsNotRead();
    void problemsCanBeTriedAgain();
    void theModelKeepsItsWord();
    void fewWindowsAreKept();
    void everythingHasAName();

private:
    RequestsModel *model() const { return m_usage->page.model(); }
    QComboBox *box(const QString &name) const
    {
        for (QComboBox *box : m_usage->page.findChildren<QComboBox *>()) {
            if (box->accessibleName() == name)
                return box;
        }
        return nullptr;
    }
    QAction *action(const QString &keys) const { return m_usage->action(keys); }
    QString cell(int row, RequestsModel::Column column) const
    {
        return model()->index(row, column).data().toString();
    }
    QList<LegendRow *> legendRows() const
    {
        QList<LegendRow *> rows;
        for (LegendRow *row : m_usage->page.legend()->findChildren<LegendRow *>()) {
            if (!row->isHidden())
                rows.append(row);
        }
        return rows;
    }

    std::unique_ptr<UsageFixture> m_usage;
};

void TestUsagePage::init()
{
    m_usage = std::make_unique<UsageFixture>();
    QTRY_VERIFY(model()->rowCount() > 0);
    QTRY_VERIFY(!cell(0, RequestsModel::Model).isEmpty());
}

void TestUsagePage::showsTheRunningMonth()
{
    QCOMPARE(box(u"Month"_s)->currentText(), u"October 2026"_s);
    int october = 0;
    for (const UsageRecord &record : m_usage->backend.kept)
        october += record.billingDay.month() == 10 ? 1 : 0;
    QCOMPARE(model()->rowCount(), october);
    QVERIFY(cell(0, RequestsModel::Time) > cell(1, RequestsModel::Time));
}

void TestUsagePage::readsOnlyWhatIsLookedAt()
{
    QCOMPARE(m_usage->backend.windowsRead, 1);
    m_usage->page.table()->scrollToBottom();
    QTRY_VERIFY(!cell(model()->rowCount() - 1, RequestsModel::Model).isEmpty());
    QVERIFY2(m_usage->backend.windowsRead <= 3,
             qPrintable(QString::number(m_usage->backend.windowsRead)));
}

void TestUsagePage::legendAddsUp()
{
    Money sum;
    for (const UsageRecord &record : m_usage->backend.kept) {
        if (record.billingDay.month() == 10)
            sum += record.platformCost;
    }
    const QList<LegendRow *> rows = legendRows();
    QCOMPARE(rows.size(), 6);
    QCOMPARE(rows.first()->service(), u"openai"_s); // the dearest
    QCOMPARE(rows.last()->service(), u"ollama"_s);
    QVERIFY(rows.last()->accessibleName().endsWith(u"$0.00"_s));
    QStringList texts;
    for (QWidget *label : m_usage->page.legend()->findChildren<QWidget *>())
        texts.append(label->accessibleName());
    QVERIFY2(texts.contains(words::spokenMoney(sum)), qPrintable(texts.join(u'|')));
}

void TestUsagePage::aServiceAlone()
{
    LegendRow *anthropic = legendRows().at(1);
    QCOMPARE(anthropic->service(), u"anthropic"_s);
    QTest::keyClick(anthropic, Qt::Key_Space);
    QTRY_COMPARE(box(u"Service"_s)->currentText(), u"Anthropic"_s);
    QTRY_VERIFY(cell(0, RequestsModel::Service).startsWith(u"Anthropic"_s));
    QVERIFY(legendRows().at(1)->isChecked());
    QCOMPARE(legendRows().size(), 6); // the others can still be chosen

    QTest::keyClick(legendRows().at(1), Qt::Key_Space); // again: all of them
    QTRY_COMPARE(box(u"Service"_s)->currentIndex(), 0);
}

void TestUsagePage::filtersGoTogether()
{
    const auto choose = [this](const QString &name, const QString &text) {
        QComboBox *list = box(name);
        list->setCurrentIndex(list->findText(text));
        Q_EMIT list->activated(list->currentIndex());
    };
    choose(u"Kind"_s, u"Images"_s);
    QTRY_COMPARE(cell(0, RequestsModel::Model), u"stable-image-core"_s);
    choose(u"App"_s, u"Command line"_s);
    QTRY_COMPARE(cell(0, RequestsModel::App), u"Command line"_s);
    QCOMPARE(cell(0, RequestsModel::Model), u"stable-image-core"_s);
    choose(u"Service"_s, u"OpenAI"_s); // made no images
    QTRY_COMPARE(model()->rowCount(), 0);
    QCOMPARE(box(u"Kind"_s)->currentText(), u"Images"_s);
}

void TestUsagePage::findsByName()
{
    m_usage->page.search()->setText(u"DEEPSEEK"_s);
    QTRY_COMPARE(cell(0, RequestsModel::Model), u"deepseek-chat"_s);
    const int found = model()->rowCount();
    QVERIFY(found > 0);
    m_usage->page.search()->setText({});
    QTRY_VERIFY(model()->rowCount() > found);
}

void TestUsagePage::monthsByKeyboard()
{
    action(u"Alt+Left"_s)->trigger();
    QTRY_COMPARE(box(u"Month"_s)->currentText(), u"September 2026"_s);
    QTRY_COMPARE(model()->rowCount(), 0);
    action(u"Alt+Right"_s)->trigger();
    QTRY_COMPARE(box(u"Month"_s)->currentText(), u"October 2026"_s);
    action(u"Alt+Right"_s)->trigger(); // nothing is known of the future
    QTest::qWait(20);
    QCOMPARE(box(u"Month"_s)->currentText(), u"October 2026"_s);
}

void TestUsagePage::daysByKeyboard()
{
    UsageChart *chart = m_usage->page.chart();
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_Right);
    QCOMPARE(chart->day(), QDate(2026, 10, 1));
    QTest::keyClick(chart, Qt::Key_Left);
    QCOMPARE(chart->day(), QDate(2026, 10, 1)); // the first one
    QTest::keyClick(chart, Qt::Key_End);
    QCOMPARE(chart->day(), QDate(2026, 10, 31));
    QVERIFY2(chart->spokenText().startsWith(u"Saturday 31 October: $"_s),
             qPrintable(chart->spokenText()));
    QVERIFY(chart->spokenText().contains(u"OpenAI $"_s));
    QTest::keyClick(chart, Qt::Key_Escape);
    QVERIFY(!chart->day().isValid());

    QElapsedTimer time;
    time.start();
    constexpr int rounds = 20;
    for (int i = 0; i < rounds; ++i)
        chart->repaint();
    qInfo("a repaint of the chart takes %.2f ms", double(time.nsecsElapsed()) / 1e6 / rounds);
}

void TestUsagePage::chartAsATable()
{
    action(u"Ctrl+T"_s)->trigger();
    const QList<QTableWidget *> tables = m_usage->page.findChildren<QTableWidget *>();
    QTableWidget *days = *std::find_if(tables.cbegin(), tables.cend(), [](const QWidget *table) {
        return table->accessibleName() == u"Days as a table"_s;
    });
    QVERIFY(days->isVisible());
    QCOMPARE(days->rowCount(), 31);
    QCOMPARE(days->columnCount(), 8);
    QCOMPARE(days->horizontalHeaderItem(1)->text(), u"OpenAI"_s);
    QCOMPARE(days->item(30, 0)->text(), u"Sat 31 Oct"_s);
    action(u"Ctrl+T"_s)->trigger();
    QVERIFY(m_usage->page.chart()->isVisible());
}

void TestUsagePage::detailsByKeyboard()
{
    RequestsTable *table = m_usage->page.table();
    table->setFocus();
    table->setCurrentIndex(model()->index(3, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(m_usage->page.details()->isVisible());
    QCOMPARE(m_usage->page.details()->recordId(), m_usage->backend.kept.at(3).recordId);
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(m_usage->page.details()->recordId(), m_usage->backend.kept.at(4).recordId);
    const QString text = m_usage->page.details()->text();
    QVERIFY2(text.contains(m_usage->backend.kept.at(4).recordId.toString()), qPrintable(text));
    QVERIFY2(text.contains(words::exactMoney(m_usage->backend.kept.at(4).total())),
             qPrintable(text));
    QTest::keyClick(m_usage->page.details(), Qt::Key_Escape);
    QVERIFY(!m_usage->page.details()->isVisible());
    QVERIFY(table->hasFocus());
}

void TestUsagePage::newRecordsComeInAbove()
{
    RequestsTable *table = m_usage->page.table();
    table->setCurrentIndex(model()->index(2, 0));
    Q_EMIT table->opened(2);
    const Id watched = m_usage->page.details()->recordId();
    const int before = model()->rowCount();
    m_usage->backend.add(u"mistral"_s, u"mistral-new"_s, Money::fromCents(3));
    QTRY_COMPARE(model()->rowCount(), before + 1);
    QTRY_COMPARE(cell(0, RequestsModel::Model), u"mistral-new"_s);
    QCOMPARE(table->currentIndex().row(), 3);
    QCOMPARE(m_usage->page.details()->recordId(), watched);
    QVERIFY(m_usage->page.details()->isVisible());
}

void TestUsagePage::outOfSightIsNotRead()
{
    m_usage->page.hide();
    const int read = m_usage->backend.windowsRead;
    const int before = model()->rowCount();
    m_usage->backend.add(u"openai"_s, u"gpt-new"_s, Money::fromCents(3));
    QTest::qWait(20);
    QCOMPARE(model()->rowCount(), before);
    QCOMPARE(m_usage->backend.windowsRead, read);
    m_usage->page.show();
    QTRY_COMPARE(model()->rowCount(), before + 1);
}

void TestUsagePage::problemsCanBeTriedAgain()
{
    m_usage->backend.fails = Error(Error::Kind::Storage, u"disk I/O error"_s);
    Q_EMIT m_usage->page.filterWanted({});
    auto *banner = m_usage->page.findChild<Banner *>();
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(model()->rowCount() > 0); // what was read stays
    m_usage->backend.fails.reset();
    Q_EMIT m_usage->page.tryAgainRequested();
    QTRY_VERIFY(!banner->isVisible());
}

void TestUsagePage::theModelKeepsItsWord()
{
    RequestsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy wanted(&model, &RequestsModel::windowWanted);
    const QList<UsageRecord> records = sampleRecords({2026, 10, 1});
    model.setRows(250, {}, false);
    QVERIFY(!model.record(120));
    QVERIFY(!model.record(130)); // the same window is asked for once
    QCOMPARE(wanted.last().first().toInt(), 100);
    QCOMPARE(
        std::count_if(wanted.cbegin(), wanted.cend(),
                      [](const QList<QVariant> &asked) { return asked.first().toInt() == 100; }),
        1);
    model.setWindow(100, records.mid(100, 100));
    QCOMPARE(model.record(120)->recordId, records.at(120).recordId);
    model.setRows(260, {}, true);
    QVERIFY(!model.record(120));
    model.setRows(0, {}, false);
    QCOMPARE(model.rowCount(), 0);
}

void TestUsagePage::fewWindowsAreKept()
{
    constexpr int rows = 1'000'000;
    RequestsModel model;
    const QList<UsageRecord> window
        = sampleRecords({2026, 10, 1}).mid(0, RequestsModel::WindowRows);
    model.setRows(rows, {}, false);
    for (int first = 0; first < rows; first += RequestsModel::WindowRows)
        model.setWindow(first, window);
    int kept = 0;
    for (int first = 0; first < rows; first += RequestsModel::WindowRows)
        kept += model.record(first) ? 1 : 0;
    QCOMPARE(kept, RequestsModel::WindowsKept);
}

void TestUsagePage::everythingHasAName()
{
    Q_EMIT m_usage->page.table()->opened(0);
    const QStringList unnamed = unnamedWidgets(&m_usage->page);
    QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
}

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    KeywayStyle::install(app);
    TestUsagePage test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_usagepage.moc"

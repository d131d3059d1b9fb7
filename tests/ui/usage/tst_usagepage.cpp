#include "tests/ui/accessibility.h"
#include "tests/ui/usage/fakeusage.h"
#include "ui/desktop/usage/requestdetails.h"
#include "ui/desktop/usage/requestsmodel.h"
#include "ui/desktop/usage/requeststable.h"
#include "ui/desktop/usage/usagechart.h"
#include "ui/desktop/usage/usagecontroller.h"
#include "ui/desktop/usage/usagelegend.h"
#include "ui/desktop/usage/usagepage.h"
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
    void cleanup();
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
    void copiesRows();
    void problemsCanBeTriedAgain();
    void theModelKeepsItsWord();
    void fewWindowsAreKept();
    void everythingHasAName();

private:
    RequestsModel *model() const { return m_page->model(); }
    QComboBox *box(const QString &name) const
    {
        for (QComboBox *box : m_page->findChildren<QComboBox *>()) {
            if (box->accessibleName() == name)
                return box;
        }
        return nullptr;
    }
    QAction *action(const QString &keys) const
    {
        for (QAction *action : m_page->actions()) {
            if (action->shortcut() == QKeySequence(keys))
                return action;
        }
        return nullptr;
    }
    QString cell(int row, RequestsModel::Column column) const
    {
        return model()->index(row, column).data().toString();
    }
    QList<LegendRow *> legendRows() const
    {
        QList<LegendRow *> rows;
        for (LegendRow *row : m_page->legend()->findChildren<LegendRow *>()) {
            if (!row->isHidden())
                rows.append(row);
        }
        return rows;
    }

    std::unique_ptr<FakeUsage> m_backend;
    std::unique_ptr<UsagePage> m_page;
    UsageController *m_controller = nullptr;
};

void TestUsagePage::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_backend = std::make_unique<FakeUsage>();
    m_page = std::make_unique<UsagePage>();
    m_controller = new UsageController(m_page.get(), m_backend.get(), m_page.get());
    m_controller->setDelay(0);
    m_page->resize(1068, 738);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_controller->start();
    QTRY_VERIFY(model()->rowCount() > 0);
    QTRY_VERIFY(!cell(0, RequestsModel::Model).isEmpty());
}

void TestUsagePage::cleanup()
{
    m_page.reset();
    m_backend.reset();
}

void TestUsagePage::showsTheRunningMonth()
{
    QCOMPARE(box(u"Month"_s)->currentText(), u"October 2026"_s);
    int october = 0;
    for (const UsageRecord &record : m_backend->kept)
        october += record.billingDay.month() == 10 ? 1 : 0;
    QCOMPARE(model()->rowCount(), october);
    QVERIFY(cell(0, RequestsModel::Time) > cell(1, RequestsModel::Time));
}

void TestUsagePage::readsOnlyWhatIsLookedAt()
{
    QCOMPARE(m_backend->windowsRead, 1);
    m_page->table()->scrollToBottom();
    QTRY_VERIFY(!cell(model()->rowCount() - 1, RequestsModel::Model).isEmpty());
    QVERIFY2(m_backend->windowsRead <= 3, qPrintable(QString::number(m_backend->windowsRead)));
}

void TestUsagePage::legendAddsUp()
{
    Money sum;
    for (const UsageRecord &record : m_backend->kept) {
        if (record.billingDay.month() == 10)
            sum += record.platformCost;
    }
    const QList<LegendRow *> rows = legendRows();
    QCOMPARE(rows.size(), 6);
    QCOMPARE(rows.first()->service(), u"openai"_s); // the dearest
    QCOMPARE(rows.last()->service(), u"ollama"_s);
    QVERIFY(rows.last()->accessibleName().endsWith(u"$0.00"_s));
    QStringList texts;
    for (QWidget *label : m_page->legend()->findChildren<QWidget *>())
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
    m_page->search()->setText(u"DEEPSEEK"_s);
    QTRY_COMPARE(cell(0, RequestsModel::Model), u"deepseek-chat"_s);
    const int found = model()->rowCount();
    QVERIFY(found > 0);
    m_page->search()->setText({});
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
    UsageChart *chart = m_page->chart();
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
    auto *days = m_page->findChild<QTableWidget *>();
    QVERIFY(days->isVisible());
    QCOMPARE(days->rowCount(), 31);
    QCOMPARE(days->columnCount(), 8);
    QCOMPARE(days->horizontalHeaderItem(1)->text(), u"OpenAI"_s);
    QCOMPARE(days->item(30, 0)->text(), u"Sat 31 Oct"_s);
    action(u"Ctrl+T"_s)->trigger();
    QVERIFY(m_page->chart()->isVisible());
}

void TestUsagePage::detailsByKeyboard()
{
    RequestsTable *table = m_page->table();
    table->setFocus();
    table->setCurrentIndex(model()->index(3, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(m_page->details()->isVisible());
    QCOMPARE(m_page->details()->recordId(), m_backend->kept.at(3).recordId);
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(m_page->details()->recordId(), m_backend->kept.at(4).recordId);
    const QString text = m_page->details()->text();
    QVERIFY2(text.contains(m_backend->kept.at(4).recordId.toString()), qPrintable(text));
    QVERIFY2(text.contains(words::exactMoney(m_backend->kept.at(4).total())), qPrintable(text));
    QTest::keyClick(m_page->details(), Qt::Key_Escape);
    QVERIFY(!m_page->details()->isVisible());
    QVERIFY(table->hasFocus());
}

void TestUsagePage::newRecordsComeInAbove()
{
    RequestsTable *table = m_page->table();
    table->setCurrentIndex(model()->index(2, 0));
    Q_EMIT table->opened(2);
    const Id watched = m_page->details()->recordId();
    const int before = model()->rowCount();
    m_backend->add(u"mistral"_s, u"mistral-new"_s, Money::fromCents(3));
    QTRY_COMPARE(model()->rowCount(), before + 1);
    QTRY_COMPARE(cell(0, RequestsModel::Model), u"mistral-new"_s);
    QCOMPARE(table->currentIndex().row(), 3);
    QCOMPARE(m_page->details()->recordId(), watched);
    QVERIFY(m_page->details()->isVisible());
}

void TestUsagePage::outOfSightIsNotRead()
{
    m_page->hide();
    const int read = m_backend->windowsRead;
    const int before = model()->rowCount();
    m_backend->add(u"openai"_s, u"gpt-new"_s, Money::fromCents(3));
    QTest::qWait(20);
    QCOMPARE(model()->rowCount(), before);
    QCOMPARE(m_backend->windowsRead, read);
    m_page->show();
    QTRY_COMPARE(model()->rowCount(), before + 1);
}

void TestUsagePage::copiesRows()
{
    RequestsTable *table = m_page->table();
    table->selectRow(1);
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    const QStringList cells = QGuiApplication::clipboard()->text().split(u'\t');
    QCOMPARE(cells.size(), int(RequestsModel::ColumnCount));
    QCOMPARE(cells.at(RequestsModel::Model), m_backend->kept.at(1).model);
}

void TestUsagePage::problemsCanBeTriedAgain()
{
    m_backend->fails = Error(Error::Kind::Storage, u"disk I/O error"_s);
    Q_EMIT m_page->filterWanted({});
    auto *banner = m_page->findChild<Banner *>();
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(model()->rowCount() > 0); // what was read stays
    m_backend->fails.reset();
    Q_EMIT m_page->tryAgainRequested();
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
    Q_EMIT m_page->table()->opened(0);
    const QStringList unnamed = unnamedWidgets(m_page.get());
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

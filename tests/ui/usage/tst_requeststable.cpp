// Sorting, columns and the clipboard of the table of requests.

#include "tests/ui/usage/usagefixture.h"
#include "ui/desktop/usage/requestdetails.h"
#include "ui/desktop/usage/requestsmodel.h"
#include "ui/desktop/usage/requeststable.h"
#include "ui/theme/keywaystyle.h"

#include <QtCore/QMimeData>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMenu>

#include <algorithm>
#include <memory>

using namespace keyway;
using namespace Qt::StringLiterals;

class TestRequestsTable : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void sortsByPress();
    void keepsTheRowWhileSorting();
    void newRecordsFindTheirPlace();
    void sortsByMenu();
    void columnsByMenu();
    void movedColumns();
    void columnsComeBack();
    void strangeArrangements_data();
    void strangeArrangements();
    void copiesRows();
    void copiesWhatWasNotRead();
    void copiesACell();
    void nothingChosenCopiesNothing();

private:
    RequestsModel *model() const { return m_usage->page.model(); }
    RequestsTable *table() const { return m_usage->page.table(); }
    void press(RequestsModel::Column column)
    {
        QHeaderView *head = table()->horizontalHeader();
        const QPoint at(head->sectionViewportPosition(column) + 12, head->height() / 2);
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, at);
    }
    QString spokenHead(RequestsModel::Column column) const
    {
        return model()->headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString();
    }
    Money cost(int row) const
    {
        const UsageRecord *record = model()->record(row);
        return record ? record->platformCost : Money::fromNano(-1);
    }
    QAction *menuAction(QMenu *menu, const QString &text) const
    {
        for (QAction *action : menu->actions()) {
            if (action->text() == text)
                return action;
        }
        return nullptr;
    }

    std::unique_ptr<UsageFixture> m_usage;
};

void TestRequestsTable::init()
{
    QGuiApplication::clipboard()->clear();
    m_usage = std::make_unique<UsageFixture>(nullptr, QSize(1268, 738));
    QTRY_VERIFY(model()->rowCount() > 0);
    QTRY_VERIFY(model()->record(0));
}

void TestRequestsTable::sortsByPress()
{
    QAbstractItemModelTester tester(model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    const Id newest = model()->record(0)->recordId;
    QCOMPARE(spokenHead(RequestsModel::Time), u"Time, sorted downwards"_s);
    press(RequestsModel::Cost); // figures: the largest first
    QTRY_VERIFY(model()->record(0) && model()->record(0)->recordId != newest);
    QVERIFY(cost(0) >= cost(1));
    QVERIFY(cost(1) >= cost(2));
    QCOMPARE(spokenHead(RequestsModel::Cost), u"Cost, sorted downwards"_s);
    QCOMPARE(spokenHead(RequestsModel::Time), u"Time"_s);
    press(RequestsModel::Cost);
    QTRY_VERIFY(model()->record(0) && cost(0).isZero());
    QCOMPARE(table()->horizontalHeader()->sortIndicatorOrder(), Qt::AscendingOrder);
    press(RequestsModel::Cost); // a third time: as at first
    QTRY_VERIFY(model()->record(0) && model()->record(0)->recordId == newest);
    QCOMPARE(spokenHead(RequestsModel::Time), u"Time, sorted downwards"_s);
}

void TestRequestsTable::keepsTheRowWhileSorting()
{
    table()->setCurrentIndex(model()->index(4, 0));
    Q_EMIT table()->opened(4);
    const Id watched = m_usage->page.details()->recordId();
    press(RequestsModel::Cost);
    QTRY_VERIFY(table()->currentIndex().row() != 4);
    const int row = table()->currentIndex().row();
    QTRY_VERIFY(model()->record(row));
    QCOMPARE(model()->record(row)->recordId, watched);
    QCOMPARE(m_usage->page.details()->recordId(), watched);
    QVERIFY(m_usage->page.details()->isVisible());
    QVERIFY(table()->viewport()->rect().contains(
        table()->visualRect(table()->currentIndex()).center()));
}

void TestRequestsTable::newRecordsFindTheirPlace()
{
    Money most;
    for (const UsageRecord &record : m_usage->backend.kept)
        most = std::max(most, record.platformCost);
    press(RequestsModel::Cost);
    QTRY_COMPARE(cost(0), most);
    table()->setCurrentIndex(model()->index(0, 0));
    const Id dearest = model()->record(0)->recordId;
    const int before = model()->rowCount();
    m_usage->backend.add(u"openai"_s, u"gpt-dear"_s, Money::fromCents(500));
    QTRY_COMPARE(model()->rowCount(), before + 1);
    QTRY_VERIFY(model()->record(0) && model()->record(1));
    QCOMPARE(model()->record(0)->model, u"gpt-dear"_s);
    QCOMPARE(model()->record(1)->recordId, dearest);
    QCOMPARE(table()->currentIndex().row(), 1);
}

void TestRequestsTable::sortsByMenu()
{
    QSignalSpy wanted(table(), &RequestsTable::orderWanted);
    QMenu *sorting = menuAction(table()->columnsMenu(), u"Sort by"_s)->menu();
    QVERIFY(sorting);
    menuAction(sorting, u"Model"_s)->trigger();
    QCOMPARE(wanted.size(), 1);
    const auto order = wanted.first().first().value<RecordOrder>();
    QCOMPARE(order, (RecordOrder{RecordColumn::Model, Qt::AscendingOrder})); // text: upwards
}

void TestRequestsTable::columnsByMenu()
{
    m_usage->action(u"Ctrl+Shift+K"_s)->trigger();
    QMenu *menu = table()->columnsMenu();
    QTRY_VERIFY(menu->isVisible());
    QAction *took = menuAction(menu, u"Took"_s);
    QVERIFY(took->isChecked());
    took->trigger();
    menu->hide();
    QVERIFY(table()->isColumnHidden(RequestsModel::Took));
    QVERIFY(!table()->shownColumns().contains(RequestsModel::Took));

    // In a narrow page what the user wants stays, and there is something to scroll.
    m_usage->page.resize(700, 560);
    QTRY_VERIFY(table()->isColumnHidden(RequestsModel::App));
    menu->popup(QPoint(0, 0));
    QVERIFY(!menuAction(menu, u"App"_s)->isChecked());
    menuAction(menu, u"App"_s)->trigger();
    menu->hide();
    QVERIFY(!table()->isColumnHidden(RequestsModel::App));

    menuAction(menu, u"Columns as at first"_s)->trigger();
    QVERIFY(table()->isColumnHidden(RequestsModel::App));
    m_usage->page.resize(1268, 738);
    QTRY_VERIFY(!table()->isColumnHidden(RequestsModel::Took));
}

void TestRequestsTable::movedColumns()
{
    table()->horizontalHeader()->moveSection(RequestsModel::Cost, 0);
    QCOMPARE(table()->shownColumns().first(), RequestsModel::Cost);
    menuAction(table()->columnsMenu(), u"Columns as at first"_s)->trigger();
    QCOMPARE(table()->shownColumns().first(), RequestsModel::Time);
    QCOMPARE(table()->shownColumns().at(RequestsModel::Cost), RequestsModel::Cost);
}

void TestRequestsTable::columnsComeBack()
{
    QSignalSpy arranged(table(), &RequestsTable::arranged);
    table()->horizontalHeader()->moveSection(RequestsModel::Cost, 0);
    table()->columnsMenu()->popup(QPoint(0, 0));
    menuAction(table()->columnsMenu(), u"Took"_s)->trigger();
    table()->columnsMenu()->hide();
    QCOMPARE(arranged.size(), 2);
    const QStringList kept = arranged.last().first().toStringList();
    QCOMPARE(kept.first(), u"cost"_s);
    QVERIFY(kept.contains(u"-took"_s));
    const QList<RequestsModel::Column> shown = table()->shownColumns();

    init(); // the window is opened again
    QSignalSpy silent(table(), &RequestsTable::arranged);
    QVERIFY(table()->shownColumns() != shown);
    table()->arrange(kept);
    QCOMPARE(table()->shownColumns(), shown);
    QCOMPARE(table()->arrangement(), kept);
    QCOMPARE(silent.size(), 0);
    menuAction(table()->columnsMenu(), u"Columns as at first"_s)->trigger();
    QCOMPARE(silent.size(), 1);
    QCOMPARE(table()->arrangement().first(), u"time"_s);
}

void TestRequestsTable::strangeArrangements_data()
{
    QTest::addColumn<QStringList>("kept");
    QTest::addColumn<QString>("order");
    const QString usual = u"time service model in out took routed-by app cost service-says"_s;
    QTest::newRow("nothing") << QStringList{} << usual;
    QTest::newRow("unknown") << QStringList{u"colour"_s, u"-"_s, u"+"_s, QString()} << usual;
    QTest::newRow("twice") << QStringList{u"cost"_s, u"-cost"_s}
                           << u"cost time service model in out took routed-by app service-says"_s;
    QStringList all = usual.split(u' ');
    for (QString &name : all)
        name.prepend(u'-');
    QTest::newRow("all out")
        << all << u"-time -service -model -in -out -took -routed-by -app -cost service-says"_s;
}

void TestRequestsTable::strangeArrangements()
{
    QFETCH(QStringList, kept);
    QFETCH(QString, order);
    table()->arrange(kept);
    QCOMPARE(table()->arrangement().join(u' '), order);
    QVERIFY(!table()->shownColumns().isEmpty());
}

void TestRequestsTable::copiesRows()
{
    table()->selectRow(1);
    table()->selectionModel()->select(model()->index(3, 0),
                                      QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    QTRY_VERIFY(!QGuiApplication::clipboard()->text().isEmpty());
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 2);
    const QStringList cells = lines.first().split(u'\t');
    QCOMPARE(cells.size(), int(RequestsModel::ColumnCount));
    const UsageRecord &record = m_usage->backend.kept.at(1);
    QCOMPARE(cells.at(RequestsModel::Model), record.model);
    QCOMPARE(cells.at(RequestsModel::In), QString::number(record.usage.tokensIn()));
    const qint64 nano = record.platformCost.nano();
    QCOMPARE(cells.at(RequestsModel::Cost),
             u"%1.%2"_s.arg(nano / 1'000'000'000).arg(nano % 1'000'000'000, 9, 10, QChar(u'0')));
    const QString html = QGuiApplication::clipboard()->mimeData()->html();
    QVERIFY2(html.contains(u"<th>Cost</th>"_s), qPrintable(html));
    QCOMPARE(html.count(u"<tr>"_s), 3);
    QVERIFY(html.contains(u"$"_s)); // as it is shown
}

void TestRequestsTable::copiesWhatWasNotRead()
{
    table()->selectAll();
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(QGuiApplication::clipboard()->text().count(u'\n') + 1, model()->rowCount());
    QVERIFY(!model()->record(model()->rowCount() / 2)); // still not read for the table
}

void TestRequestsTable::copiesACell()
{
    table()->setCurrentIndex(model()->index(2, RequestsModel::Model));
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), m_usage->backend.kept.at(2).model);
}

void TestRequestsTable::nothingChosenCopiesNothing()
{
    table()->clearSelection();
    QSignalSpy copies(table(), &RequestsTable::copyRequested);
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(copies.size(), 0);
}

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    KeywayStyle::install(app);
    TestRequestsTable test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_requeststable.moc"

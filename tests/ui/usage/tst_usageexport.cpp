// The Export menu of Usage & Costs, and a real export from a real database.

#include "tests/storage/storagefixture.h"
#include "tests/ui/accessibility.h"
#include "tests/ui/usage/usagefixture.h"
#include "ui/desktop/usage/usageexport.h"
#include "ui/theme/keywaystyle.h"
#include "ui/widgets/banner.h"

#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>

using namespace keyway;
using namespace Qt::StringLiterals;

class TestUsageExport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void menuByKeyboard();
    void asksWhereTo();
    void writesAndTells();
    void cannotWriteIsTold();
    void oneAtATime();
    void aMonthAsPdf();

private:
    QPushButton *exportButton() const
    {
        for (QPushButton *button : m_usage->page.findChildren<QPushButton *>()) {
            if (button->menu())
                return button;
        }
        return nullptr;
    }
    void fill(int attempts);
    QPushButton *noteButton(const QString &text) const
    {
        for (QPushButton *button : m_usage->page.exportNote()->findChildren<QPushButton *>()) {
            if (button->text() == text && !button->isHidden())
                return button;
        }
        return nullptr;
    }

    std::unique_ptr<TemporaryDataDir> m_dir;
    FakeClock m_clock{QDateTime(QDate(2026, 10, 5), QTime(12, 0), Qt::UTC)};
    std::unique_ptr<UsageFixture> m_usage;
};

void TestUsageExport::init()
{
    m_dir = std::make_unique<TemporaryDataDir>();
    const QString file = m_dir->filePath(u"keyway.db"_s);
    m_usage = std::make_unique<UsageFixture>([&file](FakeUsage &usage) { usage.file = file; });
}

void TestUsageExport::fill(int attempts)
{
    Records records(m_dir->path(), m_clock);
    const Integration one = records.addIntegration(u"Work"_s);
    for (int i = 0; i < attempts; ++i) {
        m_clock.advance(std::chrono::minutes(1));
        const auto started = records.start(one);
        VERIFY_RESULT(started);
        VERIFY_RESULT(
            records.ledger.settle(Records::completed(*started, Money::fromNano(1000 + i))));
    }
}

void TestUsageExport::menuByKeyboard()
{
    QMenu *menu = exportButton()->menu();
    QSignalSpy asked(&m_usage->page, &UsagePage::exportRequested);
    m_usage->action(u"Ctrl+E"_s)->trigger();
    QTRY_VERIFY(menu->isVisible());
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().at(0).value<ExportFormat>(), ExportFormat::Spreadsheet);
    QCOMPARE(asked.first().at(1).toBool(), false);
    QMenu *everything = menu->actions().last()->menu();
    QVERIFY(everything);
    everything->actions().last()->trigger();
    QCOMPARE(asked.last().at(0).value<ExportFormat>(), ExportFormat::Focus);
    QCOMPARE(asked.last().at(1).toBool(), true);
}

void TestUsageExport::asksWhereTo()
{
    ExportOrder order;
    order.format = ExportFormat::JsonLines;
    order.filter.month = QDate(2026, 10, 1);
    m_usage->controller->exports()->ask(order);
    QFileDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = m_usage->page.findChild<QFileDialog *>()));
    QCOMPARE(dialog->defaultSuffix(), u"jsonl"_s);
    QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
    QVERIFY(dialog->selectedFiles().first().endsWith(u"keyway-2026-10.jsonl"_s));
    dialog->reject();
}

void TestUsageExport::writesAndTells()
{
    fill(5);
    ExportOrder order;
    order.filter.month = QDate(2026, 10, 1);
    const QString path = m_dir->filePath(u"out.csv"_s);
    Banner *note = m_usage->page.exportNote();
    QVERIFY(note->isHidden());
    m_usage->controller->exports()->start(order, path);
    QVERIFY(note->isVisible());
    QVERIFY(noteButton(u"Cancel"_s));
    QVERIFY(!exportButton()->isEnabled());
    QTRY_VERIFY(!m_usage->controller->exports()->isRunning());
    QVERIFY(exportButton()->isEnabled());
    QVERIFY2(note->spokenText().startsWith(u"out.csv is written. 5 record"_s),
             qPrintable(note->spokenText()));
    QTRY_VERIFY(noteButton(u"Show in folder"_s));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count("\r\n"), 6);
    QCOMPARE(unnamedWidgets(&m_usage->page), QStringList());
}

void TestUsageExport::cannotWriteIsTold()
{
    fill(1);
    m_usage->controller->exports()->start({}, m_dir->filePath(u"no/such/folder.csv"_s));
    QTRY_VERIFY(!m_usage->controller->exports()->isRunning());
    QVERIFY2(
        m_usage->page.exportNote()->spokenText().startsWith(u"The file could not be written."_s),
        qPrintable(m_usage->page.exportNote()->spokenText()));
    QVERIFY(QDir(m_dir->path()).mkpath(u"no/such"_s));
    QTRY_VERIFY(noteButton(u"Try again"_s));
    noteButton(u"Try again"_s)->click();
    QTRY_VERIFY(!m_usage->controller->exports()->isRunning());
    QVERIFY(QFile::exists(m_dir->filePath(u"no/such/folder.csv"_s)));
}

void TestUsageExport::oneAtATime()
{
    fill(3);
    m_usage->controller->exports()->start({}, m_dir->filePath(u"one.csv"_s));
    m_usage->controller->exports()->start({}, m_dir->filePath(u"two.csv"_s));
    QTRY_VERIFY(!m_usage->controller->exports()->isRunning());
    QVERIFY(QFile::exists(m_dir->filePath(u"one.csv"_s)));
    QVERIFY(!QFile::exists(m_dir->filePath(u"two.csv"_s)));
}

void TestUsageExport::aMonthAsPdf()
{
    fill(1);
    QAction *report = nullptr;
    for (QAction *action : exportButton()->menu()->actions()) {
        if (action->text() == u"PDF report of the month"_s)
            report = action;
    }
    QVERIFY(report);
    report->trigger();
    QFileDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = m_usage->page.findChild<QFileDialog *>()));
    QCOMPARE(dialog->defaultSuffix(), u"pdf"_s);
    QVERIFY2(dialog->selectedFiles().first().endsWith(u"keyway-2026-10.pdf"_s),
             qPrintable(dialog->selectedFiles().first()));
    dialog->reject();

    words::UsageSheet sheet;
    sheet.title = u"Usage and costs"_s;
    sheet.tables = {{u"By service"_s, {u"Service"_s}, {{u"Sum"_s}}}};
    UsageExport *exports = m_usage->controller->exports();
    exports->writeReport(sheet, m_dir->filePath(u"no/such/month.pdf"_s));
    QTRY_VERIFY(!exports->isRunning());
    QVERIFY(
        m_usage->page.exportNote()->spokenText().startsWith(u"The file could not be written."_s));
    QVERIFY(QDir(m_dir->path()).mkpath(u"no/such"_s));
    QTRY_VERIFY(noteButton(u"Try again"_s));
    noteButton(u"Try again"_s)->click();
    QTRY_VERIFY(!exports->isRunning());
    QFile file(m_dir->filePath(u"no/such/month.pdf"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("%PDF-"));
    QVERIFY(m_usage->page.exportNote()->spokenText().startsWith(u"month.pdf is written."_s));
}

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    KeywayStyle::install(app);
    TestUsageExport test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_usageexport.moc"

#include "tests/ui/accessibility.h"
#include "tests/ui/invoices/fakeinvoices.h"
#include "tests/ui/placing.h"
#include "ui/desktop/invoices/invoicescontroller.h"
#include "ui/desktop/invoices/invoicespage.h"
#include "ui/desktop/invoices/invoiceview.h"
#include "ui/desktop/invoices/monthstable.h"
#include "ui/desktop/invoices/plancards.h"
#include "ui/desktop/questiondialog.h"
#include "ui/theme/keywaystyle.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/resultline.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableWidget>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

struct Bench {
    explicit Bench(const InvoicesValue &value = sample::books(), QSize size = {1068, 738})
    {
        backend.value = value;
        auto *row = new QHBoxLayout(&window);
        row->setContentsMargins(0, 0, 0, 0);
        page = new InvoicesPage(&window);
        row->addWidget(page);
        window.resize(size);
        window.show();
        window.activateWindow();
        controller = std::make_unique<InvoicesController>(page, &backend);
        controller->start();
    }
    PlanCard *card(FeePlan plan) const
    {
        for (PlanCard *card : page->cards()) {
            if (card->plan().plan == plan)
                return card;
        }
        return nullptr;
    }

    FakeInvoices backend;
    QWidget window;
    InvoicesPage *page;
    std::unique_ptr<InvoicesController> controller;
};

void press(QWidget *widget)
{
    QVERIFY(widget);
    QVERIFY(widget->isVisible() && widget->isEnabled());
    widget->setFocus();
    QTest::keyClick(widget, Qt::Key_Space);
}

} // namespace

class TestInvoicesPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        KeywayStyle::install(*qApp);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void everyStateIsInOrder_data()
    {
        QTest::addColumn<InvoicesValue>("value");
        InvoicesValue none = sample::books();
        none.invoices.clear();
        none.open.reset();
        QTest::newRow("nobody") << InvoicesValue();
        QTest::newRow("books") << sample::books();
        QTest::newRow("none yet") << none;
        QTest::newRow("server away") << sample::booksWithoutServer();
    }
    void everyStateIsInOrder()
    {
        QFETCH(InvoicesValue, value);
        for (const QSize size : {QSize(1068, 738), QSize(844, 578), QSize(764, 498)}) {
            Bench bench(value, size);
            QTest::qWait(60);
            QCOMPARE(bench.page->banner()->isVisible(), value.error.has_value());
            QCOMPARE(unnamedWidgets(&bench.window).join(u'\n'), QString());
            QCOMPARE(misplaced(&bench.window).join(u'\n'), QString());
            QCOMPARE(clipped(&bench.window).join(u'\n'), QString());
        }
    }

    void showsTheChosenMonth()
    {
        Bench bench;
        QTRY_COMPARE(bench.page->months()->rowCount(), 4);
        QCOMPARE(bench.backend.asked, 1);
        QCOMPARE(bench.page->view()->title(), u"Invoice KW-2026-0418"_s);
        QCOMPARE(bench.page->view()->lines()->rowCount(), 7);
        QCOMPARE(bench.page->view()->lines()->item(0, 0)->text(), u"OpenAI"_s);
        QCOMPARE(bench.page->view()->lines()->item(6, 4)->text(), u"$1.6940"_s);
        bench.page->months()->setFocus();
        QTest::keyClick(bench.page->months(), Qt::Key_Up);
        QCOMPARE(bench.page->view()->title(), u"November 2026, so far"_s);
        QVERIFY(!bench.page->view()->verify()->isVisible());
        QTest::keyClick(bench.page->months(), Qt::Key_Down);
        QTest::keyClick(bench.page->months(), Qt::Key_Down);
        QCOMPARE(bench.page->view()->title(), u"Invoice KW-2026-0371"_s);
        // What comes later keeps the choice.
        Q_EMIT bench.backend.changed();
        QTest::qWait(300);
        QCOMPARE(bench.page->view()->title(), u"Invoice KW-2026-0371"_s);
        QCOMPARE(bench.backend.asked, 1);
    }

    void opensTheProvidersPage()
    {
        Bench bench;
        QTRY_COMPARE(bench.page->months()->rowCount(), 4);
        QVERIFY(!bench.page->view()->pay()->isVisible()); // it is paid
        bench.page->months()->setFocus();
        QTest::keyClick(bench.page->months(), Qt::Key_Down);
        QCOMPARE(bench.page->view()->title(), u"Invoice KW-2026-0371"_s);
        QSignalSpy opened(bench.controller.get(), &InvoicesController::openRequested);
        press(bench.page->view()->pay());
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first().toUrl(), QUrl(u"https://pay.example.org/KW-2026-0371"_s));
        bench.backend.refuse = Error(Error::Kind::Rejected).withReason(u"no-payments"_s);
        press(bench.page->view()->pay());
        QTRY_VERIFY(bench.page->findChild<QuestionDialog *>());
        QVERIFY(bench.page->findChild<QuestionDialog *>()->accessibleName().contains(
            u"paid another way"_s));
        QCOMPARE(opened.count(), 1);
        QVERIFY(bench.page->view()->pay()->isEnabled());
    }

    void verifies()
    {
        Bench bench;
        QTRY_VERIFY(bench.page->view()->verify()->isVisible());
        press(bench.page->view()->verify());
        QTRY_VERIFY(
            bench.page->view()->result()->spokenText().contains(u"KW-2026-0418 is right."_s));
        QVERIFY(bench.page->view()->result()->spokenText().contains(u"other computers"_s));
        QCOMPARE(bench.backend.checked, QStringList{u"KW-2026-0418"_s});

        InvoiceDifference difference;
        difference.where = InvoiceDifference::Where::Signature;
        bench.backend.difference = difference;
        press(bench.page->view()->verify());
        QTRY_VERIFY(
            bench.page->view()->result()->spokenText().contains(u"KW-2026-0418 is not right."_s));
        QVERIFY(bench.page->view()->result()->spokenText().contains(u"signature"_s));

        // The word about one invoice is not that about another.
        bench.page->months()->setFocus();
        QTest::keyClick(bench.page->months(), Qt::Key_Down);
        QVERIFY(!bench.page->view()->result()->isVisible());
        bench.backend.refuse = Error(Error::Kind::Storage).withReason(u"corrupt"_s);
        press(bench.page->view()->verify());
        QTRY_VERIFY(bench.page->view()->result()->spokenText().contains(u"cannot be computed"_s));
    }

    void changesThePlan()
    {
        Bench bench;
        QTRY_VERIFY(bench.card(FeePlan::Monthly) && bench.card(FeePlan::Monthly)->isEnabled());
        QVERIFY(bench.card(FeePlan::Percent)->isChecked());
        press(bench.card(FeePlan::Percent)); // it holds already
        QVERIFY(!bench.page->findChild<QuestionDialog *>());
        press(bench.card(FeePlan::Monthly));
        auto *question = bench.page->findChild<QuestionDialog *>();
        QVERIFY(question);
        QCOMPARE(question->accessibleName(), u"Change to Monthly from 1 December?"_s);
        QVERIFY(bench.card(FeePlan::Percent)->isChecked());
        QTest::keyClick(question, Qt::Key_Escape);
        QVERIFY(bench.backend.chosen.isEmpty());
        QTRY_VERIFY(!bench.page->findChild<QuestionDialog *>());
        press(bench.card(FeePlan::Monthly));
        question = bench.page->findChild<QuestionDialog *>();
        for (QPushButton *button : question->findChildren<QPushButton *>()) {
            if (button->text() == u"Change plan"_s)
                press(button);
        }
        QTRY_COMPARE(bench.backend.chosen.size(), 1);
        QCOMPARE(bench.backend.chosen.first().plan, FeePlan::Monthly);
        QTRY_COMPARE(bench.backend.asked, 2);
    }

    void whatComesIsSaidOnItsCard()
    {
        InvoicesValue value = sample::books();
        FeePolicy monthly;
        monthly.plan = FeePlan::Monthly;
        value.plan->history.choose(monthly, value.today);
        Bench bench(value);
        QTRY_VERIFY(bench.card(FeePlan::Monthly));
        QTRY_VERIFY(
            bench.card(FeePlan::Monthly)->accessibleDescription().contains(u"from 1 December"_s));
    }

    void withoutTheServerPlansCannotBeChanged()
    {
        Bench bench(sample::booksWithoutServer());
        QTRY_VERIFY(bench.page->banner()->isVisible());
        QCOMPARE(bench.page->months()->rowCount(), 3);
        QVERIFY(!bench.card(FeePlan::Percent)->isEnabled());
        bench.backend.value = sample::books();
        QTest::keyClick(&bench.window, Qt::Key_F5);
        QTRY_VERIFY(!bench.page->banner()->isVisible());
        QTRY_COMPARE(bench.page->months()->rowCount(), 4);
    }

    void saves()
    {
        Bench bench;
        QTemporaryDir dir;
        QTRY_VERIFY(bench.page->view()->csv()->isVisible());
        const auto save = [&](QPushButton *button, const QString &name) {
            press(button);
            auto *dialog = bench.page->findChild<QFileDialog *>();
            QVERIFY(dialog);
            Q_EMIT dialog->fileSelected(dir.filePath(name));
            dialog->close();
            QTRY_VERIFY(!bench.page->findChild<QFileDialog *>());
        };
        save(bench.page->view()->csv(), u"a.csv"_s);
        save(bench.page->view()->pdf(), u"a.pdf"_s);
        QFile csv(dir.filePath(u"a.csv"_s));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        QVERIFY(csv.readAll().contains("openai"));
        QFile pdf(dir.filePath(u"a.pdf"_s));
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QVERIFY(pdf.readAll().startsWith("%PDF"));
        save(bench.page->view()->csv(), u"no/such/folder/a.csv"_s);
        QVERIFY(bench.page->findChild<QuestionDialog *>());
    }

    void nobodyIsSentToSettings()
    {
        Bench bench{InvoicesValue()};
        QSignalSpy spy(bench.controller.get(), &InvoicesController::signInRequested);
        for (QPushButton *button : bench.page->findChildren<QPushButton *>()) {
            if (button->isVisible())
                press(button);
        }
        QCOMPARE(spy.size(), 1);
        QCOMPARE(bench.backend.asked, 0);
    }
};

Q_DECLARE_METATYPE(keyway::InvoicesValue)

QTEST_MAIN(TestInvoicesPage)
#include "tst_invoicespage.moc"

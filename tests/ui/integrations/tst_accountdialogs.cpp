// Own prices and discounts, admin keys, and Check with providers, as a person uses them.

#include "tests/ui/accessibility.h"
#include "tests/ui/integrations/fakebackend.h"
#include "tests/ui/integrations/sampledata.h"
#include "tests/ui/placing.h"
#include "ui/desktop/integrations/configuredialog.h"
#include "ui/desktop/integrations/owntermstable.h"
#include "ui/desktop/integrations/reconciledialog.h"
#include "ui/theme/keywaystyle.h"
#include "ui/widgets/keyfield.h"

#include <QtCore/QPointer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTableWidget>

using namespace keyway;
using namespace Qt::StringLiterals;
using Cells = QMap<int, QString>;
Q_DECLARE_METATYPE(Cells)

namespace {

const QDate today(2026, 11, 22);

void fill(OwnTermsTable &own, int row, const Cells &cells)
{
    for (auto it = cells.cbegin(); it != cells.cend(); ++it)
        own.table()->item(row, it.key())->setText(it.value());
}

DatedPrice priced(qint64 in, qint64 out)
{
    DatedPrice price;
    price.from = QDate(2026, 11, 1);
    price.version = price.source = ownPriceVersion;
    price.tiers = {{0,
                    {{Counter::InUncached, Price::fromPico(in)},
                     {Counter::OutText, Price::fromPico(out)},
                     {Counter::CallsWebSearch, Price::fromPico(5)}}}};
    return price;
}

engine::AccountReport report(const QString &name, engine::AccountState state)
{
    engine::AccountReport account;
    account.service = u"openai"_s;
    account.serviceName = u"OpenAI"_s;
    account.integrations = {name};
    account.state = state;
    account.recorded = Money::fromCents(3388);
    return account;
}

} // namespace

class TestAccountDialogs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        KeywayStyle::install(*qApp);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void whatIsNotTouchedStays()
    {
        OwnTerms terms;
        terms.setPrice(u"gpt-a"_s, priced(2'500'000, 10'000'000));
        terms.discounts = {{today, {}, {}, {85, 100}}, {today, today, u"gpt-b"_s, {0, 100}}};
        OwnTermsTable own(terms, today, nullptr);
        own.show();
        QCOMPARE(own.table()->rowCount(), 3);
        QCOMPARE(own.terms(), std::optional(terms));
        QCOMPARE(own.table()->item(0, OwnTermsTable::InColumn)->text(), u"$2.50"_s);
        QCOMPARE(own.table()->item(1, OwnTermsTable::PercentColumn)->text(), u"15"_s);
        QCOMPARE(own.table()->item(1, OwnTermsTable::ModelColumn)->text(), u"all models"_s);
        QCOMPARE(own.table()->item(2, OwnTermsTable::PercentColumn)->text(), u"100"_s);
        QCOMPARE(own.table()->item(2, OwnTermsTable::ToColumn)->text(), u"2026-11-22"_s);
        QCOMPARE(unnamedWidgets(&own), QStringList());
        // A changed cell changes its own price, and not those without a column.
        own.table()->item(0, OwnTermsTable::OutColumn)->setText(u"12"_s);
        const UnitPrices changed = own.terms()->prices.value(u"gpt-a"_s).value(0).pricesFor(0);
        QCOMPARE(changed.value(Counter::OutText), Price::fromPico(12'000'000));
        QCOMPARE(changed.value(Counter::InUncached), Price::fromPico(2'500'000));
        QCOMPARE(changed.value(Counter::CallsWebSearch), Price::fromPico(5));
    }

    void newRows()
    {
        OwnTermsTable own({}, today, nullptr);
        own.show();
        QSignalSpy changed(&own, &OwnTermsTable::changed);
        QVERIFY(!own.removeButton()->isEnabled());
        QTest::mouseClick(own.addButton(), Qt::LeftButton);
        QCOMPARE(own.table()->rowCount(), 1);
        QCOMPARE(own.terms(), std::optional(OwnTerms())); // nothing is filled in yet
        fill(own, 0,
             {{OwnTermsTable::ModelColumn, u"gpt-a"_s}, {OwnTermsTable::ImageColumn, u"0.04"_s}});
        QVERIFY(!changed.isEmpty());
        QTest::mouseClick(own.addButton(), Qt::LeftButton);
        fill(own, 1,
             {{OwnTermsTable::ModelColumn, u"All models"_s},
              {OwnTermsTable::PercentColumn, u"12.5%"_s},
              {OwnTermsTable::ToColumn, u"2026-12-31"_s}});
        const auto terms = own.terms();
        QVERIFY2(terms, qPrintable(own.problem()));
        const DatedPrice price = terms->prices.value(u"gpt-a"_s).value(0);
        QCOMPARE(price.from, today);
        QCOMPARE(price.pricesFor(0),
                 (UnitPrices{{Counter::Images, Price::fromPico(40'000'000'000)}}));
        QCOMPARE(terms->discounts.size(), 1);
        QCOMPARE(terms->discounts.at(0).model, QString());
        QCOMPARE(terms->discounts.at(0).pays.numerator, 875'000);
        QCOMPARE(terms->discounts.at(0).to, std::optional(QDate(2026, 12, 31)));
        own.table()->setCurrentCell(1, 0);
        QTest::mouseClick(own.removeButton(), Qt::LeftButton);
        QCOMPARE(own.terms()->discounts.size(), 0);
    }

    void wrongRowsAreTold_data()
    {
        QTest::addColumn<Cells>("cells");
        QTest::addColumn<QString>("said");
        using T = OwnTermsTable;
        QTest::newRow("day") << Cells{{T::PercentColumn, u"5"_s}, {T::FromColumn, u"1.11."_s}}
                             << u"Days are written like"_s;
        QTest::newRow("days turned")
            << Cells{{T::PercentColumn, u"5"_s}, {T::ToColumn, u"2020-01-01"_s}}
            << u"Days are written like"_s;
        QTest::newRow("percent") << Cells{{T::PercentColumn, u"101"_s}} << u"0 to 100"_s;
        QTest::newRow("both") << Cells{{T::ModelColumn, u"a"_s},
                                       {T::PercentColumn, u"1"_s},
                                       {T::ImageColumn, u"1"_s}}
                              << u"either prices or a discount"_s;
        QTest::newRow("neither") << Cells{{T::ModelColumn, u"a"_s}}
                                 << u"either prices or a discount"_s;
        QTest::newRow("no model") << Cells{{T::ImageColumn, u"1"_s}} << u"name it"_s;
        QTest::newRow("one direction")
            << Cells{{T::ModelColumn, u"a"_s}, {T::InColumn, u"1"_s}} << u"both directions"_s;
        QTest::newRow("no number") << Cells{{T::ModelColumn, u"a"_s}, {T::SecondColumn, u"much"_s}}
                                   << u"a number of dollars"_s;
    }

    void wrongRowsAreTold()
    {
        QFETCH(Cells, cells);
        QFETCH(QString, said);
        OwnTermsTable own({}, today, nullptr);
        own.show();
        QTest::mouseClick(own.addButton(), Qt::LeftButton);
        fill(own, 0, cells);
        QVERIFY(!own.terms());
        QVERIFY2(own.problem().contains(said), qPrintable(own.problem()));
    }

    void configureSavesOwnTerms()
    {
        FakeBackend backend(sample::overview());
        backend.choices.resize(2);
        backend.choices[0].id = u"gpt-4.1"_s;
        backend.choices[1].id = u"gpt-new"_s;
        QPointer<ConfigureDialog> dialog = openConfigure(backend);
        QTRY_COMPARE(dialog->model()->count(), 2);
        QVERIFY(!dialog->hasChanges());
        QTest::mouseClick(dialog->ownTerms()->addButton(), Qt::LeftButton);
        fill(*dialog->ownTerms(), 0, {{OwnTermsTable::PercentColumn, u"200"_s}});
        QVERIFY(!dialog->saveButton()->isEnabled());
        fill(*dialog->ownTerms(), 0, {{OwnTermsTable::PercentColumn, u"20"_s}});
        QVERIFY(dialog->saveButton()->isEnabled());
        QVERIFY(dialog->hasChanges());
        QTest::mouseClick(dialog->saveButton(), Qt::LeftButton);
        QTRY_VERIFY(backend.updated);
        QCOMPARE(backend.updated->terms.discounts.size(), 1);
        QTRY_VERIFY(!dialog);
    }

    /// Every page fits the dialog as it opens, and ends where its head ends.
    void configurePagesFit()
    {
        FakeBackend backend(sample::overview());
        backend.data.integrations.first().integration.terms = sample::ownTerms();
        QPointer<ConfigureDialog> dialog = openConfigure(backend);
        for (int tab = 0; tab < dialog->tabs()->count(); ++tab) {
            dialog->tabs()->setCurrentIndex(tab);
            const QWidget *stack = dialog->prices()->parentWidget()->parentWidget();
            QTRY_COMPARE(stack->mapTo(dialog, QPoint(stack->width(), 0)).x(), dialog->width() - 20);
            QCOMPARE(clipped(dialog).join(u'\n'), QString());
            QCOMPARE(misplaced(dialog).join(u'\n'), QString());
            QCOMPARE(unnamedWidgets(dialog).join(u'\n'), QString());
        }
        dialog->tabs()->setCurrentIndex(1);
        QVERIFY(dialog->ownTerms()->addButton()->visibleRegion().boundingRect().height() > 20);
        delete dialog;
    }

    void configureKeepsAnAdminKey()
    {
        FakeBackend backend(sample::overview());
        QPointer<ConfigureDialog> dialog = openConfigure(backend);
        QVERIFY(dialog->adminKey());
        QVERIFY(!dialog->adminButton()->isEnabled());
        QTest::keyClicks(dialog->adminKey()->edit(), u"sk-admin-canary-0123456789-4xQ7"_s);
        QVERIFY(dialog->adminButton()->isEnabled());
        QTest::mouseClick(dialog->adminButton(), Qt::LeftButton);
        QTRY_VERIFY(backend.admin);
        QCOMPARE(backend.admin->tail, u"4xQ7"_s);
        QTRY_VERIFY(dialog->adminKey()->isEmpty());
        delete dialog;
    }

    void checkWithProviders()
    {
        FakeBackend backend(sample::overview());
        engine::AccountReport same = report(u"OpenAI (GPT-4)"_s, engine::AccountState::Compared);
        const QDateTime day(today, QTime(0, 0), Qt::UTC);
        OwnSums ours;
        ours.cost = Money::fromCents(3388);
        same.parts
            = {compared(day.addDays(-9), day.addDays(-8), Money::fromCents(3491), ours, {}, today)};
        same.total = summedUp(same.parts);
        backend.reconciliation.accounts
            = {same, report(u"Other"_s, engine::AccountState::AdminKeyMissing)};
        QPointer<ReconcileDialog> dialog = new ReconcileDialog(today, &backend, nullptr);
        dialog->open();
        QTRY_COMPARE(dialog->lines().size(), 2);
        QCOMPARE(backend.log, QStringList{u"reconcile 2026-11"_s});
        QVERIFY2(dialog->lines().at(0).contains(
                     u"OpenAI says $34.91, Keyway counted $33.88: $1.03 more."_s),
                 qPrintable(dialog->lines().at(0)));
        QVERIFY(dialog->lines().at(0).contains(u"$1.03 was used elsewhere"_s));
        QVERIFY(dialog->lines().at(1).contains(u"Keyway counted $33.88."_s));
        QCOMPARE(unnamedWidgets(dialog), QStringList());
        QSignalSpy wanted(dialog, &ReconcileDialog::configureRequested);
        for (auto *button : dialog->findChildren<QPushButton *>()) {
            if (button->text() == u"Enter an admin key"_s)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.at(0).at(0).toString(), u"Other"_s);
    }

private:
    static ConfigureDialog *openConfigure(FakeBackend &backend)
    {
        auto *dialog = new ConfigureDialog(backend.data.integrations.first(), sample::today(),
                                           sample::now(), &backend, nullptr);
        dialog->open();
        [&] { QVERIFY(QTest::qWaitForWindowActive(dialog)); }();
        return dialog;
    }
};

QTEST_MAIN(TestAccountDialogs)
#include "tst_accountdialogs.moc"

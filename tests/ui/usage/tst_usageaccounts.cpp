// What providers say, beside what Keyway counted; and what the month may cost.

#include "tests/ui/accessibility.h"
#include "tests/ui/usage/usagefixture.h"
#include "ui/desktop/usage/accountsview.h"
#include "ui/desktop/usage/usagelegend.h"
#include "ui/theme/keywaystyle.h"
#include "ui/widgets/labels.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QPushButton>

#include <memory>

using namespace keyway;
using namespace Qt::StringLiterals;
using engine::AccountState;

namespace {

engine::AccountReport report(const QString &service, AccountState state, qint64 oursCents = 0,
                             qint64 theirsCents = 0, Agreement agreement = Agreement::Same)
{
    engine::AccountReport report;
    report.service = service;
    report.serviceName = service.left(1).toUpper() + service.mid(1);
    report.integrations = QStringList{report.serviceName};
    report.state = state;
    report.recorded = Money::fromCents(oursCents);
    report.total.ours = Money::fromCents(oursCents);
    report.total.theirs = Money::fromCents(theirsCents);
    report.total.agreement = agreement;
    return report;
}

} // namespace

class TestUsageAccounts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void states_data();
    void states();
    void dearestFirst();
    void lineOfThePage_data();
    void lineOfThePage();
    void tableByKeyboard();
    void forecastIsShown();

private:
    void start(const QList<engine::AccountReport> &accounts);
    AccountsLine *line() const { return m_usage->page.findChild<AccountsLine *>(); }
    AccountsTable *table() const { return m_usage->page.findChild<AccountsTable *>(); }
    QString sentence() const { return line()->findChild<ElidedLabel *>()->text(); }

    std::unique_ptr<UsageFixture> m_usage;
};

void TestUsageAccounts::start(const QList<engine::AccountReport> &accounts)
{
    m_usage = std::make_unique<UsageFixture>(
        [&accounts](FakeUsage &usage) { usage.reconciliation.accounts = accounts; });
    QTRY_VERIFY(line()->isVisible());
}

void TestUsageAccounts::states_data()
{
    QTest::addColumn<engine::AccountReport>("account");
    QTest::addColumn<ServiceSays>("says");
    QTest::addColumn<bool>("tells");
    const auto compared = [](qint64 ours, qint64 theirs, Agreement agreement) {
        return report(u"openai"_s, AccountState::Compared, ours, theirs, agreement);
    };
    QTest::newRow("matches") << compared(10, 10, Agreement::Same) << ServiceSays::Same << true;
    QTest::newRow("differs, explained")
        << compared(10, 12, Agreement::Explained) << ServiceSays::Differs << true;
    QTest::newRow("differs, not explained")
        << compared(12, 10, Agreement::Flagged) << ServiceSays::Differs << true;
    QTest::newRow("not yet") << compared(10, 2, Agreement::NotYet) << ServiceSays::NotYet << true;
    QTest::newRow("not charged") << compared(0, 0, Agreement::Same) << ServiceSays::NotCharged
                                 << true;
    const std::pair<AccountState, ServiceSays> silent[] = {
        {AccountState::NotRead, ServiceSays::NotYet},
        {AccountState::FirstBalance, ServiceSays::NotYet},
        {AccountState::ToppedUp, ServiceSays::NotYet},
        {AccountState::AdminKeyMissing, ServiceSays::DoesNotTell},
        {AccountState::DoesNotTell, ServiceSays::DoesNotTell},
        {AccountState::RunsHere, ServiceSays::RunsHere},
    };
    for (const auto &[state, says] : silent)
        QTest::newRow(qPrintable(nameOf(state))) << report(u"openai"_s, state, 7) << says << false;
}

void TestUsageAccounts::states()
{
    QFETCH(engine::AccountReport, account);
    QFETCH(ServiceSays, says);
    QFETCH(bool, tells);
    const AccountsOfMonth month = accountsOfMonth({QDate(2026, 10, 1), {account}});
    QCOMPARE(month.accounts.size(), 1);
    const AccountFigures &figures = month.accounts.first();
    QCOMPARE(figures.says, says);
    QCOMPARE(figures.theirs.has_value(), tells);
    QCOMPARE(month.compared, tells ? 1 : 0);
    QCOMPARE(month.agree, says != ServiceSays::Differs);
    QVERIFY(!serviceSaysWord(says).isEmpty());
    QCOMPARE(figures.why.isEmpty(), tells); // a comparison without parts has no causes
}

void TestUsageAccounts::dearestFirst()
{
    const AccountsOfMonth month
        = accountsOfMonth({QDate(2026, 10, 1),
                           {report(u"cheap"_s, AccountState::Compared, 1, 1),
                            report(u"silent"_s, AccountState::DoesNotTell, 500),
                            report(u"dear"_s, AccountState::Compared, 900, 902)}});
    QCOMPARE(month.accounts.at(0).service, u"dear"_s);
    QCOMPARE(month.accounts.at(1).service, u"silent"_s);
    QCOMPARE(month.ours, Money::fromCents(901)); // of those that tell
    QCOMPARE(month.theirs, Money::fromCents(903));
}

void TestUsageAccounts::lineOfThePage_data()
{
    QTest::addColumn<QList<engine::AccountReport>>("accounts");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("button");
    QTest::newRow("more there") << QList{report(u"openai"_s, AccountState::Compared, 3388, 3391,
                                                Agreement::Explained)}
                                << u"Providers say $33.91, Keyway counted $33.88"_s
                                << u"Why $0.03 apart?"_s;
    QTest::newRow("less there") << QList{report(u"openai"_s, AccountState::Compared, 3391, 3388,
                                                Agreement::Flagged)}
                                << u"Providers say $33.88, Keyway counted $33.91"_s
                                << u"Why $0.03 apart?"_s;
    QTest::newRow("the same") << QList{report(u"openai"_s, AccountState::Compared, 3391, 3391)}
                              << u"Providers say $33.91, Keyway counted $33.91"_s << u"Compare"_s;
    QTest::newRow("nobody tells") << QList{report(u"openai"_s, AccountState::AdminKeyMissing, 3391)}
                                  << u"No provider has told what this month cost."_s << u"Why?"_s;
}

void TestUsageAccounts::lineOfThePage()
{
    QFETCH(QList<engine::AccountReport>, accounts);
    QFETCH(QString, text);
    QFETCH(QString, button);
    start(accounts);
    QCOMPARE(sentence(), text);
    QCOMPARE(line()->button()->text(), button);
    QCOMPARE(unnamedWidgets(&m_usage->page), QStringList());
}

void TestUsageAccounts::tableByKeyboard()
{
    start({report(u"openai"_s, AccountState::Compared, 3388, 3391, Agreement::Explained),
           report(u"ollama"_s, AccountState::RunsHere)});
    QTest::keyClick(line()->button(), Qt::Key_Space);
    QVERIFY(table()->isVisible());
    QVERIFY(table()->hasFocus());
    QCOMPARE(table()->rowCount(), 2);
    QCOMPARE(table()->item(0, AccountsTable::Service)->text(), u"Openai"_s);
    QCOMPARE(table()->item(0, AccountsTable::Ours)->text(), u"$33.8800"_s);
    QCOMPARE(table()->item(0, AccountsTable::Theirs)->text(), u"$33.9100"_s);
    QCOMPARE(table()->item(0, AccountsTable::Says)->text(), u"differs"_s);
    QCOMPARE(table()->item(1, AccountsTable::Theirs)->text(), QString());
    QCOMPARE(table()->item(1, AccountsTable::Says)->text(), u"runs here"_s);
    QCOMPARE(unnamedWidgets(&m_usage->page), QStringList());
    QTest::keyClick(line()->button(), Qt::Key_Space);
    QVERIFY(!table()->isVisible());
}

void TestUsageAccounts::forecastIsShown()
{
    UsageMonth month;
    month.summary.month = QDate(2026, 10, 1);
    month.services = QStringList{u"openai"_s};
    month.forecast
        = Forecast{Money::fromCents(3820), Money::fromCents(3500), Money::fromCents(4100)};
    month.forecasts.insert(u"openai"_s,
                           {Money::fromCents(500), Money::fromCents(500), Money::fromCents(500)});
    UsageLegend legend;
    legend.setMonth(month, UsageMeasure::Cost);
    QStringList texts;
    for (QLabel *label : legend.findChildren<QLabel *>())
        texts.append(label->text());
    QVERIFY2(texts.contains(u"$38.20 expected at the end, probably $35.00 to $41.00"_s),
             qPrintable(texts.join(u'|')));
    QCOMPARE(legend.findChild<LegendRow *>()->accessibleDescription(),
             u"$5.00 expected at the end"_s);
    month.forecast.reset();
    month.forecasts.clear();
    legend.setMonth(month, UsageMeasure::Cost);
    QCOMPARE(legend.findChild<LegendRow *>()->accessibleDescription(), QString());
}

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    KeywayStyle::install(app);
    TestUsageAccounts test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_usageaccounts.moc"

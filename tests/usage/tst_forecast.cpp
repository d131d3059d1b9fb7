// What a month will have cost.

#include "core/usage/forecast.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

#include <functional>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 18); // a Wednesday

/// What each day cost, by a rule, from so many days before today up to and with today.
QMap<QDate, Money> daysBefore(int count, const std::function<qint64(const QDate &)> &cents)
{
    QMap<QDate, Money> days;
    for (int i = count; i >= 0; --i) {
        const QDate day = today.addDays(-i);
        days.insert(day, Money::fromCents(cents(day)));
    }
    return days;
}

qint64 officeCents(const QDate &day)
{
    return day.dayOfWeek() >= Qt::Saturday ? 10 : 100;
}

} // namespace

class TestForecast : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tooLittleIsKnown();
    void everyDayTheSame();
    void weekdaysCount();
    void todayIsNotOver();
    void lastDayOfTheMonth();
    void neverBelowWhatIsSpent();
    void unevenDaysMakeARange();
    void longAgoDoesNotCount();
    void hugeAmountsStayInBounds();
    void eightOfTen();
};

void TestForecast::tooLittleIsKnown()
{
    QVERIFY(!forecastOfMonth({}, today));
    QVERIFY(!forecastOfMonth(daysBefore(6, officeCents), today));
    QVERIFY(forecastOfMonth(daysBefore(7, officeCents), today));
}

void TestForecast::everyDayTheSame()
{
    const auto forecast = forecastOfMonth(daysBefore(40, [](const QDate &) { return 50; }), today);
    QVERIFY(forecast);
    QCOMPARE(forecast->expected, Money::fromCents(30 * 50)); // the whole of November
    QCOMPARE(forecast->low, forecast->expected);
    QCOMPARE(forecast->high, forecast->expected);
}

void TestForecast::weekdaysCount()
{
    const auto forecast = forecastOfMonth(daysBefore(56, officeCents), today);
    QVERIFY(forecast);
    // November 2026 has nine days of weekends.
    QCOMPARE(forecast->expected, Money::fromCents(21 * 100 + 9 * 10));
    QCOMPARE(forecast->high, forecast->low);
}

void TestForecast::todayIsNotOver()
{
    QMap<QDate, Money> days = daysBefore(56, officeCents);
    days[today] = Money::fromCents(30); // seventy are expected to come
    QCOMPARE(forecastOfMonth(days, today)->expected, Money::fromCents(21 * 100 + 9 * 10));
    days[today] = Money::fromCents(130); // more than usual: none
    QCOMPARE(forecastOfMonth(days, today)->expected, Money::fromCents(21 * 100 + 9 * 10 + 30));
    days.remove(today);
    QCOMPARE(forecastOfMonth(days, today)->expected, Money::fromCents(21 * 100 + 9 * 10));
}

void TestForecast::lastDayOfTheMonth()
{
    const QDate last(2026, 11, 30);
    QMap<QDate, Money> days;
    for (QDate day(2026, 11, 1); day <= last; day = day.addDays(1))
        days.insert(day, Money::fromCents(day.day()));
    const auto forecast = forecastOfMonth(days, last);
    QCOMPARE(forecast->expected, Money::fromCents(30 * 31 / 2));
    QCOMPARE(forecast->low, forecast->high);
}

void TestForecast::neverBelowWhatIsSpent()
{
    // One dear day, and nothing else.
    const auto forecast = forecastOfMonth(
        daysBefore(50, [](const QDate &day) { return day == today.addDays(-2) ? 5000 : 0; }),
        today);
    QCOMPARE(forecast->low, Money::fromCents(5000));
    QVERIFY(forecast->high > forecast->expected);
}

void TestForecast::unevenDaysMakeARange()
{
    const auto forecast = forecastOfMonth(
        daysBefore(56, [](const QDate &day) { return day.toJulianDay() % 2 == 0 ? 40 : 60; }),
        today);
    QVERIFY(forecast->low < forecast->expected && forecast->expected < forecast->high);
    // Twelve days that are left, each ten cents off.
    QVERIFY(forecast->high - forecast->expected < Money::fromCents(12 * 10));
}

void TestForecast::longAgoDoesNotCount()
{
    QMap<QDate, Money> days = daysBefore(56, officeCents);
    const auto forecast = forecastOfMonth(days, today);
    days.insert(today.addDays(-57), Money::fromCents(1'000'000));
    QCOMPARE(forecastOfMonth(days, today), forecast);
}

void TestForecast::hugeAmountsStayInBounds()
{
    const auto forecast = forecastOfMonth(
        daysBefore(56, [](const QDate &day) { return day.day() % 2 == 0 ? 900'000'000'000 : 0; }),
        today);
    QVERIFY(forecast);
    QVERIFY(forecast->low <= forecast->expected && forecast->expected <= forecast->high);
}

/// The range holds what it says, for months made at random: skewed days, weekends that are calmer.
void TestForecast::eightOfTen()
{
    QRandomGenerator random(3);
    constexpr int months = 2000;
    int within = 0;
    const auto cost = [&random](const QDate &day) {
        const qint64 most = day.dayOfWeek() >= Qt::Saturday ? 300 : 1000;
        return random.bounded(most) * random.bounded(most) / most; // many cheap days
    };
    for (int i = 0; i < months; ++i) {
        const QMap<QDate, Money> days = daysBefore(56, cost);
        Money end;
        for (QDate day(2026, 11, 1); day <= QDate(2026, 11, 30); day = day.addDays(1))
            end += day <= today ? days.value(day) : Money::fromCents(cost(day));
        const auto forecast = forecastOfMonth(days, today);
        within += forecast->low <= end && end <= forecast->high ? 1 : 0;
    }
    qInfo("%d of %d months were in the range", within, months);
    QVERIFY(within > months * 70 / 100);
    QVERIFY(within < months * 92 / 100);
}

QTEST_GUILESS_MAIN(TestForecast)
#include "tst_forecast.moc"

#include "ui/words/dates.h"

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

namespace keyway::words {
namespace {

struct DateWords {
    Q_DECLARE_TR_FUNCTIONS(keyway::words::Dates)
};

QString twoDigits(qint64 value)
{
    return u"%1"_s.arg(value, 2, 10, QChar(u'0'));
}

} // namespace

QString duration(std::chrono::milliseconds time, const QLocale &locale)
{
    const qint64 ms = std::max<qint64>(time.count(), 0);
    if (ms < 1000)
        return DateWords::tr("%1 ms").arg(locale.toString(static_cast<qlonglong>(ms)));
    if (ms < 59'950) {
        const qint64 tenths = (ms + 50) / 100;
        return DateWords::tr("%1 s").arg(locale.toString(static_cast<qlonglong>(tenths / 10))
                                         + locale.decimalPoint()
                                         + locale.toString(static_cast<int>(tenths % 10)));
    }
    const qint64 seconds = (ms + 500) / 1000;
    if (seconds < 3600 && seconds % 60 == 0)
        return DateWords::tr("%1 min").arg(locale.toString(static_cast<qlonglong>(seconds / 60)));
    if (seconds < 3600)
        return DateWords::tr("%1 min %2 s")
            .arg(locale.toString(static_cast<qlonglong>(seconds / 60)),
                 locale.toString(static_cast<qlonglong>(seconds % 60)));
    return DateWords::tr("%1 h %2 min")
        .arg(locale.toString(static_cast<qlonglong>(seconds / 3600)),
             twoDigits(seconds % 3600 / 60));
}

QString remaining(std::chrono::milliseconds time, const QLocale &locale)
{
    const qint64 seconds = (std::max<qint64>(time.count(), 0) + 999) / 1000;
    if (seconds < 60)
        return DateWords::tr("about %1 s").arg(locale.toString(static_cast<qlonglong>(seconds)));
    return DateWords::tr("about %1 min")
        .arg(locale.toString(static_cast<qlonglong>((seconds + 30) / 60)));
}

QString timeOfDay(const QDateTime &at, const QLocale &locale)
{
    const QTime time = at.toLocalTime().time();
    if (locale.language() == QLocale::C)
        return time.toString(u"HH:mm"_s);
    return locale.toString(time, QLocale::ShortFormat);
}

QString moment(const QDateTime &at, const QDateTime &now, const QLocale &locale)
{
    const QDate day = at.toLocalTime().date();
    const QDate today = now.toLocalTime().date();
    const qint64 ago = day.daysTo(today);
    if (ago == 0)
        return timeOfDay(at, locale);
    if (ago == 1)
        return DateWords::tr("Yesterday");
    if (ago > 1 && ago < 7)
        return locale.toString(day, DateWords::tr("ddd d MMM", "date format: Mon 16 Nov"));
    if (day.year() == today.year())
        return dayAndMonth(day, locale);
    return locale.toString(day, DateWords::tr("d MMM yyyy", "date format: 2 Oct 2025"));
}

QString momentInSentence(const QDateTime &at, const QDateTime &now, const QLocale &locale)
{
    const qint64 ago = at.toLocalTime().date().daysTo(now.toLocalTime().date());
    if (ago == 0)
        return DateWords::tr("today at %1").arg(timeOfDay(at, locale));
    if (ago == 1)
        return DateWords::tr("yesterday");
    return DateWords::tr("on %1", "a date").arg(moment(at, now, locale));
}

QString dayAndMonth(const QDate &day, const QLocale &locale)
{
    return locale.toString(day, DateWords::tr("d MMM", "date format: 27 Nov"));
}

QString dayAndLongMonth(const QDate &day, const QLocale &locale)
{
    return locale.toString(day, DateWords::tr("d MMMM", "date format: 1 December"));
}

QString longDate(const QDate &day, const QLocale &locale)
{
    return locale.toString(day, DateWords::tr("d MMMM yyyy", "date format: 3 September 2026"));
}

QString monthName(const QDate &day, const QLocale &locale)
{
    return locale.standaloneMonthName(day.month(), QLocale::LongFormat);
}

QString monthSoFar(const QDate &today, const QLocale &locale)
{
    if (today.day() == 1)
        return dayAndMonth(today, locale);
    return DateWords::tr("1–%1", "from the first to a day of the same month: 1–18 Nov")
        .arg(dayAndMonth(today, locale));
}

} // namespace keyway::words

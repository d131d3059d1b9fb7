#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QLocale>

#include <chrono>

namespace keyway::words {

/// 410 ms, 6.2 s, 2 min 10 s, 1 h 05 min.
QString duration(std::chrono::milliseconds time, const QLocale &locale = {});
/// What is left: "about 13 s", "about 2 min"; no seconds above a minute.
QString remaining(std::chrono::milliseconds time, const QLocale &locale = {});

/// 14:31, in local time and the locale's form.
QString timeOfDay(const QDateTime &at, const QLocale &locale = {});
/// A moment as short as it can be said on the day `now`: 14:31, Yesterday, Mon 16 Nov, 2 Oct, 2 Oct
/// 2025.
QString moment(const QDateTime &at, const QDateTime &now, const QLocale &locale = {});
/// As moment(), for the middle of a sentence: "today at 14:30", "yesterday", "on 2 Oct".
QString momentInSentence(const QDateTime &at, const QDateTime &now, const QLocale &locale = {});

QString dayAndMonth(const QDate &day, const QLocale &locale = {}); ///< 27 Nov
QString dayAndLongMonth(const QDate &day, const QLocale &locale = {}); ///< 1 December
QString longDate(const QDate &day, const QLocale &locale = {}); ///< 3 September 2026
QString monthName(const QDate &day, const QLocale &locale = {}); ///< November
/// 1–18 Nov
QString monthSoFar(const QDate &today, const QLocale &locale = {});

} // namespace keyway::words

#include "tests/guard/anomalystudy.h"

#include <QtCore/QDateTime>
#include <QtCore/QMap>
#include <QtCore/QTextStream>

#include <algorithm>
#include <random>
#include <utility>

using namespace Qt::StringLiterals;

namespace keyway::guard {

namespace {

constexpr qsizetype firstJudgedDay = 14;
constexpr int spikeHours = 6;
constexpr int spikesOfUser = 4;

QList<Anomaly> anomaliesAt(const SpendSeries &series, qsizetype hour, const UsualSpend &usual,
                           const KnownSpend &known = {})
{
    const qsizetype recent = std::max<qsizetype>(0, hour - runningHours + 1);
    const Money day = std::max(sustained(series.dayUntil(hour)),
                               sustained(series.hours.mid(recent, hour - recent + 1)));
    return anomaliesIn({series.hours.at(hour), day}, usual, known);
}

/// The hour of the first alarm from `first` on, counted from 1, within six.
std::optional<int> firstAlarm(const SpendSeries &series, qsizetype first)
{
    for (int i = 0; i < spikeHours; ++i) {
        const UsualSpend usual = usualSpend(historyBefore(series, (first + i) / 24));
        if (!anomaliesAt(series, first + i, usual).isEmpty())
            return i + 1;
    }
    return std::nullopt;
}

void learn(KnownSpend &known, const Anomaly &told)
{
    Money &level = told.channel == AnomalyChannel::Hour ? known.hour : known.day;
    level = std::max(level, told.spent);
}

/// Of the hours with spending in the last two weeks with any.
Money meanOf(const SpendHistory &history)
{
    Money sum;
    qsizetype count = 0;
    for (const QList<Money> &hours : history.days.mid(0, 14)) {
        for (const Money hour : hours)
            sum += hour;
        count += hours.size();
    }
    return sum.scaled(1, count);
}

} // namespace

SpendHistory historyBefore(const SpendSeries &series, qsizetype day)
{
    SpendHistory history;
    const qsizetype oldest = std::max<qsizetype>(0, day - oldestHistoryDays);
    for (qsizetype i = day - 1; i >= oldest && history.days.size() < historyDays; --i) {
        QList<Money> hours = series.dayUntil(i * 24 + 23);
        hours.removeIf([](Money hour) { return hour <= Money(); });
        if (!hours.isEmpty())
            history.days.append(hours);
    }
    return history;
}

void AnomalyStudy::add(const SpendSeries &series, quint64 number)
{
    ++users;
    judge(series);
    raiseSpikes(series, number, spikes, false);
    raiseSpikes(series, number, middleSpikes, true);
}

void AnomalyStudy::judge(const SpendSeries &series)
{
    KnownSpend answered; // of one who says "That was me" each time
    qint64 alarmDaysHere = 0;
    for (qsizetype day = firstJudgedDay; day < series.days(); ++day) {
        ++days;
        const UsualSpend usual = usualSpend(historyBefore(series, day));
        KnownSpend told; // today
        bool alarm = false, alarmAnswered = false;
        for (qsizetype hour = day * 24; hour < day * 24 + 24; ++hour) {
            for (const Anomaly &anomaly : anomaliesAt(series, hour, usual, told)) {
                learn(told, anomaly);
                ++(anomaly.channel == AnomalyChannel::Hour ? hourAlarms : dayAlarms);
                alarm = true;
            }
            for (const Anomaly &anomaly : anomaliesAt(series, hour, usual, answered)) {
                learn(answered, anomaly);
                alarmAnswered = true;
            }
        }
        alarmDaysHere += alarm;
        alarmDaysAnswered += alarmAnswered;
    }
    alarmDays += alarmDaysHere;
    mostAlarmDays = std::max(mostAlarmDays, alarmDaysHere);
}

void AnomalyStudy::raiseSpikes(const SpendSeries &series, quint64 number,
                               QList<SpikeFigures> &figures, bool ofMiddle)
{
    // At hours that somebody works in, of days that are not unusual without it.
    QList<qsizetype> places;
    for (qsizetype hour = firstJudgedDay * 24; hour + spikeHours < series.hours.size(); ++hour) {
        if (series.hours.at(hour) > Money())
            places.append(hour);
    }
    std::mt19937_64 random(number);
    int raised = 0;
    while (raised < spikesOfUser && !places.isEmpty()) {
        const auto place = static_cast<qsizetype>(random() % static_cast<quint64>(places.size()));
        const qsizetype hour = places.takeAt(place);
        const SpendHistory before = historyBefore(series, hour / 24);
        const UsualSpend usual = usualSpend(before);
        if (usual.learning || firstAlarm(series, hour))
            continue;
        ++raised;
        const Money one = ofMiddle ? usual.hour : meanOf(before);
        for (SpikeFigures &figure : figures) {
            SpendSeries spiked = series;
            for (int i = 0; i < spikeHours; ++i)
                spiked.hours[hour + i] += one.scaled(figure.times, 1);
            ++figure.tried;
            if (const std::optional<int> after = firstAlarm(spiked, hour)) {
                ++figure.found;
                figure.hours += *after;
            }
        }
    }
}

QString AnomalyStudy::report() const
{
    QString text;
    QTextStream out(&text);
    out << users << " users, " << days << " days after the first two weeks\n"
        << "alarm-days in a month of a user: " << static_cast<double>(milliAlarmDays()) / 1000
        << " (" << alarmDays << " days, at most " << mostAlarmDays << " of one user; " << hourAlarms
        << " alarms of an hour, " << dayAlarms << " of a day)\n"
        << "the same where each is answered with \"That was me\": "
        << (days ? static_cast<double>(alarmDaysAnswered * 30'000 / days) / 1000 : 0) << '\n';
    const std::pair<const char *, const QList<SpikeFigures> &> kinds[]
        = {{"mean", spikes}, {"middle", middleSpikes}};
    for (const auto &[name, all] : kinds) {
        for (const SpikeFigures &one : all) {
            out << one.times << " times the " << name << " hour, for six hours: " << one.found
                << " of " << one.tried << " found (" << one.percent() << " %)";
            if (one.found)
                out << ", after " << static_cast<double>(one.hours * 10 / one.found) / 10
                    << " hours on average";
            out << '\n';
        }
    }
    return text;
}

std::optional<SpendSeries> seriesFromCsv(const QByteArray &csv, QString *problem)
{
    QMap<QDateTime, Money> spent;
    const QStringList lines = QString::fromUtf8(csv).split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QStringList cells = lines.at(i).trimmed().split(u',');
        if (cells.size() == 1 && cells.first().isEmpty())
            continue;
        const QDateTime at = QDateTime::fromString(cells.first(), Qt::ISODate).toUTC();
        const auto dollars = Price::each(cells.value(1));
        if (!at.isValid() || !dollars) {
            if (i == 0)
                continue;
            *problem = u"line %1 is not an hour and dollars: %2"_s.arg(i + 1).arg(lines.at(i));
            return std::nullopt;
        }
        spent[at] += Money::fromPico(dollars->times(1));
    }
    SpendSeries series;
    if (spent.isEmpty())
        return series;
    series.firstDay = spent.firstKey().date();
    const QDateTime start(series.firstDay, QTime(0, 0), Qt::UTC);
    series.hours.resize((series.firstDay.daysTo(spent.lastKey().date()) + 1) * 24);
    for (auto it = spent.cbegin(); it != spent.cend(); ++it)
        series.hours[start.secsTo(it.key()) / 3600] += it.value();
    return series;
}

} // namespace keyway::guard

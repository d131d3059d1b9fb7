#include "core/usage/reconciliation.h"

#include <algorithm>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

/// $0.0001, or a thousandth of the larger figure.
Money tolerance(Money ours, Money theirs)
{
    constexpr qint64 smallest = 100'000;
    constexpr qint64 share = 1000;
    return std::max(Money::fromNano(smallest), std::max(ours, theirs).scaled(1, share));
}

QDateTime startOf(const QDate &day)
{
    return QDateTime(day, QTime(0, 0), Qt::UTC);
}

/// Takes out of `left` what a cause may explain, at most `most`. Both are not negative.
void explain(Comparison &result, DifferenceCause cause, Money &left, Money most, qint64 attempts,
             bool theirsIsMore)
{
    const Money part = std::min(left, most);
    if (part <= Money())
        return;
    left -= part;
    result.parts.append({cause, theirsIsMore ? part : Money() - part, attempts});
}

void explainMore(Comparison &result, Money broughtIn)
{
    const OwnSums &sums = result.sums;
    Money left = result.difference();
    const Money underestimated = std::max(Money(), sums.estimatedAtMost - sums.estimatedCost);
    explain(result, DifferenceCause::UnknownCosts, left, sums.unknownAtMost, sums.unknown, true);
    explain(result, DifferenceCause::EstimatedCosts, left, underestimated, sums.estimated, true);
    explain(result, DifferenceCause::AcrossMidnight, left, broughtIn, 0, true);
    explain(result, DifferenceCause::UsedElsewhere, left, left, 0, true);
    result.agreement = Agreement::Explained;
}

void explainLess(Comparison &result, bool mayComeLater)
{
    const OwnSums &sums = result.sums;
    Money left = result.ours - result.theirs;
    if (mayComeLater) {
        explain(result, DifferenceCause::NotBilledYet, left, left, 0, false);
        result.agreement = Agreement::NotYet;
        return;
    }
    explain(result, DifferenceCause::EstimatedCosts, left, sums.estimatedCost, sums.estimated,
            false);
    explain(result, DifferenceCause::AcrossMidnight, left, sums.acrossMidnight, 0, false);
    result.agreement = left > Money() ? Agreement::Flagged : Agreement::Explained;
    explain(result, DifferenceCause::OursIsMore, left, left, 0, false);
}

} // namespace

OwnSums &OwnSums::operator+=(const OwnSums &other)
{
    cost += other.cost;
    attempts += other.attempts;
    unknown += other.unknown;
    unknownAtMost += other.unknownAtMost;
    estimated += other.estimated;
    estimatedCost += other.estimatedCost;
    estimatedAtMost += other.estimatedAtMost;
    acrossMidnight += other.acrossMidnight;
    return *this;
}

QString nameOf(DifferenceCause cause)
{
    switch (cause) {
    case DifferenceCause::UsedElsewhere:
        return u"used-elsewhere"_s;
    case DifferenceCause::UnknownCosts:
        return u"unknown-costs"_s;
    case DifferenceCause::EstimatedCosts:
        return u"estimated-costs"_s;
    case DifferenceCause::AcrossMidnight:
        return u"across-midnight"_s;
    case DifferenceCause::NotBilledYet:
        return u"not-billed-yet"_s;
    case DifferenceCause::Rounding:
        return u"rounding"_s;
    case DifferenceCause::OursIsMore:
        return u"ours-is-more"_s;
    }
    return {};
}

QString nameOf(Agreement agreement)
{
    switch (agreement) {
    case Agreement::Same:
        return u"same"_s;
    case Agreement::Explained:
        return u"explained"_s;
    case Agreement::NotYet:
        return u"not-yet"_s;
    case Agreement::Flagged:
        return u"flagged"_s;
    }
    return {};
}

Comparison compared(const QDateTime &from, const QDateTime &until, Money theirs,
                    const OwnSums &ours, Money broughtIn, const QDate &todayUtc)
{
    Comparison result;
    result.from = from;
    result.until = until;
    result.ours = ours.cost;
    result.theirs = theirs;
    result.sums = ours;
    const Money difference = result.difference();
    const Money size = std::max(difference, Money() - difference);
    if (size <= tolerance(result.ours, theirs)) {
        if (!difference.isZero())
            result.parts.append({DifferenceCause::Rounding, difference, 0});
    } else if (difference > Money()) {
        explainMore(result, broughtIn);
    } else {
        explainLess(result, until > startOf(todayUtc.addDays(-1)));
    }
    return result;
}

QList<Comparison> compared(const Bill &bill, const QMap<QDate, OwnSums> &own, const QDate &todayUtc)
{
    struct Stretch {
        QDate last;
        Money theirs;
    };
    QMap<QDate, Stretch> stretches;
    for (const BillLine &line : bill.lines) {
        Stretch &stretch = stretches[line.day];
        stretch.last = stretch.last.isValid() ? std::max(stretch.last, line.lastDay) : line.lastDay;
        stretch.theirs += line.amount;
    }
    for (auto it = own.cbegin(); it != own.cend(); ++it) {
        if (it.key() < bill.from || it.key() > bill.to || it->attempts == 0)
            continue;
        auto after = stretches.upperBound(it.key());
        const bool covered = after != stretches.begin() && (--after)->last >= it.key();
        if (!covered)
            stretches.insert(it.key(), {it.key(), Money()});
    }
    QList<Comparison> result;
    for (auto it = stretches.cbegin(); it != stretches.cend(); ++it) {
        OwnSums ours;
        for (QDate day = it.key(); day <= it->last; day = day.addDays(1)) {
            ours += own.value(day);
            // Within a stretch it does not matter on which of its days something was billed.
            if (day < it->last)
                ours.acrossMidnight = Money();
        }
        result.append(compared(startOf(it.key()), startOf(it->last.addDays(1)), it->theirs, ours,
                               own.value(it.key().addDays(-1)).acrossMidnight, todayUtc));
    }
    return result;
}

std::optional<Comparison> compared(const KeptBalance &before, const KeptBalance &after,
                                   const OwnSums &ours, const QDate &todayUtc)
{
    if (after.left > before.left)
        return std::nullopt;
    return compared(before.at.toUTC(), after.at.toUTC(), before.left - after.left, ours, {},
                    todayUtc);
}

Comparison summedUp(const QList<Comparison> &comparisons)
{
    Comparison sum;
    for (const Comparison &one : comparisons) {
        sum.from = sum.from.isValid() ? std::min(sum.from, one.from) : one.from;
        sum.until = sum.until.isValid() ? std::max(sum.until, one.until) : one.until;
        sum.ours += one.ours;
        sum.theirs += one.theirs;
        sum.sums += one.sums;
        sum.agreement = std::max(sum.agreement, one.agreement);
        for (const DifferencePart &part : one.parts) {
            const auto known
                = std::find_if(sum.parts.begin(), sum.parts.end(),
                               [&part](const auto &other) { return other.cause == part.cause; });
            if (known == sum.parts.end()) {
                sum.parts.append(part);
            } else {
                known->amount += part.amount;
                known->attempts += part.attempts;
            }
        }
    }
    return sum;
}

} // namespace keyway

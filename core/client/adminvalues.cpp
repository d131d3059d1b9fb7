#include "core/client/adminvalues.h"

#include "core/base/jsonfields.h"

#include <algorithm>
#include <limits>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largest = std::numeric_limits<qint64>::max();

/// Fields that this program does not know are of a newer server, and passed over: JsonFields is
/// never finished here.
template <class Value> Result<Value> told(Value value, const JsonProblem &problem)
{
    if (problem.found())
        return Error(Error::Kind::Protocol, u"server: "_s + problem.text)
            .withReason(u"not-keyway"_s);
    return value;
}

PlatformSums sumsIn(JsonFields &fields)
{
    PlatformSums sums;
    sums.requests = fields.integer(u"requests", 0, largest);
    sums.attempts = fields.integer(u"attempts", 0, largest);
    sums.answered = fields.integer(u"answered", 0, largest);
    sums.unknownCosts = fields.integer(u"unknown_costs", 0, largest);
    sums.platformCost = Money::fromNano(fields.integer(u"platform_cost_nano", -largest, largest));
    sums.fee = Money::fromNano(fields.integer(u"fee_nano", -largest, largest));
    return sums;
}

QList<NamedSums> namedIn(const QJsonArray &list, const QString &name, JsonProblem &problem)
{
    QList<NamedSums> sums;
    for (const QJsonValue &value : list) {
        JsonFields fields(value, name, problem);
        const QString who = fields.text(name);
        sums.append({who, sumsIn(fields)});
    }
    return sums;
}

QDate monthIn(JsonFields &fields, QStringView name)
{
    const QDate month = QDate::fromString(fields.text(name) + "-01"_L1, Qt::ISODate);
    if (!month.isValid())
        fields.expected(name, u"a month"_s);
    return month;
}

QDateTime momentIn(JsonFields &fields, QStringView name)
{
    const QDateTime moment = QDateTime::fromString(fields.text(name), Qt::ISODateWithMs);
    if (!moment.isValid())
        fields.expected(name, u"a moment"_s);
    return moment;
}

std::optional<QDateTime> optionalMomentIn(JsonFields &fields, QStringView name)
{
    return fields.has(name) ? std::optional(momentIn(fields, name)) : std::nullopt;
}

QList<PeopleGroup> groupsIn(JsonFields &fields, const QString &name)
{
    QList<PeopleGroup> groups;
    const QJsonArray list = fields.take(name).toArray();
    for (const QJsonValue &value : list) {
        JsonFields one(value, name, fields.problem());
        const QString who = one.text(u"name");
        groups.append({who, one.integer(u"accounts", 1, largest)});
    }
    return groups;
}

void sortByCount(QList<PeopleGroup> &groups)
{
    std::stable_sort(groups.begin(), groups.end(),
                     [](const auto &a, const auto &b) { return a.accounts > b.accounts; });
}

void sortByNumber(QList<PeopleGroup> &groups)
{
    std::stable_sort(groups.begin(), groups.end(),
                     [](const auto &a, const auto &b) { return a.name.toInt() < b.name.toInt(); });
}

} // namespace

PlatformSums &PlatformSums::operator+=(const PlatformSums &other)
{
    requests += other.requests;
    attempts += other.attempts;
    answered += other.answered;
    unknownCosts += other.unknownCosts;
    platformCost += other.platformCost;
    fee += other.fee;
    return *this;
}

QList<NamedSums> PlatformFigures::plans() const
{
    QMap<QString, PlatformSums> byPlan;
    for (const MonthSums &month : months) {
        for (const NamedSums &plan : month.plans)
            byPlan[plan.name] += plan.sums;
    }
    QList<NamedSums> all;
    for (auto it = byPlan.cbegin(); it != byPlan.cend(); ++it)
        all.append({it.key(), *it});
    return all;
}

Result<PlatformFigures> PlatformFigures::fromJson(const QJsonObject &json)
{
    JsonProblem problem;
    JsonFields fields(json, u"statistics"_s, problem);
    PlatformFigures figures;
    figures.from = monthIn(fields, u"from");
    figures.to = monthIn(fields, u"to");
    figures.accounts = fields.integer(u"accounts", 0, largest);
    JsonFields total(fields.take(u"total"), u"total"_s, problem);
    figures.total = sumsIn(total);
    const QJsonArray months = fields.take(u"months").toArray();
    for (const QJsonValue &value : months) {
        JsonFields one(value, u"months"_s, problem);
        MonthSums month;
        month.month = monthIn(one, u"month");
        month.activeAccounts = one.integer(u"active_accounts", 0, largest);
        month.sums = sumsIn(one);
        month.plans = namedIn(one.take(u"plans").toArray(), u"plan"_s, problem);
        figures.months.append(month);
    }
    const QJsonArray days = fields.take(u"days").toArray();
    for (const QJsonValue &value : days) {
        JsonFields one(value, u"days"_s, problem);
        const QDate day = QDate::fromString(one.text(u"day"), Qt::ISODate);
        if (!day.isValid())
            one.expected(u"day", u"a day"_s);
        figures.days.append({day, sumsIn(one)});
    }
    figures.services = namedIn(fields.take(u"services").toArray(), u"service"_s, problem);
    return told(std::move(figures), problem);
}

Result<PeopleFigures> PeopleFigures::fromJson(const QJsonObject &json)
{
    JsonProblem problem;
    JsonFields fields(json, u"analytics"_s, problem);
    PeopleFigures figures;
    figures.month = monthIn(fields, u"month");
    figures.fewest = fields.integer(u"fewest", 1, largest);
    if (fields.has(u"accounts"))
        figures.accounts = fields.integer(u"accounts", 0, largest);
    figures.services = groupsIn(fields, u"services"_s);
    figures.models = groupsIn(fields, u"models"_s);
    figures.types = groupsIn(fields, u"types"_s);
    figures.hours = groupsIn(fields, u"hours"_s);
    figures.weekdays = groupsIn(fields, u"weekdays"_s);
    for (QList<PeopleGroup> *const groups : {&figures.services, &figures.models, &figures.types})
        sortByCount(*groups);
    for (QList<PeopleGroup> *const times : {&figures.hours, &figures.weekdays})
        sortByNumber(*times);
    const QJsonArray bands = fields.take(u"spending").toArray();
    for (const QJsonValue &value : bands) {
        JsonFields one(value, u"spending"_s, problem);
        SpendBand band;
        if (one.has(u"to_cents"))
            band.upTo = Money::fromCents(one.integer(u"to_cents", 0, 1'000'000'000));
        band.accounts = one.integer(u"accounts", 1, largest);
        figures.spending.append(band);
    }
    const QJsonArray cohorts = fields.take(u"cohorts").toArray();
    for (const QJsonValue &value : cohorts) {
        JsonFields one(value, u"cohorts"_s, problem);
        PeopleCohort cohort;
        cohort.start = monthIn(one, u"start");
        const QJsonArray months = one.take(u"months").toArray();
        for (const QJsonValue &cell : months) {
            JsonFields month(cell, u"months"_s, problem);
            const QDate when = monthIn(month, u"month");
            cohort.months.insert(when, month.integer(u"accounts", 1, largest));
        }
        figures.cohorts.append(cohort);
    }
    return told(std::move(figures), problem);
}

Result<QList<PlatformKey>> PlatformKey::listFrom(const QJsonObject &json)
{
    JsonProblem problem;
    QList<PlatformKey> keys;
    const QJsonArray list = json.value("keys"_L1).toArray();
    for (const QJsonValue &value : list) {
        JsonFields fields(value, u"keys"_s, problem);
        PlatformKey key;
        key.id = Id::fromString(fields.text(u"key_id")).value_or(Id());
        if (key.id.isNull())
            fields.expected(u"key_id", u"an id"_s);
        key.service = fields.text(u"service");
        key.label = fields.take(u"label").toString();
        key.baseUrl = fields.take(u"base_url").toString();
        key.fingerprint = fields.text(u"fingerprint").toLatin1();
        key.enabled = fields.flag(u"enabled");
        key.addedAt = momentIn(fields, u"added_at");
        key.rotatedAt = optionalMomentIn(fields, u"rotated_at");
        key.retiredAt = optionalMomentIn(fields, u"retired_at");
        key.lastUsedAt = optionalMomentIn(fields, u"last_used_at");
        key.uses = fields.integer(u"uses", 0, largest);
        key.spent = Money::fromNano(fields.integer(u"spent_nano", -largest, largest));
        keys.append(key);
    }
    return told(std::move(keys), problem);
}

Result<QList<AuditedAction>> AuditedAction::listFrom(const QJsonObject &json)
{
    JsonProblem problem;
    QList<AuditedAction> entries;
    const QJsonArray list = json.value("entries"_L1).toArray();
    for (const QJsonValue &value : list) {
        JsonFields fields(value, u"entries"_s, problem);
        AuditedAction entry;
        entry.sequence = fields.integer(u"sequence", 1, largest);
        entry.at = momentIn(fields, u"at");
        entry.actor = fields.text(u"actor");
        entry.address = fields.take(u"address").toString();
        entry.action = fields.text(u"action");
        entry.detail = fields.take(u"detail").toObject();
        entry.mark = fields.text(u"hash");
        entries.append(entry);
    }
    return told(std::move(entries), problem);
}

Result<HealthFigures> HealthFigures::fromJson(const QJsonObject &json)
{
    JsonProblem problem;
    JsonFields fields(json, u"health"_s, problem);
    HealthFigures figures;
    figures.from = momentIn(fields, u"from");
    const QJsonArray list = fields.take(u"reports").toArray();
    for (const QJsonValue &value : list) {
        JsonFields one(value, u"reports"_s, problem);
        HealthReport report;
        report.service = one.text(u"service");
        report.hour = momentIn(one, u"hour");
        report.outcome
            = serviceOutcomeFromName(one.text(u"outcome")).value_or(ServiceOutcome::Other);
        report.latency = latencyBucketFromName(one.text(u"latency")).value_or(LatencyBucket::None);
        report.count = one.integer(u"reports", 0, largest);
        figures.reports.append(report);
    }
    return told(std::move(figures), problem);
}

} // namespace keyway

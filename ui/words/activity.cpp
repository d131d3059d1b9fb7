#include "ui/words/activity.h"

#include "ui/words/apps.h"
#include "ui/words/dates.h"
#include "ui/words/limits.h"
#include "ui/words/money.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonObject>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace keyway::words {
namespace {
struct ActivityWords {
    Q_DECLARE_TR_FUNCTIONS(keyway::words::Activity)
};

struct Entry {
    QLatin1StringView name;
    const char *words;
};

QString fromTable(const Entry *begin, const Entry *end, const QString &name)
{
    const Entry *found
        = std::find_if(begin, end, [&name](const Entry &entry) { return entry.name == name; });
    return found == end ? QString() : ActivityWords::tr(found->words);
}

constexpr Entry outcomes[] = {
    {"completed"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Answered")},
    {"refused"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Declined by the service")},
    {"filtered"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Cut by the service")},
    {"failed"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Failed")},
    {"cancelled"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Stopped by you")},
    {"unknown"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Ended without an answer")},
};

constexpr Entry titles[] = {
    {"alert.acknowledged"_L1,
     QT_TRANSLATE_NOOP("keyway::words::Activity", "Alert answered: that was me")},
    {"alert.raised"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Something unusual")},
    {"attempt.abandoned"_L1,
     QT_TRANSLATE_NOOP("keyway::words::Activity", "Left when Keyway ended")},
    {"attempt.imported"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Record imported")},
    {"audit.seals-renewed"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Seals written anew")},
    {"audit.sealed"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Day sealed")},
    {"cost.corrected"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Cost corrected")},
    {"database.restored"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Backup restored")},
    {"integration.added"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Integration added")},
    {"integration.admin-key-removed"_L1,
     QT_TRANSLATE_NOOP("keyway::words::Activity", "Admin key removed")},
    {"integration.admin-key-set"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Admin key set")},
    {"integration.changed"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Integration changed")},
    {"integration.disabled"_L1,
     QT_TRANSLATE_NOOP("keyway::words::Activity", "Integration disabled")},
    {"integration.enabled"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Integration enabled")},
    {"integration.held"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Left out until tested")},
    {"integration.key-forgotten"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Key deleted")},
    {"integration.released"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Asked again")},
    {"integration.removed"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Integration removed")},
    {"integration.reordered"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Order changed")},
    {"integration.restored"_L1,
     QT_TRANSLATE_NOOP("keyway::words::Activity", "Integration brought back")},
    {"integration.tested"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Key tested")},
    {"limit.rate-removed"_L1,
     QT_TRANSLATE_NOOP("keyway::words::Activity", "Limit of requests removed")},
    {"limit.rate-set"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Limit of requests set")},
    {"limit.removed"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Limit removed")},
    {"limit.set"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Limit set")},
    {"models.refreshed"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "List of models read")},
    {"records.thinned"_L1,
     QT_TRANSLATE_NOOP("keyway::words::Activity", "Single requests of a month taken out")},
    {"setting.changed"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Setting changed")},
    {"setting.removed"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Setting reset")},
    {"spending.resumed"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Spending resumed")},
    {"spending.stopped"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "All spending stopped")},
    {"sync.sent"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Records synced")},
    {"vote.cast"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "One of the answers kept")},
    {"vote.forgotten"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Comparisons forgotten")},
    {"vote.restored"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Comparisons brought back")},
};

constexpr Entry groups[] = {
    {"attempt"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Prompts and media")},
    {"audit"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "The record itself")},
    {"integration"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Integrations and keys")},
    {"limit"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Limits")},
    {"setting"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Settings")},
    {"sync"_L1, QT_TRANSLATE_NOOP("keyway::words::Activity", "Account and sync")},
};

/// "Everything: $40.00 a month, then Stop", without the name where the entry has it.
QStringList limitDetails(const QJsonObject &facts, const QString &name, const QLocale &locale)
{
    QStringList parts;
    if (facts.contains("at_once"_L1)) {
        guard::RateRule rule;
        if (const int requests = facts.value("requests"_L1).toInt(); requests > 0)
            rule.rate = guard::Rate{requests,
                                    std::chrono::milliseconds(facts.value("per_ms"_L1).toInteger()),
                                    facts.value("burst"_L1).toInt()};
        rule.atOnce = facts.value("at_once"_L1).toInt();
        return {rateWords(rule, locale)};
    }
    const auto kind = guard::limitScopeFromName(facts.value("scope"_L1).toString());
    const auto period = guard::limitPeriodFromName(facts.value("period"_L1).toString());
    if (kind && name.isEmpty())
        parts += limitFor({*kind, facts.value("name"_L1).toString()}, {});
    if (!period)
        return parts;
    if (facts.contains("most_nano"_L1))
        parts += amountForPeriod(Money::fromNano(facts.value("most_nano"_L1).toInteger()), *period,
                                 locale);
    else
        parts += periodWord(*period);
    if (const auto reached = limitActionFromName(facts.value("reached"_L1).toString()))
        parts += reachedWord(*reached);
    return parts;
}
} // namespace

QString activityTitle(const AuditEvent &event)
{
    if (event.name == "attempt.settled"_L1) {
        const QString words = fromTable(std::begin(outcomes), std::end(outcomes),
                                        event.facts.value("outcome"_L1).toString());
        if (!words.isEmpty())
            return words;
    }
    const QString words = fromTable(std::begin(titles), std::end(titles), event.name);
    return words.isEmpty() ? event.name : words;
}

QString activityDetails(const AuditEntry &entry, const QLocale &locale)
{
    const QJsonObject &facts = entry.event.facts;
    QStringList parts;
    if (!entry.integrationName.isEmpty())
        parts += entry.integrationName;
    if (!entry.model.isEmpty())
        parts += entry.model;
    if (entry.event.name.startsWith("limit."_L1))
        parts += limitDetails(facts, entry.integrationName, locale);
    if (entry.event.name.startsWith("setting."_L1))
        parts += entry.event.subject;
    if (entry.event.name == sealedEvent)
        parts += {dayAndMonth(QDate::fromString(entry.event.subject, Qt::ISODate), locale),
                  ActivityWords::tr("%n entries", nullptr,
                                    static_cast<int>(facts.value("entries"_L1).toInteger()))};
    const auto state = costStateFromName(facts.value("cost_state"_L1).toString());
    if (state || facts.contains("platform_cost_nano"_L1))
        parts += requestMoneyOf(state.value_or(CostState::Exact),
                                Money::fromNano(facts.value("platform_cost_nano"_L1).toInteger()),
                                locale);
    return parts.join(u" · "_s);
}

QString activityGroup(const QString &group)
{
    const QString words = fromTable(std::begin(groups), std::end(groups), group);
    return words.isEmpty() ? group : words;
}

QString activityBy(const AuditEntry &entry)
{
    if (const auto app = appClassFromName(entry.app))
        return appWord(*app);
    const QString group = entry.event.name.section(u'.', 0, 0);
    if (group == "sync"_L1)
        return ActivityWords::tr("Sync");
    const bool itself = group == "audit"_L1 || entry.event.name == "alert.raised"_L1;
    return itself ? u"Keyway"_s : QString();
}

} // namespace keyway::words

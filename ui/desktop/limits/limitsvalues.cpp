#include "limitsvalues.h"

#include "ui/desktop/limits/subjecttable.h"
#include "ui/words/alerts.h"
#include "ui/words/limits.h"
#include "ui/words/money.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {

using guard::LimitPeriod;
using guard::LimitScope;
using guard::LimitStanding;
using guard::LimitUse;
using guard::RateRule;

namespace {

QString iconOf(const LimitScope &scope)
{
    if (scope.kind == LimitScope::Kind::Everything)
        return u"limits"_s;
    if (scope.kind == LimitScope::Kind::App)
        return scope.name == nameOf(AppClass::CommandLine) ? u"terminal"_s : u"home"_s;
    if (scope.name == nameOf(RequestType::Image))
        return u"studio"_s;
    return scope.name == nameOf(RequestType::Video) ? u"video"_s : u"text"_s;
}

} // namespace

const LimitUse *LimitsValue::everything() const
{
    const auto found
        = std::find_if(state.limits.cbegin(), state.limits.cend(), [](const LimitUse &use) {
              return use.limit.scope.kind == LimitScope::Kind::Everything
                  && use.limit.period == LimitPeriod::Month;
          });
    return found == state.limits.cend() ? nullptr : &*found;
}

const LimitsValue::Subject *LimitsValue::subject(const LimitScope &scope) const
{
    const auto found
        = std::find_if(subjects.cbegin(), subjects.cend(),
                       [&scope](const Subject &subject) { return subject.scope == scope; });
    return found == subjects.cend() ? nullptr : &*found;
}

QString LimitsValue::nameOf(const LimitScope &scope) const
{
    const Subject *known = subject(scope);
    return words::limitFor(scope, known ? known->name : QString());
}

LimitScope scopeOf(const RateRule &rule)
{
    switch (rule.scope) {
    case RateRule::Scope::Integration:
        return {LimitScope::Kind::Integration, rule.name};
    case RateRule::Scope::App:
        return {LimitScope::Kind::App, rule.name};
    case RateRule::Scope::User:
        break;
    }
    return {};
}

RateRule rateRuleFor(const LimitScope &scope)
{
    RateRule rule;
    rule.name = scope.name;
    if (scope.kind == LimitScope::Kind::Integration)
        rule.scope = RateRule::Scope::Integration;
    else if (scope.kind == LimitScope::Kind::App)
        rule.scope = RateRule::Scope::App;
    return rule;
}

QVariant subjectData(const LimitsValue &value, const LimitScope &scope, int role)
{
    const LimitsValue::Subject *subject = value.subject(scope);
    switch (role) {
    case ServiceRole:
        return subject ? subject->service : QString();
    case ServiceNameRole:
        return subject ? subject->name : QString();
    case IconRole:
        return iconOf(scope);
    default:
        return {};
    }
}

QList<LimitAlert> alertsOf(const LimitsValue &value, const QLocale &locale)
{
    QList<LimitAlert> alerts;
    for (const LimitUse &use : value.state.limits) {
        const LimitStanding standing = guard::standingOf(use, value.today);
        if (standing == LimitStanding::Fine)
            continue;
        const words::Message words
            = words::limitAlertWords(use, value.nameOf(use.limit.scope), value.today, locale);
        alerts.append({use.limit, standing, words.title, words.text});
    }
    std::stable_sort(alerts.begin(), alerts.end(), [](const LimitAlert &a, const LimitAlert &b) {
        return a.standing > b.standing;
    });
    return alerts;
}

QList<Id> newAlerts(const LimitsValue &value)
{
    QList<Id> ids;
    for (const guard::Alert &alert : value.unusual) {
        if (alert.isNew())
            ids.append(alert.id);
    }
    return ids;
}

int alertCount(const LimitsValue &value)
{
    return static_cast<int>(alertsOf(value).size() + newAlerts(value).size());
}

int permilleOf(const LimitUse &use)
{
    constexpr int all = 1000;
    return std::min(all, words::permille(use.used(), use.limit.most));
}

} // namespace keyway

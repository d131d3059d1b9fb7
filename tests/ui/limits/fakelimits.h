#pragma once

#include "ui/desktop/limits/limitsbackend.h"

#include <QtCore/QTimer>

#include <algorithm>

namespace keyway {

/// Limits in memory. Answers come with the next turn of the event loop.
class FakeLimits : public LimitsBackend {
public:
    LimitsValue now;
    std::optional<Error> refuse; ///< what is asked next
    QStringList asked;

    void limits(QObject *context, Handler<LimitsValue> done) override
    {
        answer<LimitsValue>(context, done, now);
    }
    void setLimit(const guard::SpendingLimit &limit, QObject *context, Handler<Done> done) override
    {
        asked += QStringLiteral("set %1 %2 %3 %4")
                     .arg(limit.scope.name, nameOf(limit.period))
                     .arg(limit.most.cents())
                     .arg(nameOf(limit.reached));
        if (!refuse) {
            const auto known = std::find_if(
                now.state.limits.begin(), now.state.limits.end(),
                [&limit](const guard::LimitUse &use) { return use.limit.isSamePlace(limit); });
            if (known != now.state.limits.end())
                known->limit = limit;
            else
                now.state.limits.append({limit, {}, {}});
        }
        finish(context, done);
    }
    void removeLimit(const guard::SpendingLimit &limit, QObject *context,
                     Handler<Done> done) override
    {
        asked += QStringLiteral("remove %1 %2").arg(limit.scope.name, nameOf(limit.period));
        if (!refuse)
            now.state.limits.removeIf(
                [&limit](const guard::LimitUse &use) { return use.limit.isSamePlace(limit); });
        finish(context, done);
    }
    void setRate(const guard::RateRule &rule, QObject *context, Handler<Done> done) override
    {
        asked += QStringLiteral("rate %1 %2 %3")
                     .arg(rule.name)
                     .arg(rule.rate ? rule.rate->requests : 0)
                     .arg(rule.atOnce);
        if (!refuse) {
            dropRate(rule);
            now.rates.append(rule);
        }
        finish(context, done);
    }
    void removeRate(const guard::RateRule &rule, QObject *context, Handler<Done> done) override
    {
        asked += QStringLiteral("remove rate %1").arg(rule.name);
        if (!refuse)
            dropRate(rule);
        finish(context, done);
    }
    void setStopped(bool stopped, QObject *context, Handler<Done> done) override
    {
        asked += stopped ? QStringLiteral("stop") : QStringLiteral("resume");
        if (!refuse)
            now.state.stoppedSince = stopped ? std::optional(at()) : std::nullopt;
        finish(context, done);
    }

    void acknowledge(const QList<Id> &alerts, QObject *context, Handler<Done> done) override
    {
        asked += QStringLiteral("own %1").arg(alerts.size());
        change(alerts,
               [at = at()](guard::Alert &alert) { alert.seenAt = alert.acknowledgedAt = at; });
        finish(context, done);
    }
    void setSeen(const QList<Id> &alerts, bool seen, QObject *context, Handler<Done> done) override
    {
        asked += QStringLiteral("%1 %2")
                     .arg(seen ? QStringLiteral("seen") : QStringLiteral("unseen"))
                     .arg(alerts.size());
        change(alerts, [seen, at = at()](guard::Alert &alert) {
            alert.seenAt = seen ? std::optional(at) : std::nullopt;
        });
        finish(context, done);
    }

private:
    QDateTime at() const { return QDateTime(now.today, QTime(14, 31), Qt::LocalTime); }
    void dropRate(const guard::RateRule &rule)
    {
        now.rates.removeIf([&rule](const guard::RateRule &known) {
            return known.scope == rule.scope && known.name == rule.name;
        });
    }
    void change(const QList<Id> &alerts, const std::function<void(guard::Alert &)> &to)
    {
        if (refuse)
            return;
        for (guard::Alert &alert : now.unusual) {
            if (alerts.contains(alert.id))
                to(alert);
        }
    }
    template <class T> static void answer(QObject *context, Handler<T> done, Result<T> result)
    {
        QTimer::singleShot(0, context,
                           [done = std::move(done), result = std::move(result)] { done(result); });
    }
    void finish(QObject *context, const Handler<Done> &done)
    {
        answer<Done>(context, done, refuse ? Result<Done>(*refuse) : Done());
        refuse.reset();
        Q_EMIT changed();
    }
};

namespace sample {

inline guard::LimitUse limit(guard::LimitScope scope, guard::LimitPeriod period, qint64 mostCents,
                             qint64 usedCents, LimitAction reached = LimitAction::Stop)
{
    guard::LimitUse use;
    use.limit = {{}, std::move(scope), period, Money::fromCents(mostCents), reached, 80};
    use.spent = Money::fromCents(usedCents);
    return use;
}

/// 18 November of somebody with three services and six limits.
inline LimitsValue november()
{
    using Kind = guard::LimitScope::Kind;
    using Period = guard::LimitPeriod;
    LimitsValue value;
    value.today = QDate(2026, 11, 18);
    const struct {
        const char *id, *name, *service;
    } integrations[] = {{"i-openai", "OpenAI (GPT-4)", "openai"},
                        {"i-stability", "Stable Diffusion", "stability"},
                        {"i-gemini", "Google Gemini", "gemini"}};
    for (const auto &one : integrations) {
        const QString service = QString::fromLatin1(one.service);
        value.subjects.append({{Kind::Integration, QString::fromLatin1(one.id)},
                               QString::fromLatin1(one.name),
                               service});
    }
    value.subjects.append({{Kind::Service, QStringLiteral("openai")},
                           QStringLiteral("OpenAI"),
                           QStringLiteral("openai")});
    value.services = {{QStringLiteral("openai"),
                       QStringLiteral("OpenAI"),
                       498,
                       Money::fromCents(1243),
                       {},
                       Money::fromCents(1243)},
                      {QStringLiteral("stability"),
                       QStringLiteral("Stability AI"),
                       120,
                       Money::fromCents(821),
                       {},
                       Money::fromCents(821)}};
    value.monthCost = Money::fromCents(2064);
    value.state.limits = {
        limit({}, Period::Month, 4000, 2064),
        limit({Kind::Integration, QStringLiteral("i-openai")}, Period::Month, 2500, 1243),
        limit({Kind::Integration, QStringLiteral("i-stability")}, Period::Month, 1200, 821),
        limit({Kind::Type, QStringLiteral("image")}, Period::Day, 300, 47, LimitAction::FallBack),
        limit({Kind::Service, QStringLiteral("openai")}, Period::Week, 500, 500),
        limit({}, Period::Request, 50, 0, LimitAction::WarnOnly)};
    using Scope = guard::RateRule::Scope;
    using namespace std::chrono_literals;
    value.rates = {{Scope::Integration, QStringLiteral("i-openai"), guard::Rate{60, 1min, 10}, 4},
                   {Scope::Integration, QStringLiteral("i-stability"), {}, 2}};
    return value;
}

inline guard::Alert alert(guard::Alert::Kind kind, const QDateTime &since, qint64 spentCents,
                          qint64 usualCents)
{
    guard::Alert alert;
    alert.raisedAt = since.addSecs(45 * 60);
    alert.id = Id::create(alert.raisedAt);
    alert.kind = kind;
    alert.since = since;
    alert.spent = Money::fromCents(spentCents);
    alert.usual = Money::fromCents(usualCents);
    return alert;
}

/// The same with two new alerts, one that was seen and one that was answered.
inline LimitsValue unusualNovember()
{
    using Kind = guard::Alert::Kind;
    LimitsValue value = november();
    const QDateTime hour(value.today, QTime(13, 0), Qt::LocalTime);
    guard::Alert repeated = alert(Kind::RepeatedPrompt, hour, 0, 0);
    repeated.times = 30;
    repeated.app = AppClass::Gateway;
    value.unusual = {repeated, alert(Kind::UnusualHour, hour, 620, 40),
                     alert(Kind::UnusualDay, hour.addDays(-2), 1815, 540),
                     alert(Kind::UnusualHour, hour.addDays(-9), 350, 38)};
    value.unusual[2].seenAt = hour;
    value.unusual[3].seenAt = value.unusual[3].acknowledgedAt = hour.addDays(-8);
    return value;
}

} // namespace sample
} // namespace keyway

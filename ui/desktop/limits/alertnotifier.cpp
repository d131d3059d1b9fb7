#include "alertnotifier.h"

#include "ui/words/alerts.h"

#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

QString placeOf(const guard::SpendingLimit &limit)
{
    return nameOf(limit.scope.kind) + u'/' + limit.scope.name + u'/' + nameOf(limit.period);
}

} // namespace

void AlertNotifier::look(const LimitsValue &value)
{
    QList<words::Message> news;
    QHash<QString, guard::LimitStanding> limits;
    const QList<LimitAlert> near = alertsOf(value);
    for (const LimitAlert &alert : near) {
        const QString place = placeOf(alert.limit);
        limits.insert(place, alert.standing);
        if (alert.standing > m_limits.value(place, guard::LimitStanding::Fine))
            news.append({alert.title, alert.text, {}, {}});
    }
    m_limits = limits;
    for (const guard::Alert &alert : value.unusual) {
        if (m_alerts.contains(alert.id))
            continue;
        m_alerts.insert(alert.id);
        if (alert.isNew())
            news.append(words::alertWords(alert));
    }
    const bool first = !std::exchange(m_begun, true);
    if (alertCount(value) == 0)
        Q_EMIT quiet();
    if (first || news.isEmpty())
        return;
    if (news.size() == 1)
        return Q_EMIT told(news.first().title, news.first().text);
    QStringList titles;
    for (const words::Message &one : std::as_const(news))
        titles += one.title;
    Q_EMIT told(tr("%n alert(s)", nullptr, static_cast<int>(news.size())), titles.join(u'\n'));
}

} // namespace keyway

#include "ui/words/health.h"

#include "ui/words/dates.h"
#include "ui/words/money.h"

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;
using keyway::engine::Health;
using keyway::engine::IntegrationSummary;

namespace keyway::words {
namespace {
struct HealthWords {
    Q_DECLARE_TR_FUNCTIONS(keyway::words::Health)
};

QDate firstOfNextMonth(const QDate &today)
{
    return QDate(today.year(), today.month(), 1).addMonths(1);
}
} // namespace

QString healthWord(Health health)
{
    switch (health) {
    case Health::Disabled:
        return HealthWords::tr("Disabled");
    case Health::Locked:
        return HealthWords::tr("Locked");
    case Health::KeyMissing:
        return HealthWords::tr("Key missing");
    case Health::Held:
        return HealthWords::tr("Stopped");
    case Health::OverBudget:
        return HealthWords::tr("Over budget");
    case Health::Down:
        return HealthWords::tr("Down");
    case Health::Degraded:
        return HealthWords::tr("Degraded");
    case Health::Active:
        return HealthWords::tr("Active");
    }
    return {};
}

QString holdWords(const Hold &hold)
{
    switch (hold.kind) {
    case Error::Kind::Auth:
        return HealthWords::tr("refused the key");
    case Error::Kind::Quota:
        return HealthWords::tr("balance used up");
    case Error::Kind::Gone:
        return hold.model.isEmpty() ? HealthWords::tr("model is gone")
                                    : HealthWords::tr("no longer offers %1").arg(hold.model);
    case Error::Kind::Untrusted:
        return HealthWords::tr("certificate not trusted");
    default:
        return HealthWords::tr("test it to use it again");
    }
}

QString healthDetail(const IntegrationSummary &summary, const QDateTime &now, const QDate &today,
                     const QLocale &locale)
{
    switch (summary.health) {
    case Health::Disabled:
        if (summary.running > 0)
            return HealthWords::tr("Disabled after %n request(s)", nullptr, summary.running);
        if (!summary.integration.testedAt && summary.integration.keySource != KeySource::None)
            return HealthWords::tr("Saved without a test");
        if (summary.integration.disabledAt)
            return HealthWords::tr("Turned off by you %1")
                .arg(momentInSentence(*summary.integration.disabledAt, now, locale));
        return HealthWords::tr("Turned off by you");
    case Health::Locked:
        return HealthWords::tr("waits for the keychain");
    case Health::KeyMissing:
        return HealthWords::tr("not in the keychain any more");
    case Health::Held:
        return summary.integration.hold ? holdWords(*summary.integration.hold) : QString();
    case Health::OverBudget:
        return HealthWords::tr("until %1").arg(dayAndMonth(firstOfNextMonth(today), locale));
    case Health::Down:
        return summary.downSince
            ? HealthWords::tr("since %1").arg(moment(*summary.downSince, now, locale))
            : QString();
    case Health::Degraded:
        if (summary.typicalFirstToken)
            return HealthWords::tr("slow, %1 to the first word")
                .arg(duration(*summary.typicalFirstToken, locale));
        return HealthWords::tr("some requests fail");
    case Health::Active:
        break;
    }
    if (summary.running > 0)
        return HealthWords::tr("%n request(s) running", nullptr, summary.running);
    if (summary.typicalFirstToken) {
        const QString time = duration(*summary.typicalFirstToken, locale);
        const bool onlyImages = summary.types == QSet<RequestType>{RequestType::Image};
        return onlyImages ? HealthWords::tr("%1 an image").arg(time) : time;
    }
    if (summary.local) {
        const QUrl &url = summary.integration.baseUrl;
        return url.port() > 0 ? u"%1:%2"_s.arg(url.host()).arg(url.port()) : url.host();
    }
    return {};
}

QString typesInWords(const QSet<RequestType> &types)
{
    const bool text = types.contains(RequestType::Text);
    const bool image = types.contains(RequestType::Image);
    const bool video = types.contains(RequestType::Video);
    if (text && image && video)
        return HealthWords::tr("Text, images, video");
    if (text && image)
        return HealthWords::tr("Text, images");
    if (text && video)
        return HealthWords::tr("Text, video");
    if (image && video)
        return HealthWords::tr("Images, video");
    if (image)
        return HealthWords::tr("Images");
    if (video)
        return HealthWords::tr("Video");
    return text ? HealthWords::tr("Text") : QString();
}

QString keyWords(const Integration &integration)
{
    switch (integration.keySource) {
    case KeySource::None:
        return HealthWords::tr("no key needed");
    case KeySource::Environment:
        return HealthWords::tr("key from the environment");
    case KeySource::Keychain:
    case KeySource::Vault:
        break;
    }
    return integration.keyTail.isEmpty() ? HealthWords::tr("key saved")
                                         : HealthWords::tr("key ends %1").arg(integration.keyTail);
}

QString integrationLine(const IntegrationSummary &summary, bool brief)
{
    QStringList parts;
    parts += summary.integration.model.isEmpty() ? summary.serviceName : summary.integration.model;
    const QString types = typesInWords(summary.types);
    if (!brief && !types.isEmpty())
        parts += types;
    parts += keyWords(summary.integration);
    return parts.join(u" · "_s);
}

Money atThisPace(Money spent, const QDate &today)
{
    return spent.scaled(today.daysInMonth(), today.day());
}

std::optional<QDate> limitFullOn(Money spent, Money limit, const QDate &today)
{
    if (spent.nano() <= 0 || spent >= limit || atThisPace(spent, today) <= limit)
        return {};
    // The first day whose share of the pace reaches the limit: day = ceil(limit * today / spent).
    const PicoDollars scaled = PicoDollars(limit.nano()) * today.day();
    const auto day = static_cast<qint64>((scaled + spent.nano() - 1) / spent.nano());
    if (day > today.daysInMonth())
        return {};
    return QDate(today.year(), today.month(), static_cast<int>(day));
}

QString limitLine(const IntegrationSummary &summary, const QDate &today, const QLocale &locale)
{
    if (!summary.integration.monthlyLimit)
        return {};
    const Money limit = *summary.integration.monthlyLimit;
    const QString used = HealthWords::tr("%1 of %2 limit")
                             .arg(percent(summary.thisMonth, limit, locale), money(limit, locale));
    const auto full = limitFullOn(summary.thisMonth, limit, today);
    if (!full || summary.health == Health::Locked)
        return used;
    return HealthWords::tr("%1 · full about %2", "50% of $25.00 limit · full about 27 Nov")
        .arg(used, dayAndMonth(*full, locale));
}

} // namespace keyway::words

#include "recordwords.h"

#include "ui/words/dates.h"
#include "ui/words/money.h"

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keyway::Records)
};

} // namespace

ServiceSays serviceSays(const UsageRecord &record)
{
    constexpr qint64 near = 100'000; // $0.0001
    if (record.outcome == Outcome::Started)
        return ServiceSays::NotEnded;
    if (record.origin == OriginClass::Local)
        return ServiceSays::RunsHere;
    if (record.statedCost && record.costState != CostState::Unknown) {
        const qint64 apart = qAbs(record.statedCost->nano() - record.platformCost.nano());
        return apart <= near || apart <= qAbs(record.platformCost.nano()) / 1000
            ? ServiceSays::Same
            : ServiceSays::Differs;
    }
    const bool free = record.costState == CostState::Exact && record.platformCost.isZero();
    return record.outcome == Outcome::Failed && free ? ServiceSays::NotCharged
                                                     : ServiceSays::DoesNotTell;
}

QString serviceSaysWord(ServiceSays says)
{
    switch (says) {
    case ServiceSays::Same:
        return Words::tr("matches");
    case ServiceSays::Differs:
        return Words::tr("differs");
    case ServiceSays::DoesNotTell:
        return Words::tr("does not tell");
    case ServiceSays::RunsHere:
        return Words::tr("runs here");
    case ServiceSays::NotCharged:
        return Words::tr("not charged");
    case ServiceSays::NotYet:
        return Words::tr("not yet");
    case ServiceSays::NotEnded:
        break;
    }
    return {};
}

QString serviceSaysText(const UsageRecord &record, const QLocale &locale)
{
    const ServiceSays says = serviceSays(record);
    if (says == ServiceSays::Same)
        return u"✓ "_s + words::requestMoney(*record.statedCost, locale);
    if (says == ServiceSays::Differs)
        return u"⚠ "_s + words::requestMoney(*record.statedCost, locale);
    return serviceSaysWord(says);
}

QString outcomeText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Started:
        return Words::tr("running");
    case Outcome::Completed:
        return Words::tr("completed");
    case Outcome::Refused:
        return Words::tr("refused");
    case Outcome::Filtered:
        return Words::tr("filtered");
    case Outcome::Failed:
        return Words::tr("failed");
    case Outcome::Cancelled:
        return Words::tr("cancelled");
    case Outcome::Unknown:
        break;
    }
    return Words::tr("outcome unknown");
}

QString outText(const UsageRecord &record, const QLocale &locale)
{
    const TokenUsage &usage = record.usage;
    if (const qint64 images = usage[Counter::Images]; images > 0)
        return Words::tr("%n image(s)", nullptr, static_cast<int>(images));
    if (const qint64 seconds = usage[Counter::VideoSeconds]; seconds > 0)
        return Words::tr("%1 s").arg(words::count(seconds, locale));
    return words::count(usage.tokensOut(), locale);
}

QString spokenRecord(const UsageRecord &record, const QString &serviceName, const QLocale &locale)
{
    return Words::tr("%1, %2, %3, %4, cost %5")
        .arg(locale.toString(record.startedAt.toLocalTime(), QLocale::ShortFormat), serviceName,
             record.model, outcomeText(record.outcome),
             words::requestMoneyOf(record.costState, record.platformCost, locale));
}

} // namespace keyway

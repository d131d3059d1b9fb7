#include "costlines.h"

#include "ui/words/fees.h"
#include "ui/words/money.h"

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

struct CostWords {
    Q_DECLARE_TR_FUNCTIONS(keyway::CostLines)
};

QString lineLabel(const CostLine &line, const QLocale &locale)
{
    const QString units = words::count(line.units, locale);
    const QString million = words::pricePerMillion(line.price, locale);
    switch (line.counter) {
    case Counter::InUncached:
    case Counter::InAudio:
    case Counter::InImage:
    case Counter::InVideo:
        return CostWords::tr("%1 tokens in × %2 / 1M").arg(units, million);
    case Counter::InCacheRead:
        return CostWords::tr("%1 from cache × %2 / 1M").arg(units, million);
    case Counter::InCacheWriteA:
    case Counter::InCacheWriteB:
        return CostWords::tr("%1 to cache × %2 / 1M").arg(units, million);
    case Counter::OutText:
    case Counter::OutImage:
    case Counter::OutAudio:
    case Counter::OutVideo:
        return CostWords::tr("%1 tokens out × %2 / 1M").arg(units, million);
    default:
        break;
    }
    return CostWords::tr("%1 × %2 each").arg(units, words::priceEach(line.price, locale));
}

} // namespace

TokenUsage usageSoFar(const AttemptValue &attempt)
{
    if (!attempt.running)
        return attempt.record.usage;
    TokenUsage usage = attempt.usage;
    if (usage.tokensIn() == 0)
        usage.set(Counter::InUncached, attempt.promptTokens);
    const qint64 written = (attempt.text.toUtf8().size() + 3) / 4;
    if (usage.tokensOut() < written)
        usage.set(Counter::OutText, written);
    return usage;
}

std::optional<Cost> costSoFar(const AttemptValue &attempt)
{
    if (!attempt.prices)
        return {};
    return costOf(usageSoFar(attempt), *attempt.prices);
}

CostLines costLines(const AnswerValue &answer, const ServicesValue &services, const QLocale &locale)
{
    CostLines shown;
    shown.live = answer.isRunning();
    QStringList labels;
    QList<Money> amounts;
    Money total, fee;
    for (qsizetype i = 0; i < answer.attempts.size(); ++i) {
        const AttemptValue &attempt = answer.attempts.at(i);
        UsageRecord record = attempt.record;
        const std::optional<Cost> cost = costSoFar(attempt);
        if (attempt.running) {
            if (!cost) {
                shown.known = false;
                continue;
            }
            record.platformCost = cost->total;
            record.costState = CostState::Estimated;
            record.outcome = Outcome::Completed;
            record.platformFee = services.fee.feeFor(record);
        } else if (record.costState == CostState::Unknown && record.outcome != Outcome::Failed) {
            shown.known = false;
            continue;
        }
        total += record.total();
        fee += record.platformFee;
        const bool last = i + 1 == answer.attempts.size();
        // The multiplication, where it is the whole truth: tiers of a service change prices
        // afterwards.
        Money sum;
        QList<Money> parts;
        if (cost) {
            for (const CostLine &line : cost->lines) {
                parts.append(Money::fromPico(line.amount()));
                sum += parts.last();
            }
        }
        if (last && cost && !parts.isEmpty() && cost->total == record.platformCost) {
            for (qsizetype l = 0; l < parts.size(); ++l) {
                labels.append(lineLabel(cost->lines.at(l), locale));
                amounts.append(parts.at(l));
            }
            // Each line is rounded by itself; the largest takes what is left of a nano-dollar.
            if (sum != cost->total)
                *std::max_element(amounts.end() - parts.size(), amounts.end()) += cost->total - sum;
        } else if (!record.platformCost.isZero() || last) {
            labels.append(record.integrationName);
            amounts.append(record.platformCost);
        }
    }
    if (!shown.known && labels.isEmpty())
        return shown;
    labels.append(
        CostWords::tr("Platform fee (%1)").arg(words::feeInBrackets(services.fee, locale)));
    amounts.append(fee);
    const QStringList texts = words::addedUp(amounts, total, locale);
    for (qsizetype i = 0; i < labels.size(); ++i)
        shown.lines.append(
            {labels.at(i), texts.value(i), words::spokenMoney(amounts.at(i), locale)});
    shown.total = {shown.live ? CostWords::tr("So far") : CostWords::tr("Total"),
                   texts.value(labels.size()), words::spokenMoney(total, locale)};
    return shown;
}

} // namespace keyway

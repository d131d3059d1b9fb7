#include "core/engine/spendwatch.h"

#include "core/base/logging.h"
#include "core/engine/routefacts.h"
#include "core/storage/spendhistory.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QRandomGenerator>

#include <algorithm>
#include <utility>

namespace keyway::engine {

using namespace Qt::StringLiterals;
using guard::Alert;

namespace {

constexpr qsizetype markedOfAttachment = 64 * 1024;

QByteArray newSalt()
{
    QByteArray salt(32, Qt::Uninitialized);
    QRandomGenerator::system()->generate(salt.begin(), salt.end());
    return salt;
}

QDateTime hourOf(const QDateTime &at)
{
    constexpr qint64 msOfHour = 3'600'000;
    return QDateTime::fromMSecsSinceEpoch(at.toMSecsSinceEpoch() / msOfHour * msOfHour, Qt::UTC);
}

/// Parts are hashed with their lengths, so that none runs into the next.
void add(QCryptographicHash &hash, QByteArrayView part)
{
    hash.addData(QByteArray::number(part.size()) + ':');
    hash.addData(part);
}

bool mayCost(const routing::RoutePlan &plan)
{
    return std::any_of(plan.candidates.cbegin(), plan.candidates.cend(),
                       [](const routing::Candidate &candidate) {
                           return !candidate.worstCost || !candidate.worstCost->isZero();
                       });
}

} // namespace

SpendWatch::SpendWatch(Database &database, AlertStore &alerts, const Clock &clock, QTimeZone zone,
                       std::function<void()> raised)
    : m_database(database)
    , m_alerts(alerts)
    , m_clock(clock)
    , m_zone(std::move(zone))
    , m_raised(std::move(raised))
    , m_salt(newSalt())
{
}

void SpendWatch::settled(const UsageRecord &record)
{
    if (record.platformCost.isZero())
        return;
    if (const Result<Done> looked = look(record); !looked)
        qCWarning(logEngine) << "Could not look for unusual spending:" << looked.error().detail();
}

Result<Done> SpendWatch::look(const UsageRecord &record)
{
    const Result<guard::RunningSpend> running = runningSpend(m_database, record.startedAt, m_zone);
    if (!running)
        return running.error();
    if (!guard::isWorthALook(*running))
        return Done();
    const Result<guard::UsualSpend> usual = usualOn(record.billingDay);
    if (!usual)
        return usual.error();
    if (guard::anomaliesIn(*running, *usual).isEmpty())
        return Done();
    const QDateTime dayBegan = record.billingDay.startOfDay(m_zone);
    // Sums that reach over midnight were perhaps told of before it.
    const QDateTime before = record.startedAt.addSecs(-3600 * guard::runningHours);
    const Result<guard::KnownSpend> known = m_alerts.known(std::min(dayBegan, before));
    if (!known)
        return known.error();
    for (const guard::Anomaly &anomaly : guard::anomaliesIn(*running, *usual, *known)) {
        const bool ofHour = anomaly.channel == guard::AnomalyChannel::Hour;
        Alert alert;
        alert.kind = ofHour ? Alert::Kind::UnusualHour : Alert::Kind::UnusualDay;
        alert.since = ofHour ? hourOf(record.startedAt) : dayBegan.toUTC();
        alert.spent = anomaly.spent;
        alert.usual = anomaly.usual;
        alert.app = record.app;
        if (const Result<Id> raised = raise(alert); !raised)
            return raised.error();
    }
    return Done();
}

Result<Id> SpendWatch::raise(Alert alert)
{
    alert.raisedAt = m_clock.now();
    alert.id = Id::create(alert.raisedAt);
    const Result<Id> raised = m_alerts.raise(alert);
    if (raised && *raised == alert.id)
        m_raised();
    return raised;
}

Result<guard::UsualSpend> SpendWatch::usualOn(const QDate &day)
{
    if (day == m_usualDay)
        return m_usual;
    const Result<guard::SpendHistory> history = spendHistory(m_database, day, m_zone);
    if (!history)
        return history.error();
    m_usual = guard::usualSpend(*history);
    m_usualDay = day;
    return m_usual;
}

Result<Done> SpendWatch::admit(const PromptRequest &request, const AskOptions &options,
                               const routing::RoutePlan &plan)
{
    // A window makes the same picture several times when a person wants several.
    const bool byHand = request.app == AppClass::Window && request.type != RequestType::Text;
    if (byHand || !mayCost(plan))
        return Done();
    const QByteArray mark = markOf(request, options);
    if (m_repetitions.admit(mark, m_clock.monotonic()))
        return Done();
    if (!m_stopped.contains(mark)) {
        if (const Result<Done> raised = raiseRepetition(mark, request); !raised)
            return raised;
    }
    // Any process may have been told.
    const Result<bool> acknowledged = m_alerts.isAcknowledged(m_stopped.value(mark));
    if (!acknowledged)
        return acknowledged.error();
    if (!*acknowledged)
        return Error(Error::Kind::Budget).withReason(u"repeated-prompt"_s);
    m_stopped.remove(mark);
    m_repetitions.allow(mark);
    return Done();
}

Result<Done> SpendWatch::raiseRepetition(const QByteArray &mark, const PromptRequest &request)
{
    const guard::RepetitionRule &rule = m_repetitions.rule();
    Alert alert;
    alert.kind = Alert::Kind::RepeatedPrompt;
    alert.since = m_clock.now().addMSecs(-rule.within.count());
    alert.times = rule.most;
    alert.app = request.app;
    const Result<Id> raised = raise(alert);
    if (!raised)
        return raised.error();
    m_stopped.insert(mark, *raised);
    return Done();
}

QByteArray SpendWatch::markOf(const PromptRequest &request, const AskOptions &options) const
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    hash.addData(m_salt);
    QStringList facts{nameOf(request.app),
                      nameOf(request.type),
                      options.integration ? options.integration->toString() : QString(),
                      options.service,
                      options.model,
                      QString::number(request.maxOutputTokens.value_or(0)),
                      QString::number(request.image.count),
                      QString::number(request.image.seed.value_or(0)),
                      QString::number(request.video.seed.value_or(0)),
                      request.image.negativePrompt,
                      request.instructions};
    for (const auto &wanted : {request.parameters, wantedOptions(request)}) {
        for (auto it = wanted.cbegin(); it != wanted.cend(); ++it)
            facts += {it.key(), it.value()};
    }
    for (const QString &fact : std::as_const(facts))
        add(hash, fact.toUtf8());
    for (const Message &message : request.messages) {
        add(hash, message.role == Message::Role::User ? "user" : "assistant");
        add(hash, message.text.toUtf8());
        for (const Attachment &attachment : message.attachments) {
            add(hash, QByteArray::number(attachment.bytes.size()));
            add(hash, attachment.bytes.left(markedOfAttachment));
        }
    }
    return hash.result();
}

} // namespace keyway::engine

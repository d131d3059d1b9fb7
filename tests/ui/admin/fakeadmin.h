#pragma once

#include "ui/admin/adminbackend.h"

#include <QtCore/QTimer>

#include <functional>
#include <utility>

namespace keyway {

/// Plays the server: answers a moment later, as it is told.
class FakeAdmin : public AdminBackend {
public:
    using AdminBackend::AdminBackend;

    AdminIdentity identity{QStringLiteral("olga@example.org"),
                           QStringLiteral("owner"),
                           {QStringLiteral("statistics"), QStringLiteral("health"),
                            QStringLiteral("audit"), QStringLiteral("keys")}};
    PlatformFigures figures, before;
    HealthFigures reports;
    PeopleFigures peopleFigures;
    QList<PlatformKey> keys;
    QList<AuditedAction> entries;
    AuditVerdict check{true, 0};
    std::optional<Error> refuse; ///< every question
    std::optional<Error> refuseKey; ///< the next key
    bool silent = false; ///< answers nothing: loading
    bool kept = false; ///< there is a session to go on with
    QStringList asked; ///< what was asked for, in order
    QByteArray keyGiven;
    QUrl server;

    void signIn(const QUrl &where, const QString &email, Secret password, const QString &code,
                QObject *context, Handler<AdminIdentity> done) override
    {
        server = where;
        const QByteArray word
            = password.reveal([](QByteArrayView bytes) { return bytes.toByteArray(); });
        asked.append(QStringLiteral("signin %1 %2 %3").arg(email, QString::fromUtf8(word), code));
        answer<AdminIdentity>(identity, context, std::move(done));
    }
    void resume(const QUrl &where, QObject *context, Handler<AdminIdentity> done) override
    {
        server = where;
        asked.append(QStringLiteral("resume"));
        if (kept)
            return answer<AdminIdentity>(identity, context, std::move(done));
        QTimer::singleShot(0, context, [done = std::move(done)] {
            done(Error(Error::Kind::Keychain).withReason(QStringLiteral("missing-key")));
        });
    }
    void stay(QObject *context, Handler<AdminIdentity> done) override
    {
        asked.append(QStringLiteral("stay"));
        answer<AdminIdentity>(identity, context, std::move(done));
    }
    void signOut(QObject *context, Handler<Done> done) override
    {
        asked.append(QStringLiteral("signout"));
        QTimer::singleShot(0, context, [done = std::move(done)] { done(Done()); });
    }
    void statistics(const QDate &from, const QDate &to, QObject *context,
                    Handler<PlatformFigures> done) override
    {
        asked.append(QStringLiteral("statistics %1 %2")
                         .arg(from.toString(Qt::ISODate), to.toString(Qt::ISODate)));
        PlatformFigures value = to < figures.from ? before : figures;
        answer<PlatformFigures>(std::move(value), context, std::move(done));
    }
    void people(const QDate &month, QObject *context, Handler<PeopleFigures> done) override
    {
        asked.append(QStringLiteral("people ") + month.toString(Qt::ISODate));
        answer<PeopleFigures>(peopleFigures, context, std::move(done));
    }
    void health(int hours, QObject *context, Handler<HealthFigures> done) override
    {
        asked.append(QStringLiteral("health %1").arg(hours));
        answer<HealthFigures>(reports, context, std::move(done));
    }
    void platformKeys(QObject *context, Handler<QList<PlatformKey>> done) override
    {
        asked.append(QStringLiteral("keys"));
        answer<QList<PlatformKey>>(keys, context, std::move(done));
    }
    void addPlatformKey(const NewPlatformKey &facts, Secret key, QObject *context,
                        Handler<Done> done) override
    {
        asked.append(QStringLiteral("add %1 %2 %3").arg(facts.service, facts.label, facts.baseUrl));
        take(key, context, std::move(done));
    }
    void rotatePlatformKey(const Id &id, Secret key, QObject *context, Handler<Done> done) override
    {
        asked.append(QStringLiteral("rotate ") + id.toString());
        take(key, context, std::move(done));
    }
    void retirePlatformKey(const Id &id, QObject *context, Handler<Done> done) override
    {
        asked.append(QStringLiteral("retire ") + id.toString());
        answer<Done>(Done(), context, std::move(done));
    }
    void audit(qint64 beforeThis, QObject *context, Handler<QList<AuditedAction>> done) override
    {
        asked.append(QStringLiteral("audit %1").arg(beforeThis));
        QList<AuditedAction> page;
        for (const AuditedAction &entry : std::as_const(entries)) {
            if ((beforeThis == 0 || entry.sequence < beforeThis) && page.size() < 20)
                page.append(entry);
        }
        answer<QList<AuditedAction>>(page, context, std::move(done));
    }
    void checkAudit(QObject *context, Handler<AuditVerdict> done) override
    {
        asked.append(QStringLiteral("check"));
        answer<AuditVerdict>(check, context, std::move(done));
    }

private:
    template <class T> void answer(T value, QObject *context, Handler<T> done)
    {
        if (silent)
            return;
        QTimer::singleShot(0, context, [this, value = std::move(value), done = std::move(done)] {
            if (refuse) {
                if (refuse->reason() == QLatin1StringView("expired"))
                    Q_EMIT sessionEnded();
                return done(*refuse);
            }
            Q_EMIT answered();
            done(value);
        });
    }
    void take(const Secret &key, QObject *context, Handler<Done> done)
    {
        keyGiven = key.reveal([](QByteArrayView bytes) { return bytes.toByteArray(); });
        if (!refuseKey)
            return answer<Done>(Done(), context, std::move(done));
        const Error error = *std::exchange(refuseKey, std::nullopt);
        QTimer::singleShot(0, context, [error, done = std::move(done)] { done(error); });
    }
};

/// The figures of the pictures.
namespace sample {

inline QDateTime adminNow()
{
    return QDateTime(QDate(2026, 11, 17), QTime(14, 30), Qt::UTC);
}

inline QHash<QString, QString> serviceNames()
{
    return {{QStringLiteral("openai"), QStringLiteral("OpenAI")},
            {QStringLiteral("anthropic"), QStringLiteral("Anthropic")},
            {QStringLiteral("gemini"), QStringLiteral("Google Gemini")},
            {QStringLiteral("stability"), QStringLiteral("Stability AI")},
            {QStringLiteral("mistral"), QStringLiteral("Mistral AI")},
            {QStringLiteral("deepseek"), QStringLiteral("DeepSeek")},
            {QStringLiteral("groq"), QStringLiteral("Groq")}};
}

inline PlatformSums sums(qint64 requests, qint64 cents, qint64 feeCents)
{
    PlatformSums one;
    one.requests = requests;
    one.attempts = requests + requests * 29 / 1000;
    one.answered = requests * 992 / 1000;
    one.platformCost = Money::fromCents(cents);
    one.fee = Money::fromCents(feeCents);
    return one;
}

inline PlatformFigures platform()
{
    PlatformFigures figures;
    figures.from = figures.to = QDate(2026, 11, 1);
    figures.accounts = 1284;
    MonthSums month;
    month.month = figures.from;
    month.activeAccounts = 1022;
    month.plans = {{QStringLiteral("percent"), sums(203'118, 787'040, 39'352)},
                   {QStringLiteral("per_request"), sums(98'300, 290'416, 21'438)},
                   {QStringLiteral("monthly"), sums(61'001, 311'877, 62'400)},
                   {QStringLiteral("freemium"), sums(46'487, 410'296, 17'728)},
                   {QStringLiteral("none"), sums(4'000, 24'448, 0)}};
    for (const NamedSums &plan : std::as_const(month.plans))
        month.sums += plan.sums;
    figures.total = month.sums;
    figures.months = {month};
    qint64 left = month.sums.requests;
    for (int day = 1; day <= 17; ++day) {
        const bool weekend = day % 7 == 1 || day % 7 == 0;
        const qint64 requests = day == 17 ? left : weekend ? 15'200 : 26'900 + day * 90;
        left -= requests;
        figures.days.append({QDate(2026, 11, day), sums(requests, 1, 0)});
    }
    figures.services = {{QStringLiteral("openai"), sums(180'000, 741'238, 60'000)},
                        {QStringLiteral("anthropic"), sums(120'000, 520'691, 40'000)},
                        {QStringLiteral("gemini"), sums(50'000, 180'422, 20'000)},
                        {QStringLiteral("stability"), sums(30'000, 165'540, 10'000)},
                        {QStringLiteral("mistral"), sums(20'000, 115'325, 5'918)},
                        {QStringLiteral("deepseek"), sums(8'000, 79'398, 3'000)},
                        {QStringLiteral("groq"), sums(4'906, 21'463, 2'000)}};
    return figures;
}

inline HealthFigures reports()
{
    HealthFigures figures;
    figures.from = adminNow().addDays(-1);
    const auto add = [&figures](const char *service, int hoursAgo, ServiceOutcome outcome,
                                LatencyBucket latency, qint64 count) {
        HealthReport report;
        report.service = QString::fromLatin1(service);
        report.outcome = outcome;
        report.latency = latency;
        report.hour
            = QDateTime(QDate(2026, 11, 17), QTime(14, 0), Qt::UTC).addSecs(-3600LL * hoursAgo);
        report.count = count;
        figures.reports.append(report);
    };
    for (int hour = 0; hour < 24; ++hour) {
        add("openai", hour, ServiceOutcome::Answered, LatencyBucket::To500Ms, 240 + hour);
        add("anthropic", hour, ServiceOutcome::Answered, LatencyBucket::To1S, 140 - hour);
        add("gemini", hour, ServiceOutcome::Answered,
            hour < 2 ? LatencyBucket::To5S : LatencyBucket::To500Ms, 120);
        add("groq", hour, ServiceOutcome::Answered, LatencyBucket::To500Ms, 16);
        add("deepseek", hour, hour < 3 ? ServiceOutcome::NoAnswer : ServiceOutcome::Answered,
            hour < 3 ? LatencyBucket::None : LatencyBucket::To2S, 14);
    }
    add("openai", 20, ServiceOutcome::Overloaded, LatencyBucket::None, 90);
    add("openai", 3, ServiceOutcome::Other, LatencyBucket::None, 12);
    add("mistral", 9, ServiceOutcome::Answered, LatencyBucket::To1S, 30);
    return figures;
}

inline PlatformKey key(const char *service, const char *label, const char *fingerprint, qint64 uses,
                       qint64 cents, int addedDaysAgo)
{
    PlatformKey one;
    one.addedAt = adminNow().addDays(-addedDaysAgo);
    one.id = Id::create(one.addedAt);
    one.service = QString::fromLatin1(service);
    one.label = QString::fromLatin1(label);
    one.fingerprint = fingerprint;
    one.uses = uses;
    one.spent = Money::fromCents(cents);
    if (uses > 0)
        one.lastUsedAt = adminNow().addSecs(-uses);
    return one;
}

inline QList<PlatformKey> platformKeys()
{
    QList<PlatformKey> keys{key("openai", "Free tier", "7c1e40aa9d2be4f7", 14'402, 8'412, 92),
                            key("anthropic", "Free tier", "19d08be23fa17c00", 6'210, 5'177, 92),
                            key("gemini", "Free tier, second", "e4f702c90b8d5512", 0, 0, 1),
                            key("groq", "Trial of October", "c65e940d1f7a2b33", 312, 4, 40)};
    keys[0].rotatedAt = adminNow().addDays(-2);
    keys[3].retiredAt = adminNow().addDays(-20);
    keys[3].enabled = false;
    return keys;
}

inline QList<AuditedAction> entries(int count = 14)
{
    const QList<std::pair<const char *, const char *>> kinds{
        {"signed-in", ""},
        {"system-key-rotated", "0192c3f4"},
        {"system-key-added", "openai"},
        {"sign-in-refused", ""},
        {"admin-created", "petra@example.org"}};
    QList<AuditedAction> list;
    for (int i = count; i > 0; --i) {
        const auto &[action, detail] = kinds.at(i % kinds.size());
        AuditedAction entry;
        entry.sequence = i;
        entry.at = adminNow().addSecs(-3600LL * 3 * (count - i) - 71);
        entry.actor
            = i % 3 == 0 ? QStringLiteral("petra@example.org") : QStringLiteral("olga@example.org");
        entry.address = QStringLiteral("10.4.2.%1").arg(17 + i % 3);
        entry.action = QString::fromLatin1(action);
        if (*detail)
            entry.detail = {{QStringLiteral("about"), QString::fromLatin1(detail)}};
        entry.mark = QString::number(qint64(i) * 2654435761, 16).repeated(8).left(64);
        list.append(entry);
    }
    return list;
}

inline PeopleFigures people()
{
    PeopleFigures figures;
    figures.month = QDate(2026, 10, 1);
    figures.fewest = 20;
    figures.accounts = 1284;
    figures.services = {{QStringLiteral("openai"), 988},
                        {QStringLiteral("anthropic"), 731},
                        {QStringLiteral("gemini"), 402},
                        {QStringLiteral("stability"), 97},
                        {QStringLiteral("mistral"), 41}};
    figures.models = {{QStringLiteral("openai/gpt-6-luna"), 803},
                      {QStringLiteral("anthropic/claude-sonnet-5-5"), 655},
                      {QStringLiteral("gemini/gemini-3-pro"), 311},
                      {QStringLiteral("openai/gpt-4.1"), 120}};
    figures.types = {{QStringLiteral("text"), 1233},
                     {QStringLiteral("image"), 488},
                     {QStringLiteral("video"), 116}};
    for (int hour = 0; hour < 24; ++hour) {
        if (hour < 2 || hour > 5)
            figures.hours.append({QString::number(hour), 90 + 40 * qMin(hour, 26 - hour)});
    }
    for (int day = 1; day <= 7; ++day)
        figures.weekdays.append({QString::number(day), day > 5 ? 610 + day : 1'040 - 9 * day});
    figures.spending = {{Money(), 174},
                        {Money::fromCents(500), 312},
                        {Money::fromCents(1'000), 241},
                        {Money::fromCents(2'000), 268},
                        {Money::fromCents(4'000), 187},
                        {std::nullopt, 102}};
    for (int ago = 5; ago >= 0; --ago) {
        PeopleCohort cohort;
        cohort.start = figures.month.addMonths(-ago);
        qint64 left = 118 + 17 * (5 - ago);
        for (int month = 0; month <= ago; ++month) {
            cohort.months.insert(cohort.start.addMonths(month), left);
            left = left * (month == 0 ? 71 : 88) / 100;
        }
        figures.cohorts.append(cohort);
    }
    figures.cohorts[2].months.remove(QDate(2026, 10, 1)); // would tell of a handful
    return figures;
}

/// A server with all of it.
inline void fill(FakeAdmin &admin)
{
    admin.figures = platform();
    admin.before = platform();
    admin.reports = reports();
    admin.keys = platformKeys();
    admin.peopleFigures = people();
    admin.entries = entries();
}

} // namespace sample
} // namespace keyway

#pragma once

#include "ui/desktop/activity/activitybackend.h"

#include <QtCore/QTimer>

namespace keyway {

/// A record in memory, newest first. Answers come with the next turn of the event loop.
class FakeActivity : public ActivityBackend {
public:
    QList<AuditEntry> kept;
    AuditCheck found;
    std::optional<Error> fails; ///< of every reading
    QString file; ///< of what is written out of it
    QString copy; ///< of the seals
    int windowsRead = 0, checks = 0, renewals = 0;
    bool holdsChecks = false; ///< they begin, and never end

    void count(const AuditFilter &filter, QObject *context, Handler<qint64> done) override
    {
        answer<qint64>(context, done, qint64(fitting(filter).size()));
    }
    void entries(const AuditFilter &filter, QObject *context,
                 Handler<QList<AuditEntry>> done) override
    {
        ++windowsRead;
        answer<QList<AuditEntry>>(context, done, fitting(filter).mid(filter.offset, filter.limit));
    }
    void verify(QObject *context, Handler<AuditCheck> done) override
    {
        ++checks;
        if (!holdsChecks)
            answer<AuditCheck>(context, done, found);
    }
    void sealCopy(QObject *context, Handler<QString> done) override
    {
        answer<QString>(context, done, copy);
    }
    void setSealCopy(const QString &path, QObject *context, Handler<Done> done) override
    {
        copy = path;
        answer<Done>(context, done, {});
    }
    void renewSeals(QObject *context, Handler<Done> done) override
    {
        ++renewals;
        answer<Done>(context, done, {});
    }
    QString database() const override { return file; }

private:
    QList<AuditEntry> fitting(const AuditFilter &filter) const
    {
        QList<AuditEntry> entries;
        for (const AuditEntry &entry : kept) {
            const bool inGroup = filter.groups.isEmpty()
                || filter.groups.contains(entry.event.name.section(u'.', 0, 0));
            const bool said = entry.integrationName.contains(filter.text, Qt::CaseInsensitive);
            const bool theirs = filter.by.isEmpty() || entry.app == filter.by
                || entry.integrationName == filter.by;
            const bool then = (!filter.from || entry.at >= *filter.from)
                && (!filter.until || entry.at < *filter.until);
            if (inGroup && said && theirs && then)
                entries.append(entry);
        }
        return entries;
    }
    template <class T> void answer(QObject *context, Handler<T> done, T value) const
    {
        QTimer::singleShot(
            0, context,
            [done = std::move(done),
             result = fails ? Result<T>(*fails) : Result<T>(std::move(value))] { done(result); });
    }
};

namespace sample {

/// So many entries, of the kinds that people have, up to 18 November 2026, 14:30:52.
inline QList<AuditEntry> record(int count)
{
    const QDateTime newest(QDate(2026, 11, 18), QTime(14, 30, 52), Qt::LocalTime);
    const auto text = [](const char *words) { return QString::fromLatin1(words); };
    QList<AuditEntry> entries;
    for (int i = 0; i < count; ++i) {
        AuditEntry entry;
        entry.sequence = count - i;
        entry.at = newest.addSecs(-137 * i);
        entry.hash = QByteArray(31, char(37 * i)) + char(i);
        entry.integrationName = i % 3 == 0 ? text("OpenAI (GPT-4)") : text("Google Gemini");
        switch (i % 7) {
        case 3:
            entry.event = {text("limit.set"),
                           text("everything"),
                           {{text("scope"), text("everything")},
                            {text("period"), text("month")},
                            {text("most_nano"), qint64(40'000'000'000)},
                            {text("reached"), text("stop")}}};
            entry.integrationName.clear();
            break;
        case 5:
            entry.event = {text("integration.tested"), text("id"), {}};
            break;
        case 6:
            entry.event = {text("setting.changed"), text("routing"), {}};
            entry.integrationName.clear();
            break;
        default:
            entry.app = i % 2 == 0 ? text("window") : text("cli");
            entry.event = {text("attempt.settled"),
                           text("id"),
                           {{text("outcome"), i % 7 == 2 ? text("failed") : text("completed")},
                            {text("cost_state"), text("exact")},
                            {text("platform_cost_nano"), i % 7 == 2 ? 0 : 6'312'000}}};
            entry.model = i % 3 == 0 ? text("gpt-4.1") : text("gemini-2.5-flash");
        }
        if (i % 53 == 9) {
            const QString day = entry.at.addDays(-1).toString(text("yyyy-MM-dd"));
            entry.event = {text("audit.sealed"), day, {{text("entries"), 64}}};
            entry.integrationName.clear();
            entry.model.clear();
            entry.app.clear();
        }
        entries.append(entry);
    }
    return entries;
}

} // namespace sample
} // namespace keyway

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
    int windowsRead = 0, checks = 0;

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
        answer<AuditCheck>(context, done, found);
    }

private:
    QList<AuditEntry> fitting(const AuditFilter &filter) const
    {
        QList<AuditEntry> entries;
        for (const AuditEntry &entry : kept) {
            const bool inGroup = filter.groups.isEmpty()
                || filter.groups.contains(entry.event.name.section(u'.', 0, 0));
            const bool said = entry.integrationName.contains(filter.text, Qt::CaseInsensitive);
            const bool older = !filter.before || entry.sequence < *filter.before;
            if (inGroup && said && older)
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
            entry.event = {text("attempt.settled"),
                           text("id"),
                           {{text("outcome"), i % 7 == 2 ? text("failed") : text("completed")},
                            {text("cost_state"), text("exact")},
                            {text("platform_cost_nano"), i % 7 == 2 ? 0 : 6'312'000}}};
            entry.model = i % 3 == 0 ? text("gpt-4.1") : text("gemini-2.5-flash");
        }
        entries.append(entry);
    }
    return entries;
}

} // namespace sample
} // namespace keyway

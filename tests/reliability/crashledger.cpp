#include "tests/reliability/crashledger.h"

#include <QtCore/QJsonArray>

#include <algorithm>

namespace keyway {

using namespace Qt::StringLiterals;

QString endOf(const QJsonObject &row)
{
    return u"%1 %2 %3 %4"_s
        .arg(row.value("outcome"_L1).toString(), row.value("cost_state"_L1).toString())
        .arg(row.value("platform_cost_nano"_L1).toInteger())
        .arg(row.value("platform_fee_nano"_L1).toInteger());
}

void CrashLedger::hear(const QByteArray &lines)
{
    QList<QByteArray> whole = lines.split('\n');
    whole.removeLast();
    for (const QByteArray &line : std::as_const(whole)) {
        const QByteArrayList words = line.split(' ');
        if (words.size() < 2)
            continue;
        const QByteArray &what = words.at(0);
        Attempt &attempt = m_attempts[QString::fromLatin1(words.at(1))];
        if (what == "started" && words.size() == 4) {
            attempt.integration = QString::fromLatin1(words.at(2));
            attempt.prompt = words.at(3);
        } else if (what == "text") {
            attempt.textSeen = true;
        } else if (what == "ended" && words.size() == 6) {
            attempt.end = QString::fromLatin1(words.mid(2).join(' '));
            ++m_promised;
        } else {
            qFatal("unknown line: %s", line.constData());
        }
    }
}

void CrashLedger::hearAnswer(const QJsonObject &answer)
{
    m_answers.append(answer);
    m_promised += answer.value("attempts"_L1).toArray().size();
}

QString CrashLedger::compare(const QHash<QString, QJsonObject> &rows) const
{
    for (auto it = rows.cbegin(); it != rows.cend(); ++it) {
        if (it->value("outcome"_L1) == "started"_L1)
            return u"still started: "_s + it.key();
    }
    for (auto it = m_attempts.cbegin(); it != m_attempts.cend(); ++it) {
        const auto row = rows.constFind(it.key());
        if (row == rows.cend())
            return u"lost: %1 %2"_s.arg(it.key(), it->end);
        if (!it->end.isEmpty() && endOf(*row) != it->end)
            return u"changed: %1 was told as %2 and is %3"_s.arg(it.key(), it->end, endOf(*row));
    }
    QHash<QString, QList<QJsonObject>> byRequest;
    for (const QJsonObject &row : rows)
        byRequest[row.value("request_id"_L1).toString()].append(row);
    for (const QJsonObject &answer : m_answers) {
        const QString request = answer.value("request_id"_L1).toString();
        QStringList told;
        for (const QJsonValue &attempt : answer.value("attempts"_L1).toArray())
            told.append(endOf(attempt.toObject()));
        QList<QJsonObject> kept = byRequest.value(request);
        std::sort(kept.begin(), kept.end(), [](const QJsonObject &a, const QJsonObject &b) {
            return a.value("attempt"_L1).toInteger() < b.value("attempt"_L1).toInteger();
        });
        QStringList found;
        for (const QJsonObject &row : std::as_const(kept))
            found.append(endOf(row));
        if (told != found)
            return u"changed: the answer to %1 told %2, kept is %3"_s.arg(
                request, told.join(u", "_s), found.join(u", "_s));
    }
    return {};
}

} // namespace keyway

#pragma once

#include <QtCore/QHash>
#include <QtCore/QJsonObject>
#include <QtCore/QSet>
#include <QtCore/QString>

namespace keyway {

/// What killed programs said before they died, to be compared with what the ledger says after.
class CrashLedger {
public:
    struct Attempt {
        QString integration;
        QByteArray prompt;
        bool textSeen = false;
        QString end; ///< "OUTCOME COST-STATE COST FEE"; empty where it was not told
    };

    /// Takes the lines of askForEver(); a last line without its end is left out.
    void hear(const QByteArray &lines);
    /// Takes the object that a `keyway ask --json` printed before it ended.
    void hearAnswer(const QJsonObject &answer);

    /// Compares with the rows of `keyway usage --records --json`, by record id; empty where every
    /// promised record is there unchanged, and nothing is left `started`.
    QString compare(const QHash<QString, QJsonObject> &rows) const;

    const QHash<QString, Attempt> &attempts() const { return m_attempts; }
    qint64 promised() const { return m_promised; }

private:
    QHash<QString, Attempt> m_attempts; ///< by record id
    QList<QJsonObject> m_answers;
    qint64 m_promised = 0;
};

/// "OUTCOME COST-STATE COST FEE" of a row of `--json`; amounts that nobody knows count as 0.
QString endOf(const QJsonObject &row);

} // namespace keyway

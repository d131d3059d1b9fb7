#pragma once

#include <QtCore/QDate>
#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QStringList>

#include <optional>

namespace keyway::cli {

/// What one command takes.
struct Option {
    QString name; ///< without dashes
    QString value; ///< the placeholder of its value in the help; empty: a switch
    QString help;
    QChar letter = {}; ///< behind one dash, as a short name
};

/// The words behind a command, sorted into options and operands.
class Arguments {
public:
    /// Options may stand anywhere; `--` ends them; `--name=value` and `--name value` are the same.
    /// Nothing, with a sentence in `problem`, where an option is unknown or lacks its value.
    static std::optional<Arguments> parse(const QStringList &words, const QList<Option> &known,
                                          QString *problem);

    const QStringList &operands() const { return m_operands; }
    Arguments withOperands(const QStringList &operands) const;
    bool has(const QString &option) const { return m_options.contains(option); }
    /// The last one, where it was given more than once.
    QString value(const QString &option) const
    {
        return values(option).value(values(option).size() - 1);
    }
    QStringList values(const QString &option) const { return m_options.value(option); }
    /// A day of the month that --month names, `otherwise` where it was not given. Nothing, with a
    /// sentence in `problem`, where that is no month.
    std::optional<QDate> month(const QDate &otherwise, QString *problem) const;

private:
    QStringList m_operands;
    QHash<QString, QStringList> m_options;
};

} // namespace keyway::cli

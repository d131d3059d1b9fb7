#include "ui/terminal/arguments.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Arguments)
};
} // namespace

std::optional<Arguments> Arguments::parse(const QStringList &words, const QList<Option> &known,
                                          QString *problem)
{
    Arguments arguments;
    bool optionsOver = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words.at(i);
        if (optionsOver || word == "-"_L1 || !word.startsWith(u'-')) {
            arguments.m_operands.append(word);
            continue;
        }
        if (word == "--"_L1) {
            optionsOver = true;
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString name = equals < 0 ? word : word.left(equals);
        const auto option
            = std::find_if(known.cbegin(), known.cend(), [&](const Option &candidate) {
                  return name == "--"_L1 + candidate.name
                      || (!candidate.letter.isNull() && name == "-"_L1 + candidate.letter);
              });
        if (option == known.cend()) {
            *problem = name == "--key"_L1 || name == "--api-key"_L1
                ? Text::tr("A key is never an argument: other programs could read it. Give it on "
                           "standard input or type it when asked.")
                : Text::tr("There is no option %1 here.").arg(name);
            return std::nullopt;
        }
        if (option->value.isEmpty()) {
            if (equals >= 0) {
                *problem = Text::tr("The option %1 takes no value.").arg(name);
                return std::nullopt;
            }
            arguments.m_options.insert(option->name, {});
        } else if (equals >= 0) {
            arguments.m_options[option->name].append(word.mid(equals + 1));
        } else if (i + 1 < words.size()) {
            arguments.m_options[option->name].append(words.at(++i));
        } else {
            *problem = Text::tr("The option %1 needs a value: %2.").arg(name, option->value);
            return std::nullopt;
        }
    }
    return arguments;
}

std::optional<QDate> Arguments::month(const QDate &otherwise, QString *problem) const
{
    if (!has(u"month"_s))
        return otherwise;
    const QDate month = QDate::fromString(value(u"month"_s) + "-01"_L1, Qt::ISODate);
    if (month.isValid())
        return month;
    *problem = Text::tr("--month takes a month such as 2026-11.");
    return std::nullopt;
}

Arguments Arguments::withOperands(const QStringList &operands) const
{
    Arguments other = *this;
    other.m_operands = operands;
    return other;
}

} // namespace keyway::cli

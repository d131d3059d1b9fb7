#include "ui/terminal/output.h"

#include "core/process/secretinput.h"

#include <algorithm>
#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

void write(FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

void print(const QString &text)
{
    write(stdout, text.toUtf8() + '\n');
}

void printPart(const QString &text)
{
    write(stdout, text.toUtf8());
}

void printBytes(const QByteArray &bytes)
{
    write(stdout, bytes);
}

void tell(const QString &text)
{
    write(stderr, text.toUtf8() + '\n');
}

void tellPart(const QString &text)
{
    write(stderr, text.toUtf8());
}

void printTable(const QList<QStringList> &lines, const QString &alignment, const QStringList &head)
{
    QList<QStringList> all = lines;
    if (!head.isEmpty())
        all.prepend(head);
    QList<qsizetype> widths(alignment.size(), 0);
    for (const QStringList &line : std::as_const(all)) {
        for (qsizetype column = 0; column < line.size(); ++column)
            widths[column] = std::max(widths.at(column), line.at(column).size());
    }
    for (const QStringList &line : std::as_const(all)) {
        QString text;
        for (qsizetype column = 0; column < line.size(); ++column) {
            const bool right = alignment.at(column) == u'r';
            const bool last = column == line.size() - 1;
            if (column > 0)
                text += "  "_L1;
            text += right ? line.at(column).rightJustified(widths.at(column))
                : last    ? line.at(column)
                          : line.at(column).leftJustified(widths.at(column));
        }
        print(text);
    }
}

bool outputIsTerminal()
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stdout)) != 0;
#else
    return isatty(STDOUT_FILENO) != 0;
#endif
}

bool errorIsTerminal()
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stderr)) != 0;
#else
    return isatty(STDERR_FILENO) != 0;
#endif
}

bool confirmed(const QString &question)
{
    if (!inputIsTerminal())
        return false;
    tellPart(question + u' ');
    QByteArray line;
    if (!readTypedLine(&line, 100))
        return false;
    const QString answer = QString::fromLocal8Bit(line).trimmed().toLower();
    return answer == "y"_L1 || answer == "yes"_L1 || answer == "j"_L1 || answer == "ja"_L1;
}

} // namespace keyway::cli

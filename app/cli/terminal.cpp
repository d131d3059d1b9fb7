#include "app/cli/terminal.h"

#include <QtCore/QFile>
#include <QtCore/QStringDecoder>

#include <algorithm>
#include <cstdio>
#include <utility>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <poll.h>
#include <termios.h>
#include <unistd.h>
#endif

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

/// Switches the echo of the terminal off for as long as it lives.
class NoEcho {
public:
#ifdef Q_OS_WIN
    NoEcho()
    {
        m_input = GetStdHandle(STD_INPUT_HANDLE);
        GetConsoleMode(m_input, &m_before);
        SetConsoleMode(m_input, m_before & ~static_cast<DWORD>(ENABLE_ECHO_INPUT));
    }
    ~NoEcho()
    {
        SetConsoleMode(m_input, m_before);
    }

private:
    HANDLE m_input = nullptr;
    DWORD m_before = 0;
#else
    NoEcho()
    {
        tcgetattr(STDIN_FILENO, &m_before);
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~NoEcho()
    {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }

private:
    termios m_before{};
#endif
    Q_DISABLE_COPY_MOVE(NoEcho)
};

#ifndef Q_OS_WIN
int interruptDescriptor = -1; ///< poll() passes over a negative one
#endif

/// A line of at most `most` bytes from the terminal; false where Ctrl+C came instead.
bool readLine(QByteArray *line, qsizetype most)
{
#ifdef Q_OS_WIN
    QFile input;
    if (input.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered))
        *line = input.readLine(most);
    return true;
#else
    while (line->size() < most && !line->endsWith('\n')) {
        // Ctrl+C may be told to any thread, so a read alone would not notice it.
        pollfd wanted[] = {{STDIN_FILENO, POLLIN, 0}, {interruptDescriptor, POLLIN, 0}};
        if (::poll(wanted, 2, -1) < 0)
            continue;
        if ((wanted[1].revents & POLLIN) != 0)
            return false;
        char byte = 0;
        const ssize_t got = ::read(STDIN_FILENO, &byte, 1);
        if (got < 0)
            return false;
        if (got == 0)
            return true;
        line->append(byte);
    }
    return true;
#endif
}

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

#ifndef Q_OS_WIN
void setInterruptDescriptor(int descriptor)
{
    interruptDescriptor = descriptor;
}
#endif

bool inputIsTerminal()
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stdin)) != 0;
#else
    return isatty(STDIN_FILENO) != 0;
#endif
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

Result<Secret> readSecret(const QString &question)
{
    constexpr qsizetype most = Secret::maximumSize + 3;
    QByteArray bytes;
    bytes.reserve(most + 1);
    if (inputIsTerminal()) {
        // Before the question, so that nothing that is typed upon it is shown.
        const NoEcho noEcho;
        write(stderr, question.toUtf8() + ' ');
        const bool typed = readLine(&bytes, most);
        write(stderr, "\n");
        if (!typed)
            return Error(Error::Kind::Cancelled);
    } else {
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered))
            return Error(Error::Kind::Rejected).withReason(u"key-missing"_s);
        while (bytes.size() < most) {
            QByteArray piece = input.read(most - bytes.size());
            if (piece.isEmpty())
                break;
            bytes += piece;
            wipe(piece);
        }
    }
    while (bytes.endsWith('\n') || bytes.endsWith('\r') || bytes.endsWith(' '))
        bytes.chop(1);
    if (bytes.isEmpty())
        return Error(Error::Kind::Rejected).withReason(u"key-missing"_s);
    const bool tooLarge = bytes.size() > Secret::maximumSize;
    Secret secret = Secret::take(std::move(bytes));
    if (tooLarge)
        return Error(Error::Kind::Keychain).withReason(u"too-large"_s);
    return secret;
}

Result<QString> readPrompt()
{
    constexpr qint64 most = 8 * 1024 * 1024;
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return Error(Error::Kind::Rejected).withReason(u"empty-prompt"_s);
    QByteArray bytes;
    while (bytes.size() <= most) { // a pipe gives what it has, piece by piece
        const QByteArray piece = input.read(most + 1 - bytes.size());
        if (piece.isEmpty())
            break;
        bytes += piece;
    }
    if (bytes.size() > most)
        return Error(Error::Kind::Rejected).withReason(u"prompt-too-large"_s);
    // Stateless: a letter that is cut at the end is an error, and not the start of more.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    if (decoder.hasError())
        return Error(Error::Kind::Rejected).withReason(u"not-utf8"_s);
    return text;
}

bool confirmed(const QString &question)
{
    if (!inputIsTerminal())
        return false;
    write(stderr, question.toUtf8() + ' ');
    QByteArray line;
    if (!readLine(&line, 100))
        return false;
    const QString answer = QString::fromLocal8Bit(line).trimmed().toLower();
    return answer == "y"_L1 || answer == "yes"_L1 || answer == "j"_L1 || answer == "ja"_L1;
}

} // namespace keyway::cli

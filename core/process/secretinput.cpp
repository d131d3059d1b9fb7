#include "core/process/secretinput.h"

#include <QtCore/QFile>

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

namespace keyway {

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

void tellPart(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
    std::fflush(stderr);
}

} // namespace

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

bool readTypedLine(QByteArray *line, qsizetype most)
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

Result<Secret> readSecret(const QString &question)
{
    constexpr qsizetype most = Secret::maximumSize + 3;
    QByteArray bytes;
    bytes.reserve(most + 1);
    if (inputIsTerminal()) {
        // Before the question, so that nothing that is typed upon it is shown.
        const NoEcho noEcho;
        tellPart(question.toUtf8() + ' ');
        const bool typed = readTypedLine(&bytes, most);
        tellPart("\n");
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

} // namespace keyway

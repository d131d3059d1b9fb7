#include "app/cli/terminal.h"

#include <QtCore/QFile>
#include <QtCore/QStringDecoder>

#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
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

Result<Secret> readSecret(const QString &question)
{
    QByteArray bytes;
    bytes.reserve(Secret::maximumSize + 4);
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Error(Error::Kind::Rejected).withReason(u"key-missing"_s);
    if (inputIsTerminal()) {
        write(stderr, question.toUtf8() + ' ');
        const NoEcho noEcho;
        bytes = input.readLine(Secret::maximumSize + 3);
        write(stderr, "\n");
    } else {
        bytes = input.read(Secret::maximumSize + 3);
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
    const QByteArray bytes = input.read(most + 1);
    if (bytes.size() > most)
        return Error(Error::Kind::Rejected).withReason(u"prompt-too-large"_s);
    QStringDecoder decoder(QStringDecoder::Utf8);
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
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return false;
    const QString answer = QString::fromLocal8Bit(input.readLine()).trimmed().toLower();
    return answer == "y"_L1 || answer == "yes"_L1 || answer == "j"_L1 || answer == "ja"_L1;
}

} // namespace keyway::cli

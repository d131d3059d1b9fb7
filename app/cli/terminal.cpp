#include "app/cli/terminal.h"

#include <QtCore/QFile>
#include <QtCore/QStringDecoder>

#include <cstdio>

namespace keyway::cli {

using namespace Qt::StringLiterals;

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

} // namespace keyway::cli

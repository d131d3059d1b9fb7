#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace keyway {

// What people type into the programs that have a terminal.

bool inputIsTerminal();

/// Where a byte can be read after Ctrl+C; the questions below then end without an answer.
void setInterruptDescriptor(int descriptor);

/// A line of at most `most` bytes from the terminal; false where Ctrl+C came instead.
bool readTypedLine(QByteArray *line, qsizetype most);

/// One line from the terminal without echo, or all of standard input where that is not a terminal
/// (one line end at its end is dropped). The question goes to standard error. Error: Rejected
/// `key-missing` where nothing came, `too-large` where more than Secret::maximumSize came.
Result<Secret> readSecret(const QString &question);

} // namespace keyway

#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace keyway::cli {

/// Answers go to standard output, everything else to standard error.
void print(const QString &text); ///< a line
void printPart(const QString &text); ///< no line end, shown at once
void printBytes(const QByteArray &bytes);
void tell(const QString &text); ///< a line on standard error
void tellPart(const QString &text); ///< no line end

/// Lines of cells in columns as wide as their widest cell. `alignment` has a letter a column, `l`
/// or `r`; the last column is not padded. `head` may be empty.
void printTable(const QList<QStringList> &lines, const QString &alignment,
                const QStringList &head = {});

bool inputIsTerminal();
bool outputIsTerminal();
bool errorIsTerminal();

/// Where a byte can be read after Ctrl+C; the questions below then end without an answer.
void setInterruptDescriptor(int descriptor);

/// One line from the terminal without echo, or all of standard input where that is not a terminal
/// (one line end at its end is dropped). Error: Rejected `key-missing` where nothing came,
/// `too-large` where more than Secret::maximumSize came.
Result<Secret> readSecret(const QString &question);
/// All of standard input. Error: Rejected `prompt-too-large` or `not-utf8`.
Result<QString> readPrompt();
/// Asks on the terminal; false where there is none.
bool confirmed(const QString &question);

} // namespace keyway::cli

#pragma once

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

bool outputIsTerminal();
bool errorIsTerminal();

/// Asks on the terminal; false where there is none.
bool confirmed(const QString &question);

} // namespace keyway::cli

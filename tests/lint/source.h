#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace keyway::lint {

/// One source file, in three views of the same length and with the same line ends: as written,
/// without comments, and without comments and the insides of literals. So a place found in one view
/// is the same place in the others, and a rule about code is not fooled by a sentence.
class Source {
public:
    Source(QString path, QString text);

    /// Relative to the project root, with forward slashes.
    const QString &path() const { return m_path; }
    const QString &text() const { return m_text; }
    const QString &uncommented() const { return m_uncommented; }
    const QString &code() const { return m_code; }

    /// Counted from 1.
    int lineOf(qsizetype offset) const;

    bool isCpp() const;
    bool isUnder(QStringView folder) const;

private:
    QString m_path;
    QString m_text;
    QString m_uncommented;
    QString m_code;
};

/// The arguments between the parenthesis at `open` and its partner, split at the commas of the
/// outermost level; empty when the parentheses do not balance. Works on Source::code().
QStringList argumentsAt(QStringView code, qsizetype open);

} // namespace keyway::lint

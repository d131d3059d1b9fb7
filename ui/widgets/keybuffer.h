#pragma once

#include "core/base/secret.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace keyway {

/// The characters of a key while it is typed: one block of memory that never moves and is
/// overwritten when it is cleared. Positions are bytes at the borders of UTF-8 characters.
class KeyBuffer {
public:
    KeyBuffer();
    ~KeyBuffer();
    KeyBuffer(const KeyBuffer &) = delete;
    KeyBuffer &operator=(const KeyBuffer &) = delete;

    qsizetype size() const { return m_bytes.size(); }
    bool isEmpty() const { return m_bytes.isEmpty(); }
    /// In characters, as people count.
    qsizetype length() const;
    QByteArrayView view() const { return m_bytes; }

    /// What does not fit into Secret::maximumSize is left out. The position behind it.
    qsizetype insert(qsizetype at, QByteArrayView bytes);
    void remove(qsizetype from, qsizetype to);
    void clear();
    qsizetype before(qsizetype at) const;
    qsizetype after(qsizetype at) const;

    /// A copy in guarded memory.
    Secret secret() const;

private:
    QByteArray m_bytes;
};

/// `pasted` without blanks, line ends and the quotes around it.
QByteArray cleanedKey(QByteArray pasted);

} // namespace keyway

#include "keybuffer.h"

#include <algorithm>

namespace keyway {
namespace {

bool continues(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

} // namespace

KeyBuffer::KeyBuffer()
{
    // Reserved once, so that no growing leaves an old copy behind.
    m_bytes.reserve(Secret::maximumSize + 16);
}

KeyBuffer::~KeyBuffer()
{
    clear();
}

qsizetype KeyBuffer::length() const
{
    return std::count_if(m_bytes.cbegin(), m_bytes.cend(), [](char c) { return !continues(c); });
}

qsizetype KeyBuffer::insert(qsizetype at, QByteArrayView bytes)
{
    qsizetype room = std::min(bytes.size(), Secret::maximumSize - m_bytes.size());
    while (room > 0 && room < bytes.size() && continues(bytes.at(room)))
        --room;
    if (room <= 0)
        return at;
    m_bytes.insert(at, bytes.first(room));
    return at + room;
}

void KeyBuffer::remove(qsizetype from, qsizetype to)
{
    if (to <= from)
        return;
    const qsizetype rest = m_bytes.size() - (to - from);
    char *data = m_bytes.data();
    std::copy(data + to, data + m_bytes.size(), data + from);
    std::fill(data + rest, data + m_bytes.size(), '\0');
    m_bytes.resize(rest);
}

void KeyBuffer::clear()
{
    m_bytes.fill('\0');
    m_bytes.resize(0);
}

qsizetype KeyBuffer::before(qsizetype at) const
{
    if (at <= 0)
        return 0;
    --at;
    while (at > 0 && continues(m_bytes.at(at)))
        --at;
    return at;
}

qsizetype KeyBuffer::after(qsizetype at) const
{
    if (at >= m_bytes.size())
        return m_bytes.size();
    ++at;
    while (at < m_bytes.size() && continues(m_bytes.at(at)))
        ++at;
    return at;
}

Secret KeyBuffer::secret() const
{
    QByteArray copy(m_bytes.constData(), m_bytes.size());
    return Secret::take(std::move(copy));
}

QByteArray cleanedKey(QByteArray pasted)
{
    qsizetype kept = 0;
    char *data = pasted.data();
    for (qsizetype i = 0; i < pasted.size(); ++i) {
        const auto c = static_cast<unsigned char>(data[i]);
        if (c > 0x20 && c != 0x7F)
            data[kept++] = data[i];
    }
    std::fill(data + kept, data + pasted.size(), '\0');
    pasted.resize(kept);
    const auto quoted = [&](char quote) {
        return pasted.size() >= 2 && pasted.startsWith(quote) && pasted.endsWith(quote);
    };
    if (quoted('"') || quoted('\'') || quoted('`')) {
        pasted.remove(0, 1);
        pasted.chop(1);
    }
    return pasted;
}

} // namespace keyway

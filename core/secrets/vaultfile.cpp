#include "core/secrets/vaultfile.h"

#include <QtCore/QtEndian>

#include <cstring>
#include <optional>
#include <sodium.h>
#include <utility>

namespace keyway::vaultfile {

using namespace Qt::StringLiterals;

namespace {

constexpr char magic[] = "KEYWAYV1";
constexpr qsizetype magicSize = 8;
constexpr qsizetype saltSize = crypto_pwhash_SALTBYTES;
constexpr qsizetype nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype keySize = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr qsizetype headerSize = magicSize + 8 + 8 + saltSize + nonceSize;
constexpr qsizetype checksumSize = crypto_generichash_BYTES;
constexpr qsizetype largestFile = 16 * 1024 * 1024;
/// A file may not make Keyway eat all memory or time of the computer.
constexpr quint64 largestMemory = quint64(4) * 1024 * 1024 * 1024;
constexpr quint64 mostOperations = 64;

Error failed(const QString &reason, const QString &detail)
{
    return Error(Error::Kind::Keychain, detail).withReason(reason);
}

Error damaged(const QString &detail)
{
    return failed(u"damaged"_s, detail);
}

const unsigned char *bytesOf(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

unsigned char *bytesOf(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

/// Memory for plain entries: locked, never dumped, zeroed in the end.
class Guarded {
public:
    explicit Guarded(qsizetype size)
        : m_data(static_cast<char *>(sodium_malloc(static_cast<std::size_t>(size))))
        , m_size(size)
    {
        if (!m_data)
            qFatal("No guarded memory for a vault: raise the limit of locked memory");
    }
    ~Guarded() { sodium_free(m_data); }
    Q_DISABLE_COPY_MOVE(Guarded)

    unsigned char *bytes() { return reinterpret_cast<unsigned char *>(m_data); }
    char *data() { return m_data; }
    qsizetype size() const { return m_size; }

private:
    char *m_data;
    qsizetype m_size;
};

struct Parts {
    VaultCost cost;
    QByteArray header;
    QByteArray salt;
    QByteArray nonce;
    QByteArray ciphertext;
};

QByteArray checksumOf(const QByteArray &bytes)
{
    QByteArray sum(checksumSize, '\0');
    crypto_generichash(bytesOf(sum), static_cast<std::size_t>(checksumSize), bytesOf(bytes),
                       static_cast<unsigned long long>(bytes.size()), nullptr, 0);
    return sum;
}

Result<Parts> split(const QByteArray &file)
{
    if (file.size() < headerSize + tagSize + checksumSize || file.size() > largestFile)
        return damaged(u"%1 bytes"_s.arg(file.size()));
    if (!file.startsWith(magic))
        return damaged(u"not a vault"_s);
    const QByteArray body = file.chopped(checksumSize);
    if (checksumOf(body) != file.right(checksumSize))
        return damaged(u"the checksum differs"_s);
    Parts parts;
    parts.header = body.left(headerSize);
    parts.cost.operations = qFromLittleEndian<quint64>(body.constData() + magicSize);
    parts.cost.memory = qFromLittleEndian<quint64>(body.constData() + magicSize + 8);
    if (parts.cost.operations < crypto_pwhash_OPSLIMIT_MIN || parts.cost.operations > mostOperations
        || parts.cost.memory < crypto_pwhash_MEMLIMIT_MIN || parts.cost.memory > largestMemory)
        return damaged(u"a cost beyond all measure"_s);
    parts.salt = body.mid(magicSize + 16, saltSize);
    parts.nonce = body.mid(magicSize + 16 + saltSize, nonceSize);
    parts.ciphertext = body.mid(headerSize);
    return parts;
}

Result<Key> derive(const Secret &password, QByteArray salt, VaultCost cost)
{
    if (sodium_init() < 0)
        return failed(u"unavailable"_s, u"libsodium finds no randomness"_s);
    QByteArray bytes(keySize, '\0');
    const int result = password.reveal([&](QByteArrayView text) {
        // An empty one has no memory at all, and the hash takes no null pointer.
        return crypto_pwhash(bytesOf(bytes), static_cast<unsigned long long>(keySize),
                             text.isEmpty() ? "" : text.data(),
                             static_cast<unsigned long long>(text.size()), bytesOf(salt),
                             cost.operations, static_cast<std::size_t>(cost.memory),
                             crypto_pwhash_ALG_ARGON2ID13);
    });
    if (result != 0)
        return failed(u"unavailable"_s, u"not enough memory for the password's hash"_s);
    return Key{Secret::take(std::move(bytes)), std::move(salt), cost};
}

qsizetype sizeOf(const Entries &entries)
{
    qsizetype size = 0;
    for (const auto &[name, secret] : entries)
        size += 8 + name.toUtf8().size() + secret.size();
    return size;
}

void put(char *&at, QByteArrayView bytes)
{
    std::memcpy(at, bytes.data(), static_cast<std::size_t>(bytes.size()));
    at += bytes.size();
}

/// The next `size` bytes of what is left; nothing where there are fewer.
std::optional<QByteArrayView> take(QByteArrayView &left, qsizetype size)
{
    if (size < 0 || size > left.size())
        return std::nullopt;
    const QByteArrayView taken = left.first(size);
    left = left.sliced(size);
    return taken;
}

Result<Entries> parse(QByteArrayView left)
{
    Entries entries;
    while (!left.isEmpty()) {
        const auto lengths = take(left, 8);
        if (!lengths)
            return damaged(u"half an entry"_s);
        const auto name = take(left, qFromLittleEndian<quint32>(lengths->data()));
        if (!name)
            return damaged(u"half a name"_s);
        const auto value = take(left, qFromLittleEndian<quint32>(lengths->data() + 4));
        if (!value)
            return damaged(u"half a key"_s);
        entries.insert_or_assign(QString::fromUtf8(*name), Secret::take(value->toByteArray()));
    }
    return entries;
}

} // namespace

Result<Key> newKey(const Secret &password, VaultCost cost)
{
    if (sodium_init() < 0)
        return failed(u"unavailable"_s, u"libsodium finds no randomness"_s);
    QByteArray salt(saltSize, '\0');
    randombytes_buf(salt.data(), static_cast<std::size_t>(saltSize));
    return derive(password, salt, cost);
}

Result<Key> keyOf(const QByteArray &file, const Secret &password)
{
    auto parts = split(file);
    if (!parts.ok())
        return parts.error();
    auto key = derive(password, parts->salt, parts->cost);
    if (!key.ok())
        return key;
    const auto entries = open(file, *key);
    if (!entries.ok())
        return entries.error();
    return key;
}

QByteArray seal(const Entries &entries, const Key &key)
{
    QByteArray header(headerSize, '\0');
    std::memcpy(header.data(), magic, magicSize);
    qToLittleEndian(key.cost.operations, header.data() + magicSize);
    qToLittleEndian(key.cost.memory, header.data() + magicSize + 8);
    std::memcpy(header.data() + magicSize + 16, key.salt.constData(), saltSize);
    char *nonce = header.data() + magicSize + 16 + saltSize;
    randombytes_buf(nonce, static_cast<std::size_t>(nonceSize));

    Guarded plain(sizeOf(entries));
    char *at = plain.data();
    for (const auto &[name, secret] : entries) {
        const QByteArray text = name.toUtf8();
        char lengths[8];
        qToLittleEndian(static_cast<quint32>(text.size()), lengths);
        qToLittleEndian(static_cast<quint32>(secret.size()), lengths + 4);
        put(at, QByteArrayView(lengths, 8));
        put(at, text);
        secret.reveal([&at](QByteArrayView bytes) { put(at, bytes); });
    }
    QByteArray file = header + QByteArray(plain.size() + tagSize, '\0');
    unsigned long long written = 0;
    key.bytes.reveal([&](QByteArrayView bytes) {
        crypto_aead_xchacha20poly1305_ietf_encrypt(
            bytesOf(file) + headerSize, &written, plain.bytes(),
            static_cast<unsigned long long>(plain.size()), bytesOf(std::as_const(header)),
            static_cast<unsigned long long>(headerSize), nullptr,
            reinterpret_cast<const unsigned char *>(nonce),
            reinterpret_cast<const unsigned char *>(bytes.data()));
    });
    return file + checksumOf(file);
}

Result<Entries> open(const QByteArray &file, const Key &key)
{
    auto parts = split(file);
    if (!parts.ok())
        return parts.error();
    if (key.bytes.size() != keySize)
        return failed(u"wrong-password"_s, u"no key"_s);
    Guarded plain(parts->ciphertext.size() - tagSize);
    const int result = key.bytes.reveal([&](QByteArrayView bytes) {
        return crypto_aead_xchacha20poly1305_ietf_decrypt(
            plain.bytes(), nullptr, nullptr, bytesOf(std::as_const(parts->ciphertext)),
            static_cast<unsigned long long>(parts->ciphertext.size()),
            bytesOf(std::as_const(parts->header)), static_cast<unsigned long long>(headerSize),
            bytesOf(std::as_const(parts->nonce)),
            reinterpret_cast<const unsigned char *>(bytes.data()));
    });
    if (result != 0)
        return failed(u"wrong-password"_s, u"the key does not open the vault"_s);
    return parse(QByteArrayView(plain.data(), plain.size()));
}

} // namespace keyway::vaultfile

#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <map>

namespace keyway {

/// What Argon2id spends on one guess of a password.
struct VaultCost {
    quint64 operations = 3;
    quint64 memory = 64 * 1024 * 1024; ///< bytes
};

/// The bytes of a vault file. Pure; every function may be called on any thread. Errors are
/// Kind::Keychain with reason `damaged` or `wrong-password`.
///
///     header      magic "KEYWAYV1", operations u64, memory u64, salt 16 bytes, nonce 24 bytes
///     ciphertext  XChaCha20-Poly1305 of the entries, with the header as associated data
///     checksum    BLAKE2b-256 of all before; tells a damaged file from a wrong password, no more
///
/// Numbers are little-endian; an entry is two lengths u32 and two byte strings, name and key.
namespace vaultfile {

using Entries = std::map<QString, Secret>;

/// A derived key, with the salt and cost it was derived by. Lives in guarded memory.
struct Key {
    Secret bytes;
    QByteArray salt;
    VaultCost cost;
};

/// A key for a new vault or a new password. Takes as long as `cost` says.
Result<Key> newKey(const Secret &password, VaultCost cost);
/// The key of an existing file; `wrong-password` where it does not open it.
Result<Key> keyOf(const QByteArray &file, const Secret &password);

QByteArray seal(const Entries &entries, const Key &key);
/// `wrong-password` where the file was sealed by another key.
Result<Entries> open(const QByteArray &file, const Key &key);

} // namespace vaultfile

} // namespace keyway

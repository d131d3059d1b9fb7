#pragma once

#include "core/base/id.h"

#include <QtCore/QByteArray>

#include <optional>

namespace keyway::server {

/// A word that proves something: which account it is for, and 256 random bits. The database keeps
/// its hash alone. Text form: `kw1_<account, 32 hex digits>_<43 characters>`; it names the account
/// so that every look-up is by account first.
struct Token {
    Id account;
    QByteArray text;
    QByteArray hash; ///< BLAKE2b-256 of the text

    static Token create(const Id &account);
    /// Nothing where it does not look like one.
    static std::optional<Token> parse(const QByteArray &text);
};

/// BLAKE2b-256.
QByteArray hashOf(const QByteArray &bytes);

} // namespace keyway::server

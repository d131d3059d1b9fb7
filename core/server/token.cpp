#include "core/server/token.h"

#include <sodium.h>

namespace keyway::server {

namespace {

constexpr auto prefix = "kw1_";
constexpr qsizetype accountDigits = 32;
constexpr std::size_t randomBytes = 32;
constexpr qsizetype randomLetters = 43;
constexpr qsizetype wholeSize = 4 + accountDigits + 1 + randomLetters;
constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

bool isReady()
{
    return sodium_init() >= 0;
}

} // namespace

QByteArray hashOf(const QByteArray &bytes)
{
    QByteArray hash(32, '\0');
    if (!isReady())
        qFatal("no randomness");
    crypto_generichash(reinterpret_cast<unsigned char *>(hash.data()), 32,
                       reinterpret_cast<const unsigned char *>(bytes.constData()),
                       static_cast<unsigned long long>(bytes.size()), nullptr, 0);
    return hash;
}

Token Token::create(const Id &account)
{
    if (!isReady())
        qFatal("no randomness");
    QByteArray random(randomBytes, '\0');
    randombytes_buf(random.data(), randomBytes);
    Token token;
    token.account = account;
    token.text
        = prefix + account.toString().toLatin1().replace("-", "") + '_' + random.toBase64(base64);
    token.hash = hashOf(token.text);
    return token;
}

std::optional<Token> Token::parse(const QByteArray &text)
{
    if (text.size() != wholeSize || !text.startsWith(prefix) || text.at(4 + accountDigits) != '_')
        return std::nullopt;
    const QString digits = QString::fromLatin1(text.mid(4, accountDigits));
    const std::optional<Id> account
        = Id::fromString(digits.left(8) + u'-' + digits.mid(8, 4) + u'-' + digits.mid(12, 4) + u'-'
                         + digits.mid(16, 4) + u'-' + digits.mid(20));
    if (!account)
        return std::nullopt;
    return Token{*account, text, hashOf(text)};
}

} // namespace keyway::server

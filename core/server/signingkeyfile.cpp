#include "core/server/signingkeyfile.h"

#include "core/server/accountrow.h"
#include "core/server/sqlconnection.h"

#include <QtCore/QFile>

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestFile = 1024;

Error wrongFile(const QString &path, const QString &reason)
{
    return Error(Error::Kind::Storage, path).withReason(reason);
}

/// Whole or not at all, and never over another one: servers may start at the same time.
Result<Done> writeNew(const QString &path)
{
    const Secret seed = SigningKey::create().seed();
    QByteArray text = seed.reveal([](QByteArrayView bytes) { return bytes.toByteArray().toHex(); });
    const QString unfinished = path + u'.' + Id::create(QDateTime::currentDateTimeUtc()).toString();
    QFile file(unfinished);
    const bool written
        = file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)
        && file.write(text + '\n') == text.size() + 1 && file.flush();
    wipe(text);
    file.close();
    const bool moved = written && (QFile::rename(unfinished, path) || QFile::exists(path));
    QFile::remove(unfinished);
    return moved ? Result<Done>(Done()) : wrongFile(path, u"cannot-open"_s);
}

} // namespace

Result<SigningKey> signingKeyFrom(const QString &path, bool mayCreate)
{
    if (mayCreate && !QFile::exists(path)) {
        if (const auto written = writeNew(path); !written)
            return written.error();
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return wrongFile(path, u"cannot-open"_s);
#ifdef Q_OS_UNIX
    constexpr auto others
        = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (file.permissions() & others)
        return wrongFile(path, u"not-private"_s);
#endif
    QByteArray text = file.read(longestFile).trimmed();
    QByteArray bytes = QByteArray::fromHex(text);
    const bool isHex = bytes.toHex() == text.toLower();
    wipe(text);
    std::optional<SigningKey> key = SigningKey::fromSeed(Secret::take(std::move(bytes)));
    if (!key || !isHex)
        return wrongFile(path, u"not-a-key"_s);
    return std::move(*key);
}

Result<Done> claimSigningKey(SqlConnection &sql, const QByteArray &publicKey)
{
    return sql.write([&]() -> Result<Done> {
        const auto claimed = sql.run(u"INSERT INTO billing_key (one, public_key) VALUES (1, ?) "
                                     "ON CONFLICT (one) DO NOTHING"_s,
                                     {publicKey});
        if (!claimed)
            return claimed.error();
        QByteArray known;
        const auto read
            = sql.query(u"SELECT public_key FROM billing_key"_s, {}, [&known](const Row &row) {
                  known = row.bytes(0);
                  return false;
              });
        if (!read)
            return read.error();
        return known == publicKey ? Result<Done>(Done()) : refused(u"other-signing-key"_s);
    });
}

} // namespace keyway::server

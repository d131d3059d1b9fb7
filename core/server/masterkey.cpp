#include "core/server/sealer.h"
#include "core/server/sqlconnection.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryFile>

#include <utility>

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

const QByteArray checkPlace = "sealed_check/1";
constexpr auto checkWords = "the master key of this database";

Error failed(const QString &reason, const QString &detail)
{
    return Error(Error::Kind::Storage, detail).withReason(reason);
}

/// Another server may do the same at this moment: whoever is first has made the key.
Result<Done> create(const QString &path)
{
    QTemporaryFile file(path + ".XXXXXX"_L1); // for its owner alone
    file.setAutoRemove(true);
    if (!file.open())
        return failed(u"cannot-open"_s, path + u": "_s + file.errorString());
    QByteArray digits = Sealer::newMasterKey().reveal(
        [](QByteArrayView key) { return key.toByteArray().toHex() + '\n'; });
    const bool written = file.write(digits) == digits.size() && file.flush();
    wipe(digits);
    if (!written)
        return failed(u"cannot-open"_s, path + u": "_s + file.errorString());
    file.close();
    if (QFile::rename(file.fileName(), path))
        file.setAutoRemove(false);
    else if (!QFile::exists(path))
        return failed(u"cannot-open"_s, path);
    return Done();
}

} // namespace

Result<Secret> readMasterKey(const QString &path, bool mayCreate)
{
    if (mayCreate && !QFile::exists(path)) {
        if (auto created = create(path); !created)
            return created.error();
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failed(u"cannot-open"_s, path + u": "_s + file.errorString());
    if (file.permissions() & QFile::ReadOther)
        return failed(u"open-to-others"_s, path);
    constexpr qint64 longest = 200;
    QByteArray text = file.read(longest);
    QByteArray digits = text.trimmed();
    QByteArray key = QByteArray::fromHex(digits);
    const bool whole
        = digits.size() == 2 * Sealer::masterKeyBytes && key.toHex() == digits.toLower();
    wipe(text);
    wipe(digits);
    if (!whole)
        return failed(u"bad-master-key"_s, path);
    return Secret::take(std::move(key));
}

Result<Done> checkMasterKey(SqlConnection &sql, const Sealer &sealer)
{
    const QByteArray sealed = sealer.seal(Secret::take(checkWords), checkPlace);
    const auto kept = sql.write([&]() -> Result<qint64> {
        return sql.run(u"INSERT INTO sealed_check (check_id, sealed) VALUES (1, ?) "
                       "ON CONFLICT (check_id) DO NOTHING"_s,
                       {sealed});
    });
    if (!kept)
        return kept.error();
    QByteArray found;
    const auto read = sql.query(u"SELECT sealed FROM sealed_check WHERE check_id = 1"_s, {},
                                [&found](const Row &row) {
                                    found = row.bytes(0);
                                    return false;
                                });
    if (!read)
        return read.error();
    if (!sealer.open(found, checkPlace))
        return failed(u"wrong-master-key"_s, u"the database was made with another master key"_s);
    return Done();
}

} // namespace keyway::server

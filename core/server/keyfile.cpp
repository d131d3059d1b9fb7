#include "core/server/keyfile.h"

#include "core/base/id.h"
#include "core/base/sodiumbytes.h"

#include <QtCore/QDateTime>
#include <QtCore/QFile>

#include <utility>

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestFile = 1024;

Error wrongFile(const QString &path, const QString &reason)
{
    return Error(Error::Kind::Storage, path).withReason(reason);
}

/// Whole or not at all, and never over another one.
Result<Done> create(const QString &path)
{
    const QString unfinished = path + u'.' + Id::create(QDateTime::currentDateTimeUtc()).toString();
    QFile file(unfinished);
    QByteArray text
        = newKey().reveal([](QByteArrayView key) { return key.toByteArray().toHex() + '\n'; });
    const bool written
        = file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)
        && file.write(text) == text.size() && file.flush();
    wipe(text);
    file.close();
    const bool moved = written && (QFile::rename(unfinished, path) || QFile::exists(path));
    QFile::remove(unfinished);
    return moved ? Result<Done>(Done()) : wrongFile(path, u"cannot-open"_s);
}

} // namespace

Secret newKey()
{
    if (!sodiumIsReady())
        qFatal("no randomness");
    QByteArray key(keyBytes, '\0');
    randombytes_buf(key.data(), static_cast<std::size_t>(key.size()));
    return Secret::take(std::move(key));
}

Result<Secret> readSecretFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return wrongFile(path, u"cannot-open"_s);
#ifdef Q_OS_UNIX
    if (file.permissions() & (QFile::ReadOther | QFile::WriteOther | QFile::WriteGroup))
        return wrongFile(path, u"not-private"_s);
#endif
    QByteArray text = file.read(longestFile);
    QByteArray content = text.trimmed();
    wipe(text);
    if (content.isEmpty())
        return wrongFile(path, u"empty"_s);
    return Secret::take(std::move(content));
}

Result<Secret> readKeyFile(const QString &path, bool mayCreate)
{
    if (mayCreate && !QFile::exists(path)) {
        if (const auto created = create(path); !created)
            return created.error();
    }
    const Result<Secret> digits = readSecretFile(path);
    if (!digits)
        return digits.error();
    QByteArray key = digits->reveal([](QByteArrayView hex) {
        QByteArray bytes = QByteArray::fromHex(hex.toByteArray());
        return bytes.toHex() == hex.toByteArray().toLower() ? bytes : QByteArray();
    });
    if (key.size() != keyBytes)
        return wrongFile(path, u"not-a-key"_s);
    return Secret::take(std::move(key));
}

} // namespace keyway::server

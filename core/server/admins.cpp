#include "core/server/admins.h"

#include "core/server/accountrow.h"
#include "core/server/passwords.h"
#include "core/server/sealer.h"
#include "core/server/sqlconnection.h"
#include "core/server/totp.h"

#include <chrono>

namespace keyway::server {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr SignInAttempts::Rule lockRule{5, 15min, 15min};
constexpr qint64 idleMs = 30 * 60'000;
constexpr qint64 longestMs = 12 * 3600'000;

/// Another name than that of an account with the same address.
QByteArray nameHashOf(const QString &email)
{
    return hashOf("admin " + emailKey(email).toUtf8());
}

QByteArray placeOf(const Id &admin)
{
    return "admin/" + admin.toString().toLatin1();
}

} // namespace

struct Admins::Known {
    Admin admin;
    QString password; ///< its hash
    QByteArray sealedSeed;
};

Admins::Admins(SqlConnection &sql, Passwords &passwords, const Sealer &sealer, const Clock &clock)
    : m_sql(sql)
    , m_passwords(passwords)
    , m_sealer(sealer)
    , m_clock(clock)
    , m_attempts(sql, clock, lockRule)
{
}

Result<std::optional<Admins::Known>> Admins::find(const QString &email)
{
    std::optional<Known> known;
    const auto read
        = m_sql.query(u"SELECT admin_id, email, role, password, totp_sealed FROM admin "
                      "WHERE email_key = ? AND disabled_at IS NULL"_s,
                      {emailKey(email)}, [&known](const Row &row) {
                          known
                              = Known{{row.id(0), row.text(1),
                                       adminRoleFromName(row.text(2)).value_or(AdminRole::Viewer)},
                                      row.text(3),
                                      row.bytes(4)};
                          return false;
                      });
    if (!read)
        return read.error();
    return known;
}

Result<Secret> Admins::create(const QString &email, const Secret &password, AdminRole role,
                              const AdminActor &by)
{
    constexpr qsizetype longestEmail = 254;
    const QString address = email.trimmed();
    if (address.size() > longestEmail || !address.contains(u'@'))
        return refused(u"bad-email"_s);
    if (password.size() < Passwords::shortest || password.size() > Passwords::longest)
        return refused(u"bad-password"_s);
    const Result<QString> hash = m_passwords.hash(password);
    if (!hash)
        return hash.error();
    const QDateTime now = m_clock.now();
    const Id id = Id::create(now);
    Secret seed = totp::newSeed();
    const auto written = m_sql.write([&]() -> Result<Done> {
        const auto added
            = m_sql.run(u"INSERT INTO admin (admin_id, email, email_key, password, role, "
                        "totp_sealed, totp_step, created_at) VALUES (?, ?, ?, ?, ?, ?, 0, ?) "
                        "ON CONFLICT (email_key) DO NOTHING"_s,
                        {stored(id), address, emailKey(address), *hash, nameOf(role),
                         m_sealer.seal(seed, placeOf(id)), stored(now)});
        if (!added)
            return added.error();
        if (*added == 0)
            return refused(u"known-admin"_s);
        return AdminAudit(m_sql, m_clock)
            .add(by, u"admin-created"_s, {{u"email"_s, address}, {u"role"_s, nameOf(role)}});
    });
    if (!written)
        return written.error();
    return seed;
}

/// Takes the code out, so that it works once, whoever else shows it at the same moment.
Result<Done> Admins::useCode(const Known &admin, const QString &code)
{
    const Result<Secret> seed = m_sealer.open(admin.sealedSeed, placeOf(admin.admin.id));
    if (!seed)
        return seed.error();
    const std::optional<qint64> step = totp::stepOf(*seed, code, m_clock.now());
    if (!step)
        return notAllowed(u"bad-credentials"_s);
    const auto used = m_sql.write([&]() -> Result<qint64> {
        return m_sql.run(u"UPDATE admin SET totp_step = ? WHERE admin_id = ? AND totp_step < ?"_s,
                         {*step, stored(admin.admin.id), *step});
    });
    if (!used)
        return used.error();
    return *used == 1 ? Result<Done>(Done()) : notAllowed(u"bad-credentials"_s);
}

Result<Done> Admins::refuse(const QByteArray &name, const std::optional<Known> &admin,
                            const QString &email, const QByteArray &address)
{
    if (auto counted = m_attempts.failed(name); !counted)
        return counted;
    // What a stranger typed may be a password: only an address that is known is written down.
    const AdminActor actor{admin ? admin->admin.id : Id(), admin ? email.trimmed() : u"unknown"_s,
                           address};
    if (auto noted = AdminAudit(m_sql, m_clock).add(actor, u"sign-in-refused"_s); !noted)
        return noted;
    return notAllowed(u"bad-credentials"_s);
}

Result<QByteArray> Admins::signIn(const QString &email, const Secret &password, const QString &code,
                                  const QByteArray &address)
{
    const QByteArray name = nameHashOf(email);
    if (auto admitted = m_attempts.admit(name); !admitted)
        return admitted.error();
    const Result<std::optional<Known>> found = find(email);
    if (!found)
        return found.error();
    const Result<bool> right
        = m_passwords.matches(*found ? (*found)->password : QString(), password);
    if (!right)
        return right.error();
    if (!*right)
        return refuse(name, *found, email, address).error();
    const Known &known = **found;
    if (auto used = useCode(known, code); !used) {
        const bool wrong = used.error().kind() == Error::Kind::Auth;
        return wrong ? refuse(name, *found, email, address).error() : used.error();
    }
    const QDateTime now = m_clock.now();
    const Token token = Token::create(known.admin.id);
    const auto written = m_sql.write([&]() -> Result<Done> {
        const auto forgotten = m_sql.run(u"DELETE FROM admin_session WHERE seen_at < ?"_s,
                                         {stored(now.addMSecs(-longestMs))});
        if (!forgotten)
            return forgotten.error();
        const auto added
            = m_sql.run(u"INSERT INTO admin_session (admin_id, token_hash, "
                        "created_at, seen_at) VALUES (?, ?, ?, ?)"_s,
                        {stored(known.admin.id), token.hash, stored(now), stored(now)});
        if (!added)
            return added.error();
        if (auto forgiven = m_attempts.succeeded(name); !forgiven)
            return forgiven;
        return AdminAudit(m_sql, m_clock)
            .add({known.admin.id, known.admin.email, address}, u"signed-in"_s);
    });
    if (!written)
        return written.error();
    return token.text;
}

Result<Admin> Admins::authenticate(const QByteArray &text)
{
    const std::optional<Token> token = Token::parse(text);
    if (!token)
        return notAllowed(u"bad-token"_s);
    std::optional<Admin> admin;
    qint64 createdAt = 0;
    qint64 seenAt = 0;
    const auto read = m_sql.query(
        u"SELECT a.email, a.role, s.created_at, s.seen_at FROM admin_session s "
        "JOIN admin a ON a.admin_id = s.admin_id WHERE s.admin_id = ? AND s.token_hash = ? AND "
        "a.disabled_at IS NULL"_s,
        {stored(token->account), token->hash}, [&](const Row &row) {
            admin = Admin{token->account, row.text(0),
                          adminRoleFromName(row.text(1)).value_or(AdminRole::Viewer)};
            createdAt = row.number(2);
            seenAt = row.number(3);
            return false;
        });
    if (!read)
        return read.error();
    if (!admin)
        return notAllowed(u"bad-token"_s);
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    if (now - seenAt >= idleMs || now - createdAt >= longestMs)
        return notAllowed(u"expired"_s);
    const auto seen = m_sql.write([&]() -> Result<qint64> {
        return m_sql.run(
            u"UPDATE admin_session SET seen_at = ? WHERE admin_id = ? AND token_hash = ?"_s,
            {now, stored(token->account), token->hash});
    });
    if (!seen)
        return seen.error();
    return *admin;
}

Result<Done> Admins::signOut(const QByteArray &text)
{
    const std::optional<Token> token = Token::parse(text);
    if (!token)
        return notAllowed(u"bad-token"_s);
    const auto ended = m_sql.write([&]() -> Result<qint64> {
        return m_sql.run(u"DELETE FROM admin_session WHERE admin_id = ? AND token_hash = ?"_s,
                         {stored(token->account), token->hash});
    });
    return ended ? Result<Done>(Done()) : ended.error();
}

} // namespace keyway::server

#include "core/server/accounts.h"

#include "core/server/accountrow.h"
#include "core/server/mail.h"
#include "core/server/passwords.h"
#include "core/server/sqlconnection.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QTimeZone>

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 verifyDays = 7;
constexpr qint64 resetHours = 1;
constexpr qsizetype longestEmail = 254;

bool isEmail(const QString &text)
{
    static const QRegularExpression pattern(
        uR"(\A[^\s@"<>(),:;\\]{1,64}@[^\s@"<>(),:;\\]+\.[^\s@"<>(),:;\\.]+\z)"_s);
    return text.size() <= longestEmail && pattern.match(text).hasMatch();
}

bool isPassword(const Secret &password)
{
    return password.size() >= Passwords::shortest && password.size() <= Passwords::longest;
}

QByteArray nameHashOf(const QString &email)
{
    return hashOf(emailKey(email).toUtf8());
}

} // namespace

QString emailKey(const QString &email)
{
    return email.trimmed().normalized(QString::NormalizationForm_KC).toCaseFolded();
}

Accounts::Accounts(SqlConnection &sql, Passwords &passwords, Mailer &mailer, const Clock &clock)
    : m_sql(sql)
    , m_passwords(passwords)
    , m_mailer(mailer)
    , m_clock(clock)
    , m_attempts(sql, clock, {})
{
}

Result<std::optional<Accounts::Known>> Accounts::find(const QString &email)
{
    std::optional<Id> id;
    const auto read = m_sql.query(u"SELECT account_id FROM account_email WHERE email_key = ?"_s,
                                  {emailKey(email)}, [&id](const Row &row) {
                                      id = row.id(0);
                                      return false;
                                  });
    if (!read)
        return read.error();
    return id ? find(*id) : Result<std::optional<Known>>(std::optional<Known>());
}

Result<std::optional<Accounts::Known>> Accounts::find(const Id &account)
{
    std::optional<Known> known;
    const auto read = m_sql.query(u"SELECT account_id, email, password, zone, created_at, "
                                  "verified_at FROM account WHERE account_id = ? AND "
                                  "deleted_at IS NULL"_s,
                                  {stored(account)}, [&known](const Row &row) {
                                      known = Known{row.id(0),   row.text(1),
                                                    row.text(2), row.text(3).toLatin1(),
                                                    row.time(4), !row.isNull(5)};
                                      return false;
                                  });
    if (!read)
        return read.error();
    return known;
}

Result<Done> Accounts::signUp(const QString &email, const Secret &password, const QByteArray &zone)
{
    if (!isEmail(email.trimmed()))
        return refused(u"bad-email"_s);
    if (!isPassword(password))
        return refused(u"bad-password"_s);
    if (!QTimeZone::isTimeZoneIdAvailable(zone))
        return refused(u"bad-zone"_s);
    // Before it is known whether there is such an account: both take the same time.
    const Result<QString> hash = m_passwords.hash(password);
    if (!hash)
        return hash.error();
    const Result<std::optional<Known>> found = find(email);
    if (!found)
        return found.error();
    if (*found && (*found)->verified) {
        m_mailer.send({Mail::Kind::Exists, (*found)->email, {}});
        return Done();
    }

    const QDateTime now = m_clock.now();
    const Id id = *found ? (*found)->id : Id::create(now);
    const auto written = m_sql.write([&]() -> Result<Done> {
        if (*found) {
            // Nobody has proved that it is theirs yet: the newest password counts.
            const auto changed
                = m_sql.run(u"UPDATE account SET password = ?, zone = ?, created_at = ? "
                            "WHERE account_id = ? AND verified_at IS NULL"_s,
                            {*hash, QString::fromLatin1(zone), stored(now), stored(id)});
            return changed ? Result<Done>(Done()) : changed.error();
        }
        return add(id, email.trimmed(), *hash, zone);
    });
    if (!written && written.error().reason() == "conflict"_L1)
        return Done(); // the same address came twice at the same moment
    if (!written)
        return written;
    return mailToken(id, email.trimmed(), false);
}

/// Inside a transaction: a row that nobody has verified.
Result<Done> Accounts::add(const Id &id, const QString &email, const QString &hash,
                           const QByteArray &zone)
{
    const auto named
        = m_sql.run(u"INSERT INTO account_email (email_key, account_id) VALUES (?, ?)"_s,
                    {emailKey(email), stored(id)});
    if (!named)
        return named.error();
    const auto made
        = m_sql.run(u"INSERT INTO account (account_id, email, password, zone, created_at) "
                    "VALUES (?, ?, ?, ?, ?)"_s,
                    {stored(id), email, hash, QString::fromLatin1(zone), stored(m_clock.now())});
    return made ? Result<Done>(Done()) : made.error();
}

Result<Invited> Accounts::invite(const QString &email)
{
    if (!isEmail(email.trimmed()))
        return refused(u"bad-email"_s);
    const Result<std::optional<Known>> found = find(email);
    if (!found)
        return found.error();
    if (*found)
        return Invited{(*found)->id, false};
    const Id id = Id::create(m_clock.now());
    // No password is right for an empty hash; signing up or a reset by mail gives it one.
    if (auto added = add(id, email.trimmed(), {}, "UTC"); !added)
        return added.error();
    return Invited{id, true};
}

Result<Done> Accounts::mailToken(const Id &account, const QString &email, bool forReset)
{
    const Token token = Token::create(account);
    const QDateTime now = m_clock.now();
    const QDateTime until = forReset ? now.addSecs(resetHours * 3600) : now.addDays(verifyDays);
    const QString purpose = forReset ? u"reset"_s : u"verify"_s;
    const auto written = m_sql.write([&]() -> Result<qint64> {
        return m_sql.run(u"INSERT INTO mail_token (account_id, purpose, token_hash, expires_at) "
                         "VALUES (?, ?, ?, ?) ON CONFLICT (account_id, purpose) DO UPDATE SET "
                         "token_hash = excluded.token_hash, expires_at = excluded.expires_at"_s,
                         {stored(account), purpose, token.hash, stored(until)});
    });
    if (!written)
        return written.error();
    m_mailer.send({forReset ? Mail::Kind::Reset : Mail::Kind::Verify, email, token.text});
    return Done();
}

/// Inside a transaction: takes the token out, so that it works once.
Result<Done> Accounts::useToken(const QByteArray &text, const QString &purpose, Id *account)
{
    const std::optional<Token> token = Token::parse(text);
    if (!token)
        return notAllowed(u"bad-token"_s);
    const auto used
        = m_sql.run(u"DELETE FROM mail_token WHERE account_id = ? AND purpose = ? AND "
                    "token_hash = ? AND expires_at > ?"_s,
                    {stored(token->account), purpose, token->hash, stored(m_clock.now())});
    if (!used)
        return used.error();
    if (*used != 1)
        return notAllowed(u"bad-token"_s);
    *account = token->account;
    return Done();
}

Result<Done> Accounts::verify(const QByteArray &token)
{
    return m_sql.write([&]() -> Result<Done> {
        Id account;
        if (auto used = useToken(token, u"verify"_s, &account); !used)
            return used;
        const auto verified
            = m_sql.run(u"UPDATE account SET verified_at = ? WHERE account_id = ? AND "
                        "verified_at IS NULL"_s,
                        {stored(m_clock.now()), stored(account)});
        return verified ? Result<Done>(Done()) : verified.error();
    });
}

Result<SignedIn> Accounts::signIn(const QString &email, const Secret &password,
                                  const QString &deviceName)
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
    if (!*right) {
        if (auto counted = m_attempts.failed(name); !counted)
            return counted.error();
        return notAllowed(u"bad-credentials"_s);
    }
    if (!(*found)->verified)
        return notAllowed(u"not-verified"_s);
    return addDevice(**found, deviceName);
}

Result<SignedIn> Accounts::addDevice(const Known &account, const QString &name)
{
    const QDateTime now = m_clock.now();
    const Token token = Token::create(account.id);
    const Id device = Id::create(now);
    const auto written = m_sql.write([&]() -> Result<Done> {
        if (auto forgiven = m_attempts.succeeded(nameHashOf(account.email)); !forgiven)
            return forgiven;
        const auto added
            = m_sql.run(u"INSERT INTO device (account_id, device_id, name, token_hash, issued_at, "
                        "created_at, seen_at) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                        {stored(account.id), stored(device), name.left(100), token.hash,
                         stored(now), stored(now), stored(now)});
        return added ? Result<Done>(Done()) : added.error();
    });
    if (!written)
        return written.error();
    return SignedIn{account.id, device, token.text, account.zone};
}

Result<Done> Accounts::requestReset(const QString &email)
{
    const Result<std::optional<Known>> found = find(email);
    if (!found)
        return found.error();
    return *found ? mailToken((*found)->id, (*found)->email, true) : Result<Done>(Done());
}

Result<Done> Accounts::reset(const QByteArray &token, const Secret &password)
{
    if (!isPassword(password))
        return refused(u"bad-password"_s);
    if (!Token::parse(token))
        return notAllowed(u"bad-token"_s);
    const Result<QString> hash = m_passwords.hash(password);
    if (!hash)
        return hash.error();
    return m_sql.write([&]() -> Result<Done> {
        Id id;
        if (auto used = useToken(token, u"reset"_s, &id); !used)
            return used;
        const Result<std::optional<Known>> found = find(id);
        if (!found)
            return found.error();
        if (!*found)
            return notAllowed(u"bad-token"_s);
        // The token came by e-mail, so the address is proved, too.
        const auto changed
            = m_sql.run(u"UPDATE account SET password = ?, created_at = CASE WHEN verified_at IS "
                        "NULL THEN ? ELSE created_at END, verified_at = COALESCE(verified_at, ?) "
                        "WHERE account_id = ?"_s,
                        {*hash, stored(m_clock.now()), stored(m_clock.now()), stored(id)});
        if (!changed)
            return changed.error();
        if (auto unlocked = m_attempts.succeeded(nameHashOf((*found)->email)); !unlocked)
            return unlocked;
        return signOutEverywhere(id);
    });
}

Result<Done> Accounts::changePassword(const Caller &caller, const Secret &old, const Secret &now)
{
    if (!isPassword(now))
        return refused(u"bad-password"_s);
    Known account;
    if (auto confirmed = confirm(caller, old, &account); !confirmed)
        return confirmed;
    const Result<QString> hash = m_passwords.hash(now);
    if (!hash)
        return hash.error();
    return m_sql.write([&]() -> Result<Done> {
        const auto changed = m_sql.run(u"UPDATE account SET password = ? WHERE account_id = ?"_s,
                                       {*hash, stored(caller.account)});
        if (!changed)
            return changed.error();
        const auto revoked
            = m_sql.run(u"UPDATE device SET revoked_at = ? WHERE account_id = ? AND "
                        "device_id <> ? AND revoked_at IS NULL"_s,
                        {stored(m_clock.now()), stored(caller.account), stored(caller.device)});
        return revoked ? Result<Done>(Done()) : revoked.error();
    });
}

/// Asks for the password once more; wrong ones count towards the lock as at signing in.
Result<Done> Accounts::confirm(const Caller &caller, const Secret &password, Known *account)
{
    const Result<std::optional<Known>> found = find(caller.account);
    if (!found)
        return found.error();
    if (!*found)
        return notAllowed(u"bad-credentials"_s);
    const QByteArray name = nameHashOf((*found)->email);
    if (auto admitted = m_attempts.admit(name); !admitted)
        return admitted;
    const Result<bool> right = m_passwords.matches((*found)->password, password);
    if (!right)
        return right.error();
    if (!*right) {
        if (auto counted = m_attempts.failed(name); !counted)
            return counted;
        return notAllowed(u"bad-credentials"_s);
    }
    *account = **found;
    return Done();
}

} // namespace keyway::server

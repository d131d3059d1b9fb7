#pragma once

#include "core/server/passwords.h"
#include "core/server/totp.h"
#include "tests/server/serverfixture.h"

namespace keyway {

constexpr auto adminPassword = "a very long password";

/// One administrator as a test signs in.
struct AdminPerson {
    QString email;
    Secret seed;
};

inline AdminPerson madeAdmin(const ServerFixture &fixture, const QString &email,
                             server::AdminRole role)
{
    const auto sql = fixture.sql();
    server::Passwords passwords;
    auto seed = server::Admins(*sql, passwords, *fixture.sealer, fixture.clock)
                    .create(email, Secret::take(QByteArray(adminPassword)), role,
                            {{}, QStringLiteral("console"), "here"});
    if (!seed)
        qFatal("no administrator: %s", qPrintable(seed.error().reason()));
    return {email, std::move(*seed)};
}

inline QByteArray adminCodeNow(const ServerFixture &fixture, const AdminPerson &person)
{
    return server::totp::codeOf(person.seed,
                                fixture.clock.now().toSecsSinceEpoch() / server::totp::stepSeconds);
}

} // namespace keyway

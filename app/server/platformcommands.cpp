#include "app/server/platformcommands.h"

#include "app/server/foundation.h"
#include "app/server/migratecommand.h"
#include "core/process/secretinput.h"
#include "core/server/admins.h"
#include "core/server/backup.h"
#include "core/server/passwords.h"
#include "core/server/systemkeys.h"
#include "core/server/totp.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QUrl>

namespace keyway::app {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Server)
};

/// What administrators' actions from here are written down as.
server::AdminActor console()
{
    return {{}, u"console"_s, "here"};
}

int createAdmin(const ServerOptions &options, const QString &email)
{
    const auto role = server::adminRoleFromName(options.role);
    if (!role) {
        tell(Text::tr("--role wants viewer, support, operator, finance or owner."));
        return 2;
    }
    const Result<Secret> password
        = readSecret(Text::tr("Password for %1 (10 characters or more):").arg(email));
    if (!password)
        return failed(password.error());
    const Result<OpenedStore> store = openStore(options);
    if (!store)
        return failed(store.error());
    const SystemClock clock;
    server::Passwords passwords;
    const Result<Secret> seed = server::Admins(*store->sql, passwords, *store->sealer, clock)
                                    .create(email, *password, *role, console());
    if (!seed)
        return failed(seed.error());
    const QString text = QString::fromLatin1(server::totp::textOf(*seed));
    print(Text::tr("%1 is an administrator now (%2).").arg(email, options.role));
    print(Text::tr("Put this into an application for one-time codes; it is not shown again:"));
    print(u"  "_s + text);
    print("  otpauth://totp/Keyway:"_L1 + QString::fromLatin1(QUrl::toPercentEncoding(email))
          + "?issuer=Keyway&secret="_L1 + text);
    return 0;
}

int addKey(const ServerOptions &options, const QString &service)
{
    const Result<Secret> key = readSecret(Text::tr("Key of the platform at %1:").arg(service));
    if (!key)
        return failed(key.error());
    const Result<OpenedStore> store = openStore(options);
    if (!store)
        return failed(store.error());
    const Result<Catalogue> catalogue = Catalogue::load(u":/catalogue"_s);
    if (!catalogue)
        return failed(catalogue.error());
    const SystemClock clock;
    server::SystemKey facts;
    facts.service = service;
    facts.label = options.label;
    facts.baseUrl = options.baseUrl;
    const auto added = store->sql->write([&]() -> Result<Done> {
        const Result<Id> id
            = server::SystemKeys(*store->sql, *store->sealer, clock).add(facts, *key, *catalogue);
        if (!id)
            return id.error();
        return server::AdminAudit(*store->sql, clock)
            .add(console(), u"system-key-added"_s,
                 {{u"service"_s, service}, {u"label"_s, options.label}});
    });
    if (!added)
        return failed(added.error());
    print(Text::tr("The key is sealed in the database. Nothing gives it out again."));
    return 0;
}

int listKeys(const ServerOptions &options)
{
    const Result<OpenedStore> store = openStore(options);
    if (!store)
        return failed(store.error());
    const SystemClock clock;
    const Result<QList<server::SystemKey>> keys
        = server::SystemKeys(*store->sql, *store->sealer, clock).list();
    if (!keys)
        return failed(keys.error());
    QJsonArray list;
    for (const server::SystemKey &key : *keys) {
        list.append(key.toJson());
        if (!options.json)
            print(key.id.toString() + u"  "_s + key.service + u"  "_s
                  + QString::fromLatin1(key.fingerprint.toHex()) + u"  "_s + key.label);
    }
    if (options.json)
        print(QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Indented).trimmed()));
    return 0;
}

int backUpTo(const ServerOptions &options, const QString &file)
{
    const Result<server::DatabaseAddress> address = databaseOf(options);
    if (!address)
        return failed(address.error());
    if (address->engine == server::Engine::Postgres) {
        tell(Text::tr("This server's records are in PostgreSQL, which has its own command for a "
                      "copy while it runs:"));
        tell(u"  pg_dump --format=custom --file=%1 --host=%2 --port=%3 --username=%4 %5"_s.arg(
            file, address->host, QString::number(address->port), address->user, address->name));
        return 2;
    }
    if (auto done = server::backUp(*address, file); !done)
        return failed(done.error());
    print(Text::tr("%1 is a whole, checked copy. The master key is not in it: keep that file "
                   "elsewhere.")
              .arg(file));
    return 0;
}

} // namespace

int failed(const Error &error)
{
    QString sentence;
    const QString &reason = error.reason();
    if (reason == "bad-email"_L1)
        sentence = Text::tr("That is no e-mail address.");
    else if (reason == "bad-password"_L1)
        sentence = Text::tr("A password has 10 to 200 characters.");
    else if (reason == "known-admin"_L1)
        sentence = Text::tr("This address is an administrator's already.");
    else if (reason == "known-key"_L1)
        sentence = Text::tr("The service has this key already.");
    else if (reason == "bad-key"_L1 || reason == "key-missing"_L1)
        sentence = Text::tr("That is no key: it is empty, or has a space or another letter that no "
                            "key has.");
    else if (reason == "unknown-service"_L1)
        sentence = Text::tr("The catalogue has no such service.");
    else if (reason == "wrong-master-key"_L1)
        sentence = Text::tr("This is not the master key that the database was made with.");
    else if (reason == "not-a-key"_L1)
        sentence = Text::tr("This file of a key does not hold 64 hexadecimal digits:");
    else if (reason == "not-private"_L1)
        sentence = Text::tr("Others may read or change this file of a key (chmod 600):");
    else if (reason == "exists"_L1)
        sentence = Text::tr("There is such a file already, and it stays as it is.");
    else if (reason == "damaged"_L1)
        sentence = Text::tr("The copy is not whole and was deleted: check the disk.");
    else
        sentence = Text::tr("It did not work (%1).").arg(reason);
    tell(error.detail().isEmpty() ? sentence : sentence + u' ' + error.detail());
    return 1;
}

bool isPlatformCommand(const QStringList &words)
{
    static const QStringList first{u"admin"_s, u"keys"_s, u"migrate"_s, u"backup"_s};
    return first.contains(words.value(0));
}

int runPlatformCommand(const ServerOptions &options)
{
    const QStringList &words = options.command;
    const QString name = words.size() > 1 ? words.at(0) + u' ' + words.at(1) : words.value(0);
    if (name == "admin create"_L1 && words.size() == 3)
        return createAdmin(options, words.at(2));
    if (name == "keys add"_L1 && words.size() == 3)
        return addKey(options, words.at(2));
    if (name == "keys list"_L1 && words.size() == 2)
        return listKeys(options);
    if (words == QStringList{u"migrate"_s} && !options.from.isEmpty())
        return migrateFrom(options);
    if (words.value(0) == "backup"_L1 && words.size() == 2)
        return backUpTo(options, words.at(1));
    tell(Text::tr("This command is not whole. There are: admin create EMAIL; keys add SERVICE; "
                  "keys list; migrate --from FILE; backup FILE."));
    return 2;
}

} // namespace keyway::app

#include "app/admin/console.h"
#include "core/process/secretinput.h"
#include "ui/terminal/output.h"
#include "ui/words/money.h"

namespace keyway::app {

using namespace Qt::StringLiterals;
using cli::Exit;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(AdminKeyCommands)
};

QJsonObject keyJson(const PlatformKey &key)
{
    const auto moment = [](const std::optional<QDateTime> &at) {
        return at ? QJsonValue(at->toString(Qt::ISODateWithMs)) : QJsonValue();
    };
    return {{u"key_id"_s, key.id.toString()},
            {u"service"_s, key.service},
            {u"label"_s, key.label},
            {u"base_url"_s, key.baseUrl},
            {u"fingerprint"_s, QString::fromLatin1(key.fingerprint)},
            {u"enabled"_s, key.enabled},
            {u"added_at"_s, moment(key.addedAt)},
            {u"rotated_at"_s, moment(key.rotatedAt)},
            {u"retired_at"_s, moment(key.retiredAt)},
            {u"last_used_at"_s, moment(key.lastUsedAt)},
            {u"uses"_s, key.uses},
            {u"spent_nano"_s, key.spent.nano()}};
}

Exit list(Console &console, const cli::Arguments &)
{
    const Result<AdminClient *> client = console.client();
    if (!client)
        return console.fail(client.error());
    const Result<QList<PlatformKey>> keys
        = cli::finish((*client)->platformKeys(console.stop.token()));
    if (!keys)
        return console.fail(keys.error());
    QJsonArray array;
    QList<QStringList> lines;
    for (const PlatformKey &key : *keys) {
        array.append(keyJson(key));
        lines.append({key.id.toString(), key.service, key.label,
                      QString::fromLatin1(key.fingerprint.left(8)), words::count(key.uses),
                      words::money(key.spent),
                      key.retiredAt ? Text::tr("retired") : Text::tr("active")});
    }
    if (console.json)
        console.printJson(array);
    else if (lines.isEmpty())
        cli::print(Text::tr("The platform has no key. keyway-admin keys add SERVICE takes one."));
    else
        cli::printTable(lines, u"llllrrl"_s,
                        {Text::tr("Id"), Text::tr("Service"), Text::tr("Label"),
                         Text::tr("Fingerprint"), Text::tr("Uses"), Text::tr("Spent"),
                         Text::tr("Status")});
    return Exit::Done;
}

/// The end of the three commands that change something.
Exit told(const Console &console, const Result<Done> &done, const QString &sentence)
{
    if (!done)
        return console.fail(done.error());
    if (!console.quiet)
        cli::print(sentence);
    return Exit::Done;
}

Exit add(Console &console, const cli::Arguments &arguments)
{
    const Result<AdminClient *> client = console.client();
    if (!client)
        return console.fail(client.error());
    const NewPlatformKey facts{arguments.operands().first(), arguments.value(u"label"_s),
                               arguments.value(u"base-url"_s)};
    Result<Secret> key = readSecret(Text::tr("Key of the platform at %1:").arg(facts.service));
    if (!key)
        return console.fail(key.error());
    return told(
        console,
        cli::finish((*client)->addPlatformKey(facts, std::move(*key), console.stop.token())),
        Text::tr("The server has sealed the key. Nothing gives it out again."));
}

Exit rotate(Console &console, const cli::Arguments &arguments)
{
    const std::optional<Id> id = Id::fromString(arguments.operands().first());
    if (!id)
        return console.wrongUse(Text::tr("keyway-admin keys list shows the ids."));
    const Result<AdminClient *> client = console.client();
    if (!client)
        return console.fail(client.error());
    Result<Secret> key = readSecret(Text::tr("New key:"));
    if (!key)
        return console.fail(key.error());
    return told(
        console,
        cli::finish((*client)->rotatePlatformKey(*id, std::move(*key), console.stop.token())),
        Text::tr("The new key is used from now on; the old one is deleted."));
}

Exit retire(Console &console, const cli::Arguments &arguments)
{
    const std::optional<Id> id = Id::fromString(arguments.operands().first());
    if (!id)
        return console.wrongUse(Text::tr("keyway-admin keys list shows the ids."));
    if (!console.yes && !cli::confirmed(Text::tr("Delete this key from the server for good?")))
        return console.wrongUse(Text::tr("Nothing was changed. --yes answers the question."));
    const Result<AdminClient *> client = console.client();
    if (!client)
        return console.fail(client.error());
    return told(console, cli::finish((*client)->retirePlatformKey(*id, console.stop.token())),
                Text::tr("The key is deleted. What it was used for stays in the records."));
}

} // namespace

QList<AdminCommand> keyCommands()
{
    return {
        {{u"keys"_s, u"list"_s},
         {},
         Text::tr("the platform's own keys, without the keys"),
         {},
         0,
         0,
         list},
        {{u"keys"_s, u"add"_s},
         u"SERVICE"_s,
         Text::tr("add a key; it is typed, or comes on standard input"),
         {{u"label"_s, u"TEXT"_s, Text::tr("what it is for")},
          {u"base-url"_s, u"URL"_s, Text::tr("another address than the service's own")}},
         1,
         1,
         add},
        {{u"keys"_s, u"rotate"_s},
         u"ID"_s,
         Text::tr("put another key in its place"),
         {},
         1,
         1,
         rotate},
        {{u"keys"_s, u"retire"_s},
         u"ID"_s,
         Text::tr("delete a key; its figures stay"),
         {},
         1,
         1,
         retire},
    };
}

} // namespace keyway::app

#include "app/cli/commands.h"
#include "app/cli/terminal.h"
#include "ui/words/dates.h"
#include "ui/words/money.h"

#include <QtCore/QJsonArray>

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Integrations)
};

Exit test(Context &context, const Arguments &arguments)
{
    const Result<Integration> found = context.named(arguments.operands().first());
    if (!found)
        return context.fail(found.error());
    if (found->keySource == KeySource::Vault) {
        if (const Result<Done> opened = context.openVaultIfNeeded(); !opened)
            return context.fail(opened.error());
    }
    auto testing = context.workspace->testIntegration(found->id, context.stop.token());
    const Result<KeyCheck> checked = context.finish(std::move(testing));
    if (!checked)
        return context.fail(checked.error(), context.factsOf(*found));
    if (context.json) {
        context.printJson(QJsonObject{
            {u"name"_s, found->name},
            {u"works"_s, true},
            {u"duration_ms"_s, static_cast<qint64>(checked->duration.count())},
            {u"models"_s, QJsonArray::fromStringList(checked->models)},
        });
        return Exit::Done;
    }
    const QString time = words::duration(checked->duration);
    print(checked->models.isEmpty()
              ? Text::tr("The key of %1 works: accepted in %2.").arg(found->name, time)
              : Text::tr("The key of %1 works: accepted in %2, %n model(s) offered.", nullptr,
                         static_cast<int>(checked->models.size()))
                    .arg(found->name, time));
    return Exit::Done;
}

Exit setEnabled(Context &context, const QString &name, bool enabled)
{
    const Result<Integration> found = context.named(name);
    if (!found)
        return context.fail(found.error());
    const Result<Done> done = context.workspace->setEnabled(found->id, enabled);
    if (!done)
        return context.fail(done.error());
    if (!context.quiet)
        print(enabled ? Text::tr("%1 is enabled.").arg(found->name)
                      : Text::tr("%1 is disabled.").arg(found->name));
    return Exit::Done;
}

Exit enable(Context &context, const Arguments &arguments)
{
    return setEnabled(context, arguments.operands().first(), true);
}

Exit disable(Context &context, const Arguments &arguments)
{
    return setEnabled(context, arguments.operands().first(), false);
}

Exit replaceKey(Context &context, const Arguments &arguments)
{
    const Result<Integration> found = context.named(arguments.operands().first());
    if (!found)
        return context.fail(found.error());
    words::ErrorFacts facts = context.factsOf(*found);
    facts.newKey = true;
    if (found->keySource == KeySource::Vault) {
        if (const Result<Done> opened = context.openVaultIfNeeded(); !opened)
            return context.fail(opened.error(), facts);
    }
    Result<Secret> key = readSecret(Text::tr("New API key for %1:").arg(found->name));
    if (!key)
        return context.fail(key.error(), facts);
    facts.keyLength = static_cast<int>(key->size());
    auto replacing = context.workspace->replaceKey(
        found->id, std::move(*key), !arguments.has(u"no-test"_s), context.stop.token());
    const Result<Done> replaced = context.finish(std::move(replacing));
    if (!replaced)
        return context.fail(replaced.error(), facts);
    if (!context.quiet)
        print(Text::tr("The key of %1 is replaced.").arg(found->name));
    return Exit::Done;
}

Exit remove(Context &context, const Arguments &arguments)
{
    const Result<Integration> found = context.named(arguments.operands().first());
    if (!found)
        return context.fail(found.error());
    const QString question
        = Text::tr("Remove %1? Its key is deleted here; it keeps working at the service until you "
                   "revoke it there. Your history stays. [y/N]")
              .arg(found->name);
    if (inputIsTerminal() && !context.yes && !confirmed(question)) {
        tell(Text::tr("Nothing was removed."));
        return Exit::Error;
    }
    // The key goes first: should that fail, the integration is still there to be removed again.
    auto forgetting = context.workspace->forgetKey(found->id);
    const Result<Done> forgotten = context.finish(std::move(forgetting));
    if (!forgotten)
        return context.fail(forgotten.error(), context.factsOf(*found));
    const Result<Done> removed = context.workspace->removeIntegration(found->id);
    if (!removed)
        return context.fail(removed.error());
    if (!context.quiet)
        print(Text::tr("%1 is removed.").arg(found->name));
    return Exit::Done;
}

} // namespace

QList<Command> integrationChangeCommands()
{
    const Option noTest{u"no-test"_s, {}, Text::tr("do not ask the service whether the key works")};
    return {
        {{u"integrations"_s, u"test"_s},
         u"NAME"_s,
         Text::tr("Ask the service whether the key works"),
         {},
         1,
         1,
         test},
        {{u"integrations"_s, u"enable"_s}, u"NAME"_s, Text::tr("Use it again"), {}, 1, 1, enable},
        {{u"integrations"_s, u"disable"_s},
         u"NAME"_s,
         Text::tr("Stop using it"),
         {},
         1,
         1,
         disable},
        {{u"integrations"_s, u"replace-key"_s},
         u"NAME"_s,
         Text::tr("Test a new key and keep it in the place of the old one"),
         {noTest},
         1,
         1,
         replaceKey},
        {{u"integrations"_s, u"remove"_s},
         u"NAME"_s,
         Text::tr("Remove it and delete its key; the history stays"),
         {},
         1,
         1,
         remove},
    };
}

} // namespace keyway::cli

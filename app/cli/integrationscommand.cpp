#include "app/cli/commands.h"
#include "app/cli/connectionoptions.h"
#include "app/cli/json.h"
#include "app/cli/terminal.h"
#include "ui/words/dates.h"
#include "ui/words/health.h"
#include "ui/words/money.h"

#include <QtCore/QFile>

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Integrations)
};

Result<engine::IntegrationSummary> summaryOf(const Context &context, const QString &name)
{
    const Result<Integration> found = context.named(name);
    if (!found)
        return found.error();
    const Result<engine::Overview> view = context.workspace->overview();
    if (!view)
        return view.error();
    for (const engine::IntegrationSummary &summary : view->integrations) {
        if (summary.integration.id == found->id)
            return summary;
    }
    return Error(Error::Kind::Rejected).withReason(u"no-such-integration"_s);
}

Exit list(Context &context, const Arguments &)
{
    auto asking = context.workspace->keychainStatus();
    context.finish(std::move(asking));
    const Result<engine::Overview> view = context.workspace->overview();
    if (!view)
        return context.fail(view.error());
    if (context.json) {
        QJsonArray array;
        for (const engine::IntegrationSummary &summary : view->integrations)
            array.append(integrationJson(summary));
        context.printJson(array);
        return Exit::Done;
    }
    if (view->integrations.isEmpty()) {
        print(Text::tr("No integrations yet. Add one: keyway integrations add openai"));
        return Exit::Done;
    }
    QList<QStringList> lines;
    for (const engine::IntegrationSummary &summary : view->integrations) {
        lines.append({summary.integration.name, words::healthWord(summary.health),
                      words::money(summary.thisMonth), words::integrationLine(summary, true)});
    }
    printTable(lines, u"llrl"_s,
               {Text::tr("Name"), Text::tr("Status"), Text::tr("This month"), Text::tr("Model")});
    return Exit::Done;
}

Exit show(Context &context, const Arguments &arguments)
{
    auto asking = context.workspace->keychainStatus();
    context.finish(std::move(asking));
    const Result<engine::IntegrationSummary> summary
        = summaryOf(context, arguments.operands().first());
    if (!summary)
        return context.fail(summary.error());
    if (context.json) {
        context.printJson(integrationJson(*summary));
        return Exit::Done;
    }
    const Integration &integration = summary->integration;
    QList<QStringList> lines;
    const auto row = [&lines](const QString &label, const QString &value) {
        lines.append({label, value});
    };
    row(Text::tr("Name"), integration.name);
    row(Text::tr("Service"), summary->serviceName);
    row(Text::tr("Address"), integration.baseUrl.toString());
    row(Text::tr("Model"), integration.model);
    const ConnectionPolicy &connection = integration.connection;
    if (connection.way == ConnectionPolicy::Way::System)
        row(Text::tr("Proxy"), Text::tr("as the system says"));
    else if (connection.way == ConnectionPolicy::Way::Proxy)
        row(Text::tr("Proxy"), connection.proxyText());
    if (!connection.caFile.isEmpty())
        row(Text::tr("Certificate file"), connection.caFile);
    const QString detail = words::healthDetail(*summary, QDateTime::currentDateTimeUtc(),
                                               context.workspace->today());
    const QString status = words::healthWord(summary->health);
    row(Text::tr("Status"), detail.isEmpty() ? status : status + u" · "_s + detail);
    row(Text::tr("Key"),
        integration.keyTail.isEmpty() ? words::keyWords(integration)
                                      : Text::tr("ends %1").arg(integration.keyTail));
    row(Text::tr("This month"), words::money(summary->thisMonth));
    if (integration.monthlyLimit)
        row(Text::tr("Limit"), words::limitLine(*summary, context.workspace->today()));
    row(Text::tr("Since added"), words::money(summary->totalSpent));
    row(Text::tr("Added"), words::longDate(integration.addedAt.toLocalTime().date()));
    printTable(lines, u"ll"_s);
    return Exit::Done;
}

/// Reads a money option; false with a sentence on standard error where it is no amount.
bool readLimit(const Arguments &arguments, std::optional<Money> *limit)
{
    if (!arguments.has(u"limit"_s))
        return true;
    const QString text = arguments.value(u"limit"_s);
    if (text == "none"_L1) {
        limit->reset();
        return true;
    }
    *limit = words::parseMoney(text, QLocale::c());
    if (!*limit)
        tell(Text::tr("%1 is no amount. Write a limit such as 25 or 12.50, or none.").arg(text));
    return limit->has_value();
}

Result<OwnTerms> readPrices(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        tell(Text::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
        return Error(Error::Kind::Rejected, file.errorString()).withReason(u"bad-price-file"_s);
    }
    const auto prices = Catalogue::parseOwnTerms(file.read(1024 * 1024));
    if (!prices)
        tell(Text::tr("In %1: %2.").arg(path, prices.error().detail()));
    return prices;
}

Exit add(Context &context, const Arguments &arguments)
{
    engine::NewIntegration wanted;
    wanted.service = arguments.operands().first();
    wanted.name = arguments.value(u"name"_s);
    wanted.baseUrl = arguments.value(u"base-url"_s);
    wanted.model = arguments.value(u"model"_s);
    wanted.test = !arguments.has(u"no-test"_s);
    if (!readLimit(arguments, &wanted.monthlyLimit))
        return Exit::WrongUse;
    if (arguments.has(u"prices"_s)) {
        const auto prices = readPrices(arguments.value(u"prices"_s));
        if (!prices)
            return context.fail(prices.error());
        wanted.terms = *prices;
    }

    const Service *service = context.workspace->catalogue().service(wanted.service);
    if (!service) {
        QStringList ids;
        for (const Service &known : context.workspace->catalogue().services())
            ids.append(known.id);
        return context.wrongUse(Text::tr("Keyway does not know the service %1. It knows: %2.")
                                    .arg(wanted.service, ids.join(u", "_s)));
    }
    words::ErrorFacts facts;
    facts.serviceName = service->name;
    facts.integrationName = wanted.name.isEmpty() ? service->name : wanted.name;
    facts.usualKeyLength = service->keyLength;
    facts.local = service->local;
    facts.newKey = true;
    facts.model = wanted.model;
    if (const auto read = readConnection(arguments, &wanted.connection); !read)
        return context.fail(read.error(), facts);
    facts.host
        = QUrl(wanted.baseUrl.isEmpty() ? service->baseUrl.toString() : wanted.baseUrl).host();

    Secret key;
    if (arguments.has(u"from-environment"_s)) {
        wanted.keySource = KeySource::Environment;
    } else if (service->needsKey || !service->local || arguments.has(u"with-key"_s)) {
        Result<Secret> given = readSecret(Text::tr("API key for %1:").arg(service->name));
        const bool none = !given && given.error().reason() == "key-missing"_L1;
        if (!given && !(none && !service->needsKey))
            return context.fail(given.error(), facts);
        if (given)
            key = std::move(*given);
        facts.keyLength = static_cast<int>(key.size());
        facts.keyTail = key.tail();
        wanted.keySource = arguments.has(u"vault"_s) ? KeySource::Vault : KeySource::Keychain;
        if (wanted.keySource == KeySource::Vault) {
            if (const Result<Done> opened = context.openVaultIfNeeded(); !opened)
                return context.fail(opened.error(), facts);
        }
    }
    auto adding = context.workspace->addIntegration(wanted, std::move(key), context.stop.token());
    const Result<Integration> added = context.finish(std::move(adding));
    if (!added)
        return context.fail(added.error(), facts);
    const Result<engine::IntegrationSummary> summary = summaryOf(context, added->id.toString());
    if (context.json && summary) {
        context.printJson(integrationJson(*summary));
    } else if (!context.quiet) {
        print(wanted.test
                  ? Text::tr("%1 is added: %2 accepted the key.").arg(added->name, service->name)
                  : Text::tr("%1 is added. Its key was not tested.").arg(added->name));
    }
    return Exit::Done;
}

Exit set(Context &context, const Arguments &arguments)
{
    Result<Integration> found = context.named(arguments.operands().first());
    if (!found)
        return context.fail(found.error());
    Integration changed = *found;
    if (arguments.has(u"name"_s))
        changed.name = arguments.value(u"name"_s).trimmed();
    if (arguments.has(u"model"_s))
        changed.model = arguments.value(u"model"_s).trimmed();
    if (changed.model.isEmpty())
        return context.wrongUse(Text::tr("The name of the model is empty."));
    if (!readLimit(arguments, &changed.monthlyLimit))
        return Exit::WrongUse;
    if (arguments.has(u"prices"_s)) {
        const auto prices = readPrices(arguments.value(u"prices"_s));
        if (!prices)
            return context.fail(prices.error());
        changed.terms.merge(*prices);
    }
    if (const auto read = readConnection(arguments, &changed.connection); !read)
        return context.fail(read.error(), context.factsOf(changed));
    if (arguments.has(u"base-url"_s)) {
        const Result<QUrl> url = checkedBaseUrl(arguments.value(u"base-url"_s));
        if (!url)
            return context.fail(url.error(), context.factsOf(changed));
        changed.baseUrl = *url;
    }
    const Result<Done> updated = context.workspace->updateIntegration(changed);
    if (!updated && updated.error().reason() == "key-needed-for-new-address"_L1) {
        Result<Secret> key = readSecret(
            Text::tr("A key belongs to one address. API key for %1:").arg(changed.baseUrl.host()));
        if (!key)
            return context.fail(key.error(), context.factsOf(changed));
        auto changing = context.workspace->changeBaseUrl(
            changed.id, changed.baseUrl.toString(), std::move(*key), !arguments.has(u"no-test"_s),
            context.stop.token(), changed.connection);
        const Result<Done> done = context.finish(std::move(changing));
        if (!done)
            return context.fail(done.error(), context.factsOf(changed));
        const Result<Done> rest = context.workspace->updateIntegration(changed);
        if (!rest)
            return context.fail(rest.error(), context.factsOf(changed));
    } else if (!updated) {
        return context.fail(updated.error(), context.factsOf(changed));
    }
    return show(context, arguments.withOperands({changed.id.toString()}));
}

} // namespace

QList<Command> integrationCommands()
{
    const Option limit{u"limit"_s, u"DOLLARS"_s,
                       Text::tr("what it may cost a month, or none for no limit")};
    const Option prices{u"prices"_s, u"FILE"_s,
                        Text::tr("your own prices, as JSON: see keyway integrations set --help")};
    const Option noTest{u"no-test"_s, {}, Text::tr("do not ask the service whether the key works")};
    const Option proxy = connectionOptions().at(0);
    const Option caFile = connectionOptions().at(1);
    return {
        {{u"integrations"_s, u"list"_s}, {}, Text::tr("List your integrations"), {}, 0, 0, list},
        {{u"integrations"_s, u"show"_s},
         u"NAME"_s,
         Text::tr("Show one integration"),
         {},
         1,
         1,
         show},
        {{u"integrations"_s, u"add"_s},
         u"SERVICE"_s,
         Text::tr("Connect a service; the key is read from standard input or typed unseen"),
         {{u"name"_s, u"NAME"_s, Text::tr("how you call it")},
          {u"base-url"_s, u"URL"_s, Text::tr("another address; http:// only for this computer")},
          {u"model"_s, u"MODEL"_s, Text::tr("the model that is used by default")},
          limit,
          prices,
          proxy,
          caFile,
          noTest,
          {u"with-key"_s, {}, Text::tr("read a key also for a service that needs none")},
          {u"vault"_s, {}, Text::tr("keep the key in the encrypted vault")},
          {u"from-environment"_s, {}, Text::tr("read the key from KEYWAY_KEY_<NAME> each time")}},
         1,
         1,
         add},
        {{u"integrations"_s, u"set"_s},
         u"NAME"_s,
         Text::tr("Change an integration\n"
                  "\n"
                  "Prices are a JSON file in dollars for a million units:\n"
                  "  {\"models\": {\"my-model\": {\"from\": \"2026-11-01\",\n"
                  "    \"prices\": {\"in_uncached\": \"2.00\", \"out_text\": \"8.00\"}}}}"),
         {{u"name"_s, u"NAME"_s, Text::tr("a new name")},
          {u"base-url"_s, u"URL"_s, Text::tr("a new address; asks for the key again")},
          {u"model"_s, u"MODEL"_s, Text::tr("another default model")},
          limit,
          prices,
          proxy,
          caFile,
          noTest},
         1,
         1,
         set},
    };
}

} // namespace keyway::cli

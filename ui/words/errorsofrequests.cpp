#include "ui/words/dates.h"
#include "ui/words/errorparts.h"
#include "ui/words/money.h"

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;
using Kind = keyway::Error::Kind;

namespace keyway::words {
namespace {
struct ErrorWords {
    Q_DECLARE_TR_FUNCTIONS(keyway::words::Errors)
};

QString who(const ErrorFacts &facts)
{
    return facts.serviceName.isEmpty() ? ErrorWords::tr("The service") : facts.serviceName;
}

QString named(const ErrorFacts &facts)
{
    return facts.integrationName.isEmpty() ? who(facts) : facts.integrationName;
}

QString said(const Error &error)
{
    const QString words = error.reply().words.simplified().left(400);
    return words.isEmpty() ? QString() : ErrorWords::tr("It said: “%1”").arg(words);
}

/// What a person typed and Keyway itself cannot take. Empty for reasons that come from services.
Message inputWords(const Error &error, const ErrorFacts &facts)
{
    const QString &reason = error.reason();
    if (reason == "bad-url"_L1)
        return {
            ErrorWords::tr("This is not an address that Keyway can use."),
            ErrorWords::tr("Write it like https://api.example.org/v1, without a question mark."),
            {Action::ChangeAddress},
            {}};
    if (reason == "insecure-url"_L1)
        return {ErrorWords::tr("This address would send your key unencrypted."),
                ErrorWords::tr("Use https. Only a service on this computer may use http."),
                {Action::ChangeAddress},
                {}};
    if (reason == "url-with-credentials"_L1)
        return {ErrorWords::tr("This address contains a user name or a password."),
                ErrorWords::tr("Leave it out: the key has its own field."),
                {Action::ChangeAddress},
                {}};
    if (reason == "name-taken"_L1)
        return {
            facts.integrationName.isEmpty()
                ? ErrorWords::tr("Another integration has this name.")
                : ErrorWords::tr("Another integration is called %1.").arg(facts.integrationName),
            ErrorWords::tr("Choose a name of its own, so that costs can be told apart."),
            {},
            {}};
    if (reason == "name-empty"_L1)
        return {ErrorWords::tr("This name cannot be used."),
                ErrorWords::tr("Choose a name with at least one letter."),
                {},
                {}};
    if (reason == "no-variable-name"_L1)
        return {ErrorWords::tr("No environment variable can be called by this name."),
                ErrorWords::tr("Choose a name with a letter from A to Z or a digit."),
                {},
                {}};
    if (reason == "key-missing"_L1 || reason == "key-needed"_L1 || reason == "no-key"_L1
        || reason == "empty"_L1)
        return {ErrorWords::tr("%1 needs a key.").arg(who(facts)),
                ErrorWords::tr("Paste the one you made there."),
                {Action::OpenKeyPage},
                {}};
    if (reason == "unknown-service"_L1)
        return {ErrorWords::tr("Keyway does not know this service."),
                ErrorWords::tr("A service that speaks the OpenAI protocol can be added by its "
                               "address."),
                {Action::AddIntegration},
                {}};
    if (reason == "unknown-model"_L1 || reason == "no-model"_L1)
        return {facts.model.isEmpty()
                    ? ErrorWords::tr("There is no such model.")
                    : ErrorWords::tr("None of your services offers %1.").arg(facts.model),
                ErrorWords::tr("Choose another one."),
                {Action::ChooseModel},
                {}};
    if (reason == "no-such-integration"_L1)
        return {ErrorWords::tr("There is no such integration."),
                ErrorWords::tr("It may have been removed meanwhile."),
                {},
                {}};
    if (reason == "no-such-conversation"_L1)
        return {ErrorWords::tr("There is no such conversation."),
                ErrorWords::tr("It may have been deleted meanwhile."),
                {},
                {}};
    if (reason == "no-such-zone"_L1)
        return {ErrorWords::tr("There is no such time zone."),
                ErrorWords::tr("Write it like Europe/Berlin."),
                {},
                {}};
    if (reason == "empty-prompt"_L1)
        return {ErrorWords::tr("The prompt is empty."),
                ErrorWords::tr("Write something first."),
                {},
                {}};
    if (reason == "not-utf8"_L1)
        return {ErrorWords::tr("This prompt is not valid UTF-8 text."),
                ErrorWords::tr("Convert it to UTF-8 first. Nothing was sent."),
                {Action::ChangePrompt},
                {}};
    if (reason == "url-missing"_L1)
        return {ErrorWords::tr("%1 has no usual address.").arg(who(facts)),
                ErrorWords::tr("Give the base URL of the one you use."),
                {Action::ChangeAddress},
                {}};
    if (reason == "model-missing"_L1)
        return {ErrorWords::tr("No model is named, and %1 named none.").arg(who(facts)),
                ErrorWords::tr("Name the model that should be used."),
                {Action::ChooseModel},
                {}};
    if (reason == "prompt-too-large"_L1)
        return {ErrorWords::tr("This prompt is too large for any service."),
                ErrorWords::tr("Shorten it or split it. Nothing was sent."),
                {Action::ChangePrompt},
                {}};
    if (reason == "no-service"_L1)
        return {ErrorWords::tr("None of your services can answer this."),
                ErrorWords::tr("Look under “Why this service” for what is in the way of each."),
                {Action::AddIntegration},
                {}};
    if (reason == "unsupported-type"_L1)
        return {ErrorWords::tr("%1 does not do this kind of prompt.").arg(who(facts)),
                ErrorWords::tr("Choose another service."),
                {Action::UseAnotherService},
                {}};
    if (reason == "bad-price-file"_L1 || reason == "bad-price"_L1)
        return {
            ErrorWords::tr("These prices cannot be used."),
            ErrorWords::tr("Write dollars for a million tokens, with at most six decimals, such as "
                           "2.50."),
            {Action::EnterPrice},
            {}};
    if (reason == "bad-catalogue"_L1)
        return {ErrorWords::tr("Keyway's list of services is damaged."),
                ErrorWords::tr("Install Keyway again. Your keys and records are not touched."),
                {Action::Details},
                {}};
    if (reason == "bad-fee-policy"_L1)
        return {ErrorWords::tr("The saved fee plan cannot be read."),
                ErrorWords::tr("Nothing was changed. Set the plan again."),
                {Action::Details},
                {}};
    return {};
}

Message rejectedWords(const Error &error, const ErrorFacts &facts, const QLocale &locale)
{
    Message message = inputWords(error, facts);
    if (!message.title.isEmpty())
        return message;
    const QString &reason = error.reason();
    if (reason == "too-long"_L1) {
        message.title = facts.model.isEmpty()
            ? ErrorWords::tr("This is too long for %1.").arg(who(facts))
            : ErrorWords::tr("This is too long for %1.").arg(facts.model);
        message.text = facts.limitTokens > 0 && facts.promptTokens > 0
            ? ErrorWords::tr("It takes %1 tokens; the prompt has %2.")
                  .arg(count(facts.limitTokens, locale), count(facts.promptTokens, locale))
            : ErrorWords::tr("Shorten the prompt or use a model that takes more.");
        message.actions = {Action::ChooseModel, Action::ChangePrompt};
        return message;
    }
    if (reason == "policy"_L1 || reason == "content"_L1 || reason == "content-policy"_L1
        || reason == "filtered"_L1 || reason == "moderation"_L1)
        return {ErrorWords::tr("%1 declined this prompt because of its rules on content.")
                    .arg(who(facts)),
                said(error),
                {Action::ChangePrompt, Action::UseAnotherService},
                {}};
    message.title = ErrorWords::tr("%1 could not use this prompt.").arg(who(facts));
    message.text = said(error);
    if (message.text.isEmpty())
        message.text = ErrorWords::tr("It did not say why. Nothing was charged.");
    message.actions = {Action::ChangePrompt, Action::ChooseModel};
    return message;
}

Message budgetWords(const ErrorFacts &facts, const Error &error, const QLocale &locale)
{
    if (error.reason().startsWith("price-unknown"_L1))
        return {facts.model.isEmpty()
                    ? ErrorWords::tr("Keyway does not know the price of this model.")
                    : ErrorWords::tr("Keyway does not know the price of %1.").arg(facts.model),
                ErrorWords::tr(
                    "%1 has a limit, and a limit needs a price. Enter one, or take the limit "
                    "away.")
                    .arg(named(facts)),
                {Action::EnterPrice, Action::RaiseLimit},
                {}};
    Message message;
    message.title = facts.limit ? ErrorWords::tr("%1 reached its limit of %2.")
                                      .arg(named(facts), money(*facts.limit, locale))
                                : ErrorWords::tr("%1 reached its limit.").arg(named(facts));
    message.text = facts.limitRestarts ? ErrorWords::tr("It starts again on %1.")
                                             .arg(dayAndLongMonth(*facts.limitRestarts, locale))
                                       : ErrorWords::tr("It starts again next month.");
    message.actions = {Action::RaiseLimit, Action::UseAnotherService};
    return message;
}
} // namespace

Message requestErrorWords(const Error &error, const ErrorFacts &facts, const QLocale &locale)
{
    switch (error.kind()) {
    case Kind::Cancelled:
        return {ErrorWords::tr("Stopped."),
                ErrorWords::tr("What was written until then is kept."),
                {},
                {}};
    case Kind::Budget:
        return budgetWords(facts, error, locale);
    default:
        return rejectedWords(error, facts, locale);
    }
}

} // namespace keyway::words

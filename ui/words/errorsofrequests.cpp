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
public:
    static std::span<const Situation> ofInput()
    {
        static const Situation known[] = {
            {{"bad-url"_L1},
             QT_TR_NOOP("This is not an address that Keyway can use."),
             QT_TR_NOOP("Write it like https://api.example.org/v1, without a question mark."),
             {Action::ChangeAddress}},
            {{"insecure-url"_L1},
             QT_TR_NOOP("This address would send your key unencrypted."),
             QT_TR_NOOP("Use https. Only a service on this computer may use http."),
             {Action::ChangeAddress}},
            {{"url-with-credentials"_L1},
             QT_TR_NOOP("This address contains a user name or a password."),
             QT_TR_NOOP("Leave it out: the key has its own field."),
             {Action::ChangeAddress}},
            {{"name-taken"_L1},
             QT_TR_NOOP("Another integration is called %1."),
             QT_TR_NOOP("Choose a name of its own, so that costs can be told apart."),
             {},
             &ErrorFacts::integrationName,
             QT_TR_NOOP("Another integration has this name.")},
            {{"name-empty"_L1},
             QT_TR_NOOP("This name cannot be used."),
             QT_TR_NOOP("Choose a name with at least one letter."),
             {}},
            {{"no-variable-name"_L1},
             QT_TR_NOOP("No environment variable can be called by this name."),
             QT_TR_NOOP("Choose a name with a letter from A to Z or a digit."),
             {}},
            {{"key-missing"_L1, "key-needed"_L1, "no-key"_L1, "empty"_L1},
             QT_TR_NOOP("%1 needs a key."),
             QT_TR_NOOP("Paste the one you made there."),
             {Action::OpenKeyPage},
             &ErrorFacts::serviceName},
            {{"no-admin-key"_L1},
             QT_TR_NOOP("%1 has no use for an admin key."),
             QT_TR_NOOP("OpenAI and Anthropic tell their bills to one; other services tell them to "
                        "the ordinary key, or to nobody."),
             {},
             &ErrorFacts::serviceName},
            {{"no-model-list"_L1},
             QT_TR_NOOP("%1 does not list its models."),
             QT_TR_NOOP("Those of Keyway's own list can be used, and any other by its name."),
             {},
             &ErrorFacts::serviceName},
            {{"unknown-service"_L1},
             QT_TR_NOOP("Keyway does not know this service."),
             QT_TR_NOOP("A service that speaks the OpenAI protocol can be added by its "
                        "address."),
             {Action::AddIntegration}},
            {{"unknown-app"_L1},
             QT_TR_NOOP("Keyway does not know this program."),
             QT_TR_NOOP("It takes app:window, app:cli and app:gateway."),
             {}},
            {{"unknown-model"_L1, "no-model"_L1},
             QT_TR_NOOP("None of your services offers %1."),
             QT_TR_NOOP("Choose another one."),
             {Action::ChooseModel},
             &ErrorFacts::model,
             QT_TR_NOOP("There is no such model.")},
            {{"no-such-integration"_L1},
             QT_TR_NOOP("There is no such integration."),
             QT_TR_NOOP("It may have been removed meanwhile."),
             {}},
            {{"no-such-alert"_L1},
             QT_TR_NOOP("There is no such alert."),
             QT_TR_NOOP("keyway alerts shows those that there are."),
             {}},
            {{"no-seal-file"_L1},
             QT_TR_NOOP("This file is no file of seals of this record."),
             QT_TR_NOOP("Choose another name; Keyway writes into no file that it did not make."),
             {}},
            {{"no-such-conversation"_L1},
             QT_TR_NOOP("There is no such conversation."),
             QT_TR_NOOP("It may have been deleted meanwhile."),
             {}},
            {{"no-such-zone"_L1},
             QT_TR_NOOP("There is no such time zone."),
             QT_TR_NOOP("Write it like Europe/Berlin."),
             {}},
            {{"empty-prompt"_L1},
             QT_TR_NOOP("The prompt is empty."),
             QT_TR_NOOP("Write something first."),
             {}},
            {{"not-utf8"_L1},
             QT_TR_NOOP("This prompt is not valid UTF-8 text."),
             QT_TR_NOOP("Convert it to UTF-8 first. Nothing was sent."),
             {Action::ChangePrompt}},
            {{"url-missing"_L1},
             QT_TR_NOOP("%1 has no usual address."),
             QT_TR_NOOP("Give the base URL of the one you use."),
             {Action::ChangeAddress},
             &ErrorFacts::serviceName},
            {{"model-missing"_L1},
             QT_TR_NOOP("No model is named, and %1 named none."),
             QT_TR_NOOP("Name the model that should be used."),
             {Action::ChooseModel},
             &ErrorFacts::serviceName},
            {{"prompt-too-large"_L1},
             QT_TR_NOOP("This prompt is too large for any service."),
             QT_TR_NOOP("Shorten it or split it. Nothing was sent."),
             {Action::ChangePrompt}},
            {{"no-service"_L1},
             QT_TR_NOOP("None of your services can answer this."),
             QT_TR_NOOP("Look under “Why this service” for what is in the way of each."),
             {Action::AddIntegration}},
            {{"unsupported-type"_L1},
             QT_TR_NOOP("%1 does not do this kind of prompt."),
             QT_TR_NOOP("Choose another service."),
             {Action::UseAnotherService},
             &ErrorFacts::serviceName},
            {{"input-not-supported"_L1},
             QT_TR_NOOP("This model does not take the attached file."),
             QT_TR_NOOP("Choose another model or take the file out. Nothing was sent."),
             {Action::ChooseModel, Action::ChangePrompt}},
            {{"input-missing"_L1},
             QT_TR_NOOP("This model needs a picture to work on."),
             QT_TR_NOOP("Attach one. Nothing was sent."),
             {Action::ChangePrompt}},
            {{"cannot-cancel"_L1},
             QT_TR_NOOP("%1 cannot stop this any more."),
             QT_TR_NOOP("It goes on, and will be charged."),
             {},
             &ErrorFacts::serviceName},
            {{"bad-import"_L1},
             QT_TR_NOOP("This file does not have Keyway's records."),
             QT_TR_NOOP("Nothing of it was taken in. It has to be JSON Lines that Keyway wrote."),
             {}},
            {{"record-differs"_L1},
             QT_TR_NOOP("A record of this file is here already, with other figures."),
             QT_TR_NOOP("It was not changed. The file was made from other records, or edited."),
             {}},
            {{"month-thinned"_L1},
             QT_TR_NOOP("A record of this file is from a month whose single requests were taken "
                        "out here."),
             QT_TR_NOOP("What the month cost is kept, and would count twice. Take in the later "
                        "months alone."),
             {}},
            {{"bad-bill-file"_L1},
             QT_TR_NOOP("This file cannot be read as a list of costs."),
             QT_TR_NOOP("Nothing of it was taken in. It has to be the CSV file as %1 wrote it."),
             {},
             &ErrorFacts::serviceName},
            {{"bill-file-has-no-costs"_L1},
             QT_TR_NOOP("This file has no costs."),
             QT_TR_NOOP(
                 "Nothing of it was taken in. At %1, export the costs instead of the usage."),
             {},
             &ErrorFacts::serviceName},
            {{"bill-file-of-another-service"_L1},
             QT_TR_NOOP("This file is not from %1."),
             QT_TR_NOOP("Nothing of it was taken in. Name an integration of the service that it is "
                        "from."),
             {},
             &ErrorFacts::serviceName},
            {{"bill-file-in-another-currency"_L1},
             QT_TR_NOOP("This file has amounts in another currency than US dollars."),
             QT_TR_NOOP("Nothing of it was taken in: Keyway counts in US dollars."),
             {}},
            {{"no-bills"_L1},
             QT_TR_NOOP("%1 has no bills that Keyway could compare."),
             QT_TR_NOOP("Nothing was taken in."),
             {},
             &ErrorFacts::serviceName},
            {{"no-such-job"_L1},
             QT_TR_NOOP("There is no such picture or video."),
             QT_TR_NOOP("Nothing is kept under this name."),
             {}},
            {{"job-ended"_L1},
             QT_TR_NOOP("This has ended already."),
             QT_TR_NOOP("There is nothing left to stop."),
             {}},
            {{"bad-price-file"_L1, "bad-price"_L1},
             QT_TR_NOOP("These prices cannot be used."),
             QT_TR_NOOP("Write dollars for a million tokens, with at most six decimals, such as "
                        "2.50."),
             {Action::EnterPrice}},
            {{"bad-catalogue"_L1},
             QT_TR_NOOP("Keyway's list of services is damaged."),
             QT_TR_NOOP("Install Keyway again. Your keys and records are not touched."),
             {Action::Details}},
            {{"bad-fee-policy"_L1},
             QT_TR_NOOP("The saved fee plan cannot be read."),
             QT_TR_NOOP("Nothing was changed. Set the plan again."),
             {Action::Details}},
        };
        return known;
    }
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

/// What a person typed and Keyway itself cannot take. Nothing for reasons that come from services.
std::optional<Message> inputWords(const Error &error, ErrorFacts facts)
{
    facts.serviceName = who(facts);
    return messageAbout(error.reason(), ErrorWords::ofInput(), facts);
}

Message rejectedWords(const Error &error, const ErrorFacts &facts, const QLocale &locale)
{
    if (const auto input = inputWords(error, facts))
        return *input;
    Message message;
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
    if (reason == "job-failed"_L1 || reason == "job-expired"_L1)
        return {ErrorWords::tr("%1 could not finish this.").arg(who(facts)),
                said(error),
                {Action::TryAgain, Action::UseAnotherService},
                {}};
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
    if (error.reason() == "asks-first"_L1)
        return {ErrorWords::tr("This could pass a limit that asks first."),
                ErrorWords::tr("Nothing was sent."),
                {Action::RaiseLimit},
                {}};
    if (error.reason() == "repeated-prompt"_L1)
        return {ErrorWords::tr("The same prompt came too often."),
                ErrorWords::tr("Keyway stopped it, since a program may be running away. Answer the "
                               "alert with “That was me” and it goes on. Nothing was sent."),
                {},
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

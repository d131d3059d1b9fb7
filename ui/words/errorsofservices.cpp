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
    static std::span<const Situation> ofJobs()
    {
        static const Situation known[] = {
            {{"link-expired"_L1},
             QT_TR_NOOP("The link to the result has expired."),
             QT_TR_NOOP("It was made and charged. Look for it in your account at %1."),
             {},
             &ErrorFacts::serviceName},
            {{"job-unknown"_L1},
             QT_TR_NOOP("%1 does not know this any more."),
             QT_TR_NOOP("Nobody here can tell how it ended. It may have been charged."),
             {},
             &ErrorFacts::serviceName},
            {{"job-overdue"_L1},
             QT_TR_NOOP("%1 did not finish this in time."),
             QT_TR_NOOP("Keyway asks no more. It may have been charged: look in your account "
                        "there."),
             {},
             &ErrorFacts::serviceName},
        };
        return known;
    }
};

QString who(const ErrorFacts &facts)
{
    if (!facts.serviceName.isEmpty())
        return facts.serviceName;
    return facts.integrationName.isEmpty() ? ErrorWords::tr("The service") : facts.integrationName;
}

Message refusedNewKey(const ErrorFacts &facts)
{
    Message message{
        ErrorWords::tr("%1 refused this key.").arg(who(facts)), {}, {Action::TryAgain}, {}};
    if (facts.usualKeyLength > 0 && facts.keyLength > 0 && facts.keyLength < facts.usualKeyLength)
        message.text
            = ErrorWords::tr("%1 keys have %2 characters and this one has %3, so part of it may "
                             "be missing. Copy the whole key and paste it again.")
                  .arg(who(facts))
                  .arg(facts.usualKeyLength)
                  .arg(facts.keyLength);
    else if (facts.usualKeyLength > 0 && facts.keyLength > facts.usualKeyLength)
        message.text
            = ErrorWords::tr("%1 keys have %2 characters and this one has %3, so something else "
                             "may have been copied with it.")
                  .arg(who(facts))
                  .arg(facts.usualKeyLength)
                  .arg(facts.keyLength);
    else
        message.text = ErrorWords::tr("It may have been revoked, belong to another service, or be "
                                      "copied in part.");
    return message;
}

Message authWords(const Error &error, const ErrorFacts &facts)
{
    if (error.reason() == "malformed-key"_L1)
        return {ErrorWords::tr("This is not a key that can be sent."),
                ErrorWords::tr("It has characters that no key has. Copy the key alone."),
                {facts.newKey ? Action::TryAgain : Action::ReplaceKey},
                {}};
    if (error.reason() == "admin-key"_L1)
        return {ErrorWords::tr("%1 refused this admin key.").arg(who(facts)),
                ErrorWords::tr("Bills need a key that the owner of the account makes for them, "
                               "not one for prompts."),
                {Action::TryAgain},
                {}};
    if (error.reply().httpStatus == 403 && !facts.model.isEmpty())
        return {
            ErrorWords::tr("This key may not use %1.").arg(facts.model),
            ErrorWords::tr("Choose another model, or allow it in your %1 account.").arg(who(facts)),
            {Action::ChooseModel, Action::OpenKeyPage},
            {}};
    if (facts.newKey)
        return refusedNewKey(facts);
    const QString title = facts.keyTail.isEmpty()
        ? ErrorWords::tr("%1 no longer accepts its key.").arg(who(facts))
        : ErrorWords::tr("%1 no longer accepts the key ending %2.").arg(who(facts), facts.keyTail);
    return {title,
            ErrorWords::tr("It may have been revoked or have expired. Prompts go to your other "
                           "services."),
            {Action::ReplaceKey, Action::OpenKeyPage},
            {}};
}

Message rateWords(const Error &error, const ErrorFacts &facts, const QLocale &locale)
{
    const auto wait = error.reply().retryAfter;
    Message message{
        ErrorWords::tr("%1 is busy: its limit for this minute is used up.").arg(who(facts)),
        {},
        {Action::Wait, Action::UseAnotherService},
        {}};
    if (wait && *wait > std::chrono::minutes(10)) {
        message.title = ErrorWords::tr("%1's limit is used up for now.").arg(who(facts));
        message.text = ErrorWords::tr("It asks to wait %1.").arg(remaining(*wait, locale));
        message.actions = {Action::UseAnotherService};
    } else if (wait) {
        message.text = ErrorWords::tr("It asks to wait %1. Keyway waits or asks the next service.")
                           .arg(duration(*wait, locale));
    } else {
        message.text = ErrorWords::tr("Keyway waits or asks the next service.");
    }
    return message;
}

Message networkWords(const Error &error, const ErrorFacts &facts)
{
    if (error.reason() == "offline"_L1)
        return {ErrorWords::tr("This computer is offline."),
                ErrorWords::tr("Nothing was sent. Connect it to a network and try again."),
                {Action::TryAgain},
                {}};
    if (facts.local)
        return {ErrorWords::tr("%1 is not running on this computer.").arg(who(facts)),
                ErrorWords::tr("Start it and try again."),
                {Action::TryAgain},
                {}};
    if (error.billing() == Error::Billing::Possible)
        return {ErrorWords::tr("The connection to %1 broke.").arg(who(facts)),
                ErrorWords::tr("What arrived is kept. %1 may have charged for it.").arg(who(facts)),
                {Action::GoOn, Action::TryAgain},
                {}};
    const QString title = facts.host.isEmpty()
        ? ErrorWords::tr("%1 cannot be reached.").arg(who(facts))
        : ErrorWords::tr("%1 cannot be reached at %2.").arg(who(facts), facts.host);
    return {title,
            ErrorWords::tr("Nothing was sent. Check the network and the address."),
            {Action::TryAgain},
            {}};
}

Message untrustedWords(const Error &error, const ErrorFacts &facts)
{
    const QString host = facts.host.isEmpty() ? who(facts) : facts.host;
    if (error.reason().contains("redirect"_L1))
        return {
            ErrorWords::tr("%1 wants to send Keyway to another address.").arg(host),
            ErrorWords::tr("Keyway does not follow, because your key would go with it. Check the "
                           "base URL."),
            {Action::ChangeAddress, Action::Details},
            {}};
    if (error.reason() == "tls-date"_L1)
        return {ErrorWords::tr("The certificate of %1 is not valid today.").arg(host),
                ErrorWords::tr("It has expired, or the clock of this computer is wrong. Nothing "
                               "was sent."),
                {Action::TryAgain, Action::Details},
                {}};
    if (error.reason() == "tls-host"_L1)
        return {ErrorWords::tr("The certificate of %1 is that of another address.").arg(host),
                ErrorWords::tr("Somebody may be listening, or the base URL is wrong. Nothing was "
                               "sent."),
                {Action::TryAgain, Action::ChangeAddress, Action::Details},
                {}};
    if (error.reason() == "tls-handshake"_L1)
        return {ErrorWords::tr("No secure connection to %1 came about.").arg(host),
                ErrorWords::tr("It does not speak TLS 1.2 or later, or something between here and "
                               "there breaks it. Nothing was sent."),
                {Action::TryAgain, Action::Details},
                {}};
    return {
        ErrorWords::tr("The certificate of %1 is not trusted.").arg(host),
        ErrorWords::tr("Somebody may be listening, or your company inspects traffic. Nothing was "
                       "sent."),
        {Action::TryAgain, Action::Details},
        {}};
}
} // namespace

Message serviceErrorWords(const Error &error, const ErrorFacts &facts, const QLocale &locale)
{
    ErrorFacts named = facts;
    named.serviceName = who(facts);
    if (const auto job = messageAbout(error.reason(), ErrorWords::ofJobs(), named))
        return *job;
    switch (error.kind()) {
    case Kind::Auth:
        return authWords(error, facts);
    case Kind::RateLimited:
        return rateWords(error, facts, locale);
    case Kind::Network:
        return networkWords(error, facts);
    case Kind::Untrusted:
        return untrustedWords(error, facts);
    case Kind::Quota:
        if (error.reason() == "daily"_L1)
            return {ErrorWords::tr("Your limit at %1 is used up for today.").arg(who(facts)),
                    ErrorWords::tr("It starts anew by itself. Other services go on."),
                    {Action::UseAnotherService, Action::Disable},
                    {}};
        return {ErrorWords::tr("Your %1 balance is used up.").arg(who(facts)),
                ErrorWords::tr("%1 asks you to add credit there. Other services go on.")
                    .arg(who(facts)),
                {Action::OpenBillingPage, Action::Disable},
                {}};
    case Kind::Overloaded:
        return {ErrorWords::tr("%1 is in trouble.").arg(who(facts)),
                ErrorWords::tr("It could not answer just now. It charges nothing for that."),
                {Action::TryAgain, Action::UseAnotherService},
                {}};
    case Kind::Gone:
        if (facts.local && !facts.model.isEmpty())
            return {ErrorWords::tr("%1 is not on this computer yet.").arg(facts.model),
                    ErrorWords::tr("Download it with %1, or choose another model.").arg(who(facts)),
                    {Action::ChooseModel, Action::TryAgain},
                    {}};
        return {facts.model.isEmpty()
                    ? ErrorWords::tr("%1 does not offer this model.").arg(who(facts))
                    : ErrorWords::tr("%1 does not offer %2.").arg(who(facts), facts.model),
                ErrorWords::tr("Choose another model. The key is fine."),
                {Action::ChooseModel},
                {}};
    case Kind::Timeout:
        return {facts.waited.count() > 0
                    ? ErrorWords::tr("%1 did not start within %2.")
                          .arg(who(facts), duration(facts.waited, locale))
                    : ErrorWords::tr("%1 did not answer in time.").arg(who(facts)),
                error.billing() == Error::Billing::Possible
                    ? ErrorWords::tr("It may still charge for this prompt.")
                    : ErrorWords::tr("It charges nothing for that."),
                {Action::TryAgain, Action::UseAnotherService},
                {}};
    default:
        return {
            ErrorWords::tr("Keyway did not understand the answer of %1.").arg(who(facts)),
            error.billing() == Error::Billing::Possible
                ? ErrorWords::tr("It may have charged for it. Check the base URL if this goes on.")
                : ErrorWords::tr("Check that the base URL is the address of its API."),
            {Action::TryAgain, Action::Details},
            {}};
    }
}

} // namespace keyway::words

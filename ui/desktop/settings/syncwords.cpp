#include "syncwords.h"

#include "ui/words/account.h"
#include "ui/words/dates.h"
#include "ui/words/errors.h"

#include <QtCore/QCoreApplication>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SyncWords)
public:
    static QString promptsGoOn(qint64 waiting)
    {
        return waiting > 0
            ? tr("Prompts still work. %n record(s) wait here.", nullptr, static_cast<int>(waiting))
            : tr("Prompts still work.");
    }
    /// "3 days", "26 hours"
    static QString apart(std::chrono::seconds time)
    {
        const auto hours = std::abs(std::chrono::round<std::chrono::hours>(time).count());
        return hours < 48 ? tr("%n hour(s)", "between two clocks", static_cast<int>(hours))
                          : tr("%n day(s)", "between two clocks", static_cast<int>(hours / 24));
    }
};

bool hasWrongClock(const Error &error)
{
    return error.reason() == "wrong-clock"_L1;
}

} // namespace

SyncWord syncWord(const SyncStatus &status, const QDateTime &now, const QLocale &locale)
{
    if (!status.account)
        return {};
    if (status.error && status.error->kind() == Error::Kind::Auth)
        return {Text::tr("Signed out"), true};
    if (!status.account->syncs)
        return {Text::tr("Sync is off"), false};
    if (status.error && status.waiting > 0)
        return {Text::tr("Not synced · %n waiting", nullptr, static_cast<int>(status.waiting)),
                true};
    if (status.error)
        return {Text::tr("Not synced"), true};
    if (status.running)
        return {Text::tr("Syncing…"), false};
    if (status.lastSent)
        return {Text::tr("Synced %1", "a time or a day")
                    .arg(words::moment(status.lastSent->at, now, locale)),
                false};
    return {Text::tr("Nothing to sync yet"), false};
}

std::optional<SyncNotice> syncNotice(const SyncStatus &status, const QDateTime &now,
                                     const QLocale &locale)
{
    if (!status.account || !status.error)
        return {};
    const Error &error = *status.error;
    SyncNotice notice;
    notice.icon = u"cloud-off"_s;
    notice.text = Text::promptsGoOn(status.waiting);
    switch (error.kind()) {
    case Error::Kind::Auth:
        notice.icon = u"user"_s;
        notice.help = SyncNotice::Help::SignIn;
        notice.title = Text::tr("You were signed out on this computer.");
        notice.text = Text::tr("Prompts still work. Sign in to sync.");
        if (error.reason() == "token-reused"_L1 || error.reason() == "expired"_L1)
            notice.text = words::accountErrorWords(error) + u' ' + Text::tr("Prompts still work.");
        return notice;
    case Error::Kind::Untrusted:
        notice.icon = u"shield"_s;
        notice.title
            = Text::tr("The certificate of %1 is not trusted.").arg(status.account->server.host());
        notice.text = Text::tr("Somebody may be listening, or your company inspects traffic. "
                               "Nothing was sent.")
            + u' ' + notice.text;
        return notice;
    case Error::Kind::Keychain: {
        if (error.reason() == "missing-key"_L1) {
            notice.icon = u"user"_s;
            notice.help = SyncNotice::Help::SignIn;
            notice.title = Text::tr("Your sign-in is not in the keychain any more.");
            notice.text = Text::tr("Prompts still work. Sign in to sync.");
            return notice;
        }
        const words::Message message = words::errorWords(error);
        notice.icon = u"lock"_s;
        notice.title = message.title;
        notice.text
            = Text::tr("Your sign-in to Keyway's server is kept there.") + u' ' + notice.text;
        return notice;
    }
    case Error::Kind::Rejected:
        if (hasWrongClock(error)) {
            const QString difference = Text::apart(status.clockAhead);
            notice.icon = u"calendar"_s;
            notice.title = status.clockAhead.count() > 0
                ? Text::tr("This computer's clock is %1 ahead.").arg(difference)
                : Text::tr("This computer's clock is %1 behind.").arg(difference);
            notice.text = Text::tr("Records wait until it is right, so that none is put aside. "
                                   "Prompts still work.");
            return notice;
        }
        break;
    case Error::Kind::Network:
    case Error::Kind::Timeout:
        notice.title = status.failingSince
            ? Text::tr("Keyway's server has been out of reach since %1.")
                  .arg(words::moment(*status.failingSince, now, locale))
            : Text::tr("Keyway's server is out of reach.");
        return notice;
    case Error::Kind::Overloaded:
        notice.title = Text::tr("Keyway's server is in trouble.");
        return notice;
    case Error::Kind::RateLimited:
        notice.title = Text::tr("Keyway's server asks to wait a little.");
        return notice;
    default:
        break;
    }
    notice.title = accountProblem(error);
    return notice;
}

QString lastSentWords(const SyncStatus &status, const QDateTime &now, const QLocale &locale)
{
    if (!status.lastSent)
        return Text::tr("Nothing was sent yet.");
    const QString when = words::momentInSentence(status.lastSent->at, now, locale);
    return Text::tr("Last sent %1: %n usage record(s).", "when, such as: today at 14:31",
                    static_cast<int>(status.lastSent->records))
        .arg(when);
}

QString waitingWords(const SyncStatus &status, const QDateTime &now, const QLocale &locale)
{
    if (status.running)
        return Text::tr("Sending…");
    QString words = status.waiting > 0
        ? Text::tr("%n record(s) wait.", nullptr, static_cast<int>(status.waiting))
        : Text::tr("Nothing waits.");
    if (status.nextTry && status.waiting > 0)
        words += u' '
            + Text::tr("Next try %1.", "when, such as: today at 14:31")
                  .arg(words::momentInSentence(*status.nextTry, now, locale));
    return words;
}

QString notTakenWords(const RecordNotTaken &record)
{
    if (record.reason == "clock"_L1)
        return Text::tr("Its time was in the future: a clock was wrong.");
    if (record.reason == "billing-day"_L1)
        return Text::tr("Its day does not fit its time.");
    if (record.reason == "cost"_L1)
        return Text::tr("The server comes to another cost.");
    if (record.reason == "fee"_L1)
        return Text::tr("The server comes to another fee.");
    if (record.reason == "changed"_L1)
        return Text::tr("The server has another record under its id.");
    return Text::tr("The server does not understand it.");
}

QString accountProblem(const Error &error)
{
    if (error.reason() == "no-server"_L1)
        return Text::tr("Enter the address of your Keyway server first.");
    const QString known = words::accountErrorWords(error);
    if (known.isEmpty() && error.kind() == Error::Kind::Rejected && error.reply().httpStatus > 0)
        return Text::tr("The server did not accept this: %1.").arg(error.reason());
    return known.isEmpty() ? words::errorWords(error).sentence() : known;
}

} // namespace keyway

#include "ui/words/admin.h"

#include "ui/words/dates.h"
#include "ui/words/errors.h"
#include "ui/words/fees.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

#include <algorithm>
#include <chrono>
#include <iterator>

namespace keyway::words {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(keyway::words::Admin)
public:
    struct Known {
        QLatin1StringView name;
        const char *words;
    };

    /// The translated words beside a name; empty where it is not in the table.
    template <std::size_t size> static QString of(const Known (&table)[size], const QString &name)
    {
        const auto found = std::find_if(std::begin(table), std::end(table),
                                        [&name](const Known &one) { return one.name == name; });
        return found == std::end(table) ? QString() : tr(found->words);
    }

    static constexpr Known roles[] = {
        {"viewer"_L1, QT_TR_NOOP("Viewer")},     {"support"_L1, QT_TR_NOOP("Support")},
        {"operator"_L1, QT_TR_NOOP("Operator")}, {"finance"_L1, QT_TR_NOOP("Finance")},
        {"owner"_L1, QT_TR_NOOP("Owner")},
    };
    static constexpr Known actions[] = {
        {"admin-created"_L1, QT_TR_NOOP("Administrator added")},
        {"signed-in"_L1, QT_TR_NOOP("Signed in")},
        {"sign-in-refused"_L1, QT_TR_NOOP("Sign-in refused")},
        {"system-key-added"_L1, QT_TR_NOOP("Key added")},
        {"system-key-rotated"_L1, QT_TR_NOOP("Key replaced")},
        {"system-key-retired"_L1, QT_TR_NOOP("Key retired")},
    };
    static constexpr Known problems[] = {
        {"bad-credentials"_L1, QT_TR_NOOP("E-mail, password or code is wrong.")},
        {"bad-token"_L1, QT_TR_NOOP("The session has ended. Sign in again.")},
        {"expired"_L1, QT_TR_NOOP("The session has ended after 30 minutes without work.")},
        {"signed-out"_L1, QT_TR_NOOP("Nobody is signed in.")},
        {"not-your-role"_L1, QT_TR_NOOP("Your role may not do this. Ask an owner.")},
        {"no-master-key"_L1,
         QT_TR_NOOP("The server has no master key, so it keeps no administrators and no keys.")},
        {"too-fast"_L1, QT_TR_NOOP("The server asks to wait a little.")},
        {"not-keyway"_L1, QT_TR_NOOP("This address is not Keyway's listener for administrators.")},
        {"no-such-path"_L1,
         QT_TR_NOOP("This address is not Keyway's listener for administrators.")},
        {"month-not-over"_L1,
         QT_TR_NOOP("The month is not over yet. People are counted by whole months.")},
        {"bad-url"_L1, QT_TR_NOOP("This is not an address of a server.")},
        {"insecure-url"_L1,
         QT_TR_NOOP("Use https. Plain http is for a server on this computer alone.")},
        {"url-with-credentials"_L1, QT_TR_NOOP("The address has a name or a password in it.")},
        {"known-key"_L1, QT_TR_NOOP("The server has this key already.")},
        {"bad-key"_L1, QT_TR_NOOP("This cannot be a key: it has letters that no key has.")},
        {"unknown-service"_L1, QT_TR_NOOP("The server does not know this service.")},
        {"no-such-key"_L1, QT_TR_NOOP("There is no such key (any more).")},
    };
};

} // namespace

QString adminRoleName(const QString &role)
{
    const QString known = Text::of(Text::roles, role);
    return known.isEmpty() ? role : known;
}

QString auditAction(const QString &action)
{
    const QString known = Text::of(Text::actions, action);
    return known.isEmpty() ? action : known;
}

QString auditDetail(const QJsonObject &detail)
{
    QStringList parts;
    for (const QJsonValue &value : detail) {
        const QString part = value.isString() ? value.toString() : value.toVariant().toString();
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(u" · "_s);
}

QString serviceStateWord(ServiceState state)
{
    switch (state) {
    case ServiceState::Working:
        return Text::tr("Working");
    case ServiceState::Slow:
        return Text::tr("Slow");
    case ServiceState::Degraded:
        return Text::tr("Fails often");
    case ServiceState::Down:
        return Text::tr("Down");
    case ServiceState::Unheard:
        return Text::tr("Not asked");
    }
    return {};
}

QString outcomeWords(ServiceOutcome outcome)
{
    switch (outcome) {
    case ServiceOutcome::Answered:
        return Text::tr("answered");
    case ServiceOutcome::RateLimited:
        return Text::tr("asked to slow down");
    case ServiceOutcome::Overloaded:
        return Text::tr("overloaded");
    case ServiceOutcome::NoAnswer:
        return Text::tr("no answer in time, or cut off");
    case ServiceOutcome::Unreachable:
        return Text::tr("not reached");
    case ServiceOutcome::Other:
        return Text::tr("the user's matter: key, money or request");
    }
    return {};
}

QString latencyWords(LatencyBucket bucket, const QLocale &locale)
{
    const auto upTo = [](const QString &seconds) { return Text::tr("up to %1 s").arg(seconds); };
    switch (bucket) {
    case LatencyBucket::None:
        return u"–"_s;
    case LatencyBucket::To500Ms:
        return upTo(locale.toString(0.5, 'f', 1));
    case LatencyBucket::To1S:
        return upTo(locale.toString(1));
    case LatencyBucket::To2S:
        return upTo(locale.toString(2));
    case LatencyBucket::To5S:
        return upTo(locale.toString(5));
    case LatencyBucket::To15S:
        return upTo(locale.toString(15));
    case LatencyBucket::To60S:
        return upTo(locale.toString(60));
    case LatencyBucket::Longer:
        return Text::tr("over 60 s");
    }
    return {};
}

QString share(qint64 part, qint64 whole, const QLocale &locale)
{
    constexpr int permille = 1000, basisPoints = 10;
    return whole <= 0 ? u"–"_s
                      : percentOf(int((part * permille + whole / 2) / whole) * basisPoints, locale);
}

QString monthAndYear(const QDate &month, const QLocale &locale)
{
    return Text::tr("%1 %2", "month, year")
        .arg(monthName(month, locale), QString::number(month.year()));
}

QString adminErrorWords(const Error &error)
{
    if (error.kind() == Error::Kind::RateLimited && error.reason() == "locked"_L1) {
        const auto wait = error.reply().retryAfter.value_or(std::chrono::minutes(15));
        const auto minutes = std::chrono::ceil<std::chrono::minutes>(wait).count();
        return Text::tr("Too many wrong tries. Try again in %n minute(s).", nullptr, int(minutes));
    }
    if (const QString known = Text::of(Text::problems, error.reason()); !known.isEmpty())
        return known;
    switch (error.kind()) {
    case Error::Kind::Network:
    case Error::Kind::Timeout:
        return Text::tr("The server cannot be reached.");
    case Error::Kind::Untrusted:
        return Text::tr("The server's certificate is not trusted, so nothing was sent.");
    case Error::Kind::Overloaded:
        return Text::tr("The server is in trouble. Try again in a while.");
    default:
        return errorWords(error).sentence();
    }
}

} // namespace keyway::words

#include "ui/words/account.h"

#include <QtCore/QCoreApplication>

#include <chrono>

namespace keyway::words {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(keyway::words::Account)
public:
    struct Sentence {
        QLatin1StringView reason;
        const char *words;
    };

    static QString of(const QString &reason)
    {
        static const Sentence known[] = {
            {"signed-out"_L1, QT_TR_NOOP("Nobody is signed in.")},
            {"signed-in"_L1, QT_TR_NOOP("Sign out before you use another server.")},
            {"bad-credentials"_L1, QT_TR_NOOP("The e-mail address or the password is wrong.")},
            {"not-verified"_L1,
             QT_TR_NOOP("The e-mail address is not confirmed yet. The mail from the server has a "
                        "code for it.")},
            {"bad-email"_L1, QT_TR_NOOP("This is not an e-mail address.")},
            {"bad-password"_L1, QT_TR_NOOP("A password has 10 to 200 characters.")},
            {"bad-zone"_L1, QT_TR_NOOP("The server does not know this computer's time zone.")},
            {"revoked"_L1,
             QT_TR_NOOP("This computer was signed out. Sign in again; nothing is lost.")},
            {"expired"_L1,
             QT_TR_NOOP("This computer was away for more than 90 days. Sign in again; nothing is "
                        "lost.")},
            {"token-reused"_L1,
             QT_TR_NOOP("Somebody used an old sign-in of this computer, so the server has ended "
                        "it. Sign in again, and change the password if it was not you.")},
            {"account-plan"_L1,
             QT_TR_NOOP("The plan of the account decides the fee on this computer.")},
            {"plan-not-offered"_L1, QT_TR_NOOP("The server does not offer this plan.")},
            {"no-such-invoice"_L1, QT_TR_NOOP("There is no invoice of this number.")},
            {"no-payments"_L1,
             QT_TR_NOOP("Invoices are paid another way here. Ask who runs the server.")},
            {"nothing-to-pay"_L1, QT_TR_NOOP("There is nothing left to pay.")},
            {"payment-failed"_L1,
             QT_TR_NOOP("The payment provider gave no page. Try again in a few minutes; nothing "
                        "was paid.")},
            {"bad-invoice"_L1,
             QT_TR_NOOP("An invoice that is kept here was changed. keyway invoices verify says "
                        "where.")},
            {"signing-key-changed"_L1,
             QT_TR_NOOP("The server signs invoices with another key than before, so nothing was "
                        "taken from it. Ask who runs it whether that is so.")},
            {"too-fast"_L1, QT_TR_NOOP("The server asks to wait a little.")},
            {"not-keyway"_L1, QT_TR_NOOP("This address is not a Keyway server.")},
            {"no-such-path"_L1, QT_TR_NOOP("This address is not a Keyway server.")},
        };
        for (const Sentence &sentence : known) {
            if (sentence.reason == reason)
                return tr(sentence.words);
        }
        return {};
    }
};

} // namespace

QString accountErrorWords(const Error &error)
{
    const QString known = Text::of(error.reason());
    if (!known.isEmpty())
        return known;
    switch (error.kind()) {
    case Error::Kind::Network:
    case Error::Kind::Timeout:
        return Text::tr("The server cannot be reached. Records wait here, prompts go on.");
    case Error::Kind::Untrusted:
        return Text::tr("The server's certificate is not trusted, so nothing was sent. Records "
                        "wait here, prompts go on.");
    case Error::Kind::Overloaded:
        return Text::tr("The server is in trouble. Records wait here, prompts go on.");
    case Error::Kind::RateLimited: {
        const auto wait = error.reply().retryAfter.value_or(std::chrono::minutes(1));
        const auto minutes = std::chrono::ceil<std::chrono::minutes>(wait).count();
        return Text::tr("Too many wrong passwords. Try again in %n minute(s).", nullptr,
                        static_cast<int>(minutes));
    }
    case Error::Kind::Auth:
        return error.reason() == "bad-token"_L1
            ? Text::tr("The server does not know this code or this sign-in.")
            : QString();
    default:
        return {};
    }
}

} // namespace keyway::words

#include "ui/words/errorparts.h"

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

namespace keyway::words {
namespace {
struct ErrorWords {
    Q_DECLARE_TR_FUNCTIONS(keyway::words::Errors)
public:
    static std::span<const Situation> ofConnections()
    {
        static const Situation known[] = {
            {{"bad-proxy"_L1},
             QT_TR_NOOP("This is not a proxy that Keyway can use."),
             QT_TR_NOOP("Write it with its port, like http://proxy.example.org:3128 or "
                        "socks5://localhost:1080."),
             {}},
            {{"proxy-with-credentials"_L1},
             QT_TR_NOOP("This proxy address contains a user name or a password."),
             QT_TR_NOOP("Keyway keeps no secrets in its settings. Leave them out and use a proxy "
                        "that asks for none, such as one on this computer that signs in for you."),
             {}},
            {{"proxy-failed"_L1},
             QT_TR_NOOP("The proxy of %1 did not make the connection."),
             QT_TR_NOOP("Nothing was sent. Check that it runs at the address under Configure, "
                        "Advanced, Connection, and that it allows and reaches this service."),
             {Action::TryAgain, Action::Details},
             &ErrorFacts::integrationName,
             QT_TR_NOOP("The proxy did not make the connection.")},
            {{"proxy-password"_L1},
             QT_TR_NOOP("The proxy of %1 asks for a password."),
             QT_TR_NOOP("Nothing was sent. Keyway keeps no passwords of proxies. Use one "
                        "that asks for none, such as one on this computer that signs in for you."),
             {Action::Details},
             &ErrorFacts::integrationName,
             QT_TR_NOOP("The proxy asks for a password.")},
            {{"ca-unreadable"_L1},
             QT_TR_NOOP("The certificate file of %1 cannot be read."),
             QT_TR_NOOP("Nothing was sent. Check that it is there and that you may read it, or "
                        "choose another one under Configure, Advanced, Connection."),
             {Action::TryAgain, Action::Details},
             &ErrorFacts::integrationName,
             QT_TR_NOOP("The certificate file cannot be read.")},
            {{"ca-not-pem"_L1},
             QT_TR_NOOP("The certificate file of %1 holds no certificate."),
             QT_TR_NOOP("Nothing was sent. It has to be in PEM format: text that begins with "
                        "-----BEGIN CERTIFICATE-----."),
             {Action::TryAgain, Action::Details},
             &ErrorFacts::integrationName,
             QT_TR_NOOP("The certificate file holds no certificate.")},
        };
        return known;
    }
};
} // namespace

std::optional<Message> connectionErrorWords(const Error &error, const ErrorFacts &facts)
{
    return messageAbout(error.reason(), ErrorWords::ofConnections(), facts);
}

} // namespace keyway::words

#include "ui/terminal/exit.h"

namespace keyway::cli {

using namespace Qt::StringLiterals;

Exit exitFor(const Error &error)
{
    switch (error.kind()) {
    case Error::Kind::Budget:
        return Exit::LimitReached;
    case Error::Kind::Keychain:
        return error.reason() == "locked"_L1 || error.reason() == "password-needed"_L1
            ? Exit::KeychainLocked
            : Exit::Error;
    case Error::Kind::Network:
        return error.reason() == "offline"_L1 ? Exit::Offline : Exit::NoServiceAnswered;
    case Error::Kind::Timeout:
    case Error::Kind::RateLimited:
    case Error::Kind::Overloaded:
        return Exit::NoServiceAnswered;
    default:
        return Exit::Error;
    }
}

} // namespace keyway::cli

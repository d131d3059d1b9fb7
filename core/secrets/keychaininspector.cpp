#include "core/secrets/keychaininspector.h"

namespace keyway {

using namespace Qt::StringLiterals;

Error keychainError(KeychainState state, QString detail)
{
    QString reason = u"unavailable"_s;
    switch (state) {
    case KeychainState::Ready:
    case KeychainState::Unavailable:
        break;
    case KeychainState::Locked:
        reason = u"locked"_s;
        break;
    case KeychainState::Hanging:
        reason = u"hanging"_s;
        break;
    case KeychainState::Refused:
        reason = u"refused"_s;
        break;
    case KeychainState::NotCreated:
        reason = u"not-created"_s;
        break;
    }
    return Error(Error::Kind::Keychain, std::move(detail)).withReason(std::move(reason));
}

} // namespace keyway

#include "core/secrets/secretstore.h"

namespace keyway {

using namespace Qt::StringLiterals;

SecretStore::~SecretStore() = default;

QString keychainEntry(const Id &integration)
{
    return "org.keyway/integration/"_L1 + integration.toString();
}

QString adminKeychainEntry(const Id &integration)
{
    return keychainEntry(integration) + "/admin"_L1;
}

QString keychainStateName(KeychainState state)
{
    switch (state) {
    case KeychainState::Ready:
        return u"ready"_s;
    case KeychainState::Locked:
        return u"locked"_s;
    case KeychainState::Unavailable:
        return u"unavailable"_s;
    case KeychainState::Hanging:
        return u"hanging"_s;
    case KeychainState::Refused:
        return u"refused"_s;
    case KeychainState::NotCreated:
        return u"notcreated"_s;
    }
    return {};
}

} // namespace keyway

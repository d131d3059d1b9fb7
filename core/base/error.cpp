#include "core/base/error.h"

#include "core/base/names.h"

#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {
constexpr Names<Error::Kind, 15> kindNames{{
    {Error::Kind::Cancelled, "cancelled"_L1},
    {Error::Kind::Timeout, "timeout"_L1},
    {Error::Kind::Network, "network"_L1},
    {Error::Kind::Untrusted, "untrusted"_L1},
    {Error::Kind::Auth, "auth"_L1},
    {Error::Kind::Quota, "quota"_L1},
    {Error::Kind::RateLimited, "ratelimited"_L1},
    {Error::Kind::Overloaded, "overloaded"_L1},
    {Error::Kind::Gone, "gone"_L1},
    {Error::Kind::Rejected, "rejected"_L1},
    {Error::Kind::Protocol, "protocol"_L1},
    {Error::Kind::Budget, "budget"_L1},
    {Error::Kind::Storage, "storage"_L1},
    {Error::Kind::Keychain, "keychain"_L1},
    {Error::Kind::Internal, "internal"_L1},
}};
} // namespace

Error::Error(Kind kind, QString detail)
    : m_kind(kind)
    , m_detail(std::move(detail))
{
}

Error &&Error::withReason(QString reason) &&
{
    m_reason = std::move(reason);
    return std::move(*this);
}

Error &&Error::withReply(ServiceReply reply) &&
{
    m_reply = std::move(reply);
    return std::move(*this);
}

Error &&Error::withBilling(Billing billing) &&
{
    m_billing = billing;
    return std::move(*this);
}

bool Error::allowsFallback() const
{
    switch (m_kind) {
    case Kind::Timeout:
    case Kind::Network:
    case Kind::Untrusted:
    case Kind::Auth:
    case Kind::Quota:
    case Kind::RateLimited:
    case Kind::Overloaded:
    case Kind::Gone:
    case Kind::Protocol:
    case Kind::Budget:
    case Kind::Keychain:
        return true;
    case Kind::Cancelled:
    case Kind::Rejected:
    case Kind::Storage:
    case Kind::Internal:
        return false;
    }
    return false;
}

bool Error::allowsRetry() const
{
    const bool passing
        = m_kind == Kind::RateLimited || m_kind == Kind::Overloaded || m_kind == Kind::Network;
    return passing && m_billing == Billing::SurelyNot;
}

bool Error::excludesIntegration() const
{
    return m_kind == Kind::Auth || m_kind == Kind::Quota || m_kind == Kind::Gone
        || m_kind == Kind::Untrusted;
}

QString Error::kindName(Kind kind)
{
    return nameIn(kindNames, kind);
}

std::optional<Error::Kind> Error::kindFromName(QStringView name)
{
    return valueIn(kindNames, name);
}

} // namespace keyway

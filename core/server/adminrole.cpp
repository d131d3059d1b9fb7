#include "core/server/adminrole.h"

#include "core/base/names.h"

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

constexpr Names<AdminRole, 5> roleNames{{
    {AdminRole::Viewer, "viewer"_L1},
    {AdminRole::Support, "support"_L1},
    {AdminRole::Operator, "operator"_L1},
    {AdminRole::Finance, "finance"_L1},
    {AdminRole::Owner, "owner"_L1},
}};

constexpr Names<Permission, 10> permissionNames{{
    {Permission::Statistics, "statistics"_L1},
    {Permission::Health, "health"_L1},
    {Permission::Accounts, "accounts"_L1},
    {Permission::Audit, "audit"_L1},
    {Permission::Notices, "notices"_L1},
    {Permission::TakeOut, "take-out"_L1},
    {Permission::Drafts, "drafts"_L1},
    {Permission::Publish, "publish"_L1},
    {Permission::Keys, "keys"_L1},
    {Permission::Roles, "roles"_L1},
}};

} // namespace

bool allows(AdminRole role, Permission permission)
{
    switch (permission) {
    case Permission::Statistics:
    case Permission::Health:
        return true;
    case Permission::Accounts:
    case Permission::Audit:
        return role != AdminRole::Viewer;
    case Permission::Notices:
    case Permission::TakeOut:
        return role == AdminRole::Operator || role == AdminRole::Owner;
    case Permission::Drafts:
        return role == AdminRole::Finance || role == AdminRole::Owner;
    case Permission::Publish:
    case Permission::Keys:
    case Permission::Roles:
        return role == AdminRole::Owner;
    }
    return false;
}

QStringList permissionsOf(AdminRole role)
{
    QStringList names;
    for (const auto &[permission, name] : permissionNames) {
        if (allows(role, permission))
            names.append(name);
    }
    return names;
}

QString nameOf(AdminRole role)
{
    return nameIn(roleNames, role);
}

std::optional<AdminRole> adminRoleFromName(QStringView name)
{
    return valueIn(roleNames, name);
}

QString nameOf(Permission permission)
{
    return nameIn(permissionNames, permission);
}

} // namespace keyway::server

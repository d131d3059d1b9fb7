#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

namespace keyway::server {

/// Who somebody is in the administration.
enum class AdminRole { Viewer, Support, Operator, Finance, Owner };

/// What somebody may do there.
enum class Permission {
    Statistics,
    Health,
    Accounts, ///< look one up, its invoices
    Audit, ///< read what was done
    Notices,
    TakeOut, ///< a service, for everybody
    Drafts, ///< of plans and prices
    Publish,
    Keys, ///< the platform's own
    Roles
};

/// Each role may do what Viewer may; Support looks accounts up; Operator and Finance may that, too,
/// and have work of their own; Owner may everything.
bool allows(AdminRole role, Permission permission);
QStringList permissionsOf(AdminRole role); ///< their names, for the application

QString nameOf(AdminRole role); ///< `viewer`, ...
std::optional<AdminRole> adminRoleFromName(QStringView name);
QString nameOf(Permission permission); ///< `take-out`, ...

} // namespace keyway::server

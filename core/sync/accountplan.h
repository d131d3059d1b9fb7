#pragma once

#include "core/async/task.h"
#include "core/sync/accountlink.h"
#include "core/sync/serverclient.h"

#include <optional>

namespace keyway {

class Database;

/// The fee plans of an account as its server told them last; attempts are charged by them from then
/// on, see FeePlans. On the thread of the database, a connection that writes; outlives its tasks.
class AccountPlan {
public:
    explicit AccountPlan(Database &database);

    /// Asks the server. Error: of ServerClient; Storage.
    Task<PlanMessage> pull(LinkedAccount account, ServerClient &server, Secret token,
                           CancelToken cancel);
    /// From next month on. Error: also Rejected, `plan-not-offered`.
    Task<PlanMessage> choose(LinkedAccount account, PlanChoice choice, ServerClient &server,
                             Secret token, CancelToken cancel);
    /// Nothing: not asked yet. Error: Storage; Rejected, `bad-fee-policy`.
    Result<std::optional<PlanHistory>> history(const Id &account);

private:
    Task<PlanMessage> kept(Id account, Task<PlanMessage> asking);
    Result<Done> keep(const Id &account, const PlanMessage &plan);

    Database &m_database;
};

} // namespace keyway

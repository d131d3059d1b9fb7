#include "core/engine/billimport.h"

#include "core/engine/workspaceparts.h"
#include "core/storage/accountstore.h"
#include "core/storage/database.h"
#include "core/storage/integrationstore.h"

namespace keyway::engine {

Result<Done> keepBroughtBill(Database &database, const Integration &integration, const Bill &bill)
{
    AccountStore accounts(database);
    return database.write([&]() -> Result<Done> {
        const Result<QList<Integration>> all = IntegrationStore(database).list();
        if (!all)
            return all.error();
        // Two bills of one account would count twice: it goes to whom an older one belongs.
        Id holder = integration.id;
        for (const Integration &one : *all) {
            if (one.service != integration.service
                || originOf(one.baseUrl) != originOf(integration.baseUrl))
                continue;
            const auto known = accounts.bill(one.id, bill.from, bill.to);
            if (!known)
                return known.error();
            if (*known)
                holder = one.id;
        }
        return accounts.keepBill(holder, bill);
    });
}

} // namespace keyway::engine

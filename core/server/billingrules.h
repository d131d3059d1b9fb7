#pragma once

#include "core/fees/invoicestatus.h"
#include "core/fees/planoffer.h"

namespace keyway::server {

/// How an operator bills.
struct BillingRules {
    QString prefix = QStringLiteral("KW"); ///< of invoice numbers
    int graceDays = 3; ///< for which a month that is over waits for late records
    int taxBasisPoints = 0;
    PlanOffer offer;
    PaymentTerms terms;
};

} // namespace keyway::server

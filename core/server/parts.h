#pragma once

#include "core/base/clock.h"
#include "core/catalogue/catalogue.h"
#include "core/server/billingrules.h"

namespace keyway {
class SigningKey;
}

namespace keyway::server {

class Mailer;
class Metrics;
class Partitions;
class Passwords;
class PaymentProvider;
class Sealer;

/// What the routes share. Everything in it may be used from any thread.
struct ServerParts {
    const Clock &clock;
    const Catalogue &catalogue;
    const BillingRules billing;
    const SigningKey &signingKey; ///< of invoices
    Passwords &passwords;
    Mailer &mailer;
    Partitions &partitions;
    Metrics &metrics;
    PaymentProvider *payments; ///< null: invoices are marked as paid by hand
    const Sealer *sealer; ///< null: without a master key no keys and no administrators
};

} // namespace keyway::server

#pragma once

#include "core/base/clock.h"
#include "core/catalogue/catalogue.h"
#include "core/fees/feepolicy.h"

namespace keyway::server {

class Mailer;
class Metrics;
class Partitions;
class Passwords;

/// What the routes share. Everything in it may be used from any thread.
struct ServerParts {
    const Clock &clock;
    const Catalogue &catalogue;
    const FeePolicy policy;
    Passwords &passwords;
    Mailer &mailer;
    Partitions &partitions;
    Metrics &metrics;
};

} // namespace keyway::server

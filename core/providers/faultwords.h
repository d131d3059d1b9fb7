#pragma once

#include "core/providers/servicefault.h"

namespace keyway {

// What the words of a service's error mean, whichever status it came with. The codes and phrases of
// all services stand together, since they do not collide.

/// No money, or an own spending cap: waiting does not help.
bool saysQuota(const ServiceFault &fault);
/// The limit of a day or a month is used up.
bool saysUsedUpForLong(const ServiceFault &fault);
bool saysPolicy(const ServiceFault &fault);
bool saysTooLong(const ServiceFault &fault);
bool saysBadKey(const ServiceFault &fault);
bool saysNoSuchModel(const ServiceFault &fault);
bool saysCountry(const ServiceFault &fault);
/// No such path, as an error of JSON (Azure).
bool saysNoSuchPath(const ServiceFault &fault);

/// The status that an error inside an answer of 200 would have had.
int statusOf(const ServiceFault &fault);

} // namespace keyway

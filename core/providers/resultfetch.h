#pragma once

#include "core/providers/httpexchange.h"
#include "core/providers/provider.h"

namespace keyway {

/// A result that was fetched whole.
struct FetchedResult {
    qint64 bytes = 0;
    QString mimeType; ///< by its first bytes
};

/// Fetches a result into the file `partPath`, going on behind what is in it already where the
/// server lets us. The key is sent only to the origin of `endpoint`, and never after a redirect; at
/// most three redirects are followed, all to https (where the integration itself is on this
/// computer, to loopback also over http). One try; the file stays for the next one.
/// Errors: Gone, `link-expired`; Protocol, `content-type`, `too-large`, `cut`; Untrusted,
/// `redirect`; Storage, `cannot-write`; and those of HttpExchange.
Task<FetchedResult> fetchResult(HttpExchange &http, ResultLink link, Endpoint endpoint, Secret key,
                                QString partPath, CancelToken cancel);

} // namespace keyway

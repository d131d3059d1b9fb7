#include "tests/support/simulator/behaviour.h"

namespace keyway::simulator {

Fault Fault::answers(int status, QString code, RetryAfter retryAfter)
{
    Fault fault = of(Kind::Status);
    fault.status = status;
    fault.code = std::move(code);
    fault.retryAfter = retryAfter;
    return fault;
}

Fault Fault::redirects(int status, QByteArray location)
{
    Fault fault = of(Kind::Redirect);
    fault.status = status;
    fault.location = std::move(location);
    return fault;
}

Fault Fault::of(Kind kind, qint64 after)
{
    Fault fault;
    fault.kind = kind;
    fault.after = after;
    return fault;
}

} // namespace keyway::simulator

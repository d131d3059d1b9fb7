#include "core/async/canceltoken.h"

#include <utility>

namespace keyway {

namespace {
std::shared_ptr<CancelNotifier> makeNotifier()
{
    return std::make_shared<CancelNotifier>();
}
} // namespace

void CancelNotifier::cancel()
{
    if (!m_cancelled.exchange(true, std::memory_order_acq_rel))
        Q_EMIT cancelled();
}

CancelToken::CancelToken()
    : m_notifier(makeNotifier())
{
}

CancelToken::CancelToken(std::shared_ptr<CancelNotifier> notifier)
    : m_notifier(std::move(notifier))
{
}

CancelSource::CancelSource()
    : m_notifier(makeNotifier())
{
}

} // namespace keyway

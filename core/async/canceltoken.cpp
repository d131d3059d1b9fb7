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

void CancelGroup::follow(const CancelToken &token)
{
    QObject::connect(token.notifier(), &CancelNotifier::cancelled, &m_guard,
                     [source = m_source] { source.cancel(); });
    if (token.isCancelled())
        cancel();
}

} // namespace keyway

#pragma once

#include <QtCore/QObject>

#include <atomic>
#include <memory>

namespace keyway {

/// Tells an object's thread that work was cancelled.
class CancelNotifier : public QObject {
    Q_OBJECT
public:
    bool isCancelled() const { return m_cancelled.load(std::memory_order_acquire); }
    void cancel();

Q_SIGNALS:
    /// At most once; delivered in the receiver's thread.
    void cancelled();

private:
    std::atomic<bool> m_cancelled = false;
};

/// The side that asks "was I cancelled?". Copyable, usable from any thread. A default-constructed
/// token is never cancelled. Check isCancelled() once after connecting to notifier(): the signal
/// does not come a second time.
class CancelToken {
public:
    CancelToken();
    bool isCancelled() const { return m_notifier->isCancelled(); }
    const CancelNotifier *notifier() const { return m_notifier.get(); }

private:
    friend class CancelSource;
    explicit CancelToken(std::shared_ptr<CancelNotifier> notifier);
    std::shared_ptr<CancelNotifier> m_notifier;
};

/// The side that cancels. Copyable, usable from any thread; cancelling twice does nothing.
class CancelSource {
public:
    CancelSource();
    void cancel() const { m_notifier->cancel(); }
    bool isCancelled() const { return m_notifier->isCancelled(); }
    CancelToken token() const { return CancelToken(m_notifier); }

private:
    std::shared_ptr<CancelNotifier> m_notifier;
};

/// Cancelled as soon as one of the tokens that it follows is. Lives on one thread, on which its own
/// token is cancelled; the tokens may be cancelled on any.
class CancelGroup {
public:
    void follow(const CancelToken &token);
    void cancel() const { m_source.cancel(); }
    bool isCancelled() const { return m_source.isCancelled(); }
    CancelToken token() const { return m_source.token(); }

private:
    CancelSource m_source;
    QObject m_guard; ///< ends the connections
};

} // namespace keyway

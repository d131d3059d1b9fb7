#pragma once

#include <QtCore/QString>

#include <chrono>
#include <optional>

namespace keyway {

/// What went wrong, as a value. The kind alone decides behaviour; `reason` names the case inside a kind
/// by a stable lower-case word (`locked`, `disk-full`, `too-long`) from which, with the facts of the
/// reply, ui/words makes a sentence. `detail` is for the log: never shown, never secret.
class Error {
public:
    enum class Kind {
        Cancelled, ///< the user or the program stopped it; a third outcome beside success and failure
        Timeout, ///< no answer in time, after something may have been sent
        Network, ///< no connection, or it broke
        Untrusted, ///< TLS certificate refused, or a redirect: nothing was sent
        Auth, ///< the service refuses the key
        Quota, ///< no money or own spending cap at the service; waiting does not help
        RateLimited, ///< too fast; waiting helps
        Overloaded, ///< the service is in trouble: 500, 502, 503, 529
        Gone, ///< the model does not exist (any more) for this key
        Rejected, ///< bad request, too long, refused by policy: no other service is asked
        Protocol, ///< the answer could not be understood
        Budget, ///< a limit of the user's own is reached
        Storage, ///< the database or a file
        Keychain, ///< the key could not be read or written
        Internal ///< a mistake in Keyway
    };

    /// Whether an attempt that ended so may have been billed by the service.
    enum class Billing { SurelyNot, Possible };

    /// What the service itself said; empty where nothing of the kind came.
    struct ServiceReply {
        int httpStatus = 0;
        QString code; ///< the service's own error code, such as `insufficient_quota`
        QString words; ///< the service's message, shown to the user as a quotation
        QString requestId; ///< the service's id of the request
        std::optional<std::chrono::milliseconds> retryAfter; ///< how long it asks us to wait
    };

    Error(Kind kind, QString detail = {});

    Kind kind() const { return m_kind; }
    const QString &reason() const { return m_reason; }
    const QString &detail() const { return m_detail; }
    const ServiceReply &reply() const { return m_reply; }
    Billing billing() const { return m_billing; }

    Error &&withReason(QString reason) &&;
    Error &&withReply(ServiceReply reply) &&;
    Error &&withBilling(Billing billing) &&;

    /// Whether another integration may be asked after this error, if no text was shown yet. A
    /// possible double bill is a separate question, see billing().
    bool allowsFallback() const;
    /// Whether the same integration may be asked again after a wait.
    bool allowsRetry() const;
    /// Whether the integration is left out of routing until somebody tested it again.
    bool excludesIntegration() const;

    /// The lower-case name that `--json` and the ledger use, such as `ratelimited`.
    static QString kindName(Kind kind);
    static std::optional<Kind> kindFromName(QStringView name);

private:
    Kind m_kind;
    Billing m_billing = Billing::SurelyNot;
    QString m_reason;
    QString m_detail;
    ServiceReply m_reply;
};

} // namespace keyway

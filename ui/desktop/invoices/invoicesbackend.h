#pragma once

#include "core/sync/invoices.h"
#include "core/wire/planmessage.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QUrl>

#include <functional>

namespace keyway {

/// A month on a plan that is offered, by the requests of that month.
struct PlanFigure {
    FeePolicy plan;
    Money fee;
};

/// What the page shows: what is kept on this computer, and what the server said beside it.
struct InvoicesValue {
    bool signedIn = false;
    QDate today; ///< in the billing zone
    QList<InvoiceMessage> invoices; ///< newest first, credit notes among them
    std::optional<Invoice> open; ///< what the running month comes to so far, as the server says
    std::optional<PlanMessage> plan; ///< as the server says
    std::optional<PlanHistory> keptPlan; ///< as it said last
    QDate lastMonth; ///< its first day
    qint64 lastRequests = 0;
    Money lastCost; ///< of its requests at the services
    QList<PlanFigure> figures; ///< of the last month, by plan->offer
    QHash<QString, QString> names; ///< of services, by id
    std::optional<Error> error; ///< why the server's word is missing

    const PlanHistory *history() const
    {
        return plan ? &plan->history : keptPlan ? &*keptPlan : nullptr;
    }
};

/// What the page asks, called on the GUI thread. Every answer comes to its handler there, later,
/// and not at all when `context` is gone by then. Errors as of Invoices.
class InvoicesBackend : public QObject {
    Q_OBJECT
public:
    template <class T> using Handler = std::function<void(Result<T>)>;

    using QObject::QObject;

    /// What is kept here; `ask`: after asking the server for more. Where that fails the value says
    /// why.
    virtual void read(bool ask, QObject *context, Handler<InvoicesValue> done) = 0;
    virtual void check(const QString &number, QObject *context, Handler<InvoiceCheck> done) = 0;
    /// The payment provider's page for an invoice.
    virtual void payPage(const QString &number, QObject *context, Handler<QUrl> done) = 0;
    virtual void choosePlan(const PlanChoice &choice, QObject *context, Handler<Done> done) = 0;

Q_SIGNALS:
    /// Somebody signed in or out, or more is kept.
    void changed();
};

} // namespace keyway

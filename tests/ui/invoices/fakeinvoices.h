#pragma once

#include "ui/desktop/invoices/invoicesbackend.h"

#include <QtCore/QTimer>

namespace keyway {

namespace sample {

inline Id invoiceId(int number)
{
    return *Id::fromString(
        QStringLiteral("0193f2a0-0000-7000-8000-%1").arg(number, 12, 10, QChar(u'0')));
}

inline InvoiceLine invoiceLine(const char *service, qint64 requests, qint64 costCents,
                               std::optional<Waiver> waiver = {})
{
    InvoiceLine line;
    line.service = QLatin1String(service);
    line.requests = line.attempts = requests;
    line.platformCost = Money::fromCents(costCents);
    line.waiver = waiver;
    if (!waiver)
        line.fee = Money::fromNano(line.platformCost.nano() / 20);
    return line;
}

inline Invoice invoiceOf(const QDate &month, const QString &number)
{
    Invoice invoice;
    invoice.number = number;
    invoice.account = invoiceId(1);
    invoice.month = month;
    invoice.plans.insert(month, FeePolicy());
    if (!number.isEmpty())
        invoice.issuedOn = month.addMonths(1);
    invoice.lines
        = {invoiceLine("openai", 612, 1487),   invoiceLine("anthropic", 214, 936),
           invoiceLine("stability", 103, 642), invoiceLine("mistral", 141, 205),
           invoiceLine("deepseek", 187, 118),  invoiceLine("ollama", 96, 0, Waiver::Local)};
    for (InvoiceLine &line : invoice.lines)
        line.month = month;
    sumUp(invoice);
    return invoice;
}

inline InvoiceMessage invoiceMessage(const QDate &month, const QString &number,
                                     InvoiceStatus status)
{
    InvoiceMessage message;
    message.document.invoice = invoiceOf(month, number);
    message.document.hash = message.document.invoice.hash();
    message.document.signature = QByteArray(64, 's');
    message.document.keyId = QStringLiteral("4f1c09aa");
    message.status = status;
    return message;
}

inline InvoicesValue books()
{
    InvoicesValue value;
    value.signedIn = true;
    value.today = QDate(2026, 11, 18);
    value.invoices = {
        invoiceMessage(QDate(2026, 10, 1), QStringLiteral("KW-2026-0418"), InvoiceStatus::Paid),
        invoiceMessage(QDate(2026, 9, 1), QStringLiteral("KW-2026-0371"), InvoiceStatus::Overdue),
        invoiceMessage(QDate(2026, 8, 1), QStringLiteral("KW-2026-0325"),
                       InvoiceStatus::CarriedOver),
    };
    value.open = invoiceOf(QDate(2026, 11, 1), {});
    PlanMessage plan;
    plan.history = PlanHistory(FeePolicy(), QDate(2026, 6, 3));
    value.plan = plan;
    value.lastMonth = QDate(2026, 10, 1);
    value.lastRequests = 1353;
    value.lastCost = Money::fromCents(3388);
    qint64 cents = 169;
    for (const FeePolicy &offered : plan.offer.plans())
        value.figures.append({offered, Money::fromCents(cents += 11)});
    value.names = {{QStringLiteral("openai"), QStringLiteral("OpenAI")},
                   {QStringLiteral("anthropic"), QStringLiteral("Anthropic")},
                   {QStringLiteral("stability"), QStringLiteral("Stability AI")},
                   {QStringLiteral("mistral"), QStringLiteral("Mistral AI")},
                   {QStringLiteral("deepseek"), QStringLiteral("DeepSeek")},
                   {QStringLiteral("ollama"), QStringLiteral("Ollama (this computer)")}};
    return value;
}

inline InvoicesValue booksWithoutServer()
{
    InvoicesValue value = books();
    value.keptPlan = value.plan->history;
    value.plan.reset();
    value.open.reset();
    value.figures.clear();
    value.lastRequests = 0;
    value.error = Error(Error::Kind::Network);
    return value;
}

} // namespace sample

/// Answers from memory, later.
class FakeInvoices : public InvoicesBackend {
public:
    InvoicesValue value = sample::books();
    std::optional<InvoiceDifference> difference;
    std::optional<Error> refuse;
    int asked = 0; ///< of the server
    QStringList checked;
    QList<PlanChoice> chosen;

    void read(bool ask, QObject *context, Handler<InvoicesValue> done) override
    {
        asked += ask ? 1 : 0;
        InvoicesValue known = value;
        if (!ask) {
            known.plan.reset();
            known.open.reset();
            known.error.reset();
        }
        later<InvoicesValue>(context, done, known);
    }
    void check(const QString &number, QObject *context, Handler<InvoiceCheck> done) override
    {
        checked += number;
        if (refuse) {
            later<InvoiceCheck>(context, done, *refuse);
            return;
        }
        InvoiceCheck check;
        check.difference = difference;
        check.own = 1300;
        check.elsewhere = 53;
        later<InvoiceCheck>(context, done, check);
    }
    void payPage(const QString &number, QObject *context, Handler<QUrl> done) override
    {
        later<QUrl>(context, done,
                    refuse
                        ? Result<QUrl>(*refuse)
                        : Result<QUrl>(QUrl(QStringLiteral("https://pay.example.org/") + number)));
    }
    void choosePlan(const PlanChoice &choice, QObject *context, Handler<Done> done) override
    {
        chosen += choice;
        later<Done>(context, done, refuse ? Result<Done>(*refuse) : Result<Done>(Done()));
    }

private:
    template <class T> void later(QObject *context, Handler<T> done, Result<T> result)
    {
        QTimer::singleShot(0, context, [done, result] { done(result); });
    }
};

} // namespace keyway

#include "core/base/signature.h"
#include "core/sync/serverclient.h"

#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

Task<PlanMessage> ServerClient::plan(Secret token, CancelToken cancel)
{
    return planFrom(requestTo(u"/v1/plan"_s, HttpRequest::Method::Get), std::move(token), cancel);
}

Task<PlanMessage> ServerClient::choosePlan(Secret token, PlanChoice choice, CancelToken cancel)
{
    return planFrom(requestWith(u"/v1/plan"_s, choice.toJson(), HttpRequest::Method::Put),
                    std::move(token), cancel);
}

Task<PlanMessage> ServerClient::planFrom(HttpRequest request, Secret token, CancelToken cancel)
{
    auto calling = call(std::move(request), std::move(token), cancel);
    const auto answer = co_await calling;
    if (!answer)
        co_return answer.error();
    Result<PlanMessage> plan = PlanMessage::fromJson(*answer);
    if (!plan)
        co_return notUnderstood(plan.error().detail());
    co_return plan;
}

Task<QByteArray> ServerClient::signingKey(CancelToken cancel)
{
    auto calling = call(requestTo(u"/v1/signing-key"_s, HttpRequest::Method::Get), {}, cancel);
    const auto answer = co_await calling;
    if (!answer)
        co_return answer.error();
    const QByteArray key
        = QByteArray::fromHex(answer->value("public_key"_L1).toString().toLatin1());
    if (key.size() != publicKeyBytes)
        co_return notUnderstood(u"no public key"_s);
    co_return key;
}

Task<QList<InvoiceMessage>> ServerClient::invoices(Secret token, CancelToken cancel)
{
    auto calling
        = call(requestTo(u"/v1/invoices"_s, HttpRequest::Method::Get), std::move(token), cancel);
    const auto answer = co_await calling;
    if (!answer)
        co_return answer.error();
    Result<QList<InvoiceMessage>> invoices = invoicesFrom(*answer);
    if (!invoices)
        co_return notUnderstood(invoices.error().detail());
    co_return invoices;
}

Task<QList<InvoiceEntry>> ServerClient::invoiceEntries(Secret token, QString number,
                                                       CancelToken cancel)
{
    const QString path = u"/v1/invoices/%1/entries"_s.arg(number);
    QList<InvoiceEntry> entries;
    for (bool more = true; more;) {
        const QString page = entries.isEmpty()
            ? path
            : path + u"?after="_s + entries.constLast().recordId.toString();
        auto calling = call(requestTo(page, HttpRequest::Method::Get), token.clone(), cancel);
        const auto answer = co_await calling;
        if (!answer)
            co_return answer.error();
        const Result<QList<InvoiceEntry>> part = invoiceEntriesFrom(*answer);
        if (!part)
            co_return notUnderstood(part.error().detail());
        more = answer->value("more"_L1).toBool();
        const bool goesOn = entries.isEmpty() || part->isEmpty()
            || entries.constLast().recordId < part->constFirst().recordId;
        if (!goesOn || (more && part->isEmpty()))
            co_return notUnderstood(u"a page that does not go on"_s);
        entries += *part;
    }
    co_return entries;
}

Task<Invoice> ServerClient::openMonth(Secret token, CancelToken cancel)
{
    auto calling = call(requestTo(u"/v1/invoices/open"_s, HttpRequest::Method::Get),
                        std::move(token), cancel);
    const auto answer = co_await calling;
    if (!answer)
        co_return answer.error();
    Result<Invoice> invoice = Invoice::fromJson(answer->value("invoice"_L1).toObject());
    if (!invoice)
        co_return notUnderstood(invoice.error().detail());
    co_return invoice;
}

} // namespace keyway

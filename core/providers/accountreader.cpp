#include "core/providers/accountreader.h"

#include "core/providers/anthropicprovider.h"
#include "core/providers/attempt.h"
#include "core/providers/keycheckcalls.h"
#include "core/providers/serviceerror.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QUrl>

#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

/// A month has 31 pages at most; this only stops a service that never says which is the last.
constexpr int mostPages = 100;

Error notUnderstood(const QString &what)
{
    return Error(Error::Kind::Protocol, what).withReason(u"bad-json"_s);
}

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QDateTime startOf(const QDate &day)
{
    return QDateTime(day, QTime(0, 0), Qt::UTC);
}

std::optional<BillPage> billPage(BillFormat format, const QByteArray &body, const QDate &from,
                                 const QDate &to, const QDate &todayUtc)
{
    switch (format) {
    case BillFormat::OpenAiCosts:
        return openAiCosts(body);
    case BillFormat::AnthropicCosts:
        return anthropicCosts(body);
    case BillFormat::RunwayUsage:
        return runwayUsage(body, from, std::min(to, todayUtc));
    case BillFormat::OpenRouterKey:
        return openRouterKey(body, todayUtc);
    }
    return std::nullopt;
}

} // namespace

HttpRequest billRequest(const Endpoint &endpoint, const QDate &from, const QDate &to,
                        const QString &page)
{
    const QString next = page.isEmpty() ? QString() : "&page="_L1 + encoded(page);
    switch (*endpoint.service.bill) {
    case BillFormat::OpenAiCosts:
        return requestTo(endpoint,
                         u"organization/costs?start_time=%1&end_time=%2&bucket_width=1d"
                         "&group_by=line_item&limit=31"_s.arg(startOf(from).toSecsSinceEpoch())
                                 .arg(startOf(to.addDays(1)).toSecsSinceEpoch())
                             + next);
    case BillFormat::AnthropicCosts:
        return anthropicRequest(
            endpoint,
            u"organizations/cost_report?starting_at=%1T00:00:00Z&ending_at=%2T00:00:00Z"
            "&bucket_width=1d&group_by%5B%5D=description&limit=31"_s.arg(
                from.toString(Qt::ISODate), to.addDays(1).toString(Qt::ISODate))
                + next);
    case BillFormat::RunwayUsage: {
        HttpRequest request = requestTo(endpoint, u"v1/organization/usage"_s);
        request.method = HttpRequest::Method::Post;
        request.contentType = "application/json";
        request.body
            = QJsonDocument(QJsonObject{{u"startDate"_s, from.toString(Qt::ISODate)},
                                        {u"beforeDate"_s, to.addDays(1).toString(Qt::ISODate)}})
                  .toJson(QJsonDocument::Compact);
        return request;
    }
    case BillFormat::OpenRouterKey:
        break;
    }
    return requestTo(endpoint, u"key"_s);
}

AccountReader::AccountReader(HttpExchange &http)
    : m_http(http)
{
}

Task<QByteArray> AccountReader::fetch(HttpRequest request, Secret key, CancelToken cancel)
{
    request.headers.emplaceBack("Accept", "application/json");
    auto asked = m_http.send(std::move(request), key, {}, cancel);
    const auto reply = co_await asked;
    if (reply.error)
        co_return *reply.error;
    if (!reply.isSuccess())
        co_return serviceError(reply, QDateTime::currentDateTimeUtc());
    co_return reply.body;
}

Task<Bill> AccountReader::bill(Endpoint endpoint, QDate from, QDate to, QDateTime now, Secret key,
                               CancelToken cancel)
{
    Bill bill;
    bill.from = from;
    bill.to = to;
    bill.fetchedAt = now;
    const BillFormat format = *endpoint.service.bill;
    QString page;
    for (int i = 0; i < mostPages; ++i) {
        Secret copy = key.clone();
        HttpRequest request = billRequest(endpoint, from, to, page);
        auto fetching = fetch(std::move(request), std::move(copy), cancel);
        const Result<QByteArray> body = co_await fetching;
        if (!body && body.error().kind() == Error::Kind::Auth && needsAdminKey(format)) {
            co_return Error(Error::Kind::Auth, body.error().detail())
                .withReason(u"admin-key"_s)
                .withReply(body.error().reply());
        }
        if (!body)
            co_return body.error();
        const auto read = billPage(format, *body, from, to, now.toUTC().date());
        if (!read)
            co_return notUnderstood(u"no bill"_s);
        bill.lines += read->lines;
        page = read->nextPage;
        if (page.isEmpty())
            co_return bill;
    }
    co_return notUnderstood(u"a bill without an end"_s);
}

Task<std::optional<Money>> AccountReader::balance(Endpoint endpoint, Secret key, CancelToken cancel)
{
    const BalanceCall call = *endpoint.service.balance;
    HttpRequest request = requestTo(endpoint, call.path);
    auto fetching = fetch(std::move(request), std::move(key), cancel);
    const Result<QByteArray> body = co_await fetching;
    if (!body)
        co_return body.error();
    const BalanceReading reading = balanceIn(*body, call);
    if (!reading.understood)
        co_return notUnderstood(u"no balance"_s);
    co_return reading.amount;
}

Task<QList<ListedModel>> AccountReader::models(Endpoint endpoint, CancelToken cancel)
{
    HttpRequest request = requestTo(endpoint, u"models"_s);
    auto fetching = fetch(std::move(request), Secret(), cancel);
    const Result<QByteArray> body = co_await fetching;
    if (!body)
        co_return body.error();
    const auto models = pricedModels(*body);
    if (!models)
        co_return notUnderstood(u"no list of models"_s);
    co_return *models;
}

Task<Money> AccountReader::generation(Endpoint endpoint, QString id, Secret key, CancelToken cancel)
{
    HttpRequest request = requestTo(endpoint, "generation?id="_L1 + encoded(id));
    auto fetching = fetch(std::move(request), std::move(key), cancel);
    const Result<QByteArray> body = co_await fetching;
    if (!body)
        co_return body.error();
    const std::optional<Money> cost = openRouterGeneration(*body);
    if (!cost)
        co_return notUnderstood(u"no cost"_s);
    co_return *cost;
}

} // namespace keyway

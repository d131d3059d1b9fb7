#include "core/providers/keycheckcalls.h"

#include "core/providers/attempt.h"
#include "core/providers/keycheck.h"
#include "core/providers/serviceerror.h"
#include "core/providers/wirejson.h"

#include <QtCore/QJsonArray>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

QJsonValue valueAt(QJsonValue value, const QString &pointer)
{
    const QStringList steps = pointer.split(u'/', Qt::SkipEmptyParts);
    for (const QString &step : steps) {
        bool isIndex = false;
        const int index = step.toInt(&isIndex);
        value
            = value.isArray() && isIndex ? value.toArray().at(index) : value.toObject().value(step);
    }
    return value;
}

/// The same place in both pointers, where a `*` stands for each entry of a list in turn.
QString atEntry(const QString &pointer, int index)
{
    return QString(pointer).replace("*"_L1, QString::number(index));
}

BalanceReading readingAt(const QJsonObject &reply, const BalanceCall &call, int index)
{
    constexpr qint64 nanoPerDollar = 1'000'000'000;
    const QJsonValue value = valueAt(reply, atEntry(call.pointer, index));
    if (value.isNull())
        return {true, std::nullopt};
    const auto amount = jsonDecimal(value, 9);
    if (!amount)
        return {};
    const QString currency = valueAt(reply, atEntry(call.currencyPointer, index)).toString();
    if (!call.currencyPointer.isEmpty() && currency != "USD"_L1)
        return {true, std::nullopt};
    return {true, Money::fromNano(*amount).scaled(call.nanoPerUnit, nanoPerDollar)};
}

HttpRequest otherCall(HttpRequest call, const Endpoint &endpoint, const QString &path)
{
    call.url = requestTo(endpoint, path).url;
    return call;
}

/// The error of an answer to a call that proves the key by another path than the list of models.
std::optional<Error> refusal(const HttpReply &reply, const Error &otherwise)
{
    if (reply.error)
        return reply.error;
    if (reply.status == 404)
        return Error(Error::Kind::Protocol, otherwise.detail())
            .withReason(u"wrong-address"_s)
            .withReply(otherwise.reply());
    if (!reply.isSuccess())
        return otherwise;
    if (jsonObject(reply.body))
        return std::nullopt;
    const bool isPage = reply.body.trimmed().startsWith('<');
    return Error(Error::Kind::Protocol, u"no JSON"_s)
        .withReason(isPage ? u"wrong-address"_s : u"bad-json"_s)
        .withReply({reply.status, {}, {}, requestIdOf(reply), {}});
}

} // namespace

BalanceReading balanceIn(const QByteArray &body, const BalanceCall &call)
{
    const auto reply = jsonObject(body);
    if (!reply)
        return {};
    if (!call.pointer.contains(u'*'))
        return readingAt(*reply, call, 0);
    const QString list = call.pointer.left(call.pointer.indexOf(u'*'));
    const QJsonValue entries = valueAt(*reply, list);
    BalanceReading reading{entries.isArray(), std::nullopt};
    for (int i = 0; i < entries.toArray().size() && !reading.amount; ++i)
        reading.amount = readingAt(*reply, call, i).amount;
    return reading;
}

Task<KeyCheck> checkKeyBy(HttpExchange &http, KeyCheckCalls calls, Endpoint endpoint, Secret key,
                          CancelToken cancel)
{
    const QString ownPath = endpoint.service.keyCheckPath;
    const std::optional<BalanceCall> balance = endpoint.service.balance;
    const bool hasList = !calls.list.url.isEmpty();
    HttpRequest first = ownPath.isEmpty() ? calls.list : otherCall(calls.list, endpoint, ownPath);
    const bool isList = hasList && first.url == calls.list.url;
    auto asked = http.send(first, key, {}, cancel);
    const auto reply = co_await asked;
    if (calls.oneToken && asksForAnotherCheck(reply, endpoint)) {
        auto asking = http.send(*calls.oneToken, key, {}, cancel);
        const auto answer = co_await asking;
        co_return oneTokenCheck(answer, serviceError(answer, QDateTime::currentDateTimeUtc()));
    }
    const Error otherwise = serviceError(reply, QDateTime::currentDateTimeUtc());
    KeyCheck check;
    if (isList) {
        const Result<KeyCheck> listed = modelListCheck(reply, otherwise);
        if (!listed)
            co_return listed.error();
        check = *listed;
    } else if (const std::optional<Error> refused = refusal(reply, otherwise)) {
        co_return *refused;
    } else {
        check.duration = reply.duration;
        check.models = modelIdsIn(reply.body).value_or(QStringList());
    }

    if (balance && balance->path == ownPath) {
        const BalanceReading reading = balanceIn(reply.body, *balance);
        if (!reading.understood)
            co_return Error(Error::Kind::Protocol, u"no balance"_s).withReason(u"bad-json"_s);
        check.balance = reading.amount;
    } else if (balance) {
        auto telling = http.send(otherCall(calls.list, endpoint, balance->path), key, {}, cancel);
        const auto told = co_await telling;
        if (told.isSuccess() && !told.error)
            check.balance = balanceIn(told.body, *balance).amount;
    }
    if (!isList && hasList && check.models.isEmpty()) {
        auto listing = http.send(calls.list, key, {}, cancel);
        const auto list = co_await listing;
        if (list.isSuccess() && !list.error)
            check.models = modelIdsIn(list.body).value_or(QStringList());
    }
    co_return check;
}

} // namespace keyway

#include "tests/support/simulator/generation.h"
#include "tests/support/simulator/multipart.h"

namespace keyway::simulator {

using namespace Qt::StringLiterals;

namespace {
/// A chequered picture of 64 by 64 pixels.
QByteArray picture()
{
    return QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAIAAAAlC+aJAAAA1klEQVR42u2ZQQoCQRDE6kde/Jdv82FefIEK"
        "C7Iy60wfhA4G5rpLcuxK7tdz6Z0ut9L79f+Dpn9+EjR9QaAn/apAW/olgc70c4Hm9BOB/vTfBBD0hwIU+rEA"
        "iH4gwKL/FMDR7wSI9G8BKP0mwKV/CaDpywINr5+g6QsCbS/PoOmXBJpf/UHTTwQQi0vQ9IcCoLUraPqBAG5p"
        "DJp+JwBdeYOm3wTQC3vsA/YB+4B9wD5gH7AP2AfsA/YB+4B9wD5gH7AP2AfsA/YB+4B9wD5gH7AP/F0feABz"
        "uBGWJz5giwAAAABJRU5ErkJggg==");
}

std::optional<Reply> refusal(const Exchange &exchange)
{
    const auto bad = [&exchange](const QString &message) {
        return errorReply(Wire::Stability, 400, {}, message, exchange.serial);
    };
    const QByteArray accept = exchange.request.header("accept");
    if (accept != "image/*" && accept != "application/json" && accept != "*/*" && !accept.isEmpty())
        return bad(u"accept: must be one of image/*, application/json"_s);
    const auto fields = multipartFields(exchange.request);
    if (!fields)
        return bad(u"content-type: must be multipart/form-data"_s);
    if (fields->value("prompt"_ba).isEmpty())
        return bad(u"prompt: is required"_s);
    if (fields->value("prompt"_ba).size() > 10'000)
        return bad(u"prompt: must be at most 10000 characters"_s);
    if (fields->value("output_format"_ba, "png"_ba) != "png")
        return bad(u"output_format: the simulator paints png only"_s);
    for (const QString &name : exchange.behaviour.refusedParameters) {
        if (fields->contains(name.toUtf8()))
            return bad(u"%1: is not allowed"_s.arg(name));
    }
    return std::nullopt;
}

/// What the picture's body suffers; pictures have no words.
void spoil(Reply &reply, const Fault &fault)
{
    if (fault.kind != Fault::Kind::CutAfterWords && fault.kind != Fault::Kind::StallAfterWords)
        return;
    reply.pieces = {reply.pieces.join().left(reply.contentLength / 2)};
    reply.end = fault.kind == Fault::Kind::CutAfterWords ? Reply::End::Cut : Reply::End::Stall;
}
} // namespace

Reply stabilityReply(const Exchange &exchange)
{
    const QByteArray path = exchange.request.path();
    const QByteArray call = path.mid(path.lastIndexOf('/') + 1);
    if (exchange.request.method != "POST" || !path.contains("/v2beta/stable-image/generate/")
        || (call != "core" && call != "ultra" && call != "sd3"))
        return errorReply(Wire::Stability, 404, {}, {}, exchange.serial);
    if (const auto refused = refusal(exchange))
        return *refused;
    if (const auto fault = faultReply(Wire::Stability, exchange))
        return *fault;

    const Behaviour &behaviour = exchange.behaviour;
    const bool filtered = behaviour.finish == Behaviour::Finish::ContentFilter
        || behaviour.finish == Behaviour::Finish::Refusal;
    const QString finish = filtered ? u"CONTENT_FILTERED"_s : u"SUCCESS"_s;
    const auto fields = multipartFields(exchange.request);
    qint64 seed = fields->value("seed"_ba, "0"_ba).toLongLong();
    if (seed == 0)
        seed = 1'000'000 + exchange.serial;

    if (exchange.request.header("accept") == "application/json") {
        return wholeReply(Wire::Stability, exchange,
                          {{u"image"_s, QString::fromLatin1(picture().toBase64())},
                           {u"finish_reason"_s, finish},
                           {u"seed"_s, seed}});
    }
    if (behaviour.fault.kind == Fault::Kind::ErrorAfterWords)
        return errorReply(Wire::Stability, 500, behaviour.fault.code, behaviour.fault.message,
                          exchange.serial);
    Reply reply = Reply::of(200, "image/png"_ba, picture());
    reply.headers.append({"finish-reason"_ba, finish.toLatin1()});
    reply.headers.append({"seed"_ba, QByteArray::number(seed)});
    spoil(reply, behaviour.fault);
    return reply;
}

Reply stabilityBalance(const QJsonValue &credits)
{
    return Reply::of(200, "application/json"_ba, compactJson({{u"credits"_s, credits}}));
}

} // namespace keyway::simulator

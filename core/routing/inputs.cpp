#include "core/routing/inputs.h"

#include <algorithm>

namespace keyway::routing {

using namespace Qt::StringLiterals;

namespace {

Reason notSupported(const RouteInput &input, const Model &model)
{
    return {ReasonCode::InputNotSupported,
            {{u"model"_s, model.id}, {u"kind"_s, input.kind}, {u"mime_type"_s, input.mimeType}}};
}

/// `options` has what a model can be asked for; one that is not named there is left to the service.
std::optional<Reason> whyNotOffered(const QMap<QString, QString> &wanted, const Model &model)
{
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        const auto offered = model.options.constFind(it.key());
        if (offered == model.options.cend() || offered->contains(it.value()))
            continue;
        return Reason{ReasonCode::OptionNotSupported,
                      {{u"model"_s, model.id},
                       {u"option"_s, it.key()},
                       {u"value"_s, it.value()},
                       {u"offered"_s, offered->join(u", "_s)}}};
    }
    return std::nullopt;
}

} // namespace

QString kindTaken(const RouteInput &input, RequestType type, const Model &model)
{
    if (model.input(input.kind))
        return input.kind;
    const bool begins = type == RequestType::Video && input.kind == "image"_L1;
    return begins && model.input(u"first-frame") ? u"first-frame"_s : QString();
}

std::optional<Reason> whyNotTaken(const RouteSnapshot &snapshot, const Model &model)
{
    QMap<QString, int> counts;
    for (const RouteInput &input : snapshot.inputs) {
        const QString kind = kindTaken(input, snapshot.type, model);
        const InputRule *rule = kind.isEmpty() ? nullptr : model.input(kind);
        const bool goesAsText = input.kind == "text"_L1 && snapshot.type == RequestType::Text;
        if (!rule && goesAsText)
            continue;
        if (!rule || ++counts[kind] > rule->most)
            return notSupported(input, model);
        if (!rule->mimeTypes.isEmpty() && !rule->mimeTypes.contains(input.mimeType))
            return notSupported(input, model);
        if (rule->maxBytes > 0 && input.bytes > rule->maxBytes) {
            return Reason{ReasonCode::InputTooLarge,
                          {{u"model"_s, model.id},
                           {u"kind"_s, input.kind},
                           {u"bytes"_s, input.bytes},
                           {u"limit_bytes"_s, rule->maxBytes}}};
        }
    }
    const auto missing = std::find_if(
        model.inputs.cbegin(), model.inputs.cend(),
        [&counts](const InputRule &rule) { return rule.required && counts.value(rule.kind) == 0; });
    if (missing != model.inputs.cend()) {
        return Reason{ReasonCode::InputMissing,
                      {{u"model"_s, model.id}, {u"kind"_s, missing->kind}}};
    }
    return whyNotOffered(snapshot.wanted, model);
}

} // namespace keyway::routing

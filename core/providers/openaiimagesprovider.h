#pragma once

#include "core/providers/provider.h"

#include <QtCore/QJsonObject>

namespace keyway {

class HttpExchange;

/// The fields of a call for pictures, without source pictures.
QJsonObject openAiImageBody(const PromptRequest &request, const Endpoint &endpoint);

/// Makes and edits pictures at OpenAI and at those who offer the same: xAI (edits as JSON) and
/// OpenRouter (one path of its own), as WireTraits say. What is attached to the prompt is edited; a
/// mask says where.
class OpenAiImagesProvider final : public Provider {
public:
    /// `http` must outlive this object.
    explicit OpenAiImagesProvider(HttpExchange &http);

    QCoro::Task<Completion> complete(PromptRequest request, Endpoint endpoint, Secret key,
                                     StreamSink sink, CancelToken cancel) override;
    Task<KeyCheck> checkKey(Endpoint endpoint, Secret key, CancelToken cancel) override;

private:
    HttpExchange &m_http;
};

} // namespace keyway

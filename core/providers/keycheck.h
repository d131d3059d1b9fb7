#pragma once

#include "core/providers/httpexchange.h"
#include "core/providers/provider.h"

#include <QtCore/QJsonObject>

namespace keyway {

inline constexpr qint64 imageBodyLimit = 256 * 1024 * 1024;

/// Whether the model takes this parameter; all of them where nothing is known about the model.
bool takesParameter(const Endpoint &endpoint, const QString &name);

/// Of the request's parameters those that the model takes, as JSON; all but the ones that Keyway
/// itself sets where nothing is known about the model.
QJsonObject acceptedParameters(const PromptRequest &request, const Endpoint &endpoint);

/// The ids in an answer to GET /models: `{"data": [{"id"}]}`, `{"models": [{"name"}]}`, or a bare
/// array. Nothing where it is none of these.
std::optional<QStringList> modelIdsIn(const QByteArray &body);

/// Whether this server has no list of models, is known to be one of those, and a model is there to
/// ask.
bool asksForAnotherCheck(const HttpReply &reply, const Endpoint &endpoint);

/// What an answer to GET /models says about the key. `otherwise` is the error that the answer is.
Result<KeyCheck> modelListCheck(const HttpReply &reply, const Error &otherwise);
/// The same for a question of one token.
Result<KeyCheck> oneTokenCheck(const HttpReply &reply, const Error &otherwise);

} // namespace keyway

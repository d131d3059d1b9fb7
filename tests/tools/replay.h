#pragma once

#include "core/catalogue/catalogue.h"
#include "core/providers/httpexchange.h"
#include "core/providers/provider.h"
#include "core/usage/usagerecord.h"

#include <QtCore/QJsonObject>

#include <functional>
#include <optional>

namespace keyway::replay {

/// One recorded reply of a service and what is known about the request.
struct Entry {
    QString id;
    QString service; ///< as in the catalogue; prices come from there
    WireFormat wire = WireFormat::OpenAiChat;
    HttpReply reply; ///< status, headers, body
    QString model; ///< that was asked for; empty: as the reply reports it
    QDateTime at; ///< decides which price holds
};

/// A manifest is a JSON array of `{id, service, wire, status, stream, headers_file|null, body_file,
/// model|null, at}`; files stand below `folder`. A headers file has a line `Name: value` each, up
/// to the first empty line; a status line above them is skipped. Error: Storage, reason
/// `bad-manifest`, detail says where and what was expected.
Result<QList<Entry>> readManifest(const QByteArray &json, const QString &folder);

/// Where to cut a body of this size before it is fed to a parser. See wholeBody().
using Splitter = std::function<QList<qsizetype>(qsizetype size)>;
QList<qsizetype> wholeBody(qsizetype size);
QList<qsizetype> byteByByte(qsizetype size);
Splitter atRandom(quint32 seed);

/// What Keyway makes of a reply.
struct Replay {
    Completion completion;
    UsageRecord record; ///< as it would be kept
    QString retry; ///< what happens next: `next`, `wait`, `ask` or `never`
};

/// For wire formats that canReplay(). Reads a reply as the service's adapter does and settles it as
/// the engine does.
Replay replayed(const Entry &entry, const Catalogue &catalogue, const Splitter &splitter);

/// `{id, outcome, error_kind, retry, model, usage, cost_state, platform_cost_nano, text_sha256}`;
/// `usage` as the service totals it, and `passes` where something was billed beside it. Null where
/// there is no error, no model, no cost.
QJsonObject toJson(const Entry &entry, const Replay &replay);

/// Whether replies of this wire format can be replayed.
bool canReplay(WireFormat wire);

} // namespace keyway::replay

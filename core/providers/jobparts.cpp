#include "core/providers/jobparts.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <algorithm>

namespace keyway {

using namespace Qt::StringLiterals;

QString promptOf(const PromptRequest &request)
{
    return request.messages.isEmpty() ? QString() : request.messages.constLast().text;
}

const Attachment *attachmentFor(const PromptRequest &request, Attachment::Use use)
{
    if (request.messages.isEmpty())
        return nullptr;
    const QList<Attachment> &all = request.messages.constLast().attachments;
    const auto found = std::find_if(all.cbegin(), all.cend(),
                                    [use](const Attachment &one) { return one.use == use; });
    return found == all.cend() ? nullptr : &*found;
}

const Attachment *firstFrameOf(const PromptRequest &request)
{
    const Attachment *first = attachmentFor(request, Attachment::Use::FirstFrame);
    return first ? first : attachmentFor(request, Attachment::Use::Content);
}

int videoSecondsOf(const PromptRequest &request, const Endpoint &endpoint)
{
    if (request.video.seconds > 0 || !endpoint.facts)
        return request.video.seconds;
    return endpoint.facts->options.value(u"duration"_s).value(0).toInt();
}

bool speaksOfPolicy(const QString &words)
{
    for (const QLatin1StringView word :
         {"moderat"_L1, "safety"_L1, "sensitive"_L1, "policy"_L1, "nsfw"_L1, "blocked"_L1}) {
        if (words.contains(word, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

Completion failedJob(const QString &code, const QString &words, bool policy)
{
    Completion ended;
    ended.finishReason = code;
    ended.serviceWords = words;
    if (policy) {
        ended.outcome = Outcome::Filtered;
        return ended;
    }
    ended.outcome = Outcome::Failed;
    ended.error = Error(Error::Kind::Rejected)
                      .withReason(u"job-failed"_s)
                      .withReply({0, code, words, {}, std::nullopt});
    return ended;
}

QList<ResultLink> linksIn(const QJsonValue &output, bool needsKey)
{
    QList<ResultLink> links;
    const auto add = [&links, needsKey](const QJsonValue &value) {
        const QUrl url(value.toString());
        if (!url.scheme().isEmpty())
            links.append({url, needsKey, {}});
    };
    if (output.isString())
        add(output);
    for (const QJsonValue value : output.toArray())
        add(value);
    for (const QJsonValue value : output.toObject())
        add(value);
    return links;
}

bool isPathSafe(const QString &id)
{
    return !id.isEmpty() && id != "."_L1 && id != ".."_L1
        && std::all_of(id.cbegin(), id.cend(), [](QChar c) {
               return (c.isLetterOrNumber() && c.unicode() < 128) || c == u'-' || c == u'_'
                   || c == u'.' || c == u':';
           });
}

} // namespace keyway

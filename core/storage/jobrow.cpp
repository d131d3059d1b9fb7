#include "core/storage/jobrow.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <array>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array stageNames{"queued"_L1, "sending"_L1, "working"_L1, "downloading"_L1,
                                "ended"_L1};

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString compact(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QJsonDocument parsed(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8());
}

QString linksText(const QList<JobLink> &links)
{
    QJsonArray array;
    for (const JobLink &link : links) {
        array.append(QJsonObject{{u"url"_s, QString::fromLatin1(link.url.toEncoded())},
                                 {u"needs_key"_s, link.needsKey},
                                 {u"mime_type"_s, link.mimeType}});
    }
    return compact(array);
}

QList<JobLink> linksFrom(const QString &text)
{
    QList<JobLink> links;
    for (const QJsonValue value : parsed(text).array()) {
        const QJsonObject entry = value.toObject();
        links.append({QUrl::fromEncoded(entry.value("url"_L1).toString().toLatin1()),
                      entry.value("needs_key"_L1).toBool(),
                      entry.value("mime_type"_L1).toString()});
    }
    return links;
}

QList<JobFile> filesFrom(const QString &text)
{
    QList<JobFile> files;
    for (const QJsonValue value : parsed(text).array()) {
        const QJsonObject entry = value.toObject();
        JobFile file{entry.value("path"_L1).toString(), entry.value("mime_type"_L1).toString(),
                     entry.value("bytes"_L1).toInteger(), std::nullopt};
        if (entry.contains("seed"_L1))
            file.seed = entry.value("seed"_L1).toInteger();
        files.append(file);
    }
    return files;
}

QString errorText(const std::optional<Error> &error)
{
    if (!error)
        return u""_s;
    const Error::ServiceReply &reply = error->reply();
    return compact(QJsonObject{{u"kind"_s, Error::kindName(error->kind())},
                               {u"reason"_s, error->reason()},
                               {u"billing"_s, error->billing() == Error::Billing::Possible},
                               {u"status"_s, reply.httpStatus},
                               {u"code"_s, reply.code},
                               {u"words"_s, reply.words},
                               {u"request_id"_s, reply.requestId}});
}

std::optional<Error> errorFrom(const QString &text)
{
    const QJsonObject entry = parsed(text).object();
    const auto kind = Error::kindFromName(entry.value("kind"_L1).toString());
    if (!kind)
        return std::nullopt;
    const bool billed = entry.value("billing"_L1).toBool();
    return Error(*kind)
        .withReason(entry.value("reason"_L1).toString())
        .withBilling(billed ? Error::Billing::Possible : Error::Billing::SurelyNot)
        .withReply({entry.value("status"_L1).toInt(), entry.value("code"_L1).toString(),
                    entry.value("words"_L1).toString(), entry.value("request_id"_L1).toString(),
                    std::nullopt});
}

QVariant flag(bool yes)
{
    return yes ? 1 : 0;
}

} // namespace

QString nameOf(Job::Stage stage)
{
    return stageNames[static_cast<std::size_t>(stage)];
}

std::optional<Job::Stage> jobStageFromName(QStringView name)
{
    for (std::size_t i = 0; i < stageNames.size(); ++i) {
        if (stageNames[i] == name)
            return static_cast<Job::Stage>(i);
    }
    return std::nullopt;
}

QStringList jobColumns()
{
    return {u"id"_s,
            u"request_id"_s,
            u"type"_s,
            u"app"_s,
            u"stage"_s,
            u"waits_at_service"_s,
            u"percent"_s,
            u"outcome"_s,
            u"prompt"_s,
            u"request"_s,
            u"options"_s,
            u"output"_s,
            u"integration_id"_s,
            u"integration_name"_s,
            u"service"_s,
            u"model"_s,
            u"record_id"_s,
            u"ticket"_s,
            u"status_url"_s,
            u"links"_s,
            u"files"_s,
            u"expected_nano"_s,
            u"cost_state"_s,
            u"platform_cost_nano"_s,
            u"platform_fee_nano"_s,
            u"created_at"_s,
            u"sent_at"_s,
            u"ended_at"_s,
            u"error"_s,
            u"words"_s,
            u"cancel_wanted"_s,
            u"session"_s};
}

Job jobFrom(const Row &row)
{
    Job job;
    job.id = row.id(0);
    job.requestId = row.id(1);
    job.type = requestTypeFromName(row.text(2)).value_or(RequestType::Image);
    job.app = appClassFromName(row.text(3)).value_or(AppClass::Window);
    job.stage = jobStageFromName(row.text(4)).value_or(Job::Stage::Ended);
    job.waitsAtService = row.flag(5);
    if (const auto percent = row.optionalNumber(6))
        job.percent = static_cast<int>(*percent);
    job.outcome = outcomeFromName(row.text(7)).value_or(Outcome::Unknown);
    job.prompt = row.text(8);
    job.request = parsed(row.text(9)).object();
    job.options = parsed(row.text(10)).object();
    job.output = row.text(11);
    job.integrationId = row.id(12);
    job.integrationName = row.text(13);
    job.service = row.text(14);
    job.model = row.text(15);
    job.recordId = row.id(16);
    job.ticket = row.text(17);
    job.statusUrl = QUrl::fromEncoded(row.text(18).toLatin1());
    job.links = linksFrom(row.text(19));
    job.files = filesFrom(row.text(20));
    job.expectedCost = row.optionalMoney(21);
    job.costState = costStateFromName(row.text(22)).value_or(CostState::Unknown);
    job.platformCost = row.money(23);
    job.platformFee = row.money(24);
    job.createdAt = row.time(25);
    job.sentAt = row.optionalTime(26);
    job.endedAt = row.optionalTime(27);
    job.error = errorFrom(row.text(28));
    job.words = row.text(29);
    job.cancelWanted = row.flag(30);
    job.session = row.id(31);
    return job;
}

QVariantList jobValues(const Job &job)
{
    const QVariant percent = job.percent ? QVariant(*job.percent) : QVariant();
    return {job.id.toString(),
            job.requestId.toString(),
            nameOf(job.type),
            nameOf(job.app),
            nameOf(job.stage),
            flag(job.waitsAtService),
            percent,
            nameOf(job.outcome),
            job.prompt,
            compact(job.request),
            compact(job.options),
            job.output,
            job.integrationId.toString(),
            job.integrationName,
            job.service,
            job.model,
            job.recordId.toString(),
            job.ticket,
            QString::fromLatin1(job.statusUrl.toEncoded()),
            linksText(job.links),
            filesText(job.files),
            stored(job.expectedCost),
            nameOf(job.costState),
            stored(job.platformCost),
            stored(job.platformFee),
            stored(job.createdAt),
            stored(job.sentAt),
            stored(job.endedAt),
            errorText(job.error),
            job.words,
            flag(job.cancelWanted),
            job.session.toString()};
}

QString filesText(const QList<JobFile> &files)
{
    QJsonArray array;
    for (const JobFile &file : files) {
        QJsonObject entry{
            {u"path"_s, file.path}, {u"mime_type"_s, file.mimeType}, {u"bytes"_s, file.bytes}};
        if (file.seed)
            entry.insert("seed"_L1, *file.seed);
        array.append(entry);
    }
    return compact(array);
}

} // namespace keyway

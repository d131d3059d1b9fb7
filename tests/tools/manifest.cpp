#include "core/base/jsonfields.h"
#include "tests/tools/replay.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace keyway::replay {

using namespace Qt::StringLiterals;

namespace {

Error badManifest(const QString &detail)
{
    return Error(Error::Kind::Storage, detail).withReason(u"bad-manifest"_s);
}

QList<std::pair<QByteArray, QByteArray>> headersIn(const QByteArray &text)
{
    QList<std::pair<QByteArray, QByteArray>> headers;
    const QByteArrayList lines = text.split('\n');
    for (const QByteArray &raw : lines) {
        const QByteArray line = raw.trimmed();
        if (line.isEmpty())
            break;
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && !line.startsWith("HTTP/"))
            headers.emplaceBack(line.first(colon).trimmed().toLower(),
                                line.sliced(colon + 1).trimmed());
    }
    return headers;
}

class EntryReader {
public:
    EntryReader(const QJsonValue &value, const QString &path, const QDir &folder,
                JsonProblem &problem)
        : m_fields(value, path, problem)
        , m_folder(folder)
    {
    }

    Entry read()
    {
        Entry entry;
        entry.id = m_fields.text(u"id");
        entry.service = m_fields.text(u"service");
        const auto wire = wireFormatFromName(m_fields.text(u"wire"));
        if (!wire)
            m_fields.expected(u"wire", u"one of "_s + wireFormatNames().join(u", "_s));
        entry.wire = wire.value_or(WireFormat::OpenAiChat);
        entry.reply.status = static_cast<int>(m_fields.integer(u"status", 100, 599));
        entry.reply.sent = true;
        // Answers tell by themselves whether they are streams.
        m_fields.flag(u"stream", false);
        if (const QString name = textOrNull(u"headers_file"); !name.isEmpty())
            entry.reply.headers = headersIn(content(u"headers_file", name));
        entry.reply.body = content(u"body_file", m_fields.text(u"body_file"));
        entry.model = textOrNull(u"model");
        entry.at = QDateTime::fromString(m_fields.text(u"at"), Qt::ISODate).toUTC();
        if (!entry.at.isValid())
            m_fields.expected(u"at", u"a time such as 2026-09-22T12:00:00Z"_s);
        return entry; // other fields are the writer's own
    }

private:
    QString textOrNull(QStringView name)
    {
        const QJsonValue value = m_fields.take(name);
        if (!value.isNull() && !value.isUndefined() && !value.isString())
            m_fields.expected(name, u"a text or null"_s);
        return value.toString();
    }

    QByteArray content(QStringView field, const QString &name)
    {
        if (name.isEmpty())
            return {};
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) {
            m_fields.expected(field, u"a file that can be read: "_s + file.fileName());
            return {};
        }
        return file.readAll();
    }

    JsonFields m_fields;
    const QDir &m_folder;
};

} // namespace

Result<QList<Entry>> readManifest(const QByteArray &json, const QString &folder)
{
    QJsonParseError mistake;
    const QJsonDocument document = QJsonDocument::fromJson(json, &mistake);
    if (mistake.error != QJsonParseError::NoError)
        return badManifest(mistake.errorString());
    if (!document.isArray())
        return badManifest(u"expected an array of entries"_s);
    QList<Entry> entries;
    JsonProblem problem;
    const QDir dir(folder);
    const QJsonArray values = document.array();
    for (qsizetype i = 0; i < values.size() && !problem.found(); ++i)
        entries.append(
            EntryReader(values.at(i), u'[' + QString::number(i) + u']', dir, problem).read());
    if (problem.found())
        return badManifest(problem.text);
    return entries;
}

} // namespace keyway::replay

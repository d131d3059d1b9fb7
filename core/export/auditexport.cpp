#include "core/export/auditexport.h"

#include "core/base/csvline.h"
#include "core/export/exportfile.h"
#include "core/export/filefault.h"
#include "core/export/isotimes.h"
#include "core/storage/auditchain.h"
#include "core/storage/audittrail.h"
#include "core/storage/database.h"
#include "core/storage/sealfile.h"

#include <QtCore/QIODevice>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr int entriesAround = 40; ///< the bad one, for support

class AuditLines {
public:
    explicit AuditLines(ExportFormat format)
        : m_isCsv(format == ExportFormat::Csv)
    {
    }

    void begin(QByteArray &to) const
    {
        if (!m_isCsv)
            return;
        CsvLine line(to);
        for (const auto column : {"entry"_L1, "at"_L1, "name"_L1, "subject"_L1, "integration"_L1,
                                  "model"_L1, "app"_L1, "facts"_L1, "mark"_L1})
            line.plain(column);
        line.end();
    }

    void write(QByteArray &to, const AuditEntry &entry)
    {
        if (!m_isCsv) {
            to += QJsonDocument(toJson(entry)).toJson(QJsonDocument::Compact) + '\n';
            return;
        }
        CsvLine line(to);
        line.number(entry.sequence);
        m_times.append(line.next(), entry.at);
        line.text(entry.event.name);
        line.text(entry.event.subject);
        line.text(entry.integrationName);
        line.text(entry.model);
        line.text(entry.app);
        line.text(
            QString::fromUtf8(QJsonDocument(entry.event.facts).toJson(QJsonDocument::Compact)));
        line.next() += entry.hash.toHex();
        line.end();
    }

private:
    bool m_isCsv;
    IsoTimes m_times;
};

Result<ExportReport> stream(Database &database, const AuditOrder &order, QIODevice &to,
                            const CancelToken &cancel, const ExportProgress &progress)
{
    ExportStream out(to, cancel, progress);
    AuditLines lines(order.format);
    lines.begin(out.bytes());
    const auto read = AuditTrail(database).forEach(order.filter, [&](const AuditEntry &entry) {
        return out.add([&](QByteArray &bytes) { lines.write(bytes, entry); });
    });
    if (const auto good = out.soFar(read); !good)
        return good.error();
    return out.end();
}

QJsonObject toJson(const AuditHead &head)
{
    return {{u"entry"_s, head.sequence}, {u"mark"_s, QString::fromLatin1(head.hash.toHex())}};
}

/// The lines that speak of entries near the bad one, or the last ones.
QJsonArray sealsNear(const QString &path, qint64 sequence)
{
    const auto lines = readSeals(path);
    QJsonArray seals;
    if (!lines)
        return seals;
    const auto after = std::lower_bound(
        lines->seals.cbegin(), lines->seals.cend(), sequence,
        [](const AuditSeal &seal, qint64 wanted) { return seal.sequence < wanted; });
    const qsizetype first = std::max<qsizetype>(0, after - lines->seals.cbegin() - 3);
    for (const AuditSeal &seal : lines->seals.mid(first, 6))
        seals.append(QString::fromLatin1(sealLine(seal).trimmed()));
    return seals;
}

} // namespace

Result<ExportReport> exportAudit(Database &database, const AuditOrder &order, QIODevice &to,
                                 const CancelToken &cancel, const ExportProgress &progress)
{
    return exportTo(to, [&](QIODevice &device) {
        return database.read([&] { return stream(database, order, device, cancel, progress); });
    });
}

Result<ExportReport> exportAuditToFile(Database &database, const AuditOrder &order,
                                       const QString &path, const CancelToken &cancel,
                                       const ExportProgress &progress)
{
    return exportTo(path, [&](QIODevice &device) {
        return exportAudit(database, order, device, cancel, progress);
    });
}

Result<ExportReport> exportAuditReport(Database &database, const AuditCheck &check,
                                       const QString &path)
{
    AuditFilter near;
    near.limit = entriesAround;
    if (check.firstBad > 0)
        near.before = check.firstBad + entriesAround / 2;
    const auto entries = AuditTrail(database).entries(near);
    if (!entries)
        return entries.error();
    const auto inside = headIn(database);
    if (!inside)
        return inside.error();
    QJsonArray stored;
    for (const AuditEntry &entry : *entries)
        stored.append(keyway::toJson(entry));
    QJsonObject seals;
    for (const SealFile &file : check.sealFiles)
        seals.insert(file.path, sealsNear(file.path, check.firstBad));
    QJsonObject report{{u"keyway"_s, QStringLiteral(KEYWAY_VERSION)},
                       {u"at"_s, database.clock().now().toUTC().toString(Qt::ISODateWithMs)},
                       {u"check"_s, keyway::toJson(check)},
                       {u"head_inside"_s, toJson(*inside)},
                       {u"entries"_s, stored},
                       {u"seals"_s, seals}};
    if (const auto beside = headBeside(database))
        report.insert(u"head_beside"_s, toJson(*beside));
    return exportTo(path, [&](QIODevice &to) -> Result<ExportReport> {
        const QByteArray bytes = QJsonDocument(report).toJson();
        if (to.write(bytes) != bytes.size())
            return cannotWrite(to.errorString());
        return ExportReport{stored.size(), bytes.size()};
    });
}

} // namespace keyway

#include "core/export/recordimporter.h"

#include "core/export/jsonreader.h"
#include "core/storage/database.h"
#include "core/storage/recordimport.h"

#include <QtCore/QIODevice>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr int recordsTogether = 1000;
constexpr qint64 longestLine = 1 << 20;

/// Lines that are not empty, one after another.
class Lines {
public:
    explicit Lines(QIODevice &from)
        : m_from(from)
    {
    }

    /// Nothing at the end.
    std::optional<QByteArray> next()
    {
        while (!m_from.atEnd()) {
            QByteArray line = m_from.readLine(longestLine).trimmed();
            ++m_number;
            if (!line.isEmpty())
                return line;
        }
        return std::nullopt;
    }
    Error at(const Error &error) const
    {
        return Error(error.kind(), u"line %1: %2"_s.arg(m_number).arg(error.detail()))
            .withReason(error.reason());
    }

private:
    QIODevice &m_from;
    qint64 m_number = 0;
};

Result<Done> checkAll(QIODevice &from, const CancelToken &cancel)
{
    Lines lines(from);
    while (const auto line = lines.next()) {
        if (cancel.isCancelled())
            return Error(Error::Kind::Cancelled);
        if (const auto record = recordFromLine(*line); !record)
            return lines.at(record.error());
    }
    return Done();
}

/// Up to a thousand; none at the end.
Result<int> importSome(Database &database, Lines &lines, ImportReport &report)
{
    ImportReport some;
    int read = 0;
    const auto written = database.write([&]() -> Result<Done> {
        for (; read < recordsTogether; ++read) {
            const auto line = lines.next();
            if (!line)
                break;
            const auto record = recordFromLine(*line);
            if (!record)
                return lines.at(record.error());
            const auto imported = importRecord(database, *record);
            if (!imported)
                return lines.at(imported.error());
            ++(*imported == Imported::Added ? some.added : some.known);
        }
        return Done();
    });
    if (!written)
        return written.error();
    report.added += some.added;
    report.known += some.known;
    return read;
}

} // namespace

Result<ImportReport> importRecords(Database &database, QIODevice &from, const CancelToken &cancel,
                                   const std::function<void(qint64 records)> &progress)
{
    if (auto checked = checkAll(from, cancel); !checked)
        return checked.error();
    if (!from.seek(0))
        return Error(Error::Kind::Storage, from.errorString()).withReason(u"io-error"_s);
    ImportReport report;
    Lines lines(from);
    for (;;) {
        if (cancel.isCancelled())
            return Error(Error::Kind::Cancelled);
        const auto read = importSome(database, lines, report);
        if (!read)
            return read.error();
        if (*read == 0)
            return report;
        if (progress)
            progress(report.added + report.known);
    }
}

} // namespace keyway

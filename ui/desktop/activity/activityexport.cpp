#include "activityexport.h"

#include <QtCore/QJsonDocument>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {
constexpr int PageRows = 1000;
} // namespace

ActivityExport::ActivityExport(ActivityBackend *backend, const AuditFilter &filter,
                               const QString &path, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_filter(filter)
    , m_file(path)
{
    m_filter.limit = PageRows;
    m_filter.offset = 0;
}

void ActivityExport::start()
{
    if (m_file.open(QIODevice::WriteOnly))
        readPage();
    else
        fail(Error(Error::Kind::Storage, m_file.errorString()).withReason(u"cannot-write"_s));
}

void ActivityExport::readPage()
{
    m_backend->entries(m_filter, this, [this](const Result<QList<AuditEntry>> &entries) {
        if (entries)
            take(*entries);
        else
            fail(entries.error());
    });
}

void ActivityExport::take(const QList<AuditEntry> &entries)
{
    for (const AuditEntry &entry : entries)
        m_file.write(QJsonDocument(toJson(entry)).toJson(QJsonDocument::Compact) + '\n');
    m_written += entries.size();
    if (entries.size() == PageRows) {
        m_filter.before = entries.last().sequence;
        return readPage();
    }
    if (!m_file.commit())
        return fail(
            Error(Error::Kind::Storage, m_file.errorString()).withReason(u"cannot-write"_s));
    Q_EMIT finished(m_written);
    deleteLater();
}

void ActivityExport::fail(const Error &error)
{
    m_file.cancelWriting();
    Q_EMIT failed(error);
    deleteLater();
}

} // namespace keyway

#include "app/admin/settings.h"

#include <QtCore/QDir>
#include <QtCore/QStandardPaths>

namespace keyway::app {

using namespace Qt::StringLiterals;

namespace {

QString folderOr(const QString &folder)
{
    if (!folder.isEmpty())
        return folder;
    const QString named = qEnvironmentVariable("KEYWAY_ADMIN_DIR");
    return named.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + "/keyway"_L1
        : named;
}

} // namespace

AdminSettings::AdminSettings(const QString &folder)
    : m_settings(QDir(folderOr(folder)).filePath(u"admin.ini"_s), QSettings::IniFormat)
{
}

QString AdminSettings::text(const QString &name) const
{
    return m_settings.value(name).toString();
}

void AdminSettings::setText(const QString &name, const QString &text)
{
    m_settings.setValue(name, text);
}

Result<HttpPolicy> AdminSettings::policy() const
{
    HttpPolicy policy;
    const QString file = text(u"ca_file"_s);
    if (file.isEmpty())
        return policy;
    policy.extraAuthorities = QSslCertificate::fromPath(file, QSsl::Pem, {});
    if (policy.extraAuthorities.isEmpty())
        return Error(Error::Kind::Rejected, file).withReason(u"ca-file"_s);
    return policy;
}

} // namespace keyway::app

#pragma once

#include "core/client/serverconnection.h"
#include "ui/admin/adminwindow.h"

#include <QtCore/QSettings>

namespace keyway::app {

/// What Keyway Admin remembers for its window and its command line: server, address, certificates,
/// theme. In `admin.ini` of the folder given, of KEYWAY_ADMIN_DIR, or where the system keeps such
/// files. Nothing in it is secret.
class AdminSettings final : public AdminMemory {
public:
    explicit AdminSettings(const QString &folder);

    QString text(const QString &name) const override;
    void setText(const QString &name, const QString &text) override;

    /// With the authorities of the file that `--ca-file` named. Error: Rejected, `ca-file`.
    Result<HttpPolicy> policy() const;

private:
    mutable QSettings m_settings;
};

} // namespace keyway::app

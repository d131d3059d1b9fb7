#pragma once

#include "app/admin/settings.h"
#include "ui/admin/adminwindow.h"
#include "ui/admin/remoteadmin.h"

#include <QtCore/QHash>

namespace keyway::app {

/// Builds the window of Keyway Admin and what stands behind it. GUI thread.
class AdminComposition {
    Q_DECLARE_TR_FUNCTIONS(AdminComposition)
public:
    /// `names` of services by id.
    AdminComposition(AdminSettings &settings, HttpPolicy policy,
                     const QHash<QString, QString> &names);
    AdminWindow &window() { return m_window; }

private:
    void addPages();

    const QHash<QString, QString> m_names;
    RemoteAdmin m_backend;
    AdminWindow m_window;
};

} // namespace keyway::app

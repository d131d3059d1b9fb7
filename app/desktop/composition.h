#pragma once

#include "core/engine/corethread.h"
#include "core/secrets/secretstore.h"
#include "core/sync/syncstatus.h"
#include "ui/desktop/shell/mainwindow.h"
#include "ui/desktop/windowsettings.h"

#include <QtCore/QObject>

#include <memory>
#include <optional>

namespace keyway {

class AccountBackend;
class ActivityBackend;
class AlertNotifier;
class IntegrationsBackend;
class InvoicesBackend;
class IntegrationsController;
class KeywayStyle;
class LimitsBackend;
class PromptsBackend;
class RecordWatch;
class RoutingBackend;
class StudioBackend;
class StudioPage;
class UsageBackend;

/// Builds the window and what stands behind it, and owns it all. GUI thread.
class Composition : public QObject {
    Q_OBJECT
public:
    Composition(engine::WorkspaceOptions options, KeywayStyle *style);
    ~Composition() override;

    /// Opens the data folder and shows the window, or says why it cannot and quits with 1.
    void start();
    /// Null until the data folder is open.
    MainWindow *window() const { return m_window.get(); }

protected:
    /// Notes in the log when the first page shows its figures.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void opened(engine::Workspace *workspace);
    void cannotOpen(const Error &error);
    void addPages();
    void addStudio();
    void addUsage();
    void addInvoices();
    void addLimits();
    void addAlerts();
    void addActivity();
    void addSettings();
    void readSync();
    void countJobs();
    Page *makeStudio(QWidget *parent);
    Page *makeRouting(QWidget *parent);
    Page *makeAccount(QWidget *parent);
    void showAccount();
    void updateStatus();

    engine::WorkspaceOptions m_options;
    KeywayStyle *m_style;
    WindowSettings m_settings;
    engine::CoreThread m_core; ///< goes after everything that calls the workspace
    std::unique_ptr<MainWindow> m_window;
    IntegrationsBackend *m_integrationsBackend = nullptr;
    IntegrationsController *m_integrations = nullptr;
    PromptsBackend *m_promptsBackend = nullptr;
    StudioBackend *m_studioBackend = nullptr;
    UsageBackend *m_usageBackend = nullptr;
    AccountBackend *m_accountBackend = nullptr;
    RoutingBackend *m_routingBackend = nullptr;
    LimitsBackend *m_limitsBackend = nullptr;
    ActivityBackend *m_activityBackend = nullptr;
    InvoicesBackend *m_invoicesBackend = nullptr;
    AlertNotifier *m_alerts = nullptr;
    RecordWatch *m_recordWatch = nullptr; ///< starts once the first page was painted
    StudioPage *m_studio = nullptr; ///< nothing until it is first shown
    engine::Overview m_overview;
    std::optional<KeychainStatus> m_keychain; ///< nothing: not asked yet
    SyncStatus m_sync;
};

} // namespace keyway

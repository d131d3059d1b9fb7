#pragma once

#include "ui/desktop/integrations/integrationsbackend.h"
#include "ui/widgets/dialog.h"

class QVBoxLayout;

namespace keyway {

/// Check with providers: what services say they charged this month beside what Keyway counted, with
/// the causes of each difference. Asks them when it opens, and again on demand.
class ReconcileDialog final : public Dialog {
    Q_OBJECT
public:
    ReconcileDialog(const QDate &month, IntegrationsBackend *backend, QWidget *parent);

    /// What it says, a line for each account; for tests and screen readers.
    QStringList lines() const { return m_lines; }
    QPushButton *againButton() const { return m_again; }

Q_SIGNALS:
    /// An admin key is missing: to Configure of the integration of this name.
    void configureRequested(const QString &integration);

private:
    void ask();
    void showResult(const engine::Reconciliation &result);
    void addAccount(QVBoxLayout *column, const engine::AccountReport &account);

    QDate m_month;
    IntegrationsBackend *m_backend;
    QPushButton *m_again;
    QStringList m_lines;
};

} // namespace keyway

#pragma once

#include "ui/desktop/integrations/integrationsbackend.h"
#include "ui/widgets/dialog.h"

namespace keyway {

class KeyField;
class ResultLine;

/// Makes a vault (password twice) or opens the one that is there. accepted() once it is open.
class VaultDialog : public Dialog {
    Q_OBJECT
public:
    enum class Task { Create, Open };

    VaultDialog(Task task, IntegrationsBackend *backend, QWidget *parent);
    KeyField *password() const { return m_password; }
    KeyField *repeated() const { return m_repeated; }
    QPushButton *goButton() const { return m_go; }

private:
    void check();
    void go();

    Task m_task;
    IntegrationsBackend *m_backend;
    KeyField *m_password;
    KeyField *m_repeated = nullptr;
    ResultLine *m_result;
    QPushButton *m_go;
    bool m_busy = false;
};

} // namespace keyway

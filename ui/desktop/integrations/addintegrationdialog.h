#pragma once

#include "ui/desktop/integrations/integrationsbackend.h"
#include "ui/widgets/dialog.h"

#include <QtCore/QSet>

class QStackedWidget;

namespace keyway {

class ChooseStep;
class ConnectStep;
class StepHeader;

/// Add Integration in two steps: choose a service, connect it. Esc asks before it throws a typed
/// key away. added() once the integration is saved.
class AddIntegrationDialog : public Dialog {
    Q_OBJECT
public:
    /// `names`: those in use, so that a second OpenAI is called "OpenAI 2".
    AddIntegrationDialog(IntegrationsBackend *backend, const QSet<QString> &services,
                         const QStringList &names, const QDate &today, QWidget *parent);

    /// Goes on to the second step.
    void connectTo(const QString &service);
    void setKeychain(const KeychainStatus &status);
    void reject() override;

    ChooseStep *chooseStep() const { return m_choose; }
    ConnectStep *connectStep() const { return m_connect; }
    QPushButton *backButton() const { return m_back; }
    QPushButton *untestedButton() const { return m_untested; }
    QPushButton *nextButton() const { return m_next; }

Q_SIGNALS:
    void added(const keyway::Integration &integration);
    void urlRequested(const QUrl &url);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void goBack();
    void goOn();
    void save(bool test);
    void adapt();
    void lookForLocal();
    QString freeName(const QString &wanted) const;
    void askToThrowAway(std::function<void()> then);

    IntegrationsBackend *m_backend;
    Catalogue m_catalogue;
    QStringList m_names;
    QDate m_today;
    KeychainStatus m_keychain;
    StepHeader *m_steps;
    QStackedWidget *m_stack;
    ChooseStep *m_choose;
    ConnectStep *m_connect = nullptr;
    QPushButton *m_back;
    QPushButton *m_untested;
    QPushButton *m_cancel;
    QPushButton *m_next;
    bool m_saving = false;
    CancelSource m_localSearch;
};

} // namespace keyway

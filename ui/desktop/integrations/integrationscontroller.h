#pragma once

#include "ui/desktop/integrations/integrationsbackend.h"
#include "ui/desktop/passingproblem.h"
#include "ui/words/message.h"

#include <QtCore/QPointer>
#include <QtCore/QSet>

namespace keyway {

class AddIntegrationDialog;
class ConfigureDialog;
class IntegrationsPage;
class UndoMessage;

/// Connects My Integrations and its dialogs with the engine: refreshes on every change, carries out
/// what the user wants, and offers to take it back. Lives on the GUI thread.
class IntegrationsController : public QObject {
    Q_OBJECT
public:
    /// All outlive it. `now` is the time that the page speaks of, a seam for tests.
    IntegrationsController(IntegrationsPage *page, IntegrationsBackend *backend, UndoMessage *undo,
                           std::function<QDateTime()> now, QObject *parent = nullptr);

    void refresh();
    void refreshKeychain();
    /// The picker, or where `service` is named its second step. Ctrl+Shift+I anywhere.
    void add(const QString &service = {});
    void configure(const Id &id, bool atLimit = false);
    /// What the services say they charged, beside our sums of the running month.
    void checkWithProviders();

    AddIntegrationDialog *addDialog() const;
    ConfigureDialog *configureDialog() const;

Q_SIGNALS:
    /// After every reading, for the status bar.
    void overviewChanged(const keyway::engine::Overview &overview);
    void keychainChanged(const keyway::KeychainStatus &status);
    /// To be opened in the browser.
    void urlRequested(const QUrl &url);

private:
    void connectPage();
    void offerFirstServices();
    void toggle(const Id &id);
    void askToRemove(const Id &id);
    void remove(const Id &id);
    void test(const Id &id);
    void testAll();
    void reorder(const QList<Id> &order);
    void keychainAction(words::Action action);
    void say(const Error &error, const Id &id = {});
    const engine::IntegrationSummary *summary(const Id &id) const;

    IntegrationsPage *m_page;
    IntegrationsBackend *m_backend;
    UndoMessage *m_undo;
    std::function<QDateTime()> m_now;
    engine::Overview m_overview;
    IntegrationsBackend::KeyPlace m_keys;
    QSet<Id> m_removed; ///< taken out, with their key still there
    QSet<QString> m_foundLocal;
    QPointer<AddIntegrationDialog> m_addDialog;
    QPointer<ConfigureDialog> m_configureDialog;
    CancelSource m_localSearch;
    PassingProblem m_problem;
    bool m_problemIsKeychain = false;
    bool m_reading = false;
    bool m_readAgain = false;
};

} // namespace keyway

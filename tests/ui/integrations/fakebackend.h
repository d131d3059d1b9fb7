#pragma once

#include "ui/desktop/integrations/integrationsbackend.h"

#include <QtCore/QStringList>

namespace keyway {

/// An engine in memory: integrations are kept in a list, answers come with the next turn of the
/// event loop, and what was asked for is written down. Keys are kept as their last four characters
/// only.
class FakeBackend final : public IntegrationsBackend {
    Q_OBJECT
public:
    explicit FakeBackend(engine::Overview overview = {});

    engine::Overview data;
    KeyPlace place{{KeychainState::Ready, QStringLiteral("GNOME Keyring"), {}}, false};
    /// What tryKey() answers; nothing: it never does.
    std::optional<Result<KeyCheck>> keyAnswer = Result<KeyCheck>(KeyCheck{});
    std::optional<Error> addError;
    QList<engine::ModelChoice> choices; ///< beside the catalogue's
    std::optional<AdminKey> admin;
    engine::Reconciliation reconciliation;
    std::optional<Error> updateError;
    QStringList log; ///< "disable OpenAI (GPT-4)"
    std::optional<Wanted> added;
    QByteArray addedKey; ///< for the tests that ask whether the right key came through
    std::optional<Integration> updated;
    Trial lastTrial;
    bool lastTrialCancelled() const { return m_lastCancel.isCancelled(); }
    int trials = 0; ///< of services that need a key

    Catalogue catalogue() const override { return m_catalogue; }
    void overview(QObject *context, Handler<engine::Overview> done) override;
    void modelsThisMonth(const Id &id, QObject *context,
                         Handler<QList<engine::ServiceTotal>> done) override;
    void modelChoices(const Id &id, QObject *context,
                      Handler<QList<engine::ModelChoice>> done) override;
    void adminKey(const Id &id, QObject *context, Handler<std::optional<AdminKey>> done) override;
    void setAdminKey(const Id &id, Secret key, QObject *context, Handler<Done> done) override;
    void removeAdminKey(const Id &id, QObject *context, Handler<Done> done) override;
    void reconcile(const QDate &month, QObject *context,
                   Handler<engine::Reconciliation> done) override;
    void tryKey(const Trial &trial, Secret key, const CancelToken &cancel, QObject *context,
                Handler<KeyCheck> done) override;
    void add(const Wanted &wanted, Secret key, QObject *context,
             Handler<Integration> done) override;
    void test(const Id &id, QObject *context, Handler<KeyCheck> done) override;
    void replaceKey(const Id &id, Secret key, bool test, QObject *context,
                    Handler<Done> done) override;
    void changeBaseUrl(const Id &id, const QString &baseUrl, Secret key, bool test,
                       QObject *context, Handler<Done> done) override;
    void update(const Integration &changed, QObject *context, Handler<Done> done) override;
    void setEnabled(const Id &id, bool enabled, QObject *context, Handler<Done> done) override;
    void reorder(const QList<Id> &order, QObject *context, Handler<Done> done) override;
    void remove(const Id &id, QObject *context, Handler<Done> done) override;
    void restore(const Id &id, QObject *context, Handler<Done> done) override;
    void forget(const Id &id, QObject *context, Handler<Done> done) override;
    void keyPlace(QObject *context, std::function<void(KeyPlace)> done) override;
    void unlockKeychain(QObject *context, Handler<Done> done) override;
    void createVault(Secret password, QObject *context, Handler<Done> done) override;
    void openVault(Secret password, QObject *context, Handler<Done> done) override;

private:
    QString nameOf(const Id &id) const;

    Catalogue m_catalogue;
    CancelToken m_lastCancel;
    QList<engine::IntegrationSummary> m_bin;
};

} // namespace keyway

#pragma once

#include "ui/desktop/integrations/integrationsbackend.h"
#include "ui/widgets/dialog.h"

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class QStackedWidget;
class QTabBar;
class QTableWidget;

namespace keyway {

class ConnectionFields;
class KeyField;
class LimitRow;
class OwnTermsTable;
class ResultLine;
class TextLabel;

/// Configure: General, Models & prices, Limits, Advanced. Testing and replacing the key act at
/// once; everything else with Save. Leaving with changes asks.
class ConfigureDialog : public Dialog {
    Q_OBJECT
public:
    ConfigureDialog(const engine::IntegrationSummary &summary, const QDate &today,
                    const QDateTime &now, IntegrationsBackend *backend, QWidget *parent);

    void setKeychain(const KeychainStatus &status) { m_keychain = status; }
    void focusLimit();
    /// What Save would write.
    Integration edited() const;
    bool hasChanges() const;
    void reject() override;

    QTabBar *tabs() const { return m_tabs; }
    QLineEdit *nameEdit() const { return m_name; }
    LimitRow *limit() const { return m_limit; }
    QLineEdit *baseUrl() const { return m_baseUrl; }
    ConnectionFields *connection() const { return m_connection; }
    QTableWidget *prices() const { return m_prices; }
    OwnTermsTable *ownTerms() const { return m_ownTerms; }
    QComboBox *model() const { return m_model; }
    KeyField *adminKey() const { return m_adminKey; }
    QPushButton *adminButton() const { return m_adminButton; }
    KeyField *newKey() const { return m_newKey; }
    QPushButton *testButton() const { return m_test; }
    QPushButton *replaceButton() const { return m_replace; }
    QPushButton *saveButton() const { return m_save; }
    ResultLine *result() const { return m_result; }

Q_SIGNALS:
    void saved();
    void toggleRequested();
    void removeRequested();
    void urlRequested(const QUrl &url);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeGeneral();
    QWidget *makeForm(QWidget *parent);
    QWidget *makeLimitCard(QWidget *parent);
    QWidget *makeMonthCard(QWidget *parent);
    QWidget *makeModels();
    QWidget *makeLimits();
    QWidget *makeAdvanced();
    void addTab(const QString &title, QWidget *page);
    void fillMonth(const QList<engine::ServiceTotal> &models);
    void fillPrices();
    void fillModels(const QList<engine::ModelChoice> &choices);
    void makeAdminKey(QGridLayout *grid, QWidget *page);
    void showAdminKey();
    void setAdminKey();
    void removeAdminKey();
    bool readPrices(OwnTerms *terms) const;
    void adapt();
    void showUsed();
    void test();
    void showReplace();
    void replace(bool test);
    void save();
    void saveConnection(const ConnectionPolicy &connection);
    void saveAddress(const Integration &changed);
    void finish();
    void showProblem(const Error &error);
    const Service *service() const { return m_catalogue.service(m_before.service); }

    engine::IntegrationSummary m_summary;
    Integration m_before;
    QDate m_today;
    QDateTime m_now;
    IntegrationsBackend *m_backend;
    Catalogue m_catalogue;
    KeychainStatus m_keychain;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    QLineEdit *m_name = nullptr;
    QComboBox *m_model = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_replace = nullptr;
    KeyField *m_newKey = nullptr;
    ResultLine *m_result = nullptr;
    QCheckBox *m_automatic = nullptr;
    QCheckBox *m_fallback = nullptr;
    LimitRow *m_limit = nullptr;
    LimitRow *m_limitAgain = nullptr;
    class UsageBar *m_bar = nullptr;
    TextLabel *m_used = nullptr;
    TextLabel *m_left = nullptr;
    QTableWidget *m_month = nullptr;
    QTableWidget *m_prices = nullptr;
    TextLabel *m_priceProblem = nullptr;
    OwnTermsTable *m_ownTerms = nullptr;
    QSpinBox *m_warn = nullptr;
    QLineEdit *m_baseUrl = nullptr;
    TextLabel *m_urlProblem = nullptr;
    ConnectionFields *m_connection = nullptr;
    QSpinBox *m_wait = nullptr;
    KeyField *m_adminKey = nullptr; ///< nothing where the service has no use for one
    QPushButton *m_adminButton = nullptr;
    QPushButton *m_adminRemove = nullptr;
    TextLabel *m_adminState = nullptr;
    QPushButton *m_save = nullptr;
    QBoxLayout *m_general = nullptr; ///< one column below 800 pixels
    bool m_busy = false;
};

} // namespace keyway

#pragma once

#include "ui/desktop/integrations/integrationsbackend.h"
#include "ui/desktop/integrations/keychecker.h"
#include "ui/words/errors.h"

#include <QtWidgets/QWidget>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace keyway {

class ConnectAside;
class ConnectionFields;
class Disclosure;
class KeyField;
class LimitRow;
class ResultLine;
class TextLabel;

/// The second step of Add Integration: name, key, model, limit, with the key tried while it is
/// typed.
class ConnectStep : public QWidget {
    Q_OBJECT
public:
    ConnectStep(const Service &service, const QString &name, const QDate &today,
                IntegrationsBackend *backend, QWidget *parent = nullptr);

    const Service &service() const { return m_service; }
    IntegrationsBackend::Wanted wanted() const;
    Secret secret() const;
    bool hasKey() const;
    /// Nothing stands against adding it; it is tested once more then.
    bool canAdd() const;
    /// The test failed or could not be made, and it can be saved all the same.
    bool offersUntested() const;
    void setKeychain(const KeychainStatus &status);
    /// What adding it came to.
    void showError(const Error &error);
    void stop();

    KeyChecker *checker() const { return m_checker; }
    QLineEdit *nameEdit() const { return m_name; }
    KeyField *key() const { return m_key; }
    QComboBox *model() const { return m_model; }
    ConnectionFields *connection() const { return m_connection; }
    LimitRow *limit() const { return m_limit; }
    QLineEdit *baseUrl() const { return m_baseUrl; }
    ResultLine *result() const { return m_result; }
    ConnectAside *aside() const { return m_aside; }
    Disclosure *advanced() const { return m_advanced; }

Q_SIGNALS:
    void changed();
    void chooseAnother();
    /// The key looks like one of this service.
    void useFor(const QString &service);
    void urlRequested(const QUrl &url);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeForm();
    QWidget *makeTitle(QWidget *parent);
    /// Both answer the row below theirs.
    int makeAddressRows(QGridLayout *grid, int row, QWidget *parent);
    int makeKeyRows(QGridLayout *grid, int row, QWidget *parent);
    QWidget *makeAdvanced(QWidget *parent);
    void connectParts();
    /// The service has no address of its own, so that one has to be given.
    bool asksForAddress() const { return m_service.baseUrl.isEmpty(); }
    /// What was entered as the address, in the form in which it is used.
    QString address() const;
    void tidyAddress();
    void targetChanged();
    bool hasTarget() const;
    void showCheck();
    void showWorks(const KeyCheck &check);
    void showRefusal(const Error &error);
    void fillModels();
    /// Those to choose from: the catalogue's in its order, then what only the service names.
    QStringList modelsToChoose() const;
    void makeModelEditable(bool editable);
    words::ErrorFacts facts() const;

    Service m_service;
    QDate m_today;
    IntegrationsBackend *m_backend;
    QBoxLayout *m_columns;
    ConnectAside *m_aside;
    QLineEdit *m_name;
    KeyField *m_key;
    ResultLine *m_result;
    QPushButton *m_clearClipboard;
    QComboBox *m_model;
    LimitRow *m_limit;
    Disclosure *m_advanced;
    QLineEdit *m_baseUrl;
    TextLabel *m_urlProblem;
    ConnectionFields *m_connection;
    QSpinBox *m_wait;
    QCheckBox *m_automatic;
    KeyChecker *m_checker;
    bool m_modelChosen = false;
    KeySource m_keySource = KeySource::Keychain;
};

} // namespace keyway

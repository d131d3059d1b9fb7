#pragma once

#include "core/catalogue/catalogue.h"
#include "core/secrets/secretstore.h"

#include <QtCore/QMap>
#include <QtWidgets/QWidget>

class QGridLayout;
class QPushButton;

namespace keyway {

class TextLabel;

/// Beside the fields of Add Integration: where to get a key, where it will be kept, what is
/// charged.
class ConnectAside : public QWidget {
    Q_OBJECT
public:
    explicit ConnectAside(const Service &service, QWidget *parent = nullptr);
    void setKeychain(const KeychainStatus &status);
    void setHost(const QString &host);
    /// The price of this model at `day`; nothing is known of it where the catalogue has none.
    void setModel(const QString &model, const QDate &day);
    QPushButton *keyPageButton() const { return m_keyPage; }

Q_SIGNALS:
    void urlRequested(const QUrl &url);

private:
    QWidget *makeKeyCard();
    QWidget *makePlaceCard();
    QWidget *makePriceCard();
    void showPlace();
    void addPriceRow(const QString &what, const QString &price);

    Service m_service;
    KeychainStatus m_status;
    QString m_host;
    QPushButton *m_keyPage = nullptr;
    TextLabel *m_place = nullptr;
    QGridLayout *m_prices = nullptr;
    TextLabel *m_priceNote = nullptr;
};

} // namespace keyway

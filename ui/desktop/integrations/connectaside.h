#pragma once

#include "core/catalogue/catalogue.h"
#include "core/secrets/secretstore.h"
#include "ui/words/prices.h"

#include <QtCore/QMap>
#include <QtWidgets/QWidget>

class QBoxLayout;
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
    /// The prices that are shown, and what is said below them.
    const QList<words::PriceLine> &prices() const { return m_lines; }
    QString priceNote() const;
    /// Nothing where the service has no such page.
    QPushButton *keyPageButton() const { return m_keyPage; }
    QPushButton *pricePageButton() const { return m_pricePage; }
    QPushButton *billingPageButton() const { return m_billingPage; }

Q_SIGNALS:
    void urlRequested(const QUrl &url);

private:
    QWidget *makeKeyCard();
    QWidget *makePlaceCard();
    QWidget *makePriceCard();
    void showPlace();
    void addPriceRow(int row, const words::PriceLine &line);
    QPushButton *addLink(QBoxLayout *row, const QString &text, const QUrl &page);
    void showPrices(const QList<words::PriceLine> &lines, const QString &note);

    Service m_service;
    KeychainStatus m_status;
    QString m_host;
    QList<words::PriceLine> m_lines;
    QPushButton *m_keyPage = nullptr;
    QPushButton *m_pricePage = nullptr;
    QPushButton *m_billingPage = nullptr;
    TextLabel *m_place = nullptr;
    QGridLayout *m_prices = nullptr;
    TextLabel *m_priceNote = nullptr;
};

} // namespace keyway

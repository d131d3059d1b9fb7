#pragma once

#include "core/engine/overview.h"
#include "core/secrets/secretstore.h"
#include "ui/desktop/integrations/cardorder.h"
#include "ui/desktop/shell/page.h"
#include "ui/words/message.h"

#include <QtCore/QHash>

class QLayout;
class QPushButton;
class QScrollArea;
class QStackedLayout;
class QVBoxLayout;

namespace keyway {

class Banner;
class CountBadge;
class DisabledRow;
class FirstServices;
class IntegrationCard;
class PageHeader;
class Receipt;
class ReflowLayout;
class TextLabel;

/// My Integrations: shows one Overview and tells what the user wants done. Knows no engine.
class IntegrationsPage : public Page {
    Q_OBJECT
public:
    explicit IntegrationsPage(QWidget *parent = nullptr);

    /// `now` is the time that "since 14:12" and the like are said at.
    void setOverview(const engine::Overview &overview, const QDateTime &now);
    void setKeychain(const KeychainStatus &status, bool hasVault);
    /// Said above what is shown, until the user puts it away or another one comes. With `untilRead`
    /// it also goes with the next overview.
    void setProblem(const words::Message &problem, bool untilRead = false);
    void clearProblem() { setProblem({}); }
    void setTesting(const Id &id, bool testing);
    /// Statuspages by service id, for the banner of one that is down.
    void setStatusPages(const QHash<QString, QUrl> &pages) { m_statusPages = pages; }
    FirstServices *firstServices() const { return m_first; }
    Receipt *receipt() const { return m_receipt; }

    QWidget *firstFocus() const override;
    QList<QWidget *> regions() const override;
    void setPrimaryFilled(bool filled) override;
    /// Where focus goes when the page opens: the first card's Configure, else Add New Integration.
    void focusFirst();
    /// As the shell's Ctrl+Z and dialogs need it: the button on the card of `id`.
    void focusCard(const Id &id);

    QList<Id> shownOrder() const;
    IntegrationCard *card(const Id &id) const { return m_cards.value(id); }
    DisabledRow *row(const Id &id) const { return m_rows.value(id); }
    CardOrder order() const { return m_order; }
    void setOrder(CardOrder order);

Q_SIGNALS:
    /// `service` is empty where the picker is to be shown.
    void addRequested(const QString &service);
    void configureRequested(const keyway::Id &id);
    void raiseLimitRequested(const keyway::Id &id);
    void toggleRequested(const keyway::Id &id);
    void removeRequested(const keyway::Id &id);
    void testRequested(const keyway::Id &id);
    void testAllRequested();
    /// The whole new order, disabled ones included.
    void orderRequested(const QList<keyway::Id> &order);
    void sortChosen(keyway::CardOrder order);
    void keychainActionRequested(keyway::words::Action action);
    void urlRequested(const QUrl &url);
    /// The empty page came up, so that local services are worth looking for.
    void firstServicesShown();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void makeContent();
    QLayout *makeHeading(QWidget *content);
    void makeActions();
    QAction *addShortcut(const QString &name, const QKeySequence &keys, Menu menu,
                         void (IntegrationsPage::*act)());
    void addNew();
    void find();
    void refresh();
    void refreshCards(const QList<engine::IntegrationSummary> &active);
    void refreshRows(const QList<engine::IntegrationSummary> &disabled);
    void showBanner();
    void showKeychainBanner();
    /// False: the user has put it away.
    bool showHeldBanner(const QList<engine::IntegrationSummary> &held);
    void showDownBanner(const QList<engine::IntegrationSummary> &down);
    bool prepareBanner(const QString &title, const QString &text);
    void addTryNow(const engine::IntegrationSummary &summary);
    QString substituteOf(const engine::IntegrationSummary &missing) const;
    QString spokenName(const engine::IntegrationSummary &summary) const;
    void adaptMargins();
    bool moveFocus(int key);
    QList<QWidget *> shownCards() const;
    std::optional<Id> currentId() const;
    const engine::IntegrationSummary *summary(const Id &id) const;
    void configureCurrent();
    void toggleCurrent();
    void removeCurrent();
    void testCurrentOrAll();
    void copyCurrent();
    void moveUp();
    void moveDown();
    void moveCurrent(int by);

    engine::Overview m_overview;
    QDateTime m_now;
    KeychainStatus m_keychain{KeychainState::Ready, {}, {}};
    bool m_hasVault = false;
    bool m_focusPending = true;
    words::Message m_problem;
    bool m_problemUntilRead = false;
    QSet<QString> m_closedBanners; ///< the words of those that the user put away
    CardOrder m_order = CardOrder::Mine;
    QHash<QString, QUrl> m_statusPages;
    QHash<Id, IntegrationCard *> m_cards;
    QHash<Id, DisabledRow *> m_rows;

    PageHeader *m_header;
    QWidget *m_bannerHolder;
    Banner *m_banner;
    QStackedLayout *m_stack;
    QScrollArea *m_scroll;
    FirstServices *m_first;
    TextLabel *m_activeTitle;
    CountBadge *m_activeCount;
    QPushButton *m_sort;
    QWidget *m_cardArea;
    ReflowLayout *m_cardLayout;
    QWidget *m_disabledHeading;
    CountBadge *m_disabledCount;
    QWidget *m_rowArea;
    ReflowLayout *m_rowLayout;
    TextLabel *m_nothing;
    QVBoxLayout *m_column;
    Receipt *m_receipt;
    QList<QAction *> m_cardActions;
};

} // namespace keyway

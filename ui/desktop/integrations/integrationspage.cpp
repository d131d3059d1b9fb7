#include "integrationspage.h"

#include "ui/desktop/integrations/disabledrow.h"
#include "ui/desktop/integrations/firstservices.h"
#include "ui/desktop/integrations/integrationcard.h"
#include "ui/desktop/integrations/receipt.h"
#include "ui/theme/textscale.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/reflowlayout.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/tiles.h"

#include <QtGui/QActionGroup>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedLayout>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;
using keyway::engine::Health;
using keyway::engine::IntegrationSummary;

namespace keyway {
namespace {

/// Two columns of cards from 760 pixels of content on.
constexpr int SmallestCard = 372;

/// Puts `widgets` into the layout in this order and takes out what is no longer there.
template <class Widget> void arrange(ReflowLayout *layout, const QList<Widget *> &widgets)
{
    for (int i = layout->count() - 1; i >= 0; --i) {
        QWidget *there = layout->itemAt(i)->widget();
        if (!widgets.contains(there)) {
            delete layout->takeAt(i);
            there->hide();
        }
    }
    for (int wanted = 0; wanted < widgets.size(); ++wanted) {
        int at = wanted;
        while (at < layout->count() && layout->itemAt(at)->widget() != widgets.at(wanted))
            ++at;
        if (at == layout->count())
            layout->insertWidget(wanted, widgets.at(wanted));
        else if (at != wanted)
            layout->moveItem(at, wanted);
        widgets.at(wanted)->show();
    }
}

QString orderName(CardOrder order)
{
    switch (order) {
    case CardOrder::Mine:
        return IntegrationsPage::tr("My order");
    case CardOrder::Cost:
        return IntegrationsPage::tr("Cost");
    case CardOrder::Name:
        return IntegrationsPage::tr("Name");
    case CardOrder::Status:
        return IntegrationsPage::tr("Status");
    }
    return {};
}

} // namespace

IntegrationsPage::IntegrationsPage(QWidget *parent)
    : Page(parent)
    , m_header(new PageHeader(tr("My Integrations"), this))
    , m_bannerHolder(new QWidget(this))
    , m_banner(new Banner(Banner::Level::Warning, m_bannerHolder))
    , m_stack(new QStackedLayout)
    , m_scroll(new QScrollArea(this))
    , m_first(new FirstServices(this))
    , m_receipt(new Receipt(this))
{
    setAccessibleName(tr("My Integrations"));
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(m_header);
    page->addWidget(bannerSlot());
    auto *holder = new QVBoxLayout(m_bannerHolder);
    holder->setContentsMargins(24, 0, 24, 6);
    holder->addWidget(m_banner);
    m_bannerHolder->hide();
    page->addWidget(m_bannerHolder);
    makeContent();
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(m_first);
    page->addLayout(m_stack, 1);
    page->addWidget(m_receipt);

    SearchField *search = m_header->addSearch(tr("Find a service"));
    search->edit()->setAccessibleName(tr("Find a service"));
    connect(search, &SearchField::textChanged, this, [this] { refresh(); });
    QPushButton *add = m_header->setPrimary(tr("Add New Integration"), u"plus"_s);
    connect(add, &QPushButton::clicked, this, [this] { Q_EMIT addRequested({}); });
    connect(m_first, &FirstServices::chosen, this, &IntegrationsPage::addRequested);
    connect(m_banner, &Banner::closed, this, [this] {
        if (m_problem.title.isEmpty())
            m_closedBanners += m_banner->spokenText();
        m_problem = {};
        // The banner is the one whose click got us here.
        QMetaObject::invokeMethod(this, &IntegrationsPage::showBanner, Qt::QueuedConnection);
    });
    makeActions();
}

void IntegrationsPage::makeContent()
{
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setAccessibleName(tr("Integrations"));
    auto *content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setSpacing(0);
    m_column->addLayout(makeHeading(content));
    m_column->addSpacing(5);
    m_cardArea = new QWidget(content);
    m_cardLayout = new ReflowLayout(forText(SmallestCard), 2, 16, 12, m_cardArea);
    m_column->addWidget(m_cardArea);
    m_nothing = new TextLabel({}, TextStyle::Body, Token::TextSecondary, content);
    m_nothing->setContentsMargins(0, 12, 0, 12);
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    m_column->addWidget(m_nothing);
    m_disabledHeading = new QWidget(content);
    auto *row = new QHBoxLayout(m_disabledHeading);
    row->setContentsMargins(0, 10, 0, 10);
    row->setSpacing(8);
    auto *title = new TextLabel(tr("Disabled"), TextStyle::Body, Token::TextPrimary, content);
    title->setWeight(QFont::DemiBold);
    m_disabledCount = new CountBadge(0, content);
    row->addWidget(title);
    row->addWidget(m_disabledCount);
    row->addStretch(1);
    m_column->addWidget(m_disabledHeading);
    m_rowArea = new QWidget(content);
    m_rowLayout = new ReflowLayout(forText(SmallestCard), 2, 16, 8, m_rowArea);
    m_column->addWidget(m_rowArea);
    m_column->addStretch(1);
    m_scroll->setWidget(content);
    content->setAutoFillBackground(false);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this,
            &IntegrationsPage::adaptMargins, Qt::QueuedConnection);
    m_scroll->viewport()->setAutoFillBackground(false);
}

QLayout *IntegrationsPage::makeHeading(QWidget *content)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_activeTitle
        = new TextLabel(tr("Active Integrations"), TextStyle::Body, Token::TextPrimary, content);
    m_activeTitle->setWeight(QFont::DemiBold);
    m_activeCount = new CountBadge(0, content);
    m_sort = new QPushButton(content);
    auto *menu = new QMenu(m_sort);
    menu->setAccessibleName(tr("Sort"));
    auto *group = new QActionGroup(menu);
    for (const auto order :
         {CardOrder::Mine, CardOrder::Cost, CardOrder::Name, CardOrder::Status}) {
        QAction *action = menu->addAction(orderName(order));
        action->setCheckable(true);
        action->setData(static_cast<int>(order));
        group->addAction(action);
    }
    connect(group, &QActionGroup::triggered, this, [this](QAction *action) {
        setOrder(static_cast<CardOrder>(action->data().toInt()));
        Q_EMIT sortChosen(m_order);
    });
    m_sort->setMenu(menu);
    row->addWidget(m_activeTitle);
    row->addWidget(m_activeCount);
    row->addStretch(1);
    row->addWidget(m_sort);
    setOrder(CardOrder::Mine);
    return row;
}

void IntegrationsPage::setOrder(CardOrder order)
{
    m_order = order;
    m_sort->setText(tr("Sort: %1").arg(orderName(order)));
    for (QAction *action : m_sort->menu()->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(order));
    if (m_overview.today.isValid())
        refresh();
}

void IntegrationsPage::setOverview(const engine::Overview &overview, const QDateTime &now)
{
    m_overview = overview;
    m_now = now;
    if (m_problemUntilRead)
        m_problem = {};
    m_receipt->setOverview(overview);
    refresh();
    if (m_focusPending && isVisible())
        focusFirst();
}

void IntegrationsPage::setKeychain(const KeychainStatus &status, bool hasVault)
{
    m_keychain = status;
    m_hasVault = hasVault;
    showBanner();
}

void IntegrationsPage::setProblem(const words::Message &problem, bool untilRead)
{
    m_problem = problem;
    m_problemUntilRead = untilRead;
    showBanner();
}

void IntegrationsPage::setTesting(const Id &id, bool testing)
{
    if (auto *found = m_cards.value(id))
        found->setTesting(testing);
    if (auto *found = m_rows.value(id))
        found->setTesting(testing);
}

void IntegrationsPage::refresh()
{
    const bool empty = m_overview.integrations.isEmpty();
    m_header->search()->setVisible(!empty);
    if (empty != (m_stack->currentWidget() == m_first)) {
        m_stack->setCurrentWidget(empty ? static_cast<QWidget *>(m_first) : m_scroll);
        if (empty)
            Q_EMIT firstServicesShown();
    } else if (empty && !m_now.isNull() && m_cards.isEmpty() && m_rows.isEmpty()
               && !m_first->wasAnnounced()) {
        Q_EMIT firstServicesShown();
    }
    const QString search = m_header->search()->text();
    QList<IntegrationSummary> active, disabled;
    for (const auto &summary : arranged(m_overview.integrations, m_order, search))
        (summary.health == Health::Disabled ? disabled : active) += summary;
    refreshCards(active);
    refreshRows(disabled);
    m_activeCount->setCount(static_cast<int>(active.size()));
    m_activeCount->setVisible(!active.isEmpty());
    m_disabledCount->setCount(static_cast<int>(disabled.size()));
    m_disabledHeading->setVisible(!disabled.isEmpty());
    m_rowArea->setVisible(!disabled.isEmpty());
    m_cardArea->setVisible(!active.isEmpty());
    m_nothing->setVisible(active.isEmpty());
    m_nothing->setText(search.isEmpty()
                           ? tr("Every integration is disabled. Enable one to send prompts.")
                           : tr("Nothing found for “%1”.").arg(search));
    m_nothing->setVisible(active.isEmpty() && (search.isEmpty() || disabled.isEmpty()));
    showBanner();
}

void IntegrationsPage::refreshCards(const QList<IntegrationSummary> &active)
{
    QList<IntegrationCard *> widgets;
    QSet<Id> all;
    for (const auto &summary : m_overview.integrations) {
        if (summary.health != Health::Disabled)
            all += summary.integration.id;
    }
    for (const auto &summary : active) {
        const Id id = summary.integration.id;
        IntegrationCard *&card = m_cards[id];
        if (!card) {
            card = new IntegrationCard(m_cardArea);
            connect(card, &IntegrationCard::configureRequested, this,
                    [this, id] { Q_EMIT configureRequested(id); });
            connect(card, &IntegrationCard::toggleRequested, this,
                    [this, id] { Q_EMIT toggleRequested(id); });
            connect(card, &IntegrationCard::removeRequested, this,
                    [this, id] { Q_EMIT removeRequested(id); });
            connect(card, &IntegrationCard::raiseLimitRequested, this,
                    [this, id] { Q_EMIT raiseLimitRequested(id); });
            for (auto *button : card->findChildren<QAbstractButton *>())
                button->installEventFilter(this);
        }
        card->setSummary(summary, m_overview.today, m_now);
        widgets += card;
    }
    arrange(m_cardLayout, widgets);
    for (auto it = m_cards.begin(); it != m_cards.end();) {
        if (all.contains(it.key())) {
            ++it;
        } else {
            it.value()->deleteLater();
            it = m_cards.erase(it);
        }
    }
}

void IntegrationsPage::refreshRows(const QList<IntegrationSummary> &disabled)
{
    QList<DisabledRow *> widgets;
    QSet<Id> all;
    for (const auto &summary : m_overview.integrations) {
        if (summary.health == Health::Disabled)
            all += summary.integration.id;
    }
    for (const auto &summary : disabled) {
        const Id id = summary.integration.id;
        DisabledRow *&row = m_rows[id];
        if (!row) {
            row = new DisabledRow(m_rowArea);
            connect(row, &DisabledRow::configureRequested, this,
                    [this, id] { Q_EMIT configureRequested(id); });
            connect(row, &DisabledRow::toggleRequested, this,
                    [this, id] { Q_EMIT toggleRequested(id); });
            connect(row, &DisabledRow::removeRequested, this,
                    [this, id] { Q_EMIT removeRequested(id); });
            for (auto *button : row->findChildren<QAbstractButton *>())
                button->installEventFilter(this);
        }
        row->setSummary(summary, m_overview.today, m_now);
        widgets += row;
    }
    arrange(m_rowLayout, widgets);
    for (auto it = m_rows.begin(); it != m_rows.end();) {
        if (all.contains(it.key())) {
            ++it;
        } else {
            it.value()->deleteLater();
            it = m_rows.erase(it);
        }
    }
}

QList<Id> IntegrationsPage::shownOrder() const
{
    QList<Id> ids;
    for (QWidget *widget : shownCards()) {
        if (auto *card = qobject_cast<IntegrationCard *>(widget))
            ids += card->summary().integration.id;
        else if (auto *row = qobject_cast<DisabledRow *>(widget))
            ids += row->summary().integration.id;
    }
    return ids;
}

QList<QWidget *> IntegrationsPage::shownCards() const
{
    QList<QWidget *> widgets;
    for (const ReflowLayout *layout : {m_cardLayout, m_rowLayout}) {
        for (int i = 0; i < layout->count(); ++i)
            widgets += layout->itemAt(i)->widget();
    }
    return widgets;
}

const IntegrationSummary *IntegrationsPage::summary(const Id &id) const
{
    for (const auto &summary : m_overview.integrations) {
        if (summary.integration.id == id)
            return &summary;
    }
    return nullptr;
}

void IntegrationsPage::adaptMargins()
{
    const int side = margin();
    // The scroll bar stands in the margin, so that cards end where the header's button ends.
    const int bar = m_scroll->verticalScrollBar()->isVisibleTo(m_scroll)
        ? m_scroll->verticalScrollBar()->width()
        : 0;
    m_column->setContentsMargins(side, 5, std::max(side - bar, 0), 16);
    m_bannerHolder->layout()->setContentsMargins(side, 0, side, 6);
}

void IntegrationsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    adaptMargins();
}

} // namespace keyway

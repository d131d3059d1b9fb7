#include "ui/desktop/integrations/disabledrow.h"
#include "ui/desktop/integrations/integrationcard.h"
#include "ui/desktop/integrations/integrationspage.h"
#include "ui/desktop/integrations/receipt.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/reflowlayout.h"
#include "ui/widgets/searchfield.h"
#include "ui/words/health.h"
#include "ui/words/money.h"

#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;
using keyway::engine::Health;

namespace keyway {
namespace {

/// The button of a card or row that does the same as `which` does on a card.
QWidget *buttonOf(QWidget *card, IntegrationCard::Button which)
{
    using Button = IntegrationCard::Button;
    if (auto *full = qobject_cast<IntegrationCard *>(card)) {
        QPushButton *button = full->button(which);
        return button->isVisibleTo(full) ? button : full->button(Button::Configure);
    }
    if (auto *row = qobject_cast<DisabledRow *>(card)) {
        if (which == Button::Toggle)
            return row->enableButton();
        return which == Button::Remove ? static_cast<QWidget *>(row->removeButton())
                                       : row->configureButton();
    }
    return nullptr;
}

std::optional<IntegrationCard::Button> focusedButtonOf(QWidget *card)
{
    using Button = IntegrationCard::Button;
    if (auto *full = qobject_cast<IntegrationCard *>(card))
        return full->focusedButton();
    for (const auto which : {Button::Configure, Button::Toggle, Button::Remove}) {
        if (buttonOf(card, which)->hasFocus())
            return which;
    }
    return {};
}

} // namespace

QAction *IntegrationsPage::addShortcut(const QString &name, const QKeySequence &keys, Menu menu,
                                       void (IntegrationsPage::*act)())
{
    auto *action = new QAction(name, this);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, act);
    addMenuAction(menu, action);
    return action;
}

void IntegrationsPage::makeActions()
{
    addShortcut(tr("Add New Integration"), QKeySequence(Qt::CTRL | Qt::Key_N), Menu::File,
                &IntegrationsPage::addNew);
    addShortcut(tr("Find a service"), QKeySequence::Find, Menu::Edit, &IntegrationsPage::find);
    m_cardActions = {
        addShortcut(tr("Configure"), QKeySequence(Qt::ALT | Qt::Key_Return), Menu::Service,
                    &IntegrationsPage::configureCurrent),
        addShortcut(tr("Disable or enable"), QKeySequence(Qt::CTRL | Qt::Key_D), Menu::Service,
                    &IntegrationsPage::toggleCurrent),
        addShortcut(tr("Test now"), QKeySequence(Qt::Key_F5), Menu::Service,
                    &IntegrationsPage::testCurrentOrAll),
        addShortcut(tr("Ask earlier"), QKeySequence(Qt::ALT | Qt::Key_Up), Menu::Service,
                    &IntegrationsPage::moveUp),
        addShortcut(tr("Ask later"), QKeySequence(Qt::ALT | Qt::Key_Down), Menu::Service,
                    &IntegrationsPage::moveDown),
        addShortcut(tr("Remove"), QKeySequence(Qt::Key_Delete), Menu::Service,
                    &IntegrationsPage::removeCurrent),
    };
    // Copy is in the window's menu already; on a card it copies the card.
    auto *copy = new QAction(tr("Copy"), this);
    connect(copy, &QAction::triggered, this, &IntegrationsPage::copyCurrent);
    m_cardActions += copy;
}

void IntegrationsPage::addNew()
{
    Q_EMIT addRequested({});
}

void IntegrationsPage::find()
{
    m_header->search()->activate();
}

QWidget *IntegrationsPage::firstFocus() const
{
    const QList<QWidget *> cards = shownCards();
    return cards.isEmpty() ? m_header->primary()
                           : buttonOf(cards.first(), IntegrationCard::Button::Configure);
}

QList<QWidget *> IntegrationsPage::regions() const
{
    return {m_header, m_scroll, m_receipt};
}

std::optional<Id> IntegrationsPage::currentId() const
{
    for (QWidget *at = focusWidget(); at && at != this; at = at->parentWidget()) {
        if (auto *card = qobject_cast<IntegrationCard *>(at))
            return card->summary().integration.id;
        if (auto *row = qobject_cast<DisabledRow *>(at))
            return row->summary().integration.id;
    }
    return {};
}

void IntegrationsPage::configureCurrent()
{
    if (const auto id = currentId())
        Q_EMIT configureRequested(*id);
}

void IntegrationsPage::toggleCurrent()
{
    if (const auto id = currentId())
        Q_EMIT toggleRequested(*id);
}

void IntegrationsPage::removeCurrent()
{
    if (const auto id = currentId())
        Q_EMIT removeRequested(*id);
}

void IntegrationsPage::testCurrentOrAll()
{
    if (const auto id = currentId())
        Q_EMIT testRequested(*id);
    else
        Q_EMIT testAllRequested();
}

void IntegrationsPage::copyCurrent()
{
    const auto id = currentId();
    const auto *found = id ? summary(*id) : nullptr;
    if (!found)
        return;
    QGuiApplication::clipboard()->setText(u"%1\t%2\t%3"_s.arg(found->integration.name,
                                                              words::money(found->thisMonth),
                                                              words::keyWords(found->integration)));
}

void IntegrationsPage::moveUp()
{
    moveCurrent(-1);
}

void IntegrationsPage::moveDown()
{
    moveCurrent(1);
}

void IntegrationsPage::moveCurrent(int by)
{
    const auto id = currentId();
    if (!id || m_order != CardOrder::Mine)
        return;
    // Its neighbour as shown: what a search or the other section hides is jumped over.
    const bool disabled = m_rows.contains(*id);
    QList<Id> section;
    for (const auto &other : m_overview.integrations) {
        if ((other.health == Health::Disabled) == disabled)
            section += other.integration.id;
    }
    const auto at = section.indexOf(*id);
    if (at + by < 0 || at + by >= section.size())
        return;
    QList<Id> order;
    for (const auto &other : m_overview.integrations)
        order += other.integration.id;
    order.swapItemsAt(order.indexOf(*id), order.indexOf(section.at(at + by)));
    Q_EMIT orderRequested(order);
}

void IntegrationsPage::focusFirst()
{
    m_focusPending = false;
    firstFocus()->setFocus(Qt::OtherFocusReason);
}

void IntegrationsPage::focusCard(const Id &id)
{
    QWidget *found = m_cards.value(id);
    if (!found)
        found = m_rows.value(id);
    QWidget *target
        = found ? buttonOf(found, IntegrationCard::Button::Configure) : m_header->primary();
    target->setFocus(Qt::OtherFocusReason);
}

bool IntegrationsPage::moveFocus(int key)
{
    const auto id = currentId();
    if (!id)
        return false;
    QWidget *from
        = m_cards.contains(*id) ? static_cast<QWidget *>(m_cards.value(*id)) : m_rows.value(*id);
    const auto which = focusedButtonOf(from).value_or(IntegrationCard::Button::Configure);
    const QList<QWidget *> cards = shownCards();
    const auto centre
        = [this](QWidget *widget) { return widget->mapTo(this, widget->rect().center()); };
    const QPoint here = centre(from);
    const bool sideways = key == Qt::Key_Left || key == Qt::Key_Right;
    const int sign = key == Qt::Key_Right || key == Qt::Key_Down ? 1 : -1;
    QWidget *best = nullptr;
    int bestDistance = 0;
    for (QWidget *card : cards) {
        const QPoint delta = centre(card) - here;
        const int along = (sideways ? delta.x() : delta.y()) * sign;
        const int across = qAbs(sideways ? delta.y() : delta.x());
        if (along <= 0 || (sideways && across > card->height() / 2))
            continue;
        const int distance = along + 4 * across;
        if (!best || distance < bestDistance) {
            best = card;
            bestDistance = distance;
        }
    }
    if (best) {
        QWidget *target = buttonOf(best, which);
        target->setFocus(Qt::TabFocusReason);
        m_scroll->ensureWidgetVisible(best, 0, 16);
    }
    return true;
}

bool IntegrationsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        if (static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
            event->accept();
            return true;
        }
    } else if (event->type() == QEvent::KeyPress) {
        auto *press = static_cast<QKeyEvent *>(event);
        const bool arrow = press->key() == Qt::Key_Left || press->key() == Qt::Key_Right
            || press->key() == Qt::Key_Up || press->key() == Qt::Key_Down;
        if (press->matches(QKeySequence::Copy)) {
            copyCurrent();
            return true;
        }
        if (arrow && (press->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier)
            return moveFocus(press->key());
    } else if (event->type() == QEvent::FocusIn) {
        if (auto *widget = qobject_cast<QWidget *>(watched))
            m_scroll->ensureWidgetVisible(widget->parentWidget(), 0, 16);
    }
    return Page::eventFilter(watched, event);
}

void IntegrationsPage::contextMenuEvent(QContextMenuEvent *event)
{
    std::optional<Id> id;
    QWidget *at
        = event->reason() == QContextMenuEvent::Keyboard ? focusWidget() : childAt(event->pos());
    for (; at && at != this; at = at->parentWidget()) {
        if (auto *card = qobject_cast<IntegrationCard *>(at))
            id = card->summary().integration.id;
        else if (auto *row = qobject_cast<DisabledRow *>(at))
            id = row->summary().integration.id;
    }
    const auto *found = id ? summary(*id) : nullptr;
    if (!found)
        return;
    // The shortcuts act on the card with focus, so the menu's card gets it.
    if (currentId() != id)
        focusCard(*id);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(found->integration.name);
    menu->addActions(m_cardActions);
    menu->popup(event->globalPos());
}

} // namespace keyway

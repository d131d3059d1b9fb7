#include "sidebar.h"

#include "ui/theme/ink.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/navigation.h"

#include <QtCore/QLocale>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr int FullWidth = 212;
constexpr int RailWidth = 56;
/// Groups that no page can name.
const QString space = u"/space"_s;
const QString foot = u"/foot"_s;
enum Role { IdRole = Qt::UserRole, IconRole, BadgeRole, GroupRole, HeadingRole };

class EntryDelegate : public QStyledItemDelegate {
public:
    EntryDelegate(const Sidebar *sidebar, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_sidebar(sidebar)
    {
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (index.data(GroupRole).toString() == space)
            return index.data(Qt::SizeHintRole).toSize();
        const int height = qMax(34, option.fontMetrics.height() + 16);
        const bool heading = index.data(HeadingRole).toBool();
        return {10, heading && m_sidebar->isRail() ? 17 : m_sidebar->isRail() ? 38 : height};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        if (index.data(GroupRole).toString() == space)
            return;
        const Theme &theme = themeOf(m_sidebar);
        painter->save();
        if (index.data(HeadingRole).toBool()) {
            paintHeading(*painter, theme, option, index);
        } else {
            paintEntry(*painter, theme, option, index);
        }
        painter->restore();
    }

private:
    void paintHeading(QPainter &painter, const Theme &theme, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const
    {
        if (m_sidebar->isRail()) {
            painter.fillRect(QRect(16, option.rect.center().y(), option.rect.width() - 32, 1),
                             m_sidebar->color(Token::BorderDefault));
            return;
        }
        painter.setFont(theme.font(TextStyle::Tiny, QFont::DemiBold));
        painter.setPen(m_sidebar->color(Token::TextMuted));
        painter.drawText(option.rect.adjusted(20, 6, -10, 0), Qt::AlignVCenter,
                         index.data().toString());
    }
    void paintEntry(QPainter &painter, const Theme &theme, const QStyleOptionViewItem &option,
                    const QModelIndex &index) const
    {
        const bool rail = m_sidebar->isRail();
        const int side = rail ? 8 : 10;
        const QRect box = option.rect.adjusted(side, 1, -side, -1);
        const navigation::Look look{theme, [this](Token token) { return m_sidebar->color(token); }};
        navigation::paintBox(painter, look, option, box);
        const auto place
            = [&](const QRect &r) { return QStyle::visualRect(option.direction, option.rect, r); };
        const QString icon = index.data(IconRole).toString();
        const int badge = index.data(BadgeRole).toInt();
        if (rail) {
            navigation::paintIcon(painter, look, option, icon,
                                  {box.center().x() - 8, box.center().y() - 8});
            if (badge > 0) {
                paint::box(painter, place({box.right() - 9, box.top() + 4, 7, 7}), 4,
                           m_sidebar->color(Token::StatusDegradedMark));
            }
            return;
        }
        int right = box.right() - 8;
        if (badge > 0) {
            const QString count = m_sidebar->locale().toString(badge);
            painter.setFont(theme.font(TextStyle::Tiny, QFont::DemiBold));
            const int width = qMax(18, painter.fontMetrics().horizontalAdvance(count) + 11);
            const QRect disc = place({right - width, box.center().y() - 7, width, 16});
            paint::box(painter, disc, 8, m_sidebar->color(Token::BgPressed));
            painter.setPen(m_sidebar->color(Token::TextSecondary));
            painter.drawText(disc, Qt::AlignCenter, count);
            right -= width + 6;
        }
        navigation::paintEntry(painter, look, option, box, icon, index.data().toString(), right);
    }

    const Sidebar *m_sidebar;
};

class LogoButton : public QToolButton {
public:
    using QToolButton::QToolButton;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QRect place((width() - 28) / 2, (height() - 28) / 2, 28, 28);
        painter.drawPixmap(place, themeOf(this).logo(28, devicePixelRatioF()));
        if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
            paint::focusRing(painter, place, 7, themeOf(this).color(Token::FocusRing));
        }
    }
};

} // namespace

Sidebar::Sidebar(QWidget *parent)
    : QWidget(parent)
    , m_head(new QHBoxLayout)
    , m_logo(new LogoButton(this))
    , m_name(new ElidedLabel(u"Keyway"_s, TextStyle::Heading, Token::TextPrimary, this))
    , m_menu(new QToolButton(this))
    , m_list(new QListWidget(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 1, 8);
    column->setSpacing(8);
    m_head->setContentsMargins(12, 0, 11, 0);
    m_head->setSpacing(6);
    m_logo->setFixedSize(36, 36);
    m_logo->setAttribute(Qt::WA_LayoutUsesWidgetRect);
    m_head->addWidget(m_logo);
    m_head->addWidget(m_name, 1);
    m_head->addWidget(m_menu);
    column->addLayout(m_head);
    m_menu->setIcon(themeOf(this).icon(u"menu"_s));
    for (QToolButton *button : {m_menu, m_logo}) {
        button->setAccessibleName(tr("Menu"));
        button->setToolTip(tr("Menu (F10)"));
        connect(button, &QToolButton::clicked, this, &Sidebar::menuRequested);
    }
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Pages"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setItemDelegate(new EntryDelegate(this, m_list));
    column->addWidget(m_list, 1);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (item) {
            Q_EMIT pageChosen(item->data(IdRole).toString());
        }
    });
    arrange();
}

void Sidebar::addPage(const QString &id, const QString &title, const QString &icon,
                      const QString &group)
{
    int row = m_space ? m_list->row(m_space) : m_list->count();
    bool headed = group.isEmpty();
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->data(GroupRole).toString() == group) {
            row = i + 1;
            headed = true;
        }
    }
    if (headed && group.isEmpty()) {
        row = 0;
        while (row < m_list->count() && m_list->item(row)->data(GroupRole).toString().isEmpty()) {
            ++row;
        }
    }
    if (!headed) {
        auto *heading = new QListWidgetItem(group);
        heading->setFlags(Qt::NoItemFlags);
        heading->setData(HeadingRole, true);
        heading->setData(GroupRole, group);
        m_list->insertItem(row++, heading);
    }
    addItem(row, id, title, icon, group);
}

void Sidebar::addFootPage(const QString &id, const QString &title, const QString &icon)
{
    if (!m_space) {
        m_space = new QListWidgetItem;
        m_space->setFlags(Qt::NoItemFlags);
        m_space->setData(GroupRole, space);
        m_space->setData(Qt::AccessibleTextRole, tr("End of the pages"));
        m_list->addItem(m_space);
        m_list->viewport()->installEventFilter(this);
    }
    addItem(m_list->count(), id, title, icon, foot);
}

void Sidebar::addItem(int row, const QString &id, const QString &title, const QString &icon,
                      const QString &group)
{
    auto *item = new QListWidgetItem(title);
    item->setData(IdRole, id);
    item->setData(IconRole, icon);
    item->setData(GroupRole, group);
    m_list->insertItem(row, item);
    m_items.insert(id, item);
    arrange();
}

void Sidebar::placeFoot()
{
    if (!m_space)
        return;
    int taken = 0;
    for (int row = 0; row < m_list->count(); ++row)
        taken += m_list->item(row) == m_space ? 0 : m_list->sizeHintForRow(row);
    const QSize left(1, qMax(1, m_list->viewport()->height() - taken));
    if (m_space->sizeHint() != left)
        m_space->setSizeHint(left);
}

bool Sidebar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        placeFoot();
    return QWidget::eventFilter(watched, event);
}

void Sidebar::setCurrent(const QString &id)
{
    m_list->setCurrentItem(m_items.value(id));
}

void Sidebar::setBadge(const QString &id, int count)
{
    if (QListWidgetItem *item = m_items.value(id)) {
        item->setData(BadgeRole, count);
        item->setData(Qt::AccessibleTextRole,
                      count > 0 ? tr("%1, %2").arg(item->text(), locale().toString(count))
                                : QVariant());
    }
}

void Sidebar::setRail(bool rail)
{
    if (rail != m_rail) {
        m_rail = rail;
        arrange();
    }
}

void Sidebar::setInk(QWidget *badge)
{
    auto *name = new ElidedLabel(m_name->text(), TextStyle::Heading, Token::TextOnAccent, this);
    delete m_head->replaceWidget(m_name, name);
    delete std::exchange(m_name, name);
    m_badge = badge;
    m_head->insertWidget(2, m_badge);
    m_head->setContentsMargins(10, 0, 6, 0); // the name needs the room
    m_head->setSpacing(2);
    m_menu->setIcon(themeOf(this).icon(u"menu"_s, Token::TextOnAccent));
    arrange();
    update();
}

void Sidebar::setFoot(QWidget *foot)
{
    layout()->addWidget(foot);
}

QColor Sidebar::color(Token token) const
{
    if (!m_badge)
        return themeOf(this).color(token);
    switch (token) {
    case Token::BgSidebar:
        return inkColor(Ink::Ground);
    case Token::TextMuted:
        return inkColor(Ink::Heading);
    case Token::TextPrimary:
        return inkColor(Ink::SelectedText);
    case Token::BgSelected:
        return inkColor(Ink::SelectedGround);
    case Token::BgHover:
        return inkColor(Ink::Hover);
    case Token::BorderSubtle:
    case Token::BorderDefault:
        return inkColor(Ink::Line);
    case Token::AccentText:
        return inkColor(Ink::Brass);
    case Token::FocusRing:
        return inkColor(Ink::FocusRing);
    case Token::BgPressed:
    case Token::StatusDegradedMark:
        return themeOf(this).color(Token::StatusDownMark);
    default:
        return inkColor(Ink::Text);
    }
}

void Sidebar::setMenuButtonVisible(bool visible)
{
    m_menuButton = visible;
    arrange();
}

QWidget *Sidebar::menuAnchor() const
{
    return m_rail ? m_logo : m_menu;
}

void Sidebar::arrange()
{
    setFixedWidth(m_rail ? RailWidth : FullWidth);
    m_name->setVisible(!m_rail);
    if (m_badge)
        m_badge->setVisible(!m_rail);
    m_menu->setVisible(!m_rail && m_menuButton);
    const bool logoIsButton = m_rail && m_menuButton;
    m_logo->setEnabled(logoIsButton);
    m_logo->setFocusPolicy(logoIsButton ? Qt::TabFocus : Qt::NoFocus);
    for (QListWidgetItem *item : std::as_const(m_items)) {
        item->setToolTip(m_rail ? item->text() : QString());
    }
    placeFoot();
    m_list->doItemsLayout();
}

void Sidebar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::BgSidebar));
    const int x = isRightToLeft() ? 0 : width() - 1;
    painter.fillRect(x, 0, 1, height(), color(Token::BorderSubtle));
}

} // namespace keyway

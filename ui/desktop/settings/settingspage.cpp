#include "settingspage.h"

#include "ui/theme/textscale.h"
#include "ui/theme/theme.h"
#include "ui/widgets/cardframe.h"
#include "ui/widgets/navigation.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QVBoxLayout>

namespace keyway {
namespace {

constexpr int ListWidth = 200, NarrowListWidth = 168;
enum Role { IconRole = Qt::UserRole };

class SectionDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {10, qMax(34, option.fontMetrics.height() + 16)};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const navigation::Look look = navigation::lookOf(themeOf(option.widget));
        const QRect box = option.rect.adjusted(10, 1, -10, -1);
        painter->save();
        navigation::paintBox(*painter, look, option, box);
        navigation::paintEntry(*painter, look, option, box, index.data(IconRole).toString(),
                               index.data().toString(), box.right() - 8);
        painter->restore();
    }
};

} // namespace

SettingsPage::SettingsPage(QWidget *parent)
    : Page(parent)
    , m_list(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
{
    setAccessibleName(tr("Settings"));
    m_list->setAccessibleName(tr("Sections"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setItemDelegate(new SectionDelegate(m_list));
    connect(m_list, &QListWidget::currentRowChanged, this, &SettingsPage::show);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *left = new QVBoxLayout;
    left->setContentsMargins(0, 13, 0, 8);
    left->addWidget(m_list);
    row->addLayout(left);
    row->addWidget(new Divider(Qt::Vertical, this));
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(bannerSlot());
    right->addWidget(m_stack, 1);
    row->addLayout(right, 1);
}

void SettingsPage::addSection(const QString &id, const QString &title, const QString &icon,
                              Make make)
{
    auto *item = new QListWidgetItem(title);
    item->setData(IconRole, icon);
    m_sections.append({id, std::move(make)});
    m_list->addItem(item);
}

void SettingsPage::showSection(const QString &id)
{
    for (int row = 0; row < m_sections.size(); ++row) {
        if (m_sections.at(row).id == id) {
            m_list->setCurrentRow(row);
            show(row);
        }
    }
}

QString SettingsPage::currentSection() const
{
    return m_sections.value(m_list->currentRow()).id;
}

Page *SettingsPage::section(const QString &id)
{
    for (Section &section : m_sections) {
        if (section.id != id)
            continue;
        if (!section.page) {
            section.page = section.make(m_stack);
            m_stack->addWidget(section.page);
        }
        return section.page;
    }
    return nullptr;
}

void SettingsPage::show(int row)
{
    if (Page *page = section(m_sections.value(row).id))
        m_stack->setCurrentWidget(page);
}

Page *SettingsPage::current() const
{
    return m_sections.value(m_list->currentRow()).page;
}

QWidget *SettingsPage::firstFocus() const
{
    return m_list;
}

QList<QWidget *> SettingsPage::regions() const
{
    QList<QWidget *> parts{m_list};
    if (const Page *page = current())
        parts += page->regions();
    return parts;
}

void SettingsPage::showEvent(QShowEvent *event)
{
    if (!current())
        showSection(m_sections.value(0).id);
    Page::showEvent(event);
}

void SettingsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool narrow = window()->width() < 1000;
    m_list->setFixedWidth(forText(narrow ? NarrowListWidth : ListWidth));
}

} // namespace keyway

#include "page.h"

#include "ui/widgets/pageheader.h"

#include <QtGui/QAction>
#include <QtWidgets/QVBoxLayout>

namespace keyway {

Page::Page(QWidget *parent)
    : QWidget(parent)
    , m_bannerSlot(new QWidget(this))
{
    auto *slot = new QVBoxLayout(m_bannerSlot);
    slot->setContentsMargins(0, 0, 0, 0);
}

void Page::addMenuAction(Menu menu, QAction *action)
{
    m_actions[menu].append(action);
    // A shortcut of the window: it works wherever the focus is, and not while the page is hidden.
    action->setShortcutContext(Qt::WindowShortcut);
    addAction(action);
}

QAction *Page::addMenuAction(Menu menu, const QString &text, const QKeySequence &keys,
                             const std::function<void()> &act)
{
    auto *action = new QAction(text, this);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, act);
    addMenuAction(menu, action);
    return action;
}

QList<QWidget *> Page::regions() const
{
    QList<QWidget *> parts;
    for (QWidget *part : {static_cast<QWidget *>(m_header), m_content}) {
        if (part) {
            parts.append(part);
        }
    }
    return parts;
}

void Page::setPrimaryFilled(bool filled)
{
    if (m_header) {
        m_header->setPrimaryFilled(filled);
    }
}

void Page::setParts(PageHeader *header, QWidget *content)
{
    m_header = header;
    m_content = content;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_bannerSlot);
    column->addWidget(content, 1);
    setAccessibleName(header->spokenText());
}

int Page::margin() const
{
    return window()->width() < 1000 ? 20 : 24;
}

} // namespace keyway

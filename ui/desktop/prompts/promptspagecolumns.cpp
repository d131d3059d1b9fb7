#include "ui/desktop/prompts/composer.h"
#include "ui/desktop/prompts/conversationlist.h"
#include "ui/desktop/prompts/detailsstrip.h"
#include "ui/desktop/prompts/promptspage.h"
#include "ui/desktop/prompts/sidepickers.h"
#include "ui/theme/textscale.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QToolButton>

namespace keyway {

// Three columns where the window is wide enough; what has none opens above the page.

namespace {

constexpr int WideWindow = 1200; ///< from here on the right side has its column
constexpr int WidestWindow = 1600; ///< from here on three answers stand side by side
constexpr int NarrowWindow = 1000; ///< below, the list of conversations opens above the page

} // namespace

int PromptsPage::windowWidth() const
{
    return window()->width();
}

void PromptsPage::arrange()
{
    const int width = windowWidth();
    const bool listColumn = width >= forText(NarrowWindow);
    const bool comparing = m_composer->isComparing(); // the columns of answers take its place
    const bool sideColumn = width >= forText(WideWindow) && !comparing;
    auto *row = static_cast<QHBoxLayout *>(layout());
    const auto take = [&](QWidget *part, bool inColumn, bool first, bool open) {
        const bool there = row->indexOf(part) >= 0;
        if (inColumn && !there)
            row->insertWidget(first ? 0 : row->count(), part);
        else if (!inColumn && there)
            row->removeWidget(part);
        part->setVisible(inColumn || open);
        if (!inColumn && open) {
            const bool left = first != (layoutDirection() == Qt::RightToLeft);
            const int top = first ? 0 : m_strip->mapTo(this, QPoint(0, 0)).y() + m_strip->height();
            part->setGeometry(left ? 0 : this->width() - part->width(), top, part->width(),
                              height() - top);
            part->raise();
        }
    };
    if (listColumn)
        m_listOpen = false;
    if (sideColumn || comparing)
        m_sideOpen = false;
    m_listButton->setVisible(!listColumn);
    m_strip->setVisible(!sideColumn && !comparing);
    m_composer->sides()->setRoomForThree(width >= forText(WidestWindow));
    take(m_list, listColumn, true, m_listOpen);
    take(m_side, sideColumn, false, m_sideOpen);
}

void PromptsPage::openList(bool open)
{
    if (windowWidth() >= forText(NarrowWindow))
        return;
    m_listOpen = open;
    arrange();
    if (open)
        m_list->focusSearch();
    else if (m_list->isAncestorOf(focusWidget()))
        m_listButton->setFocus();
}

void PromptsPage::openSide(bool open)
{
    m_sideOpen = open;
    arrange();
    refreshDetails();
}

void PromptsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
    refreshDetails();
}

void PromptsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    window()->installEventFilter(this);
    arrange();
    refreshDetails();
}

bool PromptsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == window() && event->type() == QEvent::Resize)
        arrange();
    return Page::eventFilter(watched, event);
}

} // namespace keyway

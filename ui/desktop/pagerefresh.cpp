#include "pagerefresh.h"

#include <QtCore/QEvent>
#include <QtWidgets/QWidget>

#include <utility>

namespace keyway {
namespace {
constexpr int GatherMs = 150;
} // namespace

PageRefresh::PageRefresh(QWidget *page, std::function<void()> read, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_read(std::move(read))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(GatherMs);
    connect(&m_timer, &QTimer::timeout, this, &PageRefresh::now);
    page->installEventFilter(this);
}

void PageRefresh::now()
{
    m_timer.stop();
    m_stale = false;
    m_read();
}

void PageRefresh::soon()
{
    if (!m_page->isVisible())
        m_stale = true;
    else if (!m_timer.isActive()) // a change while one waits is in its reading
        m_timer.start();
}

bool PageRefresh::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show && m_stale)
        now();
    return QObject::eventFilter(watched, event);
}

} // namespace keyway

#include "scrollpage.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QEvent>
#include <QtWidgets/QLayout>
#include <QtWidgets/QScrollBar>

namespace keyway {

ScrollPage::ScrollPage(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalScrollBar()->installEventFilter(this);
}

void ScrollPage::setMargins(const QMargins &margins)
{
    m_margins = margins;
    m_given = true;
    apply();
}

void ScrollPage::apply()
{
    QLayout *layout = widget() ? widget()->layout() : nullptr;
    if (!layout || !m_given) {
        return;
    }
    QMargins margins = m_margins;
    if (verticalScrollBar()->isVisible()) {
        const int bar = verticalScrollBar()->width();
        if (isRightToLeft()) {
            margins.setLeft(qMax(0, margins.left() - bar));
        } else {
            margins.setRight(qMax(0, margins.right() - bar));
        }
    }
    if (layout->contentsMargins() != margins) {
        layout->setContentsMargins(margins);
        // The bar comes and goes while the content is laid out, which then takes no notice.
        QCoreApplication::postEvent(widget(), new QEvent(QEvent::LayoutRequest));
    }
}

bool ScrollPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == verticalScrollBar()
        && (event->type() == QEvent::Show || event->type() == QEvent::Hide)) {
        apply();
    }
    return QScrollArea::eventFilter(watched, event);
}

void ScrollPage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    apply();
}

} // namespace keyway

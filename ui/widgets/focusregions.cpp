#include "focusregions.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QWidget>

namespace keyway {

namespace {

bool canHaveFocus(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus)
        && !widget->focusProxy();
}

QWidget *targetIn(QWidget *region)
{
    if (!region->isVisible()) {
        return nullptr;
    }
    QWidget *last = region->focusWidget();
    if (last && region->isAncestorOf(last) && canHaveFocus(last)) {
        return last;
    }
    if (canHaveFocus(region)) {
        return region;
    }
    // The focus chain is a ring through the whole window.
    for (QWidget *w = region->nextInFocusChain(); w && w != region; w = w->nextInFocusChain()) {
        if (region->isAncestorOf(w) && canHaveFocus(w)) {
            return w;
        }
    }
    return nullptr;
}

} // namespace

bool moveToNextRegion(const QList<QWidget *> &regions, bool forward)
{
    const QWidget *focused = QApplication::focusWidget();
    const qsizetype count = regions.size();
    qsizetype now = forward ? -1 : count;
    for (qsizetype i = 0; i < count; ++i) {
        if (focused && (regions[i] == focused || regions[i]->isAncestorOf(focused))) {
            now = i;
        }
    }
    for (qsizetype step = 1; step <= count; ++step) {
        const qsizetype next = ((forward ? now + step : now - step) % count + count) % count;
        if (QWidget *target = targetIn(regions[next])) {
            target->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return false;
}

} // namespace keyway

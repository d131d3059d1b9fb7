#include "ui/desktop/prompts/markdownview.h"
#include "ui/theme/theme.h"

#include <QtGui/QClipboard>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QHelpEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {

// Selecting, copying and choosing links.

MarkdownView::Place MarkdownView::hit(const QPoint &point)
{
    if (m_tops.empty())
        return {};
    const std::size_t index = blockAt(point.y());
    BlockLayout &block = *m_blocks[index];
    if (!block.isLaidOut())
        return {int(index), {}};
    return {int(index), block.hit(QPointF(point) - QPointF(0, m_tops[index]), m_look)};
}

QString MarkdownView::linkAt(const QPoint &point)
{
    if (m_tops.empty())
        return {};
    const std::size_t index = blockAt(point.y());
    BlockLayout &block = *m_blocks[index];
    return block.isLaidOut() ? block.linkAt(QPointF(point) - QPointF(0, m_tops[index]), m_look)
                             : QString();
}

MarkdownView::Place MarkdownView::endPlace() const
{
    if (m_blocks.empty())
        return {};
    return {int(m_blocks.size()) - 1, m_blocks.back()->end()};
}

QString MarkdownView::selectedText() const
{
    const auto [from, to] = std::minmax(m_anchor, m_cursor);
    if (from == to)
        return {};
    QStringList texts;
    for (int i = from.block; i <= to.block && i < int(m_blocks.size()); ++i) {
        const BlockLayout &block = *m_blocks[std::size_t(i)];
        texts.append(block.text(i == from.block ? from.at : BlockPosition{},
                                i == to.block ? to.at : block.end()));
    }
    return texts.join(u'\n');
}

void MarkdownView::selectAll()
{
    m_anchor = {};
    m_cursor = endPlace();
    update();
}

void MarkdownView::clearSelection()
{
    m_anchor = m_cursor;
    update();
}

void MarkdownView::copySelection() const
{
    const QString text = selectedText();
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void MarkdownView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressedLink = linkAt(event->pos());
    m_cursor = hit(event->pos());
    if (!(event->modifiers() & Qt::ShiftModifier))
        m_anchor = m_cursor;
    m_selecting = true;
    update();
}

void MarkdownView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_selecting) {
        setCursor(linkAt(event->pos()).isEmpty() ? Qt::IBeamCursor : Qt::PointingHandCursor);
        return;
    }
    m_cursor = hit(event->pos());
    update();
}

void MarkdownView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_selecting = false;
    const QString link = linkAt(event->pos());
    if (m_anchor == m_cursor && !link.isEmpty() && link == m_pressedLink)
        Q_EMIT linkChosen(link, event->globalPosition().toPoint());
}

void MarkdownView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Place place = hit(event->pos());
    if (m_blocks.empty())
        return;
    const auto [from, to] = m_blocks[std::size_t(place.block)]->wordAt(place.at);
    m_anchor = {place.block, from};
    m_cursor = {place.block, to};
    m_selecting = false;
    update();
}

void MarkdownView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else {
        PaintedWidget::keyPressEvent(event);
    }
}

void MarkdownView::focusOutEvent(QFocusEvent *event)
{
    PaintedWidget::focusOutEvent(event);
    if (event->reason() == Qt::MouseFocusReason)
        clearSelection();
}

void MarkdownView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copy = menu->addAction(tr("Copy"), this, [this] { copySelection(); });
    copy->setEnabled(m_anchor != m_cursor);
    menu->addAction(tr("Select all"), this, [this] { selectAll(); });
    const QStringList all = links();
    if (!all.isEmpty()) {
        QMenu *links = menu->addMenu(tr("Links"));
        for (const QString &link : all) {
            const QPoint at = event->globalPos();
            links->addAction(QString(link).replace(u'&', "&&"_L1).left(120), this,
                             [this, link, at] { Q_EMIT linkChosen(link, at); });
        }
    }
    menu->popup(event->globalPos());
}

bool MarkdownView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const QString link = linkAt(help->pos());
        if (link.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), link.toHtmlEscaped(), this);
        return true;
    }
    return PaintedWidget::event(event);
}

} // namespace keyway

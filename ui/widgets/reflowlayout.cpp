#include "reflowlayout.h"

#include <QtWidgets/QStyle>
#include <QtWidgets/QWidget>
#include <QtWidgets/QWidgetItem>

#include <algorithm>

namespace keyway {

ReflowLayout::ReflowLayout(int minimumColumn, int maximumColumns, int horizontalGap,
                           int verticalGap, QWidget *parent)
    : QLayout(parent)
    , m_minimumColumn(minimumColumn)
    , m_maximumColumns(maximumColumns)
    , m_horizontalGap(horizontalGap)
    , m_verticalGap(verticalGap)
{
    setContentsMargins(0, 0, 0, 0);
}

ReflowLayout::~ReflowLayout()
{
    for (QLayoutItem *item : m_items) {
        delete item;
    }
}

int ReflowLayout::columnsFor(int width) const
{
    return std::clamp((width + m_horizontalGap) / (m_minimumColumn + m_horizontalGap), 1,
                      m_maximumColumns);
}

void ReflowLayout::addItem(QLayoutItem *item)
{
    m_items.push_back(item);
    invalidate();
}

void ReflowLayout::insertWidget(int index, QWidget *widget)
{
    addChildWidget(widget);
    const auto place = m_items.begin() + std::clamp(index, 0, count());
    m_items.insert(place, new QWidgetItemV2(widget));
    invalidate();
}

void ReflowLayout::moveItem(int from, int to)
{
    if (from < 0 || from >= count() || to < 0 || to >= count()) {
        return;
    }
    QLayoutItem *item = m_items[std::size_t(from)];
    m_items.erase(m_items.begin() + from);
    m_items.insert(m_items.begin() + to, item);
    invalidate();
}

QLayoutItem *ReflowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[std::size_t(index)] : nullptr;
}

QLayoutItem *ReflowLayout::takeAt(int index)
{
    if (index < 0 || index >= count()) {
        return nullptr;
    }
    QLayoutItem *item = m_items[std::size_t(index)];
    m_items.erase(m_items.begin() + index);
    invalidate();
    return item;
}

QSize ReflowLayout::sizeHint() const
{
    const int width = m_maximumColumns * m_minimumColumn + (m_maximumColumns - 1) * m_horizontalGap;
    return {width, heightForWidth(width)};
}

QSize ReflowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        size = size.expandedTo(item->minimumSize());
    }
    return size;
}

int ReflowLayout::heightForWidth(int width) const
{
    return arrange({0, 0, width, 0}, false);
}

void ReflowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int ReflowLayout::arrange(const QRect &rect, bool apply) const
{
    std::vector<QLayoutItem *> shown;
    std::copy_if(m_items.begin(), m_items.end(), std::back_inserter(shown),
                 [](const QLayoutItem *item) { return !item->isEmpty(); });
    const int columns = columnsFor(rect.width());
    const int gaps = (columns - 1) * m_horizontalGap;
    const auto left = [&](int column) {
        return column * (rect.width() - gaps) / columns + column * m_horizontalGap;
    };
    int y = 0;
    for (std::size_t first = 0; first < shown.size(); first += std::size_t(columns)) {
        const std::size_t end = std::min(shown.size(), first + std::size_t(columns));
        int height = 0;
        for (std::size_t i = first; i < end; ++i) {
            const int column = int(i - first);
            const int width = left(column + 1) - m_horizontalGap - left(column);
            height = std::max(height,
                              shown[i]->hasHeightForWidth() ? shown[i]->heightForWidth(width)
                                                            : shown[i]->sizeHint().height());
        }
        for (std::size_t i = first; apply && i < end; ++i) {
            const int column = int(i - first);
            const int width = left(column + 1) - m_horizontalGap - left(column);
            const QRect cell(rect.left() + left(column), rect.top() + y, width, height);
            const auto direction
                = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
            shown[i]->setGeometry(QStyle::visualRect(direction, rect, cell));
        }
        y += height + (end < shown.size() ? m_verticalGap : 0);
    }
    return y;
}

} // namespace keyway

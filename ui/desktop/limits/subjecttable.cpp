#include "subjecttable.h"

#include "ui/theme/textscale.h"
#include "ui/widgets/paint.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>

namespace keyway {
namespace {
constexpr int RowHeight = 32, TileSide = 20;
} // namespace

void SubjectDelegate::paintCell(QPainter &painter, const Theme &theme, const QRectF &cell,
                                const QModelIndex &index) const
{
    QRectF text = cell;
    if (index.column() == 0)
        text.setLeft(paintTile(painter, theme, cell, index));
    paintText(painter, theme, text, index, Token::TextPrimary, QFont::Normal);
}

qreal SubjectDelegate::paintTile(QPainter &painter, const Theme &theme, const QRectF &cell,
                                 const QModelIndex &index)
{
    const QRectF place(cell.left() + 4, cell.center().y() - TileSide / 2.0, TileSide, TileSide);
    const QString service = index.data(ServiceRole).toString();
    if (service.isEmpty()) {
        constexpr int icon = 14;
        paint::box(painter, place, 5, theme.color(Token::BgPressed));
        painter.drawPixmap(
            QPointF(place.center().x() - icon / 2.0, place.center().y() - icon / 2.0),
            theme.pixmap(index.data(IconRole).toString(), theme.color(Token::TextSecondary), icon,
                         painter.device()->devicePixelRatioF()));
    } else {
        paint::tile(painter, place, theme,
                    theme.service(service, index.data(ServiceNameRole).toString()));
    }
    return place.right() + 8;
}

SubjectTable::SubjectTable(QAbstractItemModel *model, const QString &name, QWidget *parent)
    : RowTable(model, forText(RowHeight), parent)
{
    setAccessibleName(name);
    setSelectionMode(SingleSelection);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(model, &QAbstractItemModel::modelReset, this, &QWidget::updateGeometry);
}

QSize SubjectTable::sizeHint() const
{
    const int rows = model()->rowCount() * verticalHeader()->defaultSectionSize();
    return {480, horizontalHeader()->sizeHint().height() + rows};
}

QSize SubjectTable::minimumSizeHint() const
{
    return {260, sizeHint().height()};
}

void SubjectTable::keyPressEvent(QKeyEvent *event)
{
    const int row = currentIndex().row();
    if (row >= 0 && event->key() == Qt::Key_F2) {
        Q_EMIT opened(row);
        return;
    }
    if (row >= 0 && event->key() == Qt::Key_Delete) {
        Q_EMIT removeRequested(row);
        return;
    }
    RowTable::keyPressEvent(event);
}

} // namespace keyway

#include "limitstable.h"

#include "ui/desktop/limits/limitsmodel.h"
#include "ui/theme/textscale.h"
#include "ui/widgets/paint.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>

namespace keyway {

using guard::LimitStanding;

namespace {

constexpr int RowHeight = 32, TileSide = 20, BarHeight = 6;

BarTone toneOf(LimitStanding standing)
{
    switch (standing) {
    case LimitStanding::Fine:
        return BarTone::Normal;
    case LimitStanding::Reached:
        return BarTone::Over;
    default:
        return BarTone::Warning;
    }
}

class LimitDelegate : public RowDelegate {
public:
    using RowDelegate::RowDelegate;

protected:
    void paintCell(QPainter &painter, const Theme &theme, const QRectF &whole,
                   const QModelIndex &index) const override
    {
        const auto standing
            = static_cast<LimitStanding>(index.data(LimitsModel::StandingRole).toInt());
        QRectF cell = whole;
        if (index.column() == LimitsModel::Level) {
            cell.setTop(cell.center().y() - BarHeight / 2.0);
            cell.setHeight(BarHeight);
            paint::bar(painter, cell, theme, index.data(LimitsModel::PermilleRole).toInt(),
                       toneOf(standing));
            return;
        }
        if (index.column() == LimitsModel::For)
            cell.setLeft(paintTile(painter, theme, cell, index));
        const bool warns = index.column() == LimitsModel::Pace
            && (standing == LimitStanding::MayRunOut || standing == LimitStanding::Warned);
        const bool muted
            = index.column() == LimitsModel::Every || index.column() == LimitsModel::Reached;
        paintText(painter, theme, cell, index,
                  warns       ? Token::StatusDegradedText
                      : muted ? Token::TextSecondary
                              : Token::TextPrimary,
                  warns ? QFont::DemiBold : QFont::Normal);
    }

private:
    /// Where the name begins behind it.
    static qreal paintTile(QPainter &painter, const Theme &theme, const QRectF &cell,
                           const QModelIndex &index)
    {
        const QRectF place(cell.left() + 4, cell.center().y() - TileSide / 2.0, TileSide, TileSide);
        const QString service = index.data(LimitsModel::ServiceRole).toString();
        if (service.isEmpty()) {
            constexpr int icon = 14;
            paint::box(painter, place, 5, theme.color(Token::BgPressed));
            painter.drawPixmap(
                QPointF(place.center().x() - icon / 2.0, place.center().y() - icon / 2.0),
                theme.pixmap(index.data(LimitsModel::IconRole).toString(),
                             theme.color(Token::TextSecondary), icon,
                             painter.device()->devicePixelRatioF()));
        } else {
            paint::tile(
                painter, place, theme,
                theme.service(service, index.data(LimitsModel::ServiceNameRole).toString()));
        }
        return place.right() + 8;
    }
};

} // namespace

LimitsTable::LimitsTable(LimitsModel *model, QWidget *parent)
    : RowTable(model, forText(RowHeight), parent)
{
    setItemDelegate(new LimitDelegate(this));
    setAccessibleName(tr("Limits"));
    setSelectionMode(SingleSelection);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setColumns({{LimitsModel::For, forText(178), 3},
                {LimitsModel::Every, forText(72), 0},
                {LimitsModel::Used, forText(84), 0},
                {LimitsModel::Level, forText(92), 0},
                {LimitsModel::Most, forText(84), 0},
                {LimitsModel::Pace, forText(104), 0},
                {LimitsModel::Reached, forText(110), 0}},
               {LimitsModel::Pace, LimitsModel::Level, LimitsModel::Reached, LimitsModel::Every});
    connect(model, &QAbstractItemModel::modelReset, this, &QWidget::updateGeometry);
}

QSize LimitsTable::sizeHint() const
{
    const int rows = model()->rowCount() * verticalHeader()->defaultSectionSize();
    return {480, horizontalHeader()->sizeHint().height() + rows};
}

QSize LimitsTable::minimumSizeHint() const
{
    return {260, sizeHint().height()};
}

void LimitsTable::keyPressEvent(QKeyEvent *event)
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

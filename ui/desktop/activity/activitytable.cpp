#include "activitytable.h"

#include "ui/desktop/activity/activitymodel.h"
#include "ui/theme/textscale.h"
#include "ui/theme/theme.h"

#include <QtGui/QPainter>

namespace keyway {
namespace {

constexpr int RowHeight = 34, BeadRoom = 34, BeadSize = 9, IconSize = 16;

class ActivityDelegate : public RowDelegate {
public:
    explicit ActivityDelegate(ActivityTable *table)
        : RowDelegate(table)
        , m_table(table)
    {
    }

protected:
    void paintCell(QPainter &painter, const Theme &theme, const QRectF &whole,
                   const QModelIndex &index) const override
    {
        QRectF cell = whole;
        Token color = Token::TextSecondary;
        QFont::Weight weight = QFont::Normal;
        if (index.column() == ActivityModel::Time) {
            paintBead(painter, theme, cell, index);
            cell.setLeft(cell.left() + BeadRoom);
            color = Token::TextPrimary;
        } else if (index.column() == ActivityModel::What) {
            const QString icon = index.data(ActivityModel::IconRole).toString();
            if (!icon.isEmpty())
                painter.drawPixmap(QPointF(cell.left(), cell.center().y() - IconSize / 2.0),
                                   theme.pixmap(icon, theme.color(Token::TextSecondary), IconSize,
                                                painter.device()->devicePixelRatioF()));
            cell.setLeft(cell.left() + IconSize + 8);
            color = Token::TextPrimary;
            weight = QFont::Medium;
        } else if (index.column() == ActivityModel::Mark) {
            painter.setFont(theme.font(TextStyle::Mono));
            painter.setPen(theme.color(color));
            painter.drawText(cell, Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
            return;
        }
        paintText(painter, theme, cell, index, color, weight);
    }

private:
    void paintBead(QPainter &painter, const Theme &theme, const QRectF &cell,
                   const QModelIndex &index) const
    {
        const QColor line
            = theme.color(m_table->isWhole() ? Token::StatusActiveMark : Token::BorderStrong);
        const QPointF middle(cell.left() + BeadRoom / 2.0 - 2, cell.center().y());
        const bool first = index.row() == 0;
        const bool last = index.row() == index.model()->rowCount() - 1;
        painter.setPen(line);
        painter.drawLine(QPointF(middle.x(), first ? middle.y() : cell.top()),
                         QPointF(middle.x(), last ? middle.y() : cell.bottom()));
        painter.setPen(QPen(line, 2));
        painter.setBrush(
            index.data(ActivityModel::SealRole).toBool() ? line : theme.color(Token::BgSurface));
        painter.drawEllipse(middle, BeadSize / 2.0, BeadSize / 2.0);
    }

    ActivityTable *m_table;
};

} // namespace

ActivityTable::ActivityTable(ActivityModel *model, QWidget *parent)
    : RowTable(model, forText(RowHeight), parent)
{
    setItemDelegate(new ActivityDelegate(this));
    setAccessibleName(tr("Record"));
    setSelectionMode(SingleSelection);
    setColumns({{ActivityModel::Time, forText(166), 0},
                {ActivityModel::What, forText(178), 1},
                {ActivityModel::Details, forText(168), 3},
                {ActivityModel::By, forText(116), 0},
                {ActivityModel::Mark, forText(88), 0}},
               {ActivityModel::By, ActivityModel::Mark, ActivityModel::Details});
}

void ActivityTable::setWhole(bool whole)
{
    m_whole = whole;
    viewport()->update();
}

} // namespace keyway

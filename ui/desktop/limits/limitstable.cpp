#include "limitstable.h"

#include "ui/desktop/limits/limitsmodel.h"
#include "ui/theme/textscale.h"
#include "ui/widgets/paint.h"

#include <QtGui/QPainter>

namespace keyway {

using guard::LimitStanding;

namespace {

constexpr int BarHeight = 6;

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

class LimitDelegate : public SubjectDelegate {
public:
    using SubjectDelegate::SubjectDelegate;

protected:
    void paintCell(QPainter &painter, const Theme &theme, const QRectF &whole,
                   const QModelIndex &index) const override
    {
        const auto standing
            = static_cast<LimitStanding>(index.data(LimitsModel::StandingRole).toInt());
        if (index.column() == LimitsModel::For)
            return SubjectDelegate::paintCell(painter, theme, whole, index);
        if (index.column() == LimitsModel::Level) {
            QRectF cell = whole;
            cell.setTop(cell.center().y() - BarHeight / 2.0);
            cell.setHeight(BarHeight);
            paint::bar(painter, cell, theme, index.data(LimitsModel::PermilleRole).toInt(),
                       toneOf(standing));
            return;
        }
        const bool warns = index.column() == LimitsModel::Pace
            && (standing == LimitStanding::MayRunOut || standing == LimitStanding::Warned);
        const bool muted
            = index.column() == LimitsModel::Every || index.column() == LimitsModel::Reached;
        paintText(painter, theme, whole, index,
                  warns       ? Token::StatusDegradedText
                      : muted ? Token::TextSecondary
                              : Token::TextPrimary,
                  warns ? QFont::DemiBold : QFont::Normal);
    }
};

} // namespace

LimitsTable::LimitsTable(LimitsModel *model, QWidget *parent)
    : SubjectTable(model, tr("Limits"), parent)
{
    setItemDelegate(new LimitDelegate(this));
    setColumns({{LimitsModel::For, forText(160), 3},
                {LimitsModel::Every, forText(66), 0},
                {LimitsModel::Used, forText(76), 0},
                {LimitsModel::Level, forText(84), 0},
                {LimitsModel::Most, forText(76), 0},
                {LimitsModel::Pace, forText(100), 0},
                {LimitsModel::Reached, forText(108), 0}},
               {LimitsModel::Pace, LimitsModel::Level, LimitsModel::Reached, LimitsModel::Every});
}

} // namespace keyway

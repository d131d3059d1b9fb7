#include "requestdelegate.h"

#include "ui/desktop/usage/requestsmodel.h"
#include "ui/widgets/paint.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

namespace keyway {
namespace {

constexpr int TileSide = 20;

Token tokenOf(RequestsModel::Tone tone)
{
    switch (tone) {
    case RequestsModel::Tone::Muted:
        return Token::TextSecondary;
    case RequestsModel::Tone::Good:
        return Token::StatusActiveText;
    case RequestsModel::Tone::Warning:
        return Token::StatusDegradedText;
    case RequestsModel::Tone::Problem:
        return Token::DangerText;
    case RequestsModel::Tone::Usual:
        break;
    }
    return Token::TextPrimary;
}

} // namespace

void RequestDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(option.rect, theme.color(selected ? Token::BgSelected : Token::BgSurface));
    painter->setPen(theme.color(Token::BorderSubtle));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const int padding = option.widget->style()->pixelMetric(QStyle::PM_HeaderMargin);
    QRectF cell = QRectF(option.rect).adjusted(padding, 0, -padding, 0);
    if (index.column() == RequestsModel::Service) {
        const QString id = index.data(RequestsModel::ServiceRole).toString();
        if (!id.isEmpty()) {
            const QString name = index.data(RequestsModel::ServiceNameRole).toString();
            paint::tile(*painter,
                        {cell.left(), cell.center().y() - TileSide / 2.0, TileSide, TileSide},
                        theme, theme.service(id, name));
        }
        cell.adjust(TileSide + 8, 0, 0, 0);
    }
    const bool bold = index.column() == RequestsModel::Cost;
    painter->setFont(bold ? theme.font(TextStyle::Body, QFont::DemiBold)
                          : theme.font(TextStyle::Body));
    const auto tone = static_cast<RequestsModel::Tone>(index.data(RequestsModel::ToneRole).toInt());
    painter->setPen(theme.color(tokenOf(tone)));
    const QString text = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight,
                                                           static_cast<int>(cell.width()));
    const Qt::Alignment alignment(index.data(Qt::TextAlignmentRole).toInt());
    paint::tabularText(*painter, cell, alignment, text);
    painter->restore();
}

} // namespace keyway

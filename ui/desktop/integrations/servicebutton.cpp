#include "servicebutton.h"

#include "ui/theme/painting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/paint.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyleOptionButton>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {
constexpr int Ring = 3;
} // namespace
ServiceButton::ServiceButton(QWidget *parent)
    : QPushButton(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setAttribute(Qt::WA_LayoutUsesWidgetRect);
    setFocusPolicy(Qt::StrongFocus);
}

void ServiceButton::setOffer(const ServiceOffer &offer)
{
    m_offer = offer;
    setText(offer.name);
    setAccessibleName(tr("Add %1").arg(offer.name));
    setAccessibleDescription(offer.found ? tr("%1. Found on this computer.").arg(offer.line)
                                         : offer.line);
    update();
}

QSize ServiceButton::sizeHint() const
{
    const Theme &theme = themeOf(this);
    const int text = QFontMetrics(theme.font(TextStyle::Body)).lineSpacing()
        + QFontMetrics(theme.font(TextStyle::Small)).lineSpacing() + 2;
    // A button is three pixels larger than it looks on each side, for its focus ring.
    return {280 + 2 * Ring, std::max(36, text) + 30 + 2 * Ring};
}

void ServiceButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    const QRectF box = QRectF(rect()).adjusted(Ring, Ring, -Ring, -Ring);
    const bool hover = underMouse() && isEnabled();
    const Token fill = isDown() ? Token::BgPressed : hover ? Token::BgHover : Token::BgSurface;
    paint::box(painter, box, 10, theme.color(fill), theme.color(Token::BorderSubtle));
    QStyleOptionButton option;
    initStyleOption(&option);
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
        paint::focusRing(painter, box, 10, theme.color(Token::FocusRing));
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const auto place = [&](QRectF part) {
        if (mirrored)
            part.moveLeft(width() - part.right());
        return part;
    };
    paint::tile(painter, place({box.left() + 16, box.center().y() - 18, 36, 36}), theme,
                theme.service(m_offer.id, m_offer.name));
    qreal right = box.right() - 16 - 16;
    painter.drawPixmap(place({right, box.center().y() - 8, 16, 16}).topLeft(),
                       theme.pixmap(mirrored ? u"chevron-left"_s : u"chevron-right"_s,
                                    theme.color(Token::TextSecondary), 16, devicePixelRatioF()));
    right -= 12;
    if (m_offer.found) {
        const QString word = tr("Found");
        const QSizeF size = paint::tagSize(theme, word);
        right -= size.width();
        paint::tag(painter,
                   place({right, box.center().y() - size.height() / 2, size.width(), size.height()})
                       .topLeft(),
                   theme, word, TagTone::Good);
        right -= 8;
    }
    const QFont nameFont = theme.font(TextStyle::Body, QFont::DemiBold);
    const QFont lineFont = theme.font(TextStyle::Small);
    const qreal nameHeight = QFontMetricsF(nameFont).lineSpacing();
    const qreal lineHeight = QFontMetricsF(lineFont).lineSpacing();
    const qreal top = box.center().y() - (nameHeight + 2 + lineHeight) / 2;
    const qreal left = box.left() + 16 + 36 + 12;
    const auto draw = [&](const QFont &font, Token color, const QString &text, qreal y, qreal h) {
        painter.setFont(font);
        painter.setPen(theme.color(color));
        painter.drawText(place({left, y, right - left, h}),
                         Qt::AlignVCenter | (mirrored ? Qt::AlignRight : Qt::AlignLeft),
                         QFontMetricsF(font).elidedText(text, Qt::ElideRight, right - left));
    };
    draw(nameFont, Token::TextPrimary, m_offer.name, top, nameHeight);
    draw(lineFont, Token::TextMuted, m_offer.line, top + nameHeight + 2, lineHeight);
}

} // namespace keyway

#include "paint.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace keyway {

using namespace Qt::StringLiterals;

StatusLook lookOf(Status status)
{
    switch (status) {
    case Status::Active:
        return {Token::StatusActiveText, Token::StatusActiveBg, Token::StatusActiveMark,
                u"check"_s};
    case Status::Disabled:
        return {Token::StatusDisabledText, Token::StatusDisabledBg, Token::StatusDisabledMark,
                u"pause"_s};
    case Status::Locked:
        return {Token::StatusDisabledText, Token::StatusDisabledBg, Token::StatusDisabledMark,
                u"lock"_s};
    case Status::Degraded:
        return {Token::StatusDegradedText, Token::StatusDegradedBg, Token::StatusDegradedMark,
                u"warning"_s};
    case Status::Down:
        return {Token::StatusDownText, Token::StatusDownBg, Token::StatusDownMark, u"error"_s};
    case Status::OverBudget:
        return {Token::StatusOverText, Token::StatusOverBg, Token::StatusOverMark, u"limits"_s};
    case Status::Info:
        break;
    }
    return {Token::StatusInfoText, Token::StatusInfoBg, Token::StatusInfoMark, u"info"_s};
}

namespace paint {

namespace {

constexpr qreal PillIcon = 13;

QFont pillFont(const Theme &theme)
{
    return theme.font(TextStyle::Small, QFont::DemiBold);
}

QFont tagFont(const Theme &theme)
{
    return theme.font(TextStyle::Tiny, QFont::Medium);
}

} // namespace

void tile(QPainter &painter, const QRectF &rect, const Theme &theme, const ServiceLook &look,
          bool muted)
{
    const qreal side = rect.height();
    painter.save();
    QColor fill = look.color;
    QColor text = look.text;
    if (muted) {
        fill = theme.color(theme.isDark() ? Token::BorderDefault : Token::TextDisabled);
        text = theme.color(theme.isDark() ? Token::TextSecondary : Token::TextPrimary);
    }
    box(painter, rect, side >= 28 ? side * 0.22 : 4, fill);
    if (look.icon.isEmpty()) {
        QFont font = theme.font(TextStyle::Body, QFont::DemiBold);
        font.setPixelSize(std::max(8, qRound(side * 0.39)));
        painter.setFont(font);
        painter.setPen(text);
        painter.drawText(rect, Qt::AlignCenter, look.monogram);
    } else {
        const int size = std::max(12, qRound(side * 0.44));
        const QPixmap icon
            = theme.pixmap(look.icon, text, size, painter.device()->devicePixelRatioF());
        painter.drawPixmap(rect.center() - QPointF(size, size) / 2, icon);
    }
    painter.restore();
}

QSizeF pillSize(const Theme &theme, const QString &word)
{
    const QFontMetricsF metrics(pillFont(theme));
    return {6 + PillIcon + 5 + metrics.horizontalAdvance(word) + 9,
            std::max(20.0, std::ceil(metrics.height()) + 4)};
}

void pill(QPainter &painter, const QPointF &topLeft, const Theme &theme, Status status,
          const QString &word)
{
    const StatusLook look = lookOf(status);
    const QRectF rect(topLeft, pillSize(theme, word));
    painter.save();
    box(painter, rect, rect.height() / 2, theme.color(look.background));
    painter.drawPixmap(QPointF(rect.left() + 6, rect.center().y() - PillIcon / 2),
                       theme.pixmap(look.icon, theme.color(look.text), int(PillIcon),
                                    painter.device()->devicePixelRatioF()));
    painter.setFont(pillFont(theme));
    painter.setPen(theme.color(look.text));
    painter.drawText(rect.adjusted(6 + PillIcon + 5, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     word);
    painter.restore();
}

QSizeF tagSize(const Theme &theme, const QString &word, const QString &icon)
{
    const QFontMetricsF metrics(tagFont(theme));
    return {metrics.horizontalAdvance(word) + 14 + (icon.isEmpty() ? 0 : 16),
            std::max(18.0, std::ceil(metrics.height()) + 4)};
}

void tag(QPainter &painter, const QPointF &topLeft, const Theme &theme, const QString &word,
         TagTone tone, const QString &icon)
{
    Token text = Token::TextSecondary, background = Token::BgSunken;
    QColor border = theme.color(Token::BorderSubtle);
    if (tone != TagTone::Plain) {
        const StatusLook look = lookOf(tone == TagTone::Good       ? Status::Active
                                           : tone == TagTone::Info ? Status::Info
                                                                   : Status::Degraded);
        text = look.text;
        background = look.background;
        border = QColor();
    }
    QRectF rect(topLeft, tagSize(theme, word, icon));
    painter.save();
    box(painter, rect, 4, theme.color(background), border);
    if (!icon.isEmpty()) {
        painter.drawPixmap(
            QPointF(rect.left() + 6, rect.center().y() - 6.5),
            theme.pixmap(icon, theme.color(text), 13, painter.device()->devicePixelRatioF()));
        rect.setLeft(rect.left() + 16);
    }
    painter.setFont(tagFont(theme));
    painter.setPen(theme.color(text));
    painter.drawText(rect.adjusted(7, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, word);
    painter.restore();
}

void bar(QPainter &painter, const QRectF &rect, const Theme &theme, int permille, BarTone tone)
{
    Token token = Token::AccentFill;
    if (tone == BarTone::Warning) {
        token = Token::StatusDegradedMark;
    } else if (tone == BarTone::Over) {
        token = Token::StatusOverMark;
    } else if (tone == BarTone::Quiet) {
        token = Token::BorderStrong;
    }
    const qreal radius = rect.height() / 2;
    box(painter, rect, radius, theme.color(Token::BgPressed));
    if (permille > 0) {
        QRectF filled(rect);
        filled.setWidth(std::max(rect.height(), rect.width() * std::min(permille, 1000) / 1000.0));
        box(painter, filled, radius, theme.color(token));
    }
}

void sparkline(QPainter &painter, const QRectF &rect, const Theme &theme,
               const QList<qint64> &values, const QColor &color)
{
    if (values.isEmpty()) {
        return;
    }
    const qint64 highest = *std::max_element(values.begin(), values.end());
    const qreal slot = rect.width() / qreal(values.size());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (qsizetype i = 0; i < values.size(); ++i) {
        const bool some = values[i] > 0 && highest > 0;
        const qreal height
            = some ? std::max(2.0, qreal(values[i]) / qreal(highest) * rect.height()) : 1.0;
        painter.setBrush(some ? color : theme.color(Token::BorderDefault));
        painter.drawRoundedRect(QRectF(rect.left() + qreal(i) * slot + slot * 0.12,
                                       rect.bottom() - height, slot * 0.76, height),
                                some ? 1 : 0, some ? 1 : 0);
    }
    painter.restore();
}

} // namespace paint
} // namespace keyway

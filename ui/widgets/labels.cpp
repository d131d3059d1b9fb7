#include "labels.h"

#include "ui/theme/painting.h"

#include <QtCore/QEvent>
#include <QtGui/QFontMetrics>
#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

#include <cmath>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

QFont fontOf(const Theme &theme, TextStyle style, int weight)
{
    return weight < 0 ? theme.font(style) : theme.font(style, QFont::Weight(weight));
}

} // namespace

TextLabel::TextLabel(const QString &text, TextStyle style, Token color, QWidget *parent)
    : QLabel(text, parent)
    , m_style(style)
    , m_color(color)
{
    setTextFormat(Qt::PlainText);
    apply();
    connect(&themeOf(this), &Theme::changed, this, &TextLabel::apply);
}

void TextLabel::setLook(TextStyle style, Token color)
{
    m_style = style;
    m_color = color;
    apply();
}

void TextLabel::setWeight(QFont::Weight weight)
{
    m_weight = weight;
    apply();
}

void TextLabel::setColor(Token color)
{
    m_color = color;
    apply();
}

void TextLabel::setTitleAndText(const QString &title, const QString &text)
{
    m_title = title;
    m_body = text;
    m_composed = true;
    setTextFormat(Qt::RichText);
    setAccessibleName(title + u' ' + text);
    apply();
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange) {
        apply();
    }
}

void TextLabel::apply()
{
    const Theme &theme = themeOf(this);
    setFont(fontOf(theme, m_style, m_weight));
    QPalette own;
    own.setColor(QPalette::WindowText, theme.color(m_color));
    own.setColor(QPalette::Disabled, QPalette::WindowText, theme.color(Token::TextDisabled));
    setPalette(own);
    if (m_composed) {
        setText(u"<span style='color:%1;font-weight:600'>%2</span> %3"_s.arg(
            theme.color(Token::TextPrimary).name(), m_title.toHtmlEscaped(),
            m_body.toHtmlEscaped()));
    }
}

ElidedLabel::ElidedLabel(const QString &text, TextStyle style, Token color, QWidget *parent)
    : PaintedWidget(QAccessible::StaticText, parent)
    , m_text(text)
    , m_style(style)
    , m_color(color)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QFont ElidedLabel::lineFont() const
{
    return fontOf(theme(), m_style, m_weight);
}

void ElidedLabel::setText(const QString &text)
{
    if (text != m_text) {
        m_text = text;
        updateGeometry();
        update();
        announceChange();
    }
}

void ElidedLabel::setWeight(QFont::Weight weight)
{
    m_weight = weight;
    updateGeometry();
    update();
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_elide = mode;
    update();
}

QSize ElidedLabel::sizeHint() const
{
    const QFontMetrics metrics(lineFont());
    return {metrics.horizontalAdvance(m_text) + 1, metrics.height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QFontMetrics metrics(lineFont());
    return {metrics.averageCharWidth() * 4, metrics.height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(lineFont());
    painter.setPen(theme().color(isEnabled() ? m_color : Token::TextDisabled));
    const QString shown = QFontMetrics(painter.font()).elidedText(m_text, m_elide, width());
    painter.drawText(
        rect(), int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)),
        shown);
}

void ElidedLabel::resizeEvent(QResizeEvent *)
{
    setToolTip(QFontMetrics(lineFont()).horizontalAdvance(m_text) > width() ? m_text : QString());
}

MoneyLabel::MoneyLabel(const QString &amount, TextStyle style, Token color, QWidget *parent)
    : PaintedWidget(QAccessible::StaticText, parent)
    , m_amount(amount)
    , m_style(style)
    , m_color(color)
{
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
}

QFont MoneyLabel::amountFont() const
{
    return theme().font(m_style, m_weight);
}

void MoneyLabel::setAmount(const QString &amount, const QString &spoken)
{
    setAccessibleName(spoken);
    if (amount != m_amount) {
        m_amount = amount;
        updateGeometry();
        update();
    }
}

void MoneyLabel::setWeight(QFont::Weight weight)
{
    m_weight = weight;
    updateGeometry();
    update();
}

QSize MoneyLabel::sizeHint() const
{
    const QFont font = amountFont();
    return {int(std::ceil(paint::tabularWidth(font, m_amount))), QFontMetrics(font).height()};
}

void MoneyLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(amountFont());
    painter.setPen(theme().color(isEnabled() ? m_color : Token::TextDisabled));
    paint::tabularText(
        painter, rect(),
        QStyle::visualAlignment(layoutDirection(), Qt::AlignRight) | Qt::AlignVCenter, m_amount);
}

} // namespace keyway

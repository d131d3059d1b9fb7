#include "emptystate.h"

#include "ui/theme/painting.h"
#include "ui/widgets/labels.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace keyway {

namespace {

/// A lock and the key that comes to it, or one icon on a tinted disc.
class Drawing : public PaintedWidget {
public:
    Drawing(const QString &icon, QWidget *parent)
        : PaintedWidget(QAccessible::Graphic, parent)
        , m_icon(icon)
    {
        setFixedSize(160, icon.isEmpty() ? 70 : 64);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        if (!m_icon.isEmpty()) {
            paint::box(p, QRectF(48, 0, 64, 64), 32, theme().color(Token::BgPressed));
            p.drawPixmap(
                QPointF(64, 16),
                theme().pixmap(m_icon, theme().color(Token::TextMuted), 32, devicePixelRatioF()));
            return;
        }
        paint::box(p, QRectF(7, 8, 56, 56), 12, theme().color(Token::BgSurface),
                   theme().color(Token::BorderDefault), 2);
        p.setPen(Qt::NoPen);
        p.setBrush(theme().color(Token::BorderStrong));
        p.drawEllipse(QPointF(35, 30), 7, 7);
        p.drawPolygon(QPolygonF({{32, 33}, {38, 33}, {40, 48}, {30, 48}}));
        p.setBrush(theme().color(Token::BorderDefault));
        for (int i = 0; i < 3; ++i) {
            p.drawEllipse(QPointF(69 + i * 5, 36), 1, 1);
        }
        const QColor brass = theme().color(Token::BrandBrass);
        p.setPen(QPen(brass, 8));
        p.setBrush(Qt::NoBrush);
        p.drawEllipse(QPointF(133, 36), 14, 14);
        p.setPen(Qt::NoPen);
        p.setBrush(brass);
        p.drawRoundedRect(QRectF(84, 32, 37, 8), 3, 3);
        p.drawRoundedRect(QRectF(86, 36, 7, 12), 2, 2);
        p.drawRoundedRect(QRectF(96, 36, 7, 10), 2, 2);
    }

private:
    QString m_icon;
};

} // namespace

EmptyState::EmptyState(const QString &icon, QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel({}, TextStyle::Title, Token::TextPrimary, this))
    , m_text(new TextLabel({}, TextStyle::Body, Token::TextSecondary, this))
    , m_middle(new QVBoxLayout)
    , m_buttons(new QHBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addStretch(3);
    column->addWidget(new Drawing(icon, this), 0, Qt::AlignHCenter);
    column->addSpacing(16);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    column->addWidget(m_title);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setFixedWidth(420);
    // Between stretches, since a layout asks an aligned label for its height at the wrong width.
    auto *sentence = new QHBoxLayout;
    sentence->addStretch();
    sentence->addWidget(m_text);
    sentence->addStretch();
    column->addLayout(sentence);
    m_middle->setContentsMargins(0, 12, 0, 0);
    column->addLayout(m_middle);
    m_buttons->setSpacing(10);
    m_buttons->setContentsMargins(0, 10, 0, 0);
    m_buttons->addStretch();
    m_buttons->addStretch();
    column->addLayout(m_buttons);
    column->addStretch(4);
}

void EmptyState::setMessage(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
    // The layout asks for its height at the width of the page, not at its own.
    m_text->setMinimumHeight(m_text->heightForWidth(m_text->minimumWidth()));
    setAccessibleName(title);
}

QPushButton *EmptyState::addButton(const QString &text, const QString &icon, ButtonKind kind)
{
    auto *button = new QPushButton(text, this);
    setKind(button, kind);
    if (!icon.isEmpty()) {
        const bool filled = kind == ButtonKind::Primary || kind == ButtonKind::Danger;
        button->setIcon(
            themeOf(this).icon(icon, filled ? Token::TextOnAccent : Token::TextSecondary));
    }
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

void EmptyState::setMiddle(QWidget *widget)
{
    m_middle->addWidget(widget, 0, Qt::AlignHCenter);
}

} // namespace keyway

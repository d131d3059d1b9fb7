#include "tiles.h"

#include <QtCore/QLocale>
#include <QtGui/QPainter>

namespace keyway {

ProviderTile::ProviderTile(const QString &serviceId, int size, QWidget *parent)
    : PaintedWidget(QAccessible::Graphic, parent)
    , m_id(serviceId)
    , m_size(size)
{
    setFixedSize(size, size);
}

void ProviderTile::setService(const QString &serviceId, const QString &name)
{
    m_id = serviceId;
    m_name = name;
    update();
}

void ProviderTile::setMuted(bool muted)
{
    m_muted = muted;
    update();
}

void ProviderTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint::tile(painter, rect(), theme(), theme().service(m_id, m_name), m_muted);
}

StatusPill::StatusPill(QWidget *parent)
    : PaintedWidget(QAccessible::StaticText, parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

StatusPill::StatusPill(Status status, const QString &word, QWidget *parent)
    : StatusPill(parent)
{
    setStatus(status, word);
}

void StatusPill::setStatus(Status status, const QString &word)
{
    if (status != m_status || word != m_word) {
        m_status = status;
        m_word = word;
        updateGeometry();
        update();
        announceChange();
    }
}

QSize StatusPill::sizeHint() const
{
    return paint::pillSize(theme(), m_word).toSize();
}

QString StatusPill::spokenText() const
{
    return m_word.isEmpty() ? QString() : tr("Status: %1").arg(m_word.toLower());
}

void StatusPill::paintEvent(QPaintEvent *)
{
    if (!m_word.isEmpty()) {
        QPainter painter(this);
        paint::pill(painter, QPointF(0, 0), theme(), m_status, m_word);
    }
}

Tag::Tag(const QString &word, TagTone tone, QWidget *parent)
    : PaintedWidget(QAccessible::StaticText, parent)
    , m_word(word)
    , m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Tag::setWord(const QString &word)
{
    m_word = word;
    updateGeometry();
    update();
}

void Tag::setIconName(const QString &icon)
{
    m_icon = icon;
    updateGeometry();
    update();
}

QSize Tag::sizeHint() const
{
    return paint::tagSize(theme(), m_word, m_icon).toSize();
}

void Tag::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint::tag(painter, QPointF(0, 0), theme(), m_word, m_tone, m_icon);
}

CountBadge::CountBadge(int count, QWidget *parent)
    : PaintedWidget(QAccessible::StaticText, parent)
    , m_count(count)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void CountBadge::setCount(int count)
{
    m_count = count;
    updateGeometry();
    update();
}

QString CountBadge::spokenText() const
{
    return locale().toString(m_count);
}

QSize CountBadge::sizeHint() const
{
    const QFontMetrics metrics(theme().font(TextStyle::Tiny, QFont::DemiBold));
    return {qMax(18, metrics.horizontalAdvance(spokenText()) + 11), qMax(16, metrics.height() + 2)};
}

void CountBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint::box(painter, rect(), height() / 2.0, theme().color(Token::BgPressed));
    painter.setFont(theme().font(TextStyle::Tiny, QFont::DemiBold));
    painter.setPen(theme().color(Token::TextSecondary));
    painter.drawText(rect(), Qt::AlignCenter, spokenText());
}

IconView::IconView(const QString &icon, Token color, int size, QWidget *parent)
    : PaintedWidget(QAccessible::Graphic, parent)
    , m_icon(icon)
    , m_color(color)
    , m_size(size)
{
    setFixedSize(size, size);
}

void IconView::setIcon(const QString &icon, Token color)
{
    m_icon = icon;
    m_color = color;
    update();
}

void IconView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.drawPixmap(QPointF(0, 0),
                       theme().pixmap(m_icon, theme().color(m_color), m_size, devicePixelRatioF()));
}

} // namespace keyway

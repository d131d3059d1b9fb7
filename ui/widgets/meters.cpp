#include "meters.h"

#include <QtGui/QPainter>

namespace keyway {

UsageBar::UsageBar(QWidget *parent)
    : PaintedWidget(QAccessible::ProgressBar, parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void UsageBar::setUsed(int permille, BarTone tone)
{
    m_permille = qMax(0, permille);
    m_tone = tone;
    update();
}

QString UsageBar::spokenText() const
{
    return tr("Used of the limit");
}

void UsageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (isRightToLeft()) {
        painter.translate(width(), 0);
        painter.scale(-1, 1);
    }
    paint::bar(painter, QRectF(0, (height() - 6) / 2.0, width(), 6), theme(), m_permille, m_tone);
}

Sparkline::Sparkline(const QString &serviceId, QWidget *parent)
    : PaintedWidget(QAccessible::Chart, parent)
    , m_service(serviceId)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Sparkline::setValues(const QList<qint64> &values)
{
    m_values = values;
    update();
}

void Sparkline::setService(const QString &serviceId)
{
    m_service = serviceId;
    update();
}

QString Sparkline::spokenText() const
{
    return tr("Costs by day");
}

void Sparkline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint::sparkline(painter, rect(), theme(), m_values, theme().service(m_service).color);
}

} // namespace keyway

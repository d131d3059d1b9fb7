#include "segmentedcontrol.h"

#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QRadioButton>

namespace keyway {

namespace {

constexpr int Padding = 10, TightPadding = 6;
constexpr int IconSize = 16;

class Segment : public QRadioButton {
public:
    Segment(const QString &text, const QString &icon, QWidget *parent)
        : QRadioButton(text, parent)
        , m_icon(icon)
    {
        setAttribute(Qt::WA_LayoutUsesWidgetRect);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override
    {
        const QFontMetrics metrics(themeOf(this).font(TextStyle::Body, QFont::DemiBold));
        const int icon = m_icon.isEmpty() ? 0 : IconSize + 6;
        const int padding = m_tight ? TightPadding : Padding;
        return {metrics.horizontalAdvance(text()) + icon + 2 * padding,
                qMax(26, metrics.height() + 8)};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }
    void setTight(bool tight)
    {
        m_tight = tight;
        updateGeometry();
    }

protected:
    bool hitButton(const QPoint &) const override { return true; }
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        const QRectF area = rect();
        if (isChecked()) {
            paint::box(painter, area, 5,
                       theme.color(theme.isDark() ? Token::BgPressed : Token::BgSurface),
                       theme.color(Token::BorderDefault));
        } else if (underMouse() && isEnabled()) {
            paint::box(painter, area, 5, theme.color(Token::BgHover));
        }
        const Token color = !isEnabled() ? Token::TextDisabled
            : isChecked()                ? Token::TextPrimary
                                         : Token::TextSecondary;
        painter.setFont(theme.font(TextStyle::Body, isChecked() ? QFont::DemiBold : QFont::Medium));
        painter.setPen(theme.color(color));
        const qreal words = QFontMetricsF(painter.font()).horizontalAdvance(text());
        const qreal icon = m_icon.isEmpty() ? 0 : IconSize + 6;
        const qreal left = area.center().x() - (words + icon) / 2;
        const bool mirrored = isRightToLeft();
        if (icon > 0) {
            const qreal x = mirrored ? area.right() - left - IconSize : left;
            painter.drawPixmap(
                QPointF(x, area.center().y() - IconSize / 2.0),
                theme.pixmap(m_icon, theme.color(color), IconSize, devicePixelRatioF()));
        }
        const qreal x = mirrored ? left : left + icon;
        painter.drawText(QRectF(x, 0, words + 2, height()), Qt::AlignVCenter | Qt::AlignLeft,
                         text());
        if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
            paint::box(painter, area, 5, Qt::transparent, theme.color(Token::FocusRing), 2);
        }
    }

private:
    QString m_icon;
    bool m_tight = false;
};

} // namespace

SegmentedControl::SegmentedControl(QWidget *parent)
    : PaintedWidget(QAccessible::Grouping, parent)
    , m_group(new QButtonGroup(this))
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(2, 2, 2, 2);
    m_row->setSpacing(2);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on) {
            Q_EMIT currentChanged(id);
        }
    });
}

int SegmentedControl::addSegment(const QString &text, const QString &icon)
{
    auto *segment = new Segment(text, icon, this);
    const int index = count();
    m_group->addButton(segment, index);
    m_row->addWidget(segment);
    if (index == 0) {
        segment->setChecked(true);
    }
    return index;
}

void SegmentedControl::setTight(bool tight)
{
    for (QAbstractButton *button : m_group->buttons()) {
        static_cast<Segment *>(button)->setTight(tight);
    }
}

int SegmentedControl::count() const
{
    return int(m_group->buttons().size());
}

int SegmentedControl::current() const
{
    return m_group->checkedId();
}

void SegmentedControl::setCurrent(int index)
{
    if (auto *button = m_group->button(index)) {
        button->setChecked(true);
    }
}

QRadioButton *SegmentedControl::segment(int index) const
{
    return qobject_cast<QRadioButton *>(m_group->button(index));
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint::box(painter, rect(), 6, theme().color(Token::BgSunken),
               theme().color(Token::BorderDefault));
}

} // namespace keyway

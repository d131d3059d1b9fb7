#include "banner.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/tiles.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

StatusLook lookOf(Banner::Level level)
{
    switch (level) {
    case Banner::Level::Success:
        return keyway::lookOf(Status::Active);
    case Banner::Level::Warning:
        return keyway::lookOf(Status::Degraded);
    case Banner::Level::Error:
        return keyway::lookOf(Status::Down);
    case Banner::Level::Stopped:
        return keyway::lookOf(Status::OverBudget);
    case Banner::Level::Info:
        break;
    }
    return keyway::lookOf(Status::Info);
}

} // namespace

Banner::Banner(Level level, QWidget *parent)
    : PaintedWidget(QAccessible::AlertMessage, parent)
    , m_level(level)
    , m_icon(new IconView(keyway::lookOf(Status::Info).icon, Token::StatusInfoMark, 18, this))
    , m_message(new TextLabel({}, TextStyle::Body, Token::TextSecondary, this))
    , m_buttons(new QHBoxLayout)
    , m_close(new QToolButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 9, 14, 9);
    row->setSpacing(12);
    row->addWidget(m_icon);
    m_message->setWordWrap(true);
    m_message->setMinimumHeight(30);
    m_message->setAlignment(Qt::AlignVCenter | Qt::AlignLeft);
    row->addWidget(m_message, 1);
    m_buttons->setSpacing(10);
    row->addLayout(m_buttons);
    m_close->setIcon(theme().icon(u"close"_s));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(tr("Close"));
    m_close->hide();
    row->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setLevel(level);
}

void Banner::setLevel(Level level)
{
    m_level = level;
    const StatusLook look = lookOf(level);
    m_icon->setIcon(m_ownIcon.isEmpty() ? look.icon : m_ownIcon, look.mark);
    update();
}

void Banner::setIcon(const QString &icon)
{
    m_ownIcon = icon;
    setLevel(m_level);
}

void Banner::setMessage(const QString &title, const QString &text)
{
    m_message->setTitleAndText(title, text);
    announceChange();
}

QString Banner::spokenText() const
{
    return m_message->accessibleName();
}

QPushButton *Banner::addButton(const QString &text, ButtonKind kind)
{
    auto *button = new QPushButton(text, this);
    setKind(button, kind);
    m_buttons->addWidget(button);
    return button;
}

void Banner::clearButtons()
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        if (item->widget()) {
            // A button may be the one whose click got us here.
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

void Banner::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void Banner::paintEvent(QPaintEvent *)
{
    const StatusLook look = lookOf(m_level);
    QColor border = theme().color(m_level == Level::Info ? Token::AccentBorder : look.mark);
    if (m_level != Level::Info) {
        border.setAlphaF(0.55F);
    }
    QPainter painter(this);
    paint::box(painter, rect(), 8, theme().color(look.background), border);
}

void Banner::showEvent(QShowEvent *event)
{
    PaintedWidget::showEvent(event);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace keyway

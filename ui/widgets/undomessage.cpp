#include "undomessage.h"

#include "ui/theme/buttonkind.h"
#include "ui/theme/painting.h"
#include "ui/widgets/labels.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

#include <utility>

namespace keyway {

UndoMessage::UndoMessage(QWidget *host)
    : PaintedWidget(QAccessible::Notification, host)
    , m_text(new ElidedLabel({}, TextStyle::Body, Token::TextOnAccent, this))
    , m_button(new QPushButton(tr("Undo"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 5, 8, 5);
    row->setSpacing(12);
    m_text->setWeight(QFont::Medium);
    row->addWidget(m_text, 1);
    setKind(m_button, ButtonKind::OnInk);
    row->addWidget(m_button);
    m_button->installEventFilter(this);
    connect(m_button, &QPushButton::clicked, this, &UndoMessage::undo);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &UndoMessage::carryOut);
    host->installEventFilter(this);
    hide();
}

UndoMessage::~UndoMessage()
{
    if (m_offering && m_context && m_carryOut) {
        m_carryOut();
    }
}

QString UndoMessage::text() const
{
    return m_text->text();
}

void UndoMessage::offer(const QString &text, QObject *context, std::function<void()> undo,
                        std::function<void()> carryOut)
{
    this->carryOut();
    m_text->setText(text);
    m_button->setAccessibleName(tr("Undo: %1").arg(text));
    m_context = context;
    m_undo = std::move(undo);
    m_carryOut = std::move(carryOut);
    m_offering = true;
    m_left = m_duration;
    place();
    raise();
    show();
    m_timer.start(m_left);
    pauseOrGoOn();
    announceChange();
    Q_EMIT offeringChanged(true);
}

void UndoMessage::undo()
{
    finish(m_undo);
}

void UndoMessage::carryOut()
{
    finish(m_carryOut);
}

void UndoMessage::finish(const std::function<void()> &call)
{
    if (!m_offering) {
        return;
    }
    m_offering = false;
    m_timer.stop();
    const std::function<void()> now = call;
    const QPointer<QObject> context = std::exchange(m_context, nullptr);
    m_undo = {};
    m_carryOut = {};
    hide();
    Q_EMIT offeringChanged(false);
    if (context && now) {
        now();
    }
}

void UndoMessage::setBottomMargin(int pixels)
{
    m_bottomMargin = pixels;
    place();
}

void UndoMessage::place()
{
    const QWidget *host = parentWidget();
    const QSize wish = layout()->sizeHint();
    const int width = qMin(wish.width(), host->width() - 32);
    setGeometry((host->width() - width) / 2, host->height() - m_bottomMargin - wish.height() - 16,
                width, wish.height());
}

void UndoMessage::pauseOrGoOn()
{
    if (!m_offering) {
        return;
    }
    const bool held = underMouse() || m_button->hasFocus();
    if (held && m_timer.isActive()) {
        m_left = m_timer.remainingTimeAsDuration();
        m_timer.stop();
    } else if (!held && !m_timer.isActive()) {
        m_timer.start(m_left);
    }
}

void UndoMessage::enterEvent(QEnterEvent *event)
{
    PaintedWidget::enterEvent(event);
    pauseOrGoOn();
}

void UndoMessage::leaveEvent(QEvent *event)
{
    PaintedWidget::leaveEvent(event);
    pauseOrGoOn();
}

bool UndoMessage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize) {
        place();
    } else if (watched == m_button
               && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)) {
        // hasFocus() is right only after the event has been delivered.
        QMetaObject::invokeMethod(this, &UndoMessage::pauseOrGoOn, Qt::QueuedConnection);
    }
    return PaintedWidget::eventFilter(watched, event);
}

void UndoMessage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint::box(painter, rect(), 8, theme().color(Token::BrandInk),
               theme().isDark() ? theme().color(Token::BorderDefault) : QColor());
}

} // namespace keyway

#include "conversationview.h"

#include "ui/desktop/prompts/comparisonview.h"
#include "ui/desktop/prompts/messageslot.h"
#include "ui/theme/buttonkind.h"
#include "ui/theme/theme.h"
#include "ui/widgets/paintedwidget.h"

#include <QtCore/QUrl>
#include <QtGui/QAccessible>
#include <QtGui/QClipboard>
#include <QtGui/QDesktopServices>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

constexpr int EndPixels = 24;

/// Has no size; its name is what a screen reader says next.
class LiveRegion : public PaintedWidget {
public:
    explicit LiveRegion(QWidget *parent)
        : PaintedWidget(QAccessible::AlertMessage, parent)
    {
        setAccessibleName(ConversationView::tr("Messages"));
        resize(0, 0);
    }
};

} // namespace

ConversationView::ConversationView(QWidget *parent)
    : QScrollArea(parent)
    , m_content(new QWidget)
    , m_column(new QVBoxLayout(m_content))
    , m_newText(new QPushButton(tr("New text below"), this))
    , m_live(new LiveRegion(this))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Messages"));
    m_column->setContentsMargins(20, 16, 20, 16);
    m_column->setSpacing(16);
    m_column->addStretch(1);
    setWidget(m_content);
    // What is behind paints the surface.
    viewport()->setAutoFillBackground(false);
    m_content->setAutoFillBackground(false);
    m_content->setAccessibleName(tr("Messages"));
    m_content->installEventFilter(this);
    m_newText->setIcon(themeOf(this).icon(u"chevron-down"_s));
    m_newText->hide();
    connect(m_newText, &QPushButton::clicked, this, &ConversationView::scrollToEnd);
    m_later.setSingleShot(true);
    m_later.setInterval(0);
    connect(&m_later, &QTimer::timeout, this, &ConversationView::makeNear);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (!m_moving)
            m_following = isAtEnd();
        if (m_following)
            m_newText->hide();
        m_later.start();
    });
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &ConversationView::follow);
}

void ConversationView::setServices(const ServicesValue *services)
{
    m_services = services;
}

MessageSlot *ConversationView::append(const MessageValue &message)
{
    auto *slot = new MessageSlot(message, m_content);
    const int index = int(m_slots.size());
    m_column->insertWidget(index, slot);
    m_slots.append(slot);
    slot->setNamesHidden(m_namesHidden);
    connect(slot, &MessageSlot::made, this, [this, slot, index] { connectParts(slot, index); });
    return slot;
}

void ConversationView::connectParts(MessageSlot *slot, int index)
{
    const auto act = [this, index](AnswerAction action, const QPoint &at) {
        Q_EMIT actionRequested(index, action, at);
    };
    if (AnswerView *view = slot->answer()) {
        connect(view, &AnswerView::actionRequested, this, act);
        connect(view, &AnswerView::linkChosen, this, &ConversationView::offerLink);
        connect(view, &AnswerView::announced, this, &ConversationView::announce);
    }
    if (ComparisonView *view = slot->comparison()) {
        connect(view, &ComparisonView::actionRequested, this, act);
        connect(view, &ComparisonView::linkChosen, this, &ConversationView::offerLink);
        connect(view, &ComparisonView::announced, this, &ConversationView::announce);
        connect(view, &ComparisonView::wished, this,
                [this, index](const SideWish &wish) { Q_EMIT sideWished(index, wish); });
    }
}

void ConversationView::setMessages(const QList<MessageValue> &messages, const QDateTime &now)
{
    m_now = now;
    qDeleteAll(m_slots);
    m_slots.clear();
    for (const MessageValue &message : messages) {
        MessageSlot *slot = append(message);
        slot->setMade(false, m_services, false, now);
        slot->setFixedHeight(slot->guessedHeight(std::max(100, viewport()->width() - 40)));
    }
    m_newText->hide();
    m_following = true;
    m_column->activate();
    m_content->adjustSize();
    scrollToEnd();
    makeNear();
}

void ConversationView::addMessage(const MessageValue &message, const QDateTime &now)
{
    m_now = now;
    MessageSlot *before = m_slots.isEmpty() ? nullptr : m_slots.last();
    MessageSlot *slot = append(message);
    slot->setMade(true, m_services, true, now);
    if (before && before->isMade())
        before->setMade(true, m_services, false, now);
    m_following = true;
    follow();
}

void ConversationView::updateLast(const AnswerValue &answer, const QDateTime &now)
{
    m_now = now;
    if (m_slots.isEmpty() || !m_slots.last()->message().isAnswer())
        return;
    m_slots.last()->setAnswer(answer);
    m_slots.last()->setMade(true, m_services, true, now);
    if (answer.isRunning() && !m_following && !isAtEnd()) {
        m_newText->show();
        placeButton();
    }
}

void ConversationView::updateAnswer(int index, const AnswerValue &answer, const QDateTime &now)
{
    MessageSlot *slot = m_slots.value(index);
    if (!slot || !slot->message().isAnswer())
        return;
    slot->setAnswer(answer);
    if (slot->isMade())
        slot->setMade(true, m_services, index + 1 == m_slots.size(), now);
}

void ConversationView::updateComparison(int message, const ComparisonValue &comparison,
                                        const QDateTime &now)
{
    m_now = now;
    MessageSlot *slot = m_slots.value(message);
    if (!slot || slot->message().comparison.isEmpty())
        return;
    const bool last = message + 1 == m_slots.size();
    slot->setComparison(comparison);
    if (slot->isMade())
        slot->setMade(true, m_services, last, now);
    if (comparison.isRunning() && !m_following && !isAtEnd()) {
        m_newText->show();
        placeButton();
    }
}

void ConversationView::setNamesHidden(bool hidden)
{
    if (hidden == m_namesHidden)
        return;
    m_namesHidden = hidden;
    for (MessageSlot *slot : std::as_const(m_slots)) {
        slot->setNamesHidden(hidden);
        if (slot->comparison())
            slot->setMade(true, m_services, slot == m_slots.last(), m_now);
    }
}

void ConversationView::setNow(const QDateTime &now)
{
    m_now = now;
    if (ComparisonView *view = comparison(count() - 1))
        view->setNow(now);
    if (AnswerView *view = lastAnswer())
        view->setNow(now);
}

/// Makes what is at most one screen away, and lets go of what is more than three screens away.
void ConversationView::makeNear()
{
    const int screen = viewport()->height();
    const int top = verticalScrollBar()->value();
    for (qsizetype i = 0; i < m_slots.size(); ++i) {
        MessageSlot *slot = m_slots.at(i);
        const bool last = i + 1 == m_slots.size();
        const int from = slot->y() - top;
        const int to = from + slot->height();
        const bool near = last || (to > -screen && from < 2 * screen);
        const bool far = to < -3 * screen || from > 4 * screen;
        if (near && !slot->isMade()) {
            slot->setMade(true, m_services, last, m_now);
        } else if (far && !last && slot->isMade()) {
            slot->setMade(false, m_services, false, m_now);
        }
    }
    makeRoom();
}

/// A comparison at the end fills what its prompt leaves of the screen.
void ConversationView::makeRoom()
{
    ComparisonView *view = comparison(count() - 1);
    if (!view)
        return;
    const QMargins around = m_column->contentsMargins();
    const int prompt
        = m_slots.size() > 1 ? m_slots.at(m_slots.size() - 2)->height() + m_column->spacing() : 0;
    view->setRoom(std::max(0, viewport()->height() - around.top() - around.bottom() - prompt));
}

void ConversationView::follow()
{
    if (!m_following)
        return;
    m_moving = true;
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    m_moving = false;
}

void ConversationView::scrollToEnd()
{
    m_following = true;
    m_newText->hide();
    follow();
}

bool ConversationView::isAtEnd() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum() - EndPixels;
}

int ConversationView::made() const
{
    return int(std::count_if(m_slots.begin(), m_slots.end(),
                             [](const MessageSlot *slot) { return slot->isMade(); }));
}

AnswerView *ConversationView::answer(int index) const
{
    if (const ComparisonView *view = comparison(index))
        return view->comparison().kept() ? view->keptAnswer() : nullptr;
    return index >= 0 && index < m_slots.size() ? m_slots.at(index)->answer() : nullptr;
}

ComparisonView *ConversationView::comparison(int index) const
{
    return index >= 0 && index < m_slots.size() ? m_slots.at(index)->comparison() : nullptr;
}

AnswerView *ConversationView::lastAnswer() const
{
    return answer(count() - 1);
}

bool ConversationView::isSettled() const
{
    return std::all_of(m_slots.begin(), m_slots.end(),
                       [](const MessageSlot *slot) { return slot->isSettled(); });
}

void ConversationView::offerLink(const QString &address, const QPoint &at)
{
    // Nothing is opened without its whole address on screen.
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QString shown = address;
    if (shown.size() > 100)
        shown = shown.left(70) + u'…' + shown.right(25);
    QAction *title = menu->addAction(shown.replace(u'&', "&&"_L1));
    title->setEnabled(false);
    menu->addSeparator();
    menu->addAction(tr("Open in the browser"), this,
                    [address] { QDesktopServices::openUrl(QUrl(address, QUrl::StrictMode)); });
    menu->addAction(tr("Copy the address"), this,
                    [address] { QGuiApplication::clipboard()->setText(address); });
    menu->popup(at);
}

void ConversationView::announce(const QString &words)
{
    if (!QAccessible::isActive() || words.isEmpty())
        return;
    m_live->setAccessibleName(words);
    QAccessibleEvent event(m_live, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void ConversationView::placeButton()
{
    m_newText->resize(m_newText->sizeHint());
    m_newText->move((width() - m_newText->width()) / 2, height() - m_newText->height() - 10);
    m_newText->raise();
}

void ConversationView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    placeButton();
    m_later.start();
}

bool ConversationView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_content && event->type() == QEvent::LayoutRequest)
        m_later.start();
    return QScrollArea::eventFilter(watched, event);
}

void ConversationView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Home:
        verticalScrollBar()->setValue(0);
        return;
    case Qt::Key_End:
        scrollToEnd();
        return;
    default:
        QScrollArea::keyPressEvent(event);
    }
}

} // namespace keyway

#include "conversationlist.h"

#include "ui/desktop/prompts/conversationlistmodel.h"
#include "ui/theme/buttonkind.h"
#include "ui/theme/textscale.h"
#include "ui/theme/theme.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/searchfield.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {

ConversationList::ConversationList(QWidget *parent)
    : QWidget(parent)
    , m_search(new SearchField(tr("Search"), this))
    , m_new(iconButton(u"plus"_s, tr("New conversation"), ButtonKind::Secondary, this))
    , m_list(new QListView(this))
    , m_nothing(new TextLabel({}, TextStyle::Body, Token::TextSecondary, this))
    , m_model(new ConversationListModel(this))
{
    setFixedWidth(forText(226));
    m_search->setCollapsible(false);
    m_search->edit()->setMinimumWidth(60);
    m_search->edit()->setAccessibleName(tr("Search conversations"));
    m_search->edit()->installEventFilter(this);
    m_new->setToolTip(tr("New conversation (%1)")
                          .arg(QKeySequence(u"Ctrl+N"_s).toString(QKeySequence::NativeText)));
    auto *top = new QHBoxLayout;
    top->setContentsMargins(10, 13, 10, 4);
    top->setSpacing(6);
    top->addWidget(m_search, 1);
    top->addWidget(m_new);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ConversationDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setAccessibleName(tr("Conversations"));
    m_list->installEventFilter(this);
    m_nothing->setWordWrap(true);
    m_nothing->setContentsMargins(18, 12, 18, 0);
    m_nothing->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 1, 0);
    column->setSpacing(6);
    column->addLayout(top);
    column->addWidget(m_nothing);
    column->addWidget(m_list, 1);
    connect(m_new, &QToolButton::clicked, this, &ConversationList::newRequested);
    connect(m_search, &SearchField::textChanged, this, &ConversationList::searchChanged);
    connect(m_model, &ConversationListModel::renamed, this, &ConversationList::renameRequested);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                const auto id = m_model->idAt(index);
                if (id && !m_changing && id != m_current) {
                    m_current = id;
                    Q_EMIT chosen(*id);
                }
            });
    connect(m_list, &QListView::clicked, this, &ConversationList::activated);
    connect(m_list, &QListView::customContextMenuRequested, this, &ConversationList::showMenu);
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (m_more && !m_searching && value > 0
            && value > m_list->verticalScrollBar()->maximum() - 200) {
            m_more = false;
            Q_EMIT moreRequested();
        }
    });
}

void ConversationList::setConversations(const QList<Conversation> &conversations, bool more,
                                        const QDateTime &now)
{
    m_all = conversations;
    m_more = more;
    m_now = now;
    if (!m_searching)
        show(m_all, {});
}

void ConversationList::setHits(const std::optional<QList<ConversationHit>> &hits)
{
    m_searching = hits.has_value();
    if (!hits) {
        show(m_all, {});
        return;
    }
    QList<Conversation> found;
    QStringList excerpts;
    for (const ConversationHit &hit : *hits) {
        found.append(hit.conversation);
        excerpts.append(hit.excerpt.simplified());
    }
    show(found, excerpts);
}

void ConversationList::show(const QList<Conversation> &conversations, const QStringList &excerpts)
{
    m_changing = true;
    const int at = m_list->verticalScrollBar()->value();
    m_model->setConversations(conversations, excerpts, m_now);
    m_list->verticalScrollBar()->setValue(at);
    m_changing = false;
    setCurrent(m_current);
    m_nothing->setVisible(conversations.isEmpty());
    m_nothing->setText(m_searching ? tr("Nothing found for “%1”.").arg(m_search->text())
                                   : tr("No conversations yet."));
}

void ConversationList::setCurrent(const std::optional<Id> &id)
{
    m_current = id;
    m_changing = true;
    m_list->setCurrentIndex(id ? m_model->indexOf(*id) : QModelIndex());
    m_changing = false;
}

std::optional<Id> ConversationList::current() const
{
    return m_model->idAt(m_list->currentIndex());
}

void ConversationList::focusSearch()
{
    m_search->activate();
}

void ConversationList::renameCurrent()
{
    if (current()) {
        m_list->setFocus();
        m_list->edit(m_list->currentIndex());
    }
}

void ConversationList::deleteCurrent()
{
    if (const auto id = current())
        Q_EMIT deleteRequested(*id);
}

void ConversationList::showMenu(const QPoint &at)
{
    if (!m_model->idAt(m_list->indexAt(at)) && !current())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Rename"), QKeySequence(Qt::Key_F2), this, &ConversationList::renameCurrent);
    menu->addAction(tr("Delete"), QKeySequence(Qt::Key_Delete), this, [this] { deleteCurrent(); });
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

bool ConversationList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (watched == m_list && key == Qt::Key_Delete) {
            deleteCurrent();
            return true;
        }
        if (watched == m_list && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
            Q_EMIT activated();
            return true;
        }
        if (watched == m_search->edit() && key == Qt::Key_Down && m_model->rowCount() > 0) {
            m_list->setFocus(Qt::TabFocusReason);
            if (!m_list->currentIndex().isValid())
                m_list->setCurrentIndex(m_model->index(1));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ConversationList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    painter.fillRect(rect(), theme.color(Token::BgWindow));
    const int edge = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.fillRect(edge, 0, 1, height(), theme.color(Token::BorderSubtle));
}

} // namespace keyway

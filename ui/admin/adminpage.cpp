#include "adminpage.h"

#include "ui/theme/textscale.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/scrollpage.h"
#include "ui/widgets/spinner.h"
#include "ui/words/admin.h"

#include <QtGui/QAction>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr int sideBySide = 860; ///< the width from which parts of a row stand beside each other

} // namespace

AdminPage::AdminPage(const QString &title, AdminBackend *backend, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_header(new PageHeader(title, this))
    , m_banner(new Banner(Banner::Level::Warning, this))
    , m_stack(new QStackedWidget(this))
    , m_waiting(new QWidget)
    , m_spinner(new Spinner(20, m_waiting))
    , m_waitingWords(new TextLabel({}, TextStyle::Body, Token::TextSecondary, m_waiting))
    , m_empty(new EmptyState(u"info"_s))
    , m_problem(new EmptyState(u"cloud-off"_s))
    , m_scroll(new ScrollPage(this))
    , m_content(new QWidget)
    , m_column(new QVBoxLayout(m_content))
{
    setAccessibleName(title);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(m_header);
    auto *place = new QVBoxLayout;
    place->setContentsMargins(24, 0, 24, 12);
    place->addWidget(m_banner);
    page->addLayout(place);
    m_banner->hide();
    page->addWidget(m_stack, 1);

    auto *waiting = new QHBoxLayout(m_waiting);
    waiting->addStretch();
    waiting->addWidget(m_spinner);
    waiting->addWidget(m_waitingWords);
    waiting->addStretch();
    m_stack->addWidget(m_waiting);
    m_column->setSpacing(16);
    m_scroll->setWidget(m_content);
    m_scroll->setWidgetResizable(true);
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_problem);
    connect(m_problem->addButton(tr("Try again"), u"refresh"_s, ButtonKind::Primary),
            &QPushButton::clicked, this, &AdminPage::reload);
    addPageAction(tr("Ask the server again"), QKeySequence(Qt::Key_F5), [this] { reload(); });
}

QAction *AdminPage::addPageAction(const QString &text, const QKeySequence &keys,
                                  const std::function<void()> &act)
{
    auto *action = new QAction(text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WindowShortcut);
    connect(action, &QAction::triggered, this, act);
    addAction(action);
    m_actions.append(action);
    return action;
}

QBoxLayout *AdminPage::addRow(int stretch)
{
    auto *row = new QBoxLayout(QBoxLayout::LeftToRight);
    row->setSpacing(16);
    m_column->addLayout(row, stretch);
    m_rows.append(row);
    return row;
}

QList<QWidget *> AdminPage::regions() const
{
    return {m_header, m_banner, m_stack};
}

bool AdminPage::showsContent() const
{
    return m_stack->currentWidget() == m_scroll;
}

void AdminPage::setAsking(const QString &words)
{
    m_waitingWords->setText(words);
    m_spinner->setAccessibleName(words);
    m_spinner->start();
    if (!m_shown)
        m_stack->setCurrentWidget(m_waiting);
}

void AdminPage::showContent()
{
    m_shown = true;
    m_spinner->stop();
    m_banner->hide();
    m_stack->setCurrentWidget(m_scroll);
}

void AdminPage::showProblem(const Error &error)
{
    m_spinner->stop();
    const QString words = words::adminErrorWords(error);
    if (!m_shown) {
        m_problem->setMessage(tr("This page is not here yet"), words);
        m_stack->setCurrentWidget(m_problem);
        return;
    }
    m_banner->clearButtons();
    m_banner->setLevel(Banner::Level::Warning);
    m_banner->setMessage(words, tr("What you see is older."));
    connect(m_banner->addButton(tr("Try again")), &QPushButton::clicked, this, &AdminPage::reload);
    m_banner->show();
}

void AdminPage::showEmpty(const QString &title, const QString &text)
{
    m_shown = true;
    m_spinner->stop();
    m_banner->hide();
    m_empty->setMessage(title, text);
    m_stack->setCurrentWidget(m_empty);
}

void AdminPage::clear()
{
    m_shown = false;
    m_banner->hide();
    m_stack->setCurrentWidget(m_waiting);
    drop();
}

void AdminPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_scroll->setMargins({24, 2, 24, 20});
    const auto direction
        = width() < forText(sideBySide) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    for (QBoxLayout *row : std::as_const(m_rows))
        row->setDirection(direction);
}

} // namespace keyway

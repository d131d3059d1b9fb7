#include "jobrow.h"

#include "ui/desktop/studio/jobbar.h"
#include "ui/desktop/studio/thumbnails.h"
#include "ui/theme/buttonkind.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tiles.h"

#include <QtGui/QContextMenuEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {
constexpr int Picture = 44;
constexpr int Before = 8;
constexpr int StateWidth = 206, NarrowState = 172;
constexpr int NarrowRow = 560;
} // namespace

JobRow::JobRow(Thumbnails *thumbnails, QWidget *parent)
    : PaintedWidget(QAccessible::Grouping, parent)
    , m_thumbnails(thumbnails)
    , m_tile(new ProviderTile({}, 20, this))
    , m_title(new ElidedLabel({}, TextStyle::Body, Token::TextPrimary, this))
    , m_state(new ElidedLabel({}, TextStyle::Small, Token::TextSecondary, this))
    , m_bar(new JobBar(this))
    , m_cost(new MoneyLabel({}, TextStyle::Small, Token::TextPrimary, this))
    , m_action(new QPushButton(this))
    , m_up(new QToolButton(this))
    , m_close(new QToolButton(this))
{
    setFocusPolicy(Qt::StrongFocus);
    m_title->setWeight(QFont::DemiBold);
    m_cost->setWeight(QFont::Normal);
    setKind(m_action, ButtonKind::Link);
    // The room of a compact button is that of its words, where it has no icon yet.
    m_up->setIcon(themeOf(this).icon(u"chevron-up"_s));
    m_close->setIcon(themeOf(this).icon(u"close"_s));
    for (QToolButton *button : {m_up, m_close}) {
        setKind(button, ButtonKind::Ghost);
        setCompact(button);
    }
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Before + Picture + 12, 6, 10, 6);
    row->setSpacing(6);
    auto *middle = new QVBoxLayout;
    middle->setSpacing(4);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_tile);
    top->addWidget(m_title, 1);
    auto *below = new QHBoxLayout;
    below->setSpacing(10);
    below->addWidget(m_bar, 1);
    below->addWidget(m_state);
    middle->addLayout(top);
    middle->addLayout(below);
    row->addLayout(middle, 1);
    row->addSpacing(8);
    row->addWidget(m_action);
    row->addWidget(m_cost);
    row->addSpacing(8);
    row->addWidget(m_up);
    row->addWidget(m_close);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMinimumHeight(Picture + 16);
    connect(m_up, &QToolButton::clicked, this, [this] { Q_EMIT moveUpRequested(m_job.id); });
    connect(m_close, &QToolButton::clicked, this, &JobRow::close);
    connect(m_action, &QPushButton::clicked, this, [this] { Q_EMIT detailsRequested(m_job.id); });
    connect(m_thumbnails, &Thumbnails::arrived, this, [this](const QString &path) {
        if (path == m_job.preview)
            update(pictureRect());
    });
}

void JobRow::setJob(const JobValue &job, const QString &serviceName, const QDateTime &now,
                    bool canMoveUp)
{
    if (!(job.id == m_job.id))
        m_bar->setPermille({}, false); // a bar never goes back, but this is another one
    m_job = job;
    m_tile->setService(job.service, serviceName);
    m_tile->setVisible(!job.service.isEmpty());
    const QString title = jobTitle(job);
    m_title->setText(title);
    const bool running = job.isRunning();
    m_state->setText(jobState(job, serviceName, now));
    m_bar->setVisible(running);
    m_bar->setPermille(jobPermille(job), running);
    m_bar->setAccessibleName(tr("Progress of %1").arg(title));
    m_cost->setAmount(jobCost(job));
    m_up->setVisible(canMoveUp);
    m_up->setToolTip(tr("Move up"));
    m_up->setAccessibleName(tr("Move up %1").arg(title));
    m_close->setToolTip(running ? tr("Cancel") : tr("Take out of the list"));
    m_close->setAccessibleName(running ? tr("Cancel %1").arg(title)
                                       : tr("Take %1 out of the list").arg(title));
    const bool tells = job.state == JobValue::State::Unknown || (job.error && !running);
    m_action->setVisible(tells);
    m_action->setText(tr("Details"));
    m_action->setAccessibleName(tr("Details of %1").arg(title));
    const QString spoken = jobSpoken(job, serviceName, now);
    if (spoken != m_spoken) {
        m_spoken = spoken;
        setAccessibleName(spoken);
    }
    resizeEvent(nullptr);
    update();
}

QString JobRow::stateText() const
{
    return m_state->text();
}

void JobRow::resizeEvent(QResizeEvent *)
{
    const bool running = m_job.isRunning();
    const int wide = width() < NarrowRow ? NarrowState : StateWidth;
    m_state->setMaximumWidth(running ? wide : QWIDGETSIZE_MAX);
    m_state->setMinimumWidth(running ? wide : 40);
    m_state->setSizePolicy(running ? QSizePolicy::Fixed : QSizePolicy::Expanding,
                           QSizePolicy::Fixed);
}

void JobRow::close()
{
    if (m_job.isRunning())
        Q_EMIT cancelRequested(m_job.id);
    else
        Q_EMIT hideRequested(m_job.id);
}

void JobRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        close();
    else if (event->key() == Qt::Key_Up && event->modifiers() & Qt::AltModifier)
        Q_EMIT moveUpRequested(m_job.id);
    else if (event->key() == Qt::Key_Up)
        focusNextPrevChild(false);
    else if (event->key() == Qt::Key_Down)
        focusNextPrevChild(true);
    else
        PaintedWidget::keyPressEvent(event);
}

void JobRow::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"jobMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!m_up->isHidden())
        menu->addAction(tr("Move up"), QKeySequence(u"Alt+Up"_s), this,
                        [this] { Q_EMIT moveUpRequested(m_job.id); });
    menu->addAction(tr("Same settings again"), this, [this] { Q_EMIT againRequested(m_job.id); });
    if (!m_action->isHidden())
        menu->addAction(tr("Details"), this, [this] { Q_EMIT detailsRequested(m_job.id); });
    menu->addSeparator();
    menu->addAction(m_job.isRunning() ? tr("Cancel") : tr("Take out of the list"),
                    QKeySequence(Qt::Key_Delete), this, &JobRow::close);
    menu->popup(event->globalPos());
}

QRect JobRow::pictureRect() const
{
    const int x = isRightToLeft() ? width() - Before - Picture : Before;
    return {x, (height() - Picture) / 2, Picture, Picture};
}

void JobRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect place = pictureRect();
    const QPixmap picture = m_job.preview.isEmpty()
        ? QPixmap()
        : m_thumbnails->pixmap(m_job.preview, place.size(), devicePixelRatioF());
    if (picture.isNull()) {
        paint::box(painter, place, 5, theme().color(Token::BgPressed));
        if (m_job.type == RequestType::Video)
            painter.drawPixmap(place.center() - QPoint(9, 9),
                               theme().pixmap(u"video"_s, theme().color(Token::TextMuted), 18,
                                              devicePixelRatioF()));
    } else {
        paintRounded(painter, place, picture, 5);
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paint::box(painter, rect().adjusted(3, 3, -3, -3), 8, Qt::transparent,
                   theme().color(Token::FocusRing), 2);
}

} // namespace keyway

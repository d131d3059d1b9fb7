#include "joblist.h"

#include "ui/theme/buttonkind.h"
#include "ui/widgets/cardframe.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scrollpage.h"
#include "ui/widgets/tiles.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {
bool isQueued(const JobValue &job)
{
    return job.isWaiting() && job.waits != JobValue::Waits::AtService;
}

constexpr int Ring = 3; ///< room for the rings around buttons at the edge
constexpr int RowsShown = 3; ///< the rest is scrolled to, with half of the next one in sight
} // namespace

JobList::JobList(Thumbnails *thumbnails, QWidget *parent)
    : QWidget(parent)
    , m_thumbnails(thumbnails)
    , m_badge(new CountBadge(0, this))
    , m_pause(new QPushButton(this))
    , m_card(new CardFrame(this))
    , m_scroll(new ScrollPage(m_card))
    , m_column(nullptr)
{
    setAccessibleName(tr("In progress"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, Ring, 0);
    column->setSpacing(6);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new TextLabel(tr("In progress"), TextStyle::Heading, Token::TextPrimary, this));
    head->addWidget(m_badge);
    head->addStretch(1);
    setKind(m_pause, ButtonKind::Link);
    head->addWidget(m_pause);
    column->addLayout(head);
    m_card->setAccessibleName(tr("Jobs"));
    auto *inside = new QVBoxLayout(m_card);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(m_scroll);
    auto *content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_scroll->setWidget(content);
    m_scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    m_scroll->setAccessibleName(tr("Jobs"));
    column->addWidget(m_card);
    connect(m_pause, &QPushButton::clicked, this,
            [this] { Q_EMIT pauseRequested(!m_jobs.paused); });
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    fill({});
}

void JobList::setJobs(const StudioJobs &jobs, const ServicesValue &services, const QDateTime &now)
{
    m_jobs = jobs;
    m_names.clear();
    for (const JobValue &job : jobs.jobs)
        m_names.insert(job.service, services.serviceName(job.service));
    fill(now);
}

void JobList::setNow(const QDateTime &now)
{
    fill(now);
}

void JobList::fill(const QDateTime &now)
{
    const auto wanted = m_jobs.jobs.size();
    const QWidget *stop = QApplication::focusWidget();
    bool inLostRow = false;
    for (auto i = wanted; i < m_rows.size(); ++i)
        inLostRow = inLostRow || m_rows.at(i) == stop || m_rows.at(i)->isAncestorOf(stop);
    const bool more = m_rows.size() < wanted;
    while (m_rows.size() > wanted) {
        JobRow *row = m_rows.takeLast();
        row->hide();
        row->deleteLater();
        QWidget *line = m_lines.takeLast();
        line->hide();
        line->deleteLater();
    }
    while (m_rows.size() < wanted) {
        auto *line = new Divider(Qt::Horizontal, m_scroll->widget());
        auto *row = new JobRow(m_thumbnails, m_scroll->widget());
        m_column->addWidget(line);
        m_column->addWidget(row);
        row->show();
        connect(row, &JobRow::cancelRequested, this, &JobList::cancelRequested);
        connect(row, &JobRow::hideRequested, this, &JobList::hideRequested);
        connect(row, &JobRow::moveUpRequested, this, &JobList::moveUpRequested);
        connect(row, &JobRow::againRequested, this, &JobList::againRequested);
        connect(row, &JobRow::detailsRequested, this, &JobList::detailsRequested);
        m_rows.append(row);
        m_lines.append(line);
        line->setVisible(m_rows.size() > 1);
    }
    for (int i = 0; i < wanted; ++i) {
        const JobValue &job = m_jobs.jobs.at(i);
        const bool canMoveUp = i > 0 && isQueued(job) && isQueued(m_jobs.jobs.at(i - 1));
        m_rows.at(i)->setJob(job, m_names.value(job.service, job.service), now, canMoveUp);
    }
    if (more)
        orderStops();
    // The focus does not fall out of the list with a row that went.
    if (inLostRow && !m_rows.isEmpty())
        m_rows.last()->setFocus(Qt::OtherFocusReason);
    m_badge->setCount(m_jobs.running());
    m_badge->setVisible(m_jobs.running() > 0);
    m_pause->setText(m_jobs.paused ? tr("Resume all") : tr("Pause all"));
    m_pause->setToolTip(tr("%1 (%2)").arg(
        m_pause->text(), QKeySequence(u"Ctrl+Shift+P"_s).toString(QKeySequence::NativeText)));
    m_pause->setVisible(m_jobs.running() > 0 || m_jobs.paused);
    m_card->setVisible(wanted > 0);
    setVisible(wanted > 0 || m_jobs.paused);
    adaptHeight();
}

/// Rows are made later than what stands below them.
void JobList::orderStops()
{
    QWidget *before = m_pause;
    for (JobRow *row : std::as_const(m_rows)) {
        for (QWidget *stop :
             {static_cast<QWidget *>(row), static_cast<QWidget *>(row->actionButton()),
              static_cast<QWidget *>(row->upButton()),
              static_cast<QWidget *>(row->closeButton())}) {
            setTabOrder(before, stop);
            before = stop;
        }
    }
}

void JobList::adaptHeight()
{
    if (m_rows.isEmpty())
        return;
    const int row = std::max(m_rows.first()->sizeHint().height(), m_rows.first()->minimumHeight());
    const auto rows = m_rows.size();
    const int shown = int(std::min<qsizetype>(rows, RowsShown));
    m_scroll->setFixedHeight(shown * row + (shown - 1) + (rows > shown ? row / 2 : 0));
}

} // namespace keyway

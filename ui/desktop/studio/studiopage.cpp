#include "studiopage.h"

#include "ui/desktop/promptfield.h"
#include "ui/desktop/servicesbanner.h"
#include "ui/desktop/studio/gallerypane.h"
#include "ui/desktop/studio/galleryview.h"
#include "ui/desktop/studio/joblist.h"
#include "ui/desktop/studio/pictureviewer.h"
#include "ui/desktop/studio/studioform.h"
#include "ui/desktop/studio/thumbnails.h"
#include "ui/theme/theme.h"
#include "ui/widgets/cardframe.h"
#include "ui/widgets/searchfield.h"

#include <QtCore/QMimeData>
#include <QtGui/QDragEnterEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {
constexpr int FormWidth = 300, NarrowForm = 292;
constexpr int NarrowPage = 860;
} // namespace

StudioPage::StudioPage(QWidget *parent)
    : Page(parent)
    , m_thumbnails(new Thumbnails(this))
    , m_model(new GalleryModel(this))
    , m_form(new StudioForm(this))
    , m_right(new QWidget(this))
    , m_banner(
          new ServicesBanner({RequestType::Image, RequestType::Video}, {24, 12, 24, 0}, m_right))
    , m_jobList(new JobList(m_thumbnails, m_right))
    , m_gallery(new GalleryPane(m_model, m_thumbnails, m_right))
{
    setAccessibleName(tr("Studio"));
    setAcceptDrops(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_form);
    row->addWidget(new Divider(Qt::Vertical, this));
    row->addWidget(m_right, 1);
    auto *column = new QVBoxLayout(m_right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bannerSlot());
    column->addWidget(m_banner);
    auto *jobs = new QVBoxLayout;
    jobs->setContentsMargins(24, 12, 21, 0); // the list has room for rings on its right
    jobs->addWidget(m_jobList);
    column->addLayout(jobs);
    auto *gallery = new QVBoxLayout;
    // The tiles have room for their rings, and the bar stands in the margin.
    gallery->setContentsMargins(19, 8, 9, 0);
    gallery->addWidget(m_gallery);
    column->addLayout(gallery, 1);

    connect(m_form, &StudioForm::generateRequested, this, &StudioPage::generateRequested);
    connect(m_form, &StudioForm::fileWanted, this, &StudioPage::chooseFile);
    connect(m_form, &StudioForm::thingsPasted, this, &StudioPage::take);
    connect(m_form, &StudioForm::addIntegrationRequested, this,
            &StudioPage::addIntegrationRequested);
    connect(m_gallery, &GalleryPane::folderRequested, this, &StudioPage::folderRequested);
    connect(m_gallery->view(), &GalleryView::opened, this, &StudioPage::openViewer);
    connect(m_gallery->view(), &GalleryView::menuWanted, this, &StudioPage::showPictureMenu);
    connect(m_banner, &ServicesBanner::keychainActionRequested, this,
            &StudioPage::keychainActionRequested);
    connect(m_banner, &ServicesBanner::integrationActionRequested, this,
            &StudioPage::integrationActionRequested);
    connectJobs();
    makeActions();
}

void StudioPage::connectJobs()
{
    connect(m_jobList, &JobList::cancelRequested, this, &StudioPage::cancelRequested);
    connect(m_jobList, &JobList::hideRequested, this, &StudioPage::hideRequested);
    connect(m_jobList, &JobList::moveUpRequested, this, &StudioPage::moveUpRequested);
    connect(m_jobList, &JobList::againRequested, this, &StudioPage::againRequested);
    connect(m_jobList, &JobList::pauseRequested, this, &StudioPage::pauseRequested);
    connect(m_jobList, &JobList::detailsRequested, this, &StudioPage::showDetails);
}

void StudioPage::setServices(const ServicesValue &services, const QDate &today)
{
    m_services = services;
    m_form->setServices(services, today);
    m_jobList->setJobs(m_jobs, m_services, m_now);
    m_banner->setServices(services);
}

void StudioPage::setJobs(const StudioJobs &jobs, const QDateTime &now)
{
    m_jobs = jobs;
    m_now = now;
    m_jobList->setJobs(jobs, m_services, now);
}

void StudioPage::setNow(const QDateTime &now)
{
    m_now = now;
    m_jobList->setNow(now);
}

void StudioPage::setNotice(const words::Message &notice, bool isProblem)
{
    m_banner->setNotice(notice, isProblem);
}

Banner *StudioPage::banner() const
{
    return m_banner->banner();
}

PictureViewer *StudioPage::viewer() const
{
    return m_viewer;
}

QWidget *StudioPage::firstFocus() const
{
    return m_form->prompt();
}

QList<QWidget *> StudioPage::regions() const
{
    QList<QWidget *> parts{m_form, m_jobList, m_gallery};
    return parts;
}

void StudioPage::setPrimaryFilled(bool filled)
{
    m_form->setPrimaryFilled(filled);
}

void StudioPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_form->setFixedWidth(width() < NarrowPage ? NarrowForm : FormWidth);
}

void StudioPage::dragEnterEvent(QDragEnterEvent *event)
{
    // Not what was taken from the gallery of this page.
    if (event->source() != m_gallery->view() && !droppedThings(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void StudioPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    take(droppedThings(event->mimeData()));
}

void StudioPage::take(const DroppedThings &things)
{
    if (!things.files.isEmpty())
        Q_EMIT filesWanted(things.files);
    else if (!things.picture.isNull())
        Q_EMIT pictureWanted(things.picture);
}

} // namespace keyway

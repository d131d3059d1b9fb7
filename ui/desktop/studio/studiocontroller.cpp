#include "studiocontroller.h"

#include "ui/desktop/promptfield.h"
#include "ui/desktop/studio/jobwords.h"
#include "ui/desktop/studio/studioform.h"
#include "ui/desktop/studio/studiopage.h"
#include "ui/words/errors.h"
#include "ui/words/money.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

constexpr int EstimateMs = 250;
constexpr int ChangedMs = 150;
constexpr int JobsMs = 83; ///< 12 times a second
constexpr int ClockMs = 1000;

} // namespace

StudioController::StudioController(StudioPage *page, StudioBackend *backend, UndoMessage *undo,
                                   Now now, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_backend(backend)
    , m_undo(undo)
    , m_now(std::move(now))
{
    for (QTimer *timer : {&m_estimateTimer, &m_changedTimer, &m_jobsTimer})
        timer->setSingleShot(true);
    setDelays(EstimateMs, ChangedMs);
    m_jobsTimer.setInterval(JobsMs);
    m_clockTimer.setInterval(ClockMs);
    connect(&m_estimateTimer, &QTimer::timeout, this, [this] { estimate(false); });
    connect(&m_changedTimer, &QTimer::timeout, this, [this] {
        reloadServices();
        reloadGallery();
    });
    connect(&m_jobsTimer, &QTimer::timeout, this, &StudioController::reloadJobs);
    connect(&m_clockTimer, &QTimer::timeout, this, [this] {
        if (m_page->isVisible())
            m_page->setNow(m_now());
    });
    m_page->installEventFilter(this);
    const auto soon = [this](QTimer &timer) {
        m_stale = m_stale || !m_page->isVisible();
        if (!m_stale && !timer.isActive())
            timer.start();
    };
    connect(m_backend, &StudioBackend::changed, this, [this, soon] { soon(m_changedTimer); });
    connect(m_backend, &StudioBackend::jobsChanged, this, [this, soon] { soon(m_jobsTimer); });
    connectPage();
    connectGallery();
}

bool StudioController::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_page && event->type() == QEvent::Show && std::exchange(m_stale, false)) {
        m_changedTimer.start();
        m_jobsTimer.start();
    }
    return QObject::eventFilter(watched, event);
}

void StudioController::setDelays(int estimateMs, int changedMs)
{
    m_estimateTimer.setInterval(estimateMs);
    m_changedTimer.setInterval(changedMs);
}

void StudioController::connectPage()
{
    connect(m_page->form(), &StudioForm::changed, &m_estimateTimer, qOverload<>(&QTimer::start));
    connect(m_page, &StudioPage::generateRequested, this, &StudioController::generate);
    connect(m_page, &StudioPage::makingConfirmed, this, &StudioController::makeNow);
    connect(m_page, &StudioPage::filesWanted, this, &StudioController::addFiles);
    connect(m_page, &StudioPage::pictureWanted, this, [this](const QImage &picture) {
        attachPicture(picture, tr("Pasted picture.png"), this,
                      [this](const Result<AttachedFile> &file) { addFile(file); });
    });
    const auto reporting = [this](const Result<Done> &done) {
        if (!done)
            report(done.error());
        m_jobsTimer.start();
    };
    connect(m_page, &StudioPage::cancelRequested, this, [this, reporting](const Id &job) {
        m_cancelling.insert(job);
        m_backend->cancel(job, this, reporting);
    });
    connect(m_page, &StudioPage::hideRequested, this,
            [this, reporting](const Id &job) { m_backend->hide(job, this, reporting); });
    connect(m_page, &StudioPage::moveUpRequested, this,
            [this, reporting](const Id &job) { m_backend->moveUp(job, this, reporting); });
    connect(m_page, &StudioPage::pauseRequested, this,
            [this, reporting](bool pause) { m_backend->setPaused(pause, this, reporting); });
    connect(m_page, &StudioPage::againRequested, this, [this](const Id &job) {
        m_backend->settingsOf(job, this, [this](const Result<StudioDraft> &draft) {
            if (!draft) {
                report(draft.error());
                return;
            }
            m_page->form()->setDraft(*draft);
            m_page->form()->prompt()->setFocus(Qt::OtherFocusReason);
        });
    });
}

void StudioController::start()
{
    reloadServices();
    reloadJobs();
    reloadGallery();
}

void StudioController::reloadServices()
{
    m_backend->services(this, [this](const Result<ServicesValue> &services) {
        if (!services) {
            report(services.error());
            return;
        }
        m_page->setServices(*services, m_now().toUTC().date());
        m_estimateTimer.start();
    });
}

void StudioController::reloadJobs()
{
    m_backend->jobs(this, [this](const Result<StudioJobs> &jobs) {
        if (jobs)
            takeJobs(*jobs);
        else
            report(jobs.error());
    });
}

void StudioController::takeJobs(const StudioJobs &jobs)
{
    const int before = m_jobs.running();
    const bool first = !std::exchange(m_jobsSeen, true);
    m_jobs = jobs;
    m_page->setJobs(jobs, m_now());
    for (const JobValue &job : jobs.jobs) {
        const bool answered = !job.isRunning() || job.cancelRefused;
        if (answered && m_cancelling.remove(job.id))
            m_page->setNotice(cancelWords(job, serviceName(job.service)), false);
    }
    if (jobs.running() != before || first) {
        Q_EMIT runningChanged(jobs.running());
        // Work in progress counts against the limits, and what has ended is in the gallery.
        if (!first)
            m_changedTimer.start();
    }
    fillHistory();
    if (jobs.running() > 0 && !m_clockTimer.isActive())
        m_clockTimer.start();
    else if (jobs.running() == 0)
        m_clockTimer.stop();
}

void StudioController::estimate(bool again)
{
    const int question = ++m_explaining;
    StudioForm *form = m_page->form();
    StudioDraft draft = form->draft();
    const Model *model = form->model();
    if (!model) {
        form->setPrice({});
        return;
    }
    if (draft.prompt.trimmed().isEmpty())
        draft.prompt = u"…"_s; // what it costs does not wait for the prompt
    const QList<PromptRequest> requests = requestsOf(draft, model);
    m_backend->explain(requests.first(), askOptionsOf(draft), this,
                       [this, question, requests, again](const Result<routing::RoutePlan> &plan) {
                           if (question != m_explaining)
                               return;
                           PriceBefore price;
                           if (plan)
                               price = priceBefore(m_page->services(), *plan, requests, m_now());
                           else
                               price.problem = words::errorWords(plan.error()).sentence();
                           m_price = price;
                           StudioForm *shown = m_page->form();
                           shown->setPrice(price);
                           if (!plan || plan->candidates.isEmpty())
                               return;
                           // The fields are those of the one who would be asked; its options have
                           // their price.
                           const Model *before = shown->model();
                           const routing::Candidate &first = plan->candidates.first();
                           shown->setRouted(first.service, first.model);
                           if (shown->model() != before && !again)
                               estimate(true);
                       });
}

void StudioController::generate()
{
    StudioForm *form = m_page->form();
    if (!form->canGenerate())
        return;
    const Money limit = m_page->services().askAbove;
    QStringList questions;
    QString make = tr("Generate");
    if (m_price && m_price->cost && *m_price->cost > limit) {
        const QString cost = words::money(*m_price->cost);
        questions += tr("This costs about %1. Your limit for asking is %2.")
                         .arg(cost, words::money(limit));
        make = tr("Generate for %1").arg(cost);
    }
    m_mayPassLimits = m_price && !m_price->pastLimit.isEmpty();
    if (m_mayPassLimits)
        questions += m_price->pastLimit;
    if (questions.isEmpty())
        makeNow();
    else
        m_page->askBeforeMaking(questions.join(u' '), make);
}

void StudioController::makeNow()
{
    StudioForm *form = m_page->form();
    const StudioDraft draft = form->draft();
    engine::AskOptions options = askOptionsOf(draft);
    options.mayPassLimits = m_mayPassLimits;
    for (const PromptRequest &request : requestsOf(draft, form->model())) {
        m_backend->start(request, options, this, [this](const Result<Id> &job) {
            if (!job)
                report(job.error());
            m_jobsTimer.start();
        });
    }
    m_prompts.removeAll(draft.prompt.trimmed());
    m_prompts.prepend(draft.prompt.trimmed());
    fillHistory();
}

void StudioController::fillHistory()
{
    QStringList prompts = m_prompts;
    for (const JobValue &job : std::as_const(m_jobs.jobs))
        prompts.append(job.prompt.trimmed());
    for (const PictureValue &picture : m_page->model()->pictures().mid(0, 100))
        prompts.append(picture.prompt.trimmed());
    prompts.removeDuplicates();
    prompts.removeAll(QString());
    m_page->form()->setHistory(prompts);
}

void StudioController::report(const Error &error)
{
    m_page->setNotice(words::errorWords(error), true);
}

QString StudioController::serviceName(const QString &service) const
{
    return m_page->services().serviceName(service);
}

} // namespace keyway

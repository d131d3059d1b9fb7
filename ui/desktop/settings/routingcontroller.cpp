#include "routingcontroller.h"

#include "ui/desktop/settings/routingpage.h"
#include "ui/widgets/undomessage.h"
#include "ui/words/errors.h"

namespace keyway {

RoutingController::RoutingController(RoutingPage *page, RoutingBackend *backend, UndoMessage *undo,
                                     QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_backend(backend)
    , m_undo(undo)
    , m_refresh(
          page, [this] { read(); }, this)
{
    connect(backend, &RoutingBackend::changed, &m_refresh, &PageRefresh::soon);
    connect(page, &RoutingPage::settingsChosen, this, &RoutingController::keep);
    connect(page, &RoutingPage::resetRequested, this, &RoutingController::reset);
    connect(page, &RoutingPage::forgetRequested, this, &RoutingController::forgetVotes);
}

void RoutingController::read()
{
    m_backend->routing(this, [this](const Result<RoutingValue> &value) {
        if (m_keeping > 0)
            return;
        if (!value)
            return m_page->setProblem(words::errorWords(value.error()));
        if (!m_refused)
            m_page->setProblem({});
        m_known = value->settings;
        m_page->setValue(*value);
    });
}

void RoutingController::keep(const engine::RoutingSettings &settings)
{
    ++m_keeping;
    m_known = settings;
    m_backend->setRouting(settings, this, [this](const Result<Done> &kept) {
        --m_keeping;
        told(kept); // where it was not kept, what holds is shown again
    });
}

void RoutingController::reset()
{
    const engine::RoutingSettings before = m_known;
    keep({});
    m_undo->offer(tr("The settings of routing are reset."), this, [this, before] { keep(before); });
}

void RoutingController::forgetVotes()
{
    m_backend->forgetVotes(this, [this](const Result<QList<routing::Vote>> &forgotten) {
        if (!forgotten)
            return told(forgotten.error());
        told(Done());
        const int count = static_cast<int>(forgotten->size());
        m_undo->offer(
            tr("%n comparison(s) forgotten.", nullptr, count), this, [this, votes = *forgotten] {
                m_backend->restoreVotes(votes, this,
                                        [this](const Result<Done> &restored) { told(restored); });
            });
    });
}

/// What could not be done is said until something can.
void RoutingController::told(const Result<Done> &done)
{
    m_refused = !done;
    if (!done)
        m_page->setProblem(words::errorWords(done.error()));
    m_refresh.now();
}

} // namespace keyway

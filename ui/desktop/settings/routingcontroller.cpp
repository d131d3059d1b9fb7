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
        m_refused = !kept;
        if (!kept)
            m_page->setProblem(words::errorWords(kept.error()));
        m_refresh.now(); // where it was not kept, what holds is shown again
    });
}

void RoutingController::reset()
{
    const engine::RoutingSettings before = m_known;
    keep({});
    m_undo->offer(tr("The settings of routing are reset."), this, [this, before] { keep(before); });
}

} // namespace keyway

#include "ui/desktop/servicesbanner.h"

#include "ui/widgets/banner.h"
#include "ui/words/errors.h"
#include "ui/words/keychain.h"

#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

words::Message holdWords(const engine::IntegrationSummary &held)
{
    const Integration &integration = held.integration;
    words::ErrorFacts facts;
    facts.serviceName = held.serviceName;
    facts.integrationName = integration.name;
    facts.keyTail = integration.keyTail;
    facts.model = integration.hold->model.isEmpty() ? integration.model : integration.hold->model;
    return words::errorWords(Error(integration.hold->kind), facts);
}

} // namespace

ServicesBanner::ServicesBanner(const QList<RequestType> &types, const QMargins &margins,
                               QWidget *parent)
    : QWidget(parent)
    , m_types(types)
    , m_banner(new Banner(Banner::Level::Warning, this))
{
    auto *holder = new QVBoxLayout(this);
    holder->setContentsMargins(margins);
    holder->addWidget(m_banner);
    hide();
    connect(m_banner, &Banner::closed, this, [this] { setNotice({}, false); });
}

void ServicesBanner::setServices(const ServicesValue &services)
{
    m_services = services;
    refresh();
}

void ServicesBanner::setNotice(const words::Message &notice, bool isProblem)
{
    m_notice = notice;
    m_noticeIsProblem = isProblem;
    refresh();
}

const engine::IntegrationSummary *ServicesBanner::firstHeld() const
{
    for (const engine::IntegrationSummary &summary : m_services.integrations) {
        const Integration &integration = summary.integration;
        const Service *service = m_services.catalogue.service(integration.service);
        const bool used = m_types.isEmpty()
            || (service && std::any_of(m_types.begin(), m_types.end(), [service](RequestType type) {
                              return service->types.contains(type);
                          }));
        if (integration.hold && integration.enabled && used)
            return &summary;
    }
    return nullptr;
}

void ServicesBanner::refresh()
{
    m_banner->clearButtons();
    words::Message message;
    std::function<void(words::Action)> act;
    QString icon;
    Banner::Level level = Banner::Level::Warning;
    if (m_services.keychain.state != KeychainState::Ready) {
        message = words::keychainMessage(m_services.keychain, m_services.hasVault);
        icon = u"lock"_s;
        act = [this](words::Action action) { Q_EMIT keychainActionRequested(action); };
    } else if (!m_notice.title.isEmpty()) {
        message = m_notice;
        level = m_noticeIsProblem ? Banner::Level::Error : Banner::Level::Info;
    } else if (const engine::IntegrationSummary *held = firstHeld()) {
        message = holdWords(*held);
        level = Banner::Level::Error;
        act = [this, id = held->integration.id](words::Action action) {
            Q_EMIT integrationActionRequested(id, action);
        };
    }
    setVisible(!message.title.isEmpty());
    if (message.title.isEmpty())
        return;
    m_banner->setLevel(level);
    m_banner->setIcon(icon);
    m_banner->setMessage(message.title, message.text);
    m_banner->setClosable(!act);
    for (const words::Action action : std::as_const(message.actions)) {
        if (action == words::Action::Details || !act)
            continue;
        QPushButton *button = m_banner->addButton(words::actionText(action));
        connect(button, &QPushButton::clicked, this, [act, action] { act(action); });
    }
}

} // namespace keyway

#pragma once

#include "ui/desktop/prompts/promptvalues.h"
#include "ui/words/message.h"

#include <QtWidgets/QWidget>

namespace keyway {

class Banner;

/// What stands above a page that uses services, the most important of: a keychain that is not
/// ready, a notice of now, an integration that is held. Takes no room where there is none of them.
class ServicesBanner : public QWidget {
    Q_OBJECT
public:
    /// `types` are what the page makes: an integration for none of them is of no interest there.
    ServicesBanner(const QList<RequestType> &types, const QMargins &margins, QWidget *parent);

    void setServices(const ServicesValue &services);
    /// Goes when it is closed, or when an empty one is set.
    void setNotice(const words::Message &notice, bool isProblem);
    Banner *banner() const { return m_banner; }

Q_SIGNALS:
    void keychainActionRequested(keyway::words::Action action);
    void integrationActionRequested(const keyway::Id &id, keyway::words::Action action);

private:
    const engine::IntegrationSummary *firstHeld() const;
    void refresh();

    QList<RequestType> m_types;
    ServicesValue m_services;
    words::Message m_notice;
    bool m_noticeIsProblem = false;
    Banner *m_banner;
};

} // namespace keyway

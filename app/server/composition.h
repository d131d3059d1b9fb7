#pragma once

#include "app/server/options.h"
#include "core/base/clock.h"
#include "core/catalogue/catalogue.h"
#include "core/server/backend.h"
#include "core/server/mail.h"

#include <memory>

namespace keyway::app {

/// The objects of the server, made in this order.
class ServerComposition {
public:
    /// Makes them and listens. Error: its detail is for the operator.
    static Result<std::unique_ptr<ServerComposition>> make(const ServerOptions &options);

    server::Backend &backend() { return *m_backend; }

private:
    ServerComposition() = default;

    SystemClock m_clock;
    Catalogue m_catalogue;
    std::unique_ptr<server::Mailer> m_mailer;
    std::unique_ptr<server::Backend> m_backend;
};

} // namespace keyway::app

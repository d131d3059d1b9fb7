#include "core/secrets/glibbus.h"

#include <QtCore/QLibrary>
#include <QtCore/QString>

namespace keyway::glibbus {

using namespace Qt::StringLiterals;

namespace {

template <class Function> Function resolve(const QString &library, int version, const char *symbol)
{
    return reinterpret_cast<Function>(QLibrary::resolve(library, version, symbol));
}

} // namespace

bool hasLibsecret()
{
    return resolve<void (*)()>(u"secret-1"_s, 0, "secret_password_lookup") != nullptr;
}

Hold connect()
{
    constexpr int sessionBus = 2; // G_BUS_TYPE_SESSION
    const auto get = resolve<void *(*)(int, void *, void **)>(u"gio-2.0"_s, 0, "g_bus_get_sync");
    const auto setExitOnClose
        = resolve<void (*)(void *, int)>(u"gio-2.0"_s, 0, "g_dbus_connection_set_exit_on_close");
    const auto release = resolve<void (*)(void *)>(u"gobject-2.0"_s, 0, "g_object_unref");
    if (!get || !setExitOnClose || !release)
        return {};
    void *connection = get(sessionBus, nullptr, nullptr);
    if (!connection)
        return {};
    setExitOnClose(connection, 0);
    return Hold(connection, release);
}

void forgetSession()
{
    const auto disconnect = resolve<void (*)()>(u"secret-1"_s, 0, "secret_service_disconnect");
    if (disconnect)
        disconnect();
}

} // namespace keyway::glibbus

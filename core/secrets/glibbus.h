#pragma once

#include <memory>

namespace keyway {

/// What QtKeychain's libsecret keeps for the whole process and does not tend itself: GLib's
/// connection to the session bus, and a session with the secret service. Libraries are resolved at
/// run time, as QtKeychain does, so that Keyway needs neither where there is none.
namespace glibbus {

/// Whether QtKeychain will find libsecret. Without it, it would turn to KWallet or an old interface
/// of GNOME Keyring with calls that block. May load the library: call it on a thread of its own.
bool hasLibsecret();

/// A hold on GLib's connection; the connection lives as long as one is held.
using Hold = std::shared_ptr<void>;

/// Connects GLib and switches off that it ends the program when the bus goes away
/// (g_dbus_connection_set_exit_on_close). Waits for the bus: call it on a thread of its own. Null
/// where there is no GLib.
Hold connect();

/// Drops libsecret's session. Without this every read fails with "The session does not exist" once
/// the service was started again. Jobs at work keep theirs.
void forgetSession();

} // namespace glibbus

} // namespace keyway

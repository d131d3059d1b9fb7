#!/bin/sh
# with-keyring.sh COMMAND [ARGUMENT...]
#
# Runs COMMAND in a D-Bus session of its own with a real, unlocked gnome-keyring: private HOME, XDG and
# runtime folders, no display. Nothing of the caller's own keyring is touched, and nothing is left.
# Exit code: COMMAND's; 77 when a needed program is missing; 70 when the keyring does not come up.
#
# COMMAND sees KEYWAY_TEST_KEYRING_PASSWORD, the password of the default collection, so that it can lock
# (org.freedesktop.Secret.Service.Lock) and unlock (UnlockWithMasterPassword of gnome-keyring) it.
set -u

secrets_call() {
    gdbus call --session --dest org.freedesktop.secrets --timeout 5 "$@" 2>/dev/null
}

is_unlocked() {
    # Asking the service itself before it owns its name would make the bus start a second daemon.
    owned=$(gdbus call --session --dest org.freedesktop.DBus --object-path /org/freedesktop/DBus \
        --method org.freedesktop.DBus.NameHasOwner org.freedesktop.secrets 2>/dev/null) || return 1
    [ "$owned" = "(true,)" ] || return 1
    path=$(secrets_call --object-path /org/freedesktop/secrets \
        --method org.freedesktop.Secret.Service.ReadAlias default) || return 1
    path=$(printf %s "$path" | sed -n "s/.*'\(\/[^']*\)'.*/\1/p")
    # An alias that points nowhere reads as "/".
    [ -n "$path" ] && [ "$path" != / ] || return 1
    locked=$(secrets_call --object-path "$path" --method org.freedesktop.DBus.Properties.Get \
        org.freedesktop.Secret.Collection Locked) || return 1
    [ "$locked" = "(<false>,)" ]
}

keyring_pid() {
    gdbus call --session --dest org.freedesktop.DBus --object-path /org/freedesktop/DBus \
        --method org.freedesktop.DBus.GetConnectionUnixProcessID org.freedesktop.secrets 2>/dev/null \
        | sed -n 's/^(uint32 \([0-9]*\),)$/\1/p'
}

if [ "${1-}" = --in-session ]; then
    shift
    # Non-empty and without a newline: an empty password or one read with its newline leaves the
    # collection locked or unencrypted.
    if ! printf %s "$KEYWAY_TEST_KEYRING_PASSWORD" \
        | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null; then
        echo "with-keyring.sh: gnome-keyring-daemon did not start" >&2
        exit 70
    fi
    tries=0
    until is_unlocked; do
        tries=$((tries + 1))
        if [ $tries -ge 200 ]; then
            echo "with-keyring.sh: the default collection did not unlock within 10 s" >&2
            exit 70
        fi
        sleep 0.05
    done
    # A background command has no standard input unless it is handed one. The process is known by
    # its id, so that a signal to the outer script reaches it.
    exec 3<&0
    "$@" <&3 3<&- &
    child=$!
    exec 3<&-
    echo $child >"$KEYWAY_KEYRING_CHILD"
    wait $child
    code=$?
    # The daemon that owns the name now, which need not be the one started above.
    pid=$(keyring_pid)
    [ -z "$pid" ] || kill "$pid" 2>/dev/null
    exit $code
fi

if [ $# -eq 0 ]; then
    echo "usage: with-keyring.sh COMMAND [ARGUMENT...]" >&2
    exit 64
fi

missing=
command -v gnome-keyring-daemon >/dev/null || missing="$missing gnome-keyring"
command -v dbus-run-session >/dev/null || missing="$missing dbus"
command -v gdbus >/dev/null || missing="$missing libglib2.0-bin"
if [ -n "$missing" ]; then
    echo "with-keyring.sh: install these packages (Debian names):$missing" >&2
    exit 77
fi

session=
private=$(mktemp -d "${TMPDIR:-/tmp}/keyway-keyring.XXXXXX") || exit 70
trap 'rm -rf "$private"' EXIT
stop() {
    trap '' HUP INT TERM
    [ ! -s "$private/child" ] || kill -TERM "$(cat "$private/child")" 2>/dev/null
    wait "$session" 2>/dev/null
    exit "$1"
}
trap 'stop 129' HUP
trap 'stop 130' INT
trap 'stop 143' TERM
for folder in home config data cache state runtime; do
    mkdir -m 700 "$private/$folder" || exit 70
done

unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS XDG_CURRENT_DESKTOP QT_NO_GLIB \
    GNOME_KEYRING_CONTROL
export HOME="$private/home" XDG_CONFIG_HOME="$private/config" XDG_DATA_HOME="$private/data" \
    XDG_CACHE_HOME="$private/cache" XDG_STATE_HOME="$private/state" \
    XDG_RUNTIME_DIR="$private/runtime" QT_QPA_PLATFORM=offscreen \
    KEYWAY_TEST_KEYRING_PASSWORD="keyway-test-$$" KEYWAY_KEYRING_CHILD="$private/child"

self=$(cd "$(dirname "$0")" && pwd)/$(basename "$0")
exec 3<&0
dbus-run-session -- "$self" --in-session "$@" <&3 3<&- &
session=$!
exec 3<&-
wait $session
exit $?

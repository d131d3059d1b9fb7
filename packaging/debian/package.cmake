# Three .deb, made by packaging/debian/build-deb: keyway, keyway-server with its systemd unit, and
# keyway-admin.
# Libraries are found by dpkg-shlibdeps; the rest is opened at run time and has to be named: database
# driver, certificates, time zones, and the SVG icons.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_KEYWAY_PACKAGE_NAME keyway)
set(CPACK_DEBIAN_KEYWAY_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6svg6, libsecret-1-0, ca-certificates, tzdata")
set(CPACK_DEBIAN_KEYWAY_PACKAGE_RECOMMENDS "gnome-keyring, qt6-translations-l10n, qt6-wayland")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_COMPONENT_SERVER_DESCRIPTION
    "accounts, usage records and invoices for Keyway
A server that keeps accounts, usage records and platform-fee invoices of
Keyway. It needs nothing but a folder; PostgreSQL is possible.
The unit keyway-server is not started by itself: it wants a certificate in
/etc/keyway first.")
set(CPACK_DEBIAN_SERVER_PACKAGE_NAME keyway-server)
set(CPACK_DEBIAN_SERVER_PACKAGE_SECTION net)
set(CPACK_DEBIAN_SERVER_PACKAGE_DEPENDS "libqt6sql6-sqlite, ca-certificates, tzdata")
set(CPACK_DEBIAN_SERVER_PACKAGE_RECOMMENDS "libqt6sql6-psql")

set(CPACK_COMPONENT_ADMIN_DESCRIPTION
    "statistics, health, keys and audit of a Keyway server
Keyway Admin is for those who run a Keyway server: a window and a command
line. It has no way to ask for a user's key.")
set(CPACK_DEBIAN_ADMIN_PACKAGE_NAME keyway-admin)
set(CPACK_DEBIAN_ADMIN_PACKAGE_SECTION admin)
set(CPACK_DEBIAN_ADMIN_PACKAGE_DEPENDS "libqt6svg6, libsecret-1-0, ca-certificates")
set(CPACK_DEBIAN_ADMIN_PACKAGE_RECOMMENDS "gnome-keyring, qt6-wayland")

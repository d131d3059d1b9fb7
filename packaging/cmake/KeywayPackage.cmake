# What gets installed, and the packages CPack makes of it. Included after the programs are known.
include(GNUInstallDirs)

# A package holds the programs; it does not wait for tests and benchmarks to be built.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)

set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME keyway)
set(programs "")
foreach(program keyway keyway-desktop keyway-print)
    if(TARGET ${program})
        list(APPEND programs ${program})
    endif()
endforeach()
if(programs)
    install(TARGETS ${programs} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR}
                                BUNDLE DESTINATION .)
endif()
if(UNIX AND NOT APPLE AND TARGET keyway-server)
    install(TARGETS keyway-server RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT server)
    install(FILES packaging/systemd/keyway-server.service DESTINATION lib/systemd/system
            COMPONENT server)
    install(FILES LICENSE RENAME copyright
            DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/keyway-server COMPONENT server)
endif()
if(UNIX AND NOT APPLE AND TARGET keyway-admin)
    install(TARGETS keyway-admin RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT admin)
    install(FILES resources/org.keyway.KeywayAdmin.desktop
            DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT admin)
    install(FILES resources/icons/keyway-dark.svg RENAME org.keyway.KeywayAdmin.svg
            DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps COMPONENT admin)
    install(FILES LICENSE RENAME copyright
            DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/keyway-admin COMPONENT admin)
endif()
if(UNIX AND NOT APPLE)
    install(FILES resources/org.keyway.Keyway.desktop
            DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES resources/org.keyway.Keyway.metainfo.xml
            DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
    install(FILES resources/icons/keyway-light.svg RENAME org.keyway.Keyway.svg
            DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
    install(FILES LICENSE RENAME copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/keyway)
else()
    install(FILES LICENSE DESTINATION .)
endif()

set(CPACK_PACKAGE_NAME keyway)
set(CPACK_PACKAGE_VENDOR Keyway)
# Whoever hands a package out answers for it. Without a name none is invented: CPack refuses, and
# packaging/debian/build-deb names the computer that built it, and says so.
set(KEYWAY_PACKAGE_CONTACT "" CACHE STRING "Who answers for packages: Name <address@example.org>")
set(CPACK_PACKAGE_CONTACT "${KEYWAY_PACKAGE_CONTACT}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "ask AI services with your own keys and see what it costs")
set(CPACK_PACKAGE_DESCRIPTION
    "Keyway sends prompts straight to the AI services you have keys for and
records what each attempt costs. Keys stay in the keychain of the computer.
It has a window (keyway-desktop) and a command line (keyway).")
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_CURRENT_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL keyway server)
if(UNIX AND NOT APPLE AND TARGET keyway-admin)
    list(APPEND CPACK_COMPONENTS_ALL admin)
endif()
set(CPACK_VERBATIM_VARIABLES ON)

if(WIN32)
    include(${CMAKE_CURRENT_SOURCE_DIR}/packaging/windows/package.cmake)
elseif(APPLE)
    include(${CMAKE_CURRENT_SOURCE_DIR}/packaging/macos/package.cmake)
else()
    include(${CMAKE_CURRENT_SOURCE_DIR}/packaging/debian/package.cmake)
endif()
include(CPack)

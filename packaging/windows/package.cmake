# The Windows installer (NSIS) and a ZIP. NOT YET TRIED. Keys are kept in the Windows Credential Manager.
set(CPACK_GENERATOR NSIS ZIP)
set(CPACK_PACKAGE_INSTALL_DIRECTORY Keyway)
set(CPACK_PACKAGE_EXECUTABLES keyway-desktop Keyway)
set(CPACK_CREATE_DESKTOP_LINKS keyway-desktop)
set(CPACK_NSIS_DISPLAY_NAME Keyway)
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
set(CPACK_NSIS_MODIFY_PATH ON)

if(TARGET keyway-desktop)
    set_target_properties(keyway-desktop PROPERTIES WIN32_EXECUTABLE ON)
    # Qt's libraries and plugins (SQLite driver, TLS, SVG icons) beside the programs.
    qt_generate_deploy_app_script(TARGET keyway-desktop FILENAME_VARIABLE deploy_script NO_UNSUPPORTED_PLATFORM_ERROR)
    install(SCRIPT ${deploy_script})
endif()

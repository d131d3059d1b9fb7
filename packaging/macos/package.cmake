# Keyway.app in a disk image. NOT YET TRIED. Keys are kept in the login keychain; without a signature
# macOS asks for its password again after every build (set CODE_SIGN_IDENTITY to sign).
set(CPACK_GENERATOR DragNDrop)
set(CODE_SIGN_IDENTITY "" CACHE STRING "Identity for codesign, for example 'Developer ID Application: ...'")

if(TARGET keyway-desktop)
    set_target_properties(keyway-desktop PROPERTIES
        MACOSX_BUNDLE ON
        OUTPUT_NAME Keyway
        MACOSX_BUNDLE_INFO_PLIST ${CMAKE_CURRENT_SOURCE_DIR}/packaging/macos/Info.plist.in)
    qt_generate_deploy_app_script(TARGET keyway-desktop FILENAME_VARIABLE deploy_script NO_UNSUPPORTED_PLATFORM_ERROR)
    install(SCRIPT ${deploy_script})
    if(CODE_SIGN_IDENTITY)
        install(CODE "execute_process(COMMAND codesign --deep --force --options runtime --sign \"${CODE_SIGN_IDENTITY}\" \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/Keyway.app\" COMMAND_ERROR_IS_FATAL ANY)")
    endif()
endif()

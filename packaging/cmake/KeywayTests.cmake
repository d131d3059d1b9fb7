# keyway_test(tst_money.cpp LIBS keyway_model [LONG] [KEYRING] [TIMEOUT seconds] [EXTRA_SOURCES ...])
#
# One QTest program a file, labelled `fast` (what packaging/test runs) or `long` (packaging/test --long).
# KEYRING runs it in a D-Bus session of its own with an unlocked gnome-keyring
# (tests/support/with-keyring.sh). Every test sees KEYWAY_TEST_DATA, KEYWAY_BIN_DIR and
# KEYWAY_SOURCE_DIR in its environment.
function(keyway_test SOURCE)
    cmake_parse_arguments(PARSE_ARGV 1 ARG "LONG;KEYRING" "TIMEOUT;NAME" "LIBS;EXTRA_SOURCES;ARGS")
    get_filename_component(TARGET ${SOURCE} NAME_WE)
    set(NAME ${TARGET})
    if(ARG_NAME)
        set(NAME ${ARG_NAME})
    endif()
    if(NOT TARGET ${TARGET})
        add_executable(${TARGET} ${SOURCE} ${ARG_EXTRA_SOURCES})
        set_target_properties(${TARGET} PROPERTIES KEYWAY_TEST ON AUTOMOC OFF AUTOUIC OFF AUTORCC OFF
            RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
        target_link_libraries(${TARGET} PRIVATE keyway_options Qt6::Test Qt6::Network ${ARG_LIBS})
        if(CMAKE_CURRENT_SOURCE_DIR MATCHES "/tests/(ui|desktop|admin)")
            target_link_libraries(${TARGET} PRIVATE Qt6::Widgets)
        endif()
        # AUTOMOC would compile an empty file beside every test, a second each; and moc reads every
        # header that it can find, three quarters of a second, of which a test needs none.
        set(FOLDER ${CMAKE_CURRENT_BINARY_DIR}/${TARGET}_moc)
        set(MOC ${FOLDER}/${TARGET}.moc)
        file(MAKE_DIRECTORY ${FOLDER})
        add_custom_command(OUTPUT ${MOC} DEPENDS ${SOURCE} VERBATIM
            COMMAND Qt6::moc -o ${MOC} ${CMAKE_CURRENT_SOURCE_DIR}/${SOURCE})
        target_sources(${TARGET} PRIVATE ${MOC})
        target_include_directories(${TARGET} PRIVATE ${FOLDER})
    endif()
    set(COMMAND $<TARGET_FILE:${TARGET}> ${ARG_ARGS})
    if(ARG_KEYRING)
        set(COMMAND ${PROJECT_SOURCE_DIR}/tests/support/with-keyring.sh ${COMMAND})
    endif()
    add_test(NAME ${NAME} COMMAND ${COMMAND})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    set(LABEL fast)
    if(ARG_LONG)
        set(LABEL long)
    endif()
    set_tests_properties(${NAME} PROPERTIES LABELS ${LABEL} TIMEOUT ${ARG_TIMEOUT}
        ENVIRONMENT "${KEYWAY_TEST_ENVIRONMENT}")
endfunction()

# keyway_test_library(keyway_test_window SOURCES windowfixture.cpp ... LIBS ...)
#
# What several tests of a folder share; headers with Q_OBJECT belong to the sources.
function(keyway_test_library TARGET)
    cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "SOURCES;LIBS")
    add_library(${TARGET} STATIC ${ARG_SOURCES})
    set_target_properties(${TARGET} PROPERTIES KEYWAY_TEST ON)
    if(ARG_SOURCES MATCHES "\\.h(;|$)")
        set_target_properties(${TARGET} PROPERTIES AUTOMOC ON)
    endif()
    target_link_libraries(${TARGET} PUBLIC keyway_options Qt6::Test Qt6::Network ${ARG_LIBS})
    if(CMAKE_CURRENT_SOURCE_DIR MATCHES "/tests/(ui|desktop|admin)")
        target_link_libraries(${TARGET} PUBLIC Qt6::Widgets)
    endif()
endfunction()

# keyway_tool(keyway-usage-pictures tests SOURCES picturesofusage.cpp LIBS ...)
#
# A program that no test runs: it takes pictures to look at, or measures. It lands in a folder of the
# build and is built by its name or with all of them: `cmake --build --preset dev --target tools`.
add_custom_target(tools)
function(keyway_tool TARGET FOLDER)
    cmake_parse_arguments(PARSE_ARGV 2 ARG "" "" "SOURCES;LIBS")
    add_executable(${TARGET} EXCLUDE_FROM_ALL ${ARG_SOURCES})
    set_target_properties(${TARGET} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/${FOLDER})
    target_link_libraries(${TARGET} PRIVATE ${ARG_LIBS})
    add_dependencies(tools ${TARGET})
endfunction()
add_test(NAME tools_build COMMAND ${CMAKE_COMMAND} --build ${CMAKE_BINARY_DIR} --target tools)
set_tests_properties(tools_build PROPERTIES LABELS long TIMEOUT 3600)

# It names a folder of its own for each test, so that no header could be compiled for all of them.
set_target_properties(Qt6::Test PROPERTIES INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)

set(KEYWAY_TEST_ENVIRONMENT
    "KEYWAY_TEST_DATA=${PROJECT_SOURCE_DIR}/tests/data"
    "KEYWAY_SOURCE_DIR=${PROJECT_SOURCE_DIR}"
    "KEYWAY_BIN_DIR=${CMAKE_BINARY_DIR}/bin"
    "QT_QPA_PLATFORM=offscreen"
    "LC_ALL=C.UTF-8"
    "TZ=UTC")
if(KEYWAY_SANITIZE)
    list(APPEND KEYWAY_TEST_ENVIRONMENT
        "ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1:detect_stack_use_after_return=1"
        "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/lsan.supp:print_suppressions=0"
        "UBSAN_OPTIONS=print_stacktrace=1")
endif()

# Headers of Qt and the standard library, compiled once instead of once a file: a trivial source
# takes 3.3 s without and 0.5 s with them. Two sets, what core may see and what windows may see
# besides, and the same two with QTest for tests, each built by a target of its own; every target
# below the folder takes one of them.
# The clang preset goes without, and so finds a header that forgets to include what it uses.

# keyway_precompile_all(FOLDER): to be called last, when every target is known.
function(keyway_precompile_all FOLDER)
    if(NOT KEYWAY_PRECOMPILE)
        return()
    endif()
    keyway_precompiled(keyway_precompiled_core LIBS Qt6::Core READS QCoro6::Coro)
    keyway_precompiled(keyway_precompiled_widgets
        LIBS Qt6::Widgets READS QCoro6::Coro)
    keyway_precompiled(keyway_precompiled_coretests
        LIBS Qt6::Test Qt6::Network READS QCoro6::Coro)
    keyway_precompiled(keyway_precompiled_widgetstests
        LIBS Qt6::Test Qt6::Network Qt6::Widgets READS QCoro6::Coro)
    keyway_use_precompiled(${FOLDER})
endfunction()

# One object library whose only purpose is its precompiled header, precompiled/<set>.h.
function(keyway_precompiled TARGET)
    cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "LIBS;READS")
    string(REPLACE keyway_precompiled_ "" SET ${TARGET})
    set(SOURCE ${CMAKE_BINARY_DIR}/precompiled/${SET}.cpp)
    file(CONFIGURE OUTPUT ${SOURCE} CONTENT "// The header is the purpose.\n")
    add_library(${TARGET} OBJECT ${SOURCE})
    target_link_libraries(${TARGET} PRIVATE keyway_options ${ARG_LIBS})
    # Read, not linked: every user would have to be compiled with their definitions.
    foreach(LIB ${ARG_READS})
        target_include_directories(${TARGET} SYSTEM PRIVATE
            $<TARGET_PROPERTY:${LIB},INTERFACE_INCLUDE_DIRECTORIES>)
    endforeach()
    target_precompile_headers(${TARGET} PRIVATE
        ${PROJECT_SOURCE_DIR}/packaging/cmake/precompiled/${SET}.h)
endfunction()

function(keyway_use_precompiled FOLDER)
    get_property(TARGETS DIRECTORY ${FOLDER} PROPERTY BUILDSYSTEM_TARGETS)
    foreach(ONE ${TARGETS})
        get_target_property(TYPE ${ONE} TYPE)
        if(ONE MATCHES "^keyway_precompiled_" OR NOT TYPE MATCHES "LIBRARY|EXECUTABLE"
           OR TYPE STREQUAL "INTERFACE_LIBRARY")
            continue()
        endif()
        file(RELATIVE_PATH PLACE ${PROJECT_SOURCE_DIR} ${FOLDER})
        set(SET core)
        if(PLACE MATCHES "^(ui/(theme|widgets|desktop|admin)|app/(desktop|admin)|tests/ui)")
            set(SET widgets)
        endif()
        get_target_property(IS_TEST ${ONE} KEYWAY_TEST)
        if(IS_TEST AND PLACE MATCHES "^tests/(ui|desktop|admin)")
            set(SET widgetstests)
        elseif(IS_TEST)
            set(SET coretests)
        endif()
        target_precompile_headers(${ONE} REUSE_FROM keyway_precompiled_${SET})
    endforeach()
    get_property(FOLDERS DIRECTORY ${FOLDER} PROPERTY SUBDIRECTORIES)
    foreach(SUBFOLDER ${FOLDERS})
        keyway_use_precompiled(${SUBFOLDER})
    endforeach()
endfunction()

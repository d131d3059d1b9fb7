# One target carries every compile option; each Keyway target links it.

option(KEYWAY_WARNINGS_AS_ERRORS "Stop at the first warning" OFF)
option(KEYWAY_PRECOMPILE "Compile the headers of Qt and the standard library once" ON)
option(KEYWAY_BUILD_ADMIN "Build Keyway Admin, for those who run a server" ON)
option(KEYWAY_DEBUG_INFO "For a debugger; debug builds take a fifth longer" OFF)
option(KEYWAY_COVERAGE "Count executed lines" OFF)
option(KEYWAY_FUZZ "Build the fuzzers of tests/fuzz and what they need, nothing else" OFF)
set(KEYWAY_SANITIZE "" CACHE STRING "Sanitizers for -fsanitize, for example address,undefined")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
if(NOT MSVC)
    set(CMAKE_CXX_FLAGS_DEBUG "-O0")
    if(KEYWAY_DEBUG_INFO)
        set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g")
    elseif(KEYWAY_SANITIZE)
        set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g1") # line numbers in stack traces
    endif()
    # A test program of 30 MB takes GNU ld 1.8 s and lld 0.25 s, and there are more than a hundred.
    find_program(LLD_PROGRAM ld.lld)
    if(LLD_PROGRAM AND UNIX AND NOT APPLE AND CMAKE_BUILD_TYPE STREQUAL "Debug")
        add_link_options(-fuse-ld=lld)
    endif()
endif()

if(KEYWAY_FUZZ)
    set(KEYWAY_SANITIZE "fuzzer-no-link,address,undefined")
    set(CMAKE_CXX_FLAGS_FUZZ "-O1 -g1 -DQT_FORCE_ASSERTS")
endif()

# Not with precompiled headers: ccache reads their 150 MB again for every file, 0.4 to 0.7 s of it.
find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT KEYWAY_PRECOMPILE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()

add_library(keyway_options INTERFACE)
target_include_directories(keyway_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(keyway_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_KEYWORDS QT_STRICT_ITERATORS
    QT_NO_URL_CAST_FROM_STRING KEYWAY_VERSION="${PROJECT_VERSION}")
if(MSVC)
    target_compile_options(keyway_options INTERFACE /W4 /permissive- /utf-8 /Zc:__cplusplus
        $<$<BOOL:${KEYWAY_WARNINGS_AS_ERRORS}>:/WX>)
else()
    target_compile_options(keyway_options INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
        $<$<CXX_COMPILER_ID:GNU>:-fcoroutines>
        # Collecting garbage before that is an eighth of g++'s time, and it never needs as much.
        "$<$<CXX_COMPILER_ID:GNU>:SHELL:--param ggc-min-heapsize=600000>"
        $<$<BOOL:${KEYWAY_WARNINGS_AS_ERRORS}>:-Werror>)
    if(KEYWAY_SANITIZE)
        target_compile_options(keyway_options INTERFACE
            -fsanitize=${KEYWAY_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
        target_link_options(keyway_options INTERFACE -fsanitize=${KEYWAY_SANITIZE})
    endif()
    if(KEYWAY_COVERAGE)
        target_compile_options(keyway_options INTERFACE --coverage)
        target_link_options(keyway_options INTERFACE --coverage)
    endif()
endif()

# Builds Keyway and its installer on Windows. NOT YET TRIED on a Windows computer.
#
# Needed: Visual Studio 2022 (C++), CMake 3.25, Ninja, NSIS, and vcpkg with VCPKG_ROOT set.
# Run from a "x64 Native Tools" PowerShell; vcpkg builds Qt once, which takes hours.
$ErrorActionPreference = 'Stop'
$source = Resolve-Path "$PSScriptRoot/../.."

cmake -S $source --preset release `
    "-DCMAKE_TOOLCHAIN_FILE=$env:VCPKG_ROOT/scripts/buildsystems/vcpkg.cmake" `
    "-DVCPKG_MANIFEST_DIR=$PSScriptRoot" `
    "-DPKG_CONFIG_EXECUTABLE=$source/build/release/vcpkg_installed/x64-windows/tools/pkgconf/pkgconf.exe"
if ($LASTEXITCODE) { exit $LASTEXITCODE }
cmake --build "$source/build/release" --target keyway keyway-desktop keyway-print
if ($LASTEXITCODE) { exit $LASTEXITCODE }
cpack --config "$source/build/release/CPackConfig.cmake"
exit $LASTEXITCODE

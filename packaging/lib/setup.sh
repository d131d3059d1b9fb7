# shellcheck shell=bash
# Shared by packaging/run, packaging/test and packaging/debian/build-deb: which packages are missing,
# how they get installed, and a build that prints little. Sourced, with `set -euo pipefail` in force.

source_dir=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
packages_dir=$source_dir/packaging/packages
os_release=${KEYWAY_OS_RELEASE:-/etc/os-release}

if [ -t 1 ]; then bold=$'\e[1m' red=$'\e[31m' plain=$'\e[0m'; else bold='' red='' plain=''; fi

say() { printf '%s==>%s %s\n' "$bold" "$plain" "$*"; }
die() {
    printf '%sKeyway:%s %s\n' "$red" "$plain" "$1" >&2
    shift
    [ $# -eq 0 ] || printf '%s\n' "$@" >&2
    exit 1
}

processors() { nproc 2>/dev/null || sysctl -n hw.ncpu 2>/dev/null || echo 2; }

# wanted LIST GROUP...: names of the packages of these groups in packaging/packages/LIST.txt.
wanted() {
    local list=$packages_dir/$1.txt
    shift
    awk -v groups=" $* " '!/^#/ && NF == 2 && index(groups, " " $1 " ") { print $2 }' "$list"
}

# What a Debian system has installed, with the names that installed packages provide.
debian_installed() {
    # shellcheck disable=SC2016 # ${...} is dpkg-query's
    dpkg-query -W -f '${db:Status-Status} ${Package}, ${Provides}\n' 2>/dev/null \
        | awk '$1 == "installed" { $1 = ""; gsub(/\([^)]*\)/, ""); gsub(/[ \t]/, ""); print }' \
        | tr ',' '\n'
}

# missing SYSTEM GROUP...: the wanted packages that are not installed, one a line.
missing() {
    local system=$1 package
    case $system in
    debian)
        awk 'NR == FNR { have[$1] = 1; next } !($1 in have)' <(debian_installed) <(wanted "$@") ;;
    fedora)
        for package in $(wanted "$@"); do
            rpm -q --quiet --whatprovides "$package" 2>/dev/null || echo "$package"
        done ;;
    arch)
        # shellcheck disable=SC2046 # one word a package
        pacman -T $(wanted "$@") || true ;;
    macos)
        for package in $(wanted "$@"); do
            brew list --versions "$package" >/dev/null 2>&1 || echo "$package"
        done ;;
    esac
}

# Sets `system` (the package list), `system_name`, and `may_install` (1 where installing was written for).
detect_system() {
    system='' system_name=$(uname -s) may_install=0
    local ID='' ID_LIKE='' VERSION_ID='' PRETTY_NAME=''
    case $system_name in
    Darwin) system=macos system_name=macOS ;;
    MINGW* | MSYS* | CYGWIN*) system=windows system_name=Windows ;;
    Linux)
        # shellcheck disable=SC1090 # the system's
        [ ! -r "$os_release" ] || . "$os_release"
        system_name=${PRETTY_NAME:-Linux}
        case " $ID $ID_LIKE " in
        *' debian '* | *' ubuntu '*)
            system=debian
            case $ID-$VERSION_ID in debian-12 | ubuntu-24.04) may_install=1 ;; esac
            [ "$ID-$VERSION_ID" != ubuntu-24.04 ] \
                || say 'Ubuntu 24.04: written, not yet tried. The packages are in "universe".' ;;
        *' fedora '* | *' rhel '*) system=fedora ;;
        *' arch '*) system=arch ;;
        esac ;;
    esac
}

apt_install() {
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0)
    [ "$EUID" -eq 0 ] || apt=(sudo "${apt[@]}")
    local log status=0
    log=$(mktemp)
    { "${apt[@]}" update && "${apt[@]}" install --yes --no-install-recommends "$@"; } >"$log" 2>&1 \
        || status=$?
    if [ $status -ne 0 ]; then
        tail -n 25 "$log" >&2
        rm -f "$log"
        die "apt-get could not install the packages; its last words are above." \
            "Look at the network and at /etc/apt/sources.list, then run this again, or install by hand:" \
            "  apt-get update && apt-get install --no-install-recommends $*"
    fi
    rm -f "$log"
}

# ensure_packages GROUP...: returns only when every package of these groups is there.
ensure_packages() {
    detect_system
    [ "$system" != windows ] || die \
        "on Windows the build is described in packaging/windows/ (not yet tried):" \
        "  Visual Studio 2022, CMake, Ninja and vcpkg; vcpkg then installs the libraries of packaging/windows/vcpkg.json."
    [ -n "$system" ] || die "$system_name is not a system whose packages are known here." \
        "Needed: a C++20 compiler, CMake 3.25, Ninja, pkg-config, Qt 6.4 (base, SVG, SQLite driver, Linguist tools)," \
        "QtKeychain for Qt 6, QCoro 0.8 for Qt 6, libsodium, Boost 1.74, Google Benchmark;" \
        "for the tests also D-Bus, gnome-keyring, Xvfb and xdotool." \
        "Then: cmake --preset release && cmake --build --preset release"
    [ "$system" != macos ] || command -v brew >/dev/null || die \
        'on macOS the packages come from Homebrew (https://brew.sh); install it, then run this again.'

    local absent
    mapfile -t absent < <(missing "$system" "$@")
    [ ${#absent[@]} -ne 0 ] || return 0

    local by_hand
    case $system in
    debian) by_hand="apt-get update && apt-get install --no-install-recommends" ;;
    fedora) by_hand="dnf install" ;;
    arch) by_hand="pacman -S --needed" ;;
    macos) by_hand="brew install" ;;
    esac
    if [ $may_install -eq 0 ]; then
        die "on $system_name nothing is installed for you. Please install:" "  $by_hand ${absent[*]}" \
            "then run this again. (Only Debian 12 was tried.)"
    fi
    if [ "$EUID" -ne 0 ]; then
        if ! command -v sudo >/dev/null || [ ! -t 0 ]; then
            die \
                "${#absent[@]} packages are missing, and this is neither root nor a terminal where sudo could ask. Run as root:" \
                "  $by_hand ${absent[*]}" "then run this again."
        fi
        printf 'Keyway needs %d more packages:\n  %s\n' ${#absent[@]} "${absent[*]}"
        local answer=''
        read -r -p 'Install them with sudo apt-get? [y/N] ' answer || true
        case $answer in [yY]*) ;; *) die 'nothing was installed.' "By hand: $by_hand ${absent[*]}" ;; esac
    fi
    say "Installing what is missing: ${absent[*]}"
    apt_install "${absent[@]}"
    mapfile -t absent < <(missing "$system" "$@")
    [ ${#absent[@]} -eq 0 ] || die "apt-get said yes, but these are still missing: ${absent[*]}"
}

# As many compilers as there are processors, and no more than one for each GB of free memory.
build_jobs() {
    local jobs memory
    jobs=$(processors)
    memory=$(awk '/^MemAvailable/ { print int($2 / 1048576) }' /proc/meminfo 2>/dev/null || true)
    if [ -n "$memory" ] && [ "$memory" -lt "$jobs" ]; then jobs=$memory; fi
    [ "$jobs" -ge 1 ] || jobs=1
    echo "$jobs"
}

# Passes on what the compiler says and one line of Ninja's counting for every tenth of the work.
thin_out() {
    local line shown=-1 tenth
    while IFS= read -r line; do
        case $line in *Re-checking\ globbed* | *Re-running\ CMake*) continue ;; esac
        if [[ $line =~ ^\[([0-9]+)/([0-9]+)\] ]]; then
            tenth=$((BASH_REMATCH[1] * 10 / BASH_REMATCH[2]))
            [ $tenth -gt $shown ] || continue
            shown=$tenth
            printf '    %s of %s\n' "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}"
        elif [ "$line" != 'ninja: no work to do.' ]; then
            printf '%s\n' "$line"
        fi
    done
}

# build PRESET [TARGET...]: configures and builds; without targets, everything.
build() {
    local preset=$1 log status=0
    shift
    cd "$source_dir" || return
    log=$(mktemp)
    cmake --preset "$preset" >"$log" 2>&1 || status=$?
    if [ $status -ne 0 ]; then
        cat "$log" >&2
        rm -f "$log"
        die "CMake could not configure the preset '$preset'; the reason is above."
    fi
    rm -f "$log"
    say "Building (preset $preset, $(build_jobs) at once)"
    local command=(cmake --build "build/$preset" --parallel "$(build_jobs)")
    [ $# -eq 0 ] || command+=(--target "$@")
    if [ -t 1 ]; then "${command[@]}"; else "${command[@]}" 2>&1 | thin_out; fi \
        || die "the build failed; the compiler's words are above."
}

#!/usr/bin/env bash
# Runs the tests on other versions of QGIS than this machine's: a small Debian for each, made with debootstrap in the cache
# folder and kept for the next time, holds its own QGIS, Python, PyTorch and torchvision.
#
#   bash scripts/test_matrix.sh                          everything, on all versions
#   bash scripts/test_matrix.sh 3.40 -- -m "not slow"    the quick tests on one; what follows -- goes to pytest
#   bash scripts/test_matrix.sh --remove 3.44            remove that Debian (several GB)
#
# TEST_MATRIX_MINUTES ends the whole run after so many minutes: what did not run is named and is no failure, a test that
# failed is. DEBIAN_MIRROR names the mirror. Where a Debian cannot be made or lacks that QGIS, the reason is printed and
# the exit code is 0.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
source "$root/scripts/environment.sh"
declare -A releases=([3.40]=trixie [3.44]=forky)
packages=(python3-torch python3-torchvision git poppler-utils)
roots=$LANDSLIDE_CACHE/debian
needed_gigabytes=12

versions=() remove=""
while [ $# -gt 0 ]; do
    case $1 in
        --) shift; break ;;
        --remove) remove=yes ;;
        3.40 | 3.44) versions+=("$1") ;;
        *) echo "Usage: bash scripts/test_matrix.sh [--remove] [3.40] [3.44] [-- arguments of pytest]" >&2; exit 2 ;;
    esac
    shift
done
if [ ${#versions[@]} -eq 0 ]; then versions=(3.40 3.44); fi

if [ "$remove" ]; then
    for version in "${versions[@]}"; do rm -rf --one-file-system "$roots/${releases[$version]}"; done
    exit
fi

skip() { echo "QGIS ${versions[*]}: skipped: $1."; exit; }
[ "$(id -u)" -eq 0 ] || skip "a Debian of its own can only be made by root"
command -v debootstrap >/dev/null || skip "debootstrap is missing (apt-get install debootstrap)"
mkdir -p "$roots"
free=$(df --output=avail -BG "$roots" | tail -1 | tr -dc 0-9)
[ "$free" -ge $needed_gigabytes ] || skip "$roots has $free GB free; $needed_gigabytes are needed"
unshare --mount mount -t tmpfs none "$roots" 2>/dev/null || skip "this machine lets nobody mount"
exec 9>"$roots/lock"
flock --nonblock 9 || skip "another run uses the same folder"

deadline=$((SECONDS + ${TEST_MATRIX_MINUTES:-1000} * 60))
# Runs a command and ends it when time is over, with code 124 (137 where it had to be killed).
in_time() { timeout --signal=INT --kill-after=30 $((deadline > SECONDS ? deadline - SECONDS : 1)) "$@"; }
inside() { in_time bash "$root/scripts/inside_debian.sh" "$folder" "$@"; }

# Makes the Debian $release with the packages in $folder, unless it is there.
make_debian() {
    if [ ! -f "$folder/bare" ]; then make_bare_debian || return; fi
    if [ "$(cat "$folder/packages" 2>/dev/null)" = "${packages[*]}" ]; then return; fi
    inside apt-get update && inside apt-get install -y --no-install-recommends "${packages[@]}" &&
        echo "${packages[*]}" >"$folder/packages"
}

make_bare_debian() {
    local script=/usr/share/debootstrap/scripts/$release mirror
    # an older debootstrap does not know the newest names; all are made alike
    if [ ! -e "$script" ]; then script=/usr/share/debootstrap/scripts/sid; fi
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Label: Debian' 2>/dev/null | head -n 1)
    mirror=${DEBIAN_MIRROR:-${mirror:-http://deb.debian.org/debian}}
    rm -rf --one-file-system "$folder"
    in_time debootstrap --variant=minbase --include=ca-certificates "$release" "$folder" "$mirror" "$script" &&
        tune_apt && touch "$folder/bare"
}

# Gives apt this machine's proxies, and lets it write without waiting for the disk: nothing here must survive a power cut.
tune_apt() {
    apt-config dump | grep -E '^Acquire::(https?|Check)' >"$folder/etc/apt/apt.conf.d/90machine" || true
    echo force-unsafe-io >"$folder/etc/dpkg/dpkg.cfg.d/unsafe-io"
}

# Copies the files of the clone as they are now, without what git ignores, as a repository of one commit.
copy_clone() {
    local copy=$folder/clone/landslide_toolbox
    rm -rf "$copy" "$folder"/tmp/*
    mkdir -p "$copy"
    git -C "$root" ls-files -z --cached --others --exclude-standard --deduplicate |
        tar --create --directory="$root" --null --files-from=- --ignore-failed-read |
        tar --extract --directory="$copy" --no-same-owner
    git -C "$copy" init --quiet
    git -C "$copy" add --all
    git -C "$copy" -c user.name=test -c user.email=test@localhost commit --quiet --message="Files under test"
}

# Tests on QGIS $1; further arguments go to pytest. Returns 1 where a test, or the installation, fails.
test_version() {
    local version=$1 release=${releases[$1]} started=$SECONDS code=0 carried
    local folder=$roots/$release log=$roots/$release.log
    shift
    report() { echo "QGIS $version: $1 ($((SECONDS - started)) s)"; }

    make_debian >"$log" 2>&1 || code=$?
    if out_of_time $code; then report "not run: time was over while Debian $release was made"; return; fi
    if [ $code -ne 0 ]; then report "skipped: Debian $release could not be made: $(tail -n 1 "$log")"; return; fi
    report "Debian $release is ready"
    copy_clone
    inside bash /clone/landslide_toolbox/scripts/setup.sh || code=$?
    if out_of_time $code; then report "not run: time was over while the packages were installed"; return; fi
    if [ $code -ne 0 ]; then report "failed: scripts/setup.sh"; return 1; fi
    carried=$(inside env QT_QPA_PLATFORM=offscreen qgis_process --version 2>/dev/null | sed -nE 's/^QGIS ([0-9.]+).*/\1/p')
    if [[ $carried != "$version".* ]]; then report "skipped: Debian $release now carries QGIS $carried"; return; fi
    report "Debian $release carries QGIS $carried"
    inside bash /clone/landslide_toolbox/scripts/test.sh --without-style "$@" 2>&1 | tee "$log" || code=$?
    if out_of_time $code && ! grep -qE '^(FAILED|ERROR) |^test/[^ ]+ [.sxX]*[FE]' "$log"; then
        report "not run to its end: time was over"
    elif [ $code -ne 0 ]; then
        report "failed"; return 1
    else
        report "passed"
    fi
}
out_of_time() { [ "$1" -eq 124 ] || [ "$1" -eq 137 ]; }

failed=0
for version in "${versions[@]}"; do test_version "$version" "$@" || failed=1; done
exit $failed

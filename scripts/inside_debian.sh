#!/usr/bin/env bash
# Runs a command inside the Debian in a folder, with this machine's network settings; data that lies beside the clone is
# seen beside its copy in /clone, read-only. The mounts belong to this command alone: they vanish with it, however it ends,
# and so do the processes it leaves.
#
#   bash scripts/inside_debian.sh /var/cache/trixie qgis_process --version
set -euo pipefail
if [ "${OWN_MOUNTS:-}" != yes ]; then
    OWN_MOUNTS=yes exec unshare --mount --pid --fork --kill-child bash "$0" "$@"
fi
folder=$1
shift
beside=$(cd "$(dirname "$0")/../.." && pwd)

# Shows this machine's folder $1 at the same place, or at $2, in the Debian, read-only.
show() {
    local place=$folder${2:-$1}
    if [ ! -d "$1" ]; then return; fi
    mkdir -p "$place"
    mount --bind "$1" "$place"
    mount -o remount,bind,ro "$place"
}

# Copies this machine's file $1 to the same place.
copy() {
    if [ -f "$1" ]; then install -D --mode=644 "$(realpath "$1")" "$folder$1"; fi
}

mount -t proc proc "$folder/proc"
mount --rbind /dev "$folder/dev"
show "$beside/shared" /clone/shared
copy /etc/resolv.conf
copy /etc/ssl/certs/ca-certificates.crt

# what pip is told on this machine, and the local folders of packages it is told of: an index refers to files beside it
pip_files=(/etc/pip.conf /root/.config/pip/pip.conf /root/.pip/pip.conf)
for file in "${pip_files[@]}"; do copy "$file"; done
mapfile -t settings < <(env | grep -iE '^(PIP_|(https?|ftp|no|all)_proxy=)')
words=$({ cat "${pip_files[@]}" 2>/dev/null; printf '%s\n' "${settings[@]}"; } | tr '= ' '\n')
for index in $(sed -n 's|^file://||p' <<<"$words" | sort -u); do show "$(dirname "$index")"; done
for place in $(grep '^/' <<<"$words" | sort -u); do show "$place"; done

exec chroot "$folder" env --ignore-environment HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive PIP_NO_CACHE_DIR=1 \
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "${settings[@]}" "$@"

#!/usr/bin/env bash
# Makes a bare Debian or Ubuntu machine ready: QGIS from apt, and beside it a virtual environment with the packages of
# requirements-lock*.txt. Nothing QGIS carries is replaced. Running it again changes nothing.
#
#   bash scripts/setup.sh            install what is missing
#   bash scripts/setup.sh --print    only print the folder of the environment's packages
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
source "$root/scripts/environment.sh"

if [ "${1:-}" = --print ]; then
    echo "$LANDSLIDE_PACKAGES"
    exit
fi

apt_install() {
    local sudo=""
    if [ "$(id -u)" -ne 0 ]; then sudo="sudo"; fi
    echo "Installing with apt: $*"
    $sudo apt-get update -qq
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

missing=()
command -v qgis_process >/dev/null || missing+=(qgis)
"$QGIS_PYTHON" -c "import qgis.core" 2>/dev/null || missing+=(python3-qgis)
"$QGIS_PYTHON" -c "import ensurepip" 2>/dev/null || missing+=(python3-venv)
# the whole list is read: grep -q would leave early, which pipefail takes for a missing font
[ -n "$(fc-list 2>/dev/null)" ] || missing+=(fonts-dejavu-core fontconfig)
if [ ${#missing[@]} -gt 0 ]; then apt_install "${missing[@]}"; fi
# the hash in the environment's name covers QGIS's Python, which may have come only now
source "$root/scripts/environment.sh"

if [ ! -f "$LANDSLIDE_ENVIRONMENT/complete" ]; then
    echo "Installing the Python packages into $LANDSLIDE_ENVIRONMENT (several GB with PyTorch; minutes)"
    link_plugin
    (cd "$profile/plugins" && "$QGIS_PYTHON" -m landslide_toolbox.packages --install --environment "$LANDSLIDE_ENVIRONMENT" \
        --requirements "$root/requirements-test.txt")
fi
echo "Ready: $LANDSLIDE_ENVIRONMENT"

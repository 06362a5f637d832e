#!/usr/bin/env bash
# Makes the zip for plugins.qgis.org from what git tracks, in build/ or the folder named: the same commit, the same bytes.
#
#   bash scripts/package.sh [folder]
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
source "$root/scripts/environment.sh"
exec "$QGIS_PYTHON" "$root/scripts/package.py" "${1:-$root/build}"

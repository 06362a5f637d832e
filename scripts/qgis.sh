#!/usr/bin/env bash
# Opens QGIS with this plugin enabled and the installed packages at hand, in the same profile as scripts/qgis_process.sh.
#
#   bash scripts/qgis.sh demo/landslide_toolbox_demo.qgz
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
source "$root/scripts/environment.sh"
use_profile
enable_plugin "$(qgis_process_program)"
exec qgis --profiles-path "$profile" "$@"

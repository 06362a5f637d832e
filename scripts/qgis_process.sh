#!/usr/bin/env bash
# Runs qgis_process with this plugin enabled, a profile of its own, the installed packages and no display.
#
#   bash scripts/qgis_process.sh list
#   bash scripts/qgis_process.sh run landslide:spectralindex --INPUT=scene.tif --OUTPUT=ndvi.tif
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
source "$root/scripts/environment.sh"
use_profile
export QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen} QT_LOGGING_RULES=${QT_LOGGING_RULES:-*.warning=false}

program=$(qgis_process_program)
enable_plugin "$program"
exec "$program" "$@"

#!/usr/bin/env bash
# Runs qgis_process with this plugin enabled, a profile of its own, the installed packages and no display.
#
#   bash scripts/qgis_process.sh list
#   bash scripts/qgis_process.sh run landslide:spectralindex --INPUT=scene.tif --OUTPUT=ndvi.tif
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
source "$root/scripts/environment.sh"
if [ ! -f "$LANDSLIDE_ENVIRONMENT/complete" ]; then
    echo "Run 'bash scripts/setup.sh' first." >&2
    exit 1
fi

profile=$LANDSLIDE_CACHE/profile-$(echo "$root" | sha256sum | cut -c1-12)
mkdir -p "$profile/plugins"
ln -sfn "$root" "$profile/plugins/landslide_toolbox"
export QGIS_PLUGINPATH=$profile/plugins QGIS_CUSTOM_CONFIG_PATH=$profile
export PYTHONPATH=$LANDSLIDE_PACKAGES${PYTHONPATH:+:$PYTHONPATH}
export QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen} QT_LOGGING_RULES=${QT_LOGGING_RULES:-*.warning=false}
# QGIS itself uses what newer Pythons deprecate
export PYTHONWARNINGS=${PYTHONWARNINGS:-ignore::DeprecationWarning}

# Debian 12's wrapper passes an option that its own program refuses
program=$(command -v qgis_process.bin || command -v qgis_process)
if [ ! -f "$profile/enabled" ]; then
    "$program" plugins enable landslide_toolbox >/dev/null 2>&1 || { echo "QGIS refuses the plugin:" >&2; "$program" plugins enable landslide_toolbox >&2; exit 1; }
    touch "$profile/enabled"
fi
exec "$program" "$@"

#!/usr/bin/env bash
# Installs what is missing, checks style and runs the tests; further arguments go to pytest.
#
#   bash scripts/test.sh                    everything
#   bash scripts/test.sh -m "not slow"      the quick ones
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
bash "$root/scripts/setup.sh"
source "$root/scripts/environment.sh"
cd "$root"
"$LANDSLIDE_ENVIRONMENT/bin/ruff" check .
"$LANDSLIDE_ENVIRONMENT/bin/ruff" format --check .
export PYTHONPATH=$LANDSLIDE_PACKAGES:/usr/share/qgis/python/plugins QT_QPA_PLATFORM=offscreen PYTHONDONTWRITEBYTECODE=1
"$QGIS_PYTHON" -m pytest "$@"

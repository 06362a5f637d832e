#!/usr/bin/env bash
# Brings i18n/ up to date with the texts of the plugin; see translations.py.
#
#   bash scripts/translations.sh [--missing]
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
source "$root/scripts/environment.sh"
export PYTHONPATH=$LANDSLIDE_PACKAGES:/usr/share/qgis/python/plugins QT_QPA_PLATFORM=offscreen PYTHONDONTWRITEBYTECODE=1
exec "$QGIS_PYTHON" "$root/scripts/translations.py" "$@"

#!/usr/bin/env bash
# Makes the algorithms' pages anew from their help and builds the documentation site; any broken link or lost page is an error.
#
#   bash scripts/docs.sh [folder]    default: site, in the repository; open its index.html
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
site=$(realpath -m "${1:-$root/site}")
bash "$root/scripts/setup.sh"
source "$root/scripts/environment.sh"
export PYTHONPATH=$LANDSLIDE_PACKAGES:/usr/share/qgis/python/plugins QT_QPA_PLATFORM=offscreen

"$QGIS_PYTHON" "$root/scripts/algorithm_pages.py"
cd "$root"
"$QGIS_PYTHON" -m mkdocs build --strict --clean --config-file mkdocs.yml --site-dir "$site"
echo "Ready: $site/index.html (its search box needs a server: python3 -m http.server --directory $site)"

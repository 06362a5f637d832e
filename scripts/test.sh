#!/usr/bin/env bash
# Installs what is missing, checks style and runs the tests, a file to each processor core; further arguments go to pytest.
#
#   bash scripts/test.sh                    everything
#   bash scripts/test.sh -m "not slow"      the quick ones
#   bash scripts/test.sh --without-style    the tests alone
#   bash scripts/test.sh -n 0 -x            one after the other, to the first failure
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
bash "$root/scripts/setup.sh"
source "$root/scripts/environment.sh"
cd "$root"
if [ "${1:-}" = --without-style ]; then
    shift
else
    "$LANDSLIDE_ENVIRONMENT/bin/ruff" check .
    "$LANDSLIDE_ENVIRONMENT/bin/ruff" format --check .
fi
export PYTHONPATH=$LANDSLIDE_PACKAGES:/usr/share/qgis/python/plugins QT_QPA_PLATFORM=offscreen PYTHONDONTWRITEBYTECODE=1
# in the order of the files, because the longest ones would be left for the end if those with few tests came last
parallel=(--numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder)
"$QGIS_PYTHON" -m pytest "${parallel[@]}" "$@"

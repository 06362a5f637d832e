# Sourced by the other scripts: where things are. Sets LANDSLIDE_ENVIRONMENT (the virtual environment, outside the clone
# and named by the hash of the lock file and of QGIS's Python, so that a second clone reuses it), LANDSLIDE_PACKAGES (its
# site-packages) and QGIS_PYTHON (the Python QGIS itself runs, never one of pyenv or conda).
root=${root:-$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)}
QGIS_PYTHON=${QGIS_PYTHON:-/usr/bin/python3}
LANDSLIDE_CACHE=${LANDSLIDE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/landslide_toolbox}
python_version=$("$QGIS_PYTHON" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null || echo none)
environment_hash=$({ echo "$python_version"; cat "$root/requirements-lock.txt"; } 2>/dev/null | sha256sum | cut -c1-12)
LANDSLIDE_ENVIRONMENT=$LANDSLIDE_CACHE/environment-$environment_hash
LANDSLIDE_PACKAGES=$LANDSLIDE_ENVIRONMENT/lib/python$python_version/site-packages

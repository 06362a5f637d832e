# Sourced by the other scripts: where things are. Sets LANDSLIDE_ENVIRONMENT (the virtual environment, outside the clone
# and named by the hash of the lock files and of QGIS's Python, so that a second clone reuses it), LANDSLIDE_PACKAGES (its
# site-packages) and QGIS_PYTHON (the Python QGIS itself runs, never one of pyenv or conda).
root=${root:-$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)}
QGIS_PYTHON=${QGIS_PYTHON:-/usr/bin/python3}
LANDSLIDE_CACHE=${LANDSLIDE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/landslide_toolbox}
python_version=$("$QGIS_PYTHON" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null || echo none)
locks=("$root"/requirements-lock{,-"$python_version"}.txt)
environment_hash=$({ echo "$python_version"; cat "${locks[@]}" || true; } 2>/dev/null | sha256sum | cut -c1-12)
LANDSLIDE_ENVIRONMENT=$LANDSLIDE_CACHE/environment-$environment_hash
LANDSLIDE_PACKAGES=$LANDSLIDE_ENVIRONMENT/lib/python$python_version/site-packages

# Makes a profile of this clone's own, in which the plugin is called landslide_toolbox whatever the clone is called.
link_plugin() {
    profile=$LANDSLIDE_CACHE/profile-$(echo "$root" | sha256sum | cut -c1-12)
    mkdir -p "$profile/plugins"
    ln -sfn "$root" "$profile/plugins/landslide_toolbox"
}

# Exports what QGIS needs to find this clone's plugin and packages, in that profile.
use_profile() {
    if [ ! -f "$LANDSLIDE_ENVIRONMENT/complete" ]; then
        echo "Run 'bash scripts/setup.sh' first." >&2
        exit 1
    fi
    link_plugin
    export QGIS_PLUGINPATH=$profile/plugins QGIS_CUSTOM_CONFIG_PATH=$profile
    export PYTHONPATH=$LANDSLIDE_PACKAGES${PYTHONPATH:+:$PYTHONPATH}
    # QGIS itself uses what newer Pythons deprecate
    export PYTHONWARNINGS=${PYTHONWARNINGS:-ignore::DeprecationWarning}
}

# Switches the plugin on in that profile, once; $1 is qgis_process.
enable_plugin() {
    if [ -f "$profile/enabled" ]; then return; fi
    local said
    if ! said=$(QT_QPA_PLATFORM=offscreen "$1" plugins enable landslide_toolbox 2>&1); then
        printf 'QGIS refuses the plugin:\n%s\n' "$said" >&2
        exit 1
    fi
    touch "$profile/enabled"
}

# Debian 12's wrapper passes an option that its own program refuses, so the program itself is called where it exists.
qgis_process_program() { command -v qgis_process.bin || command -v qgis_process; }

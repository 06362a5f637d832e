"""Where things are: the plugin, the user's profile, and in it the environments with the packages.

An environment is a folder ``environment-<version of Python>-<number>``, because a profile may serve several versions of
QGIS, and because a virtual environment cannot be moved: a new one is made beside the old one, which serves until the new
one is complete. Only one that holds the file ``complete`` counts.
"""

import os
import sys
from pathlib import Path

PLUGIN_FOLDER = Path(__file__).absolute().parent.parent
"""The folder QGIS found the plugin in, which may be a link to where it lies."""
VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"
COMPLETE = "complete"


def toolbox_folder(profile: str | os.PathLike) -> Path:
    """Return the toolbox's folder in a profile of QGIS."""
    return Path(profile) / "landslide_toolbox"


def default_profile(plugin: Path = PLUGIN_FOLDER, platform: str = sys.platform) -> Path:
    """Return the profile the plugin lies in, else QGIS's default profile on this system."""
    if plugin.parts[-3:-1] == ("python", "plugins"):
        return plugin.parents[2]
    if platform == "win32":
        data = Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
    elif platform == "darwin":
        data = Path.home() / "Library" / "Application Support"
    else:
        data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    profiles = [data / "QGIS" / generation / "profiles" / "default" for generation in ("QGIS3", "QGIS4")]
    return next((profile for profile in profiles if profile.is_dir()), profiles[0])


def environments(folder: Path, version: str = VERSION) -> list[Path]:
    """Return the environments made with this version of Python, complete or not, from the oldest to the newest."""
    prefix = f"environment-{version}-"
    numbers = (path.name[len(prefix) :] for path in folder.glob(f"{prefix}*"))
    return [folder / f"{prefix}{number}" for number in sorted(int(n) for n in numbers if n.isdigit())]


def new_environment(folder: Path) -> Path:
    """Return where the next environment will lie."""
    numbers = [int(path.name.rsplit("-", 1)[1]) for path in environments(folder)]
    return folder / f"environment-{VERSION}-{max(numbers, default=0) + 1}"


def usable_environment(folder: Path) -> Path | None:
    """Return the newest complete environment; looks at names alone, so that QGIS's start does not feel it."""
    complete = [path for path in environments(folder) if (path / COMPLETE).exists()]
    return complete[-1] if complete else None


def packages_of(environment: Path, version: str = VERSION, platform: str = sys.platform) -> Path:
    """Return the folder of an environment's packages."""
    if platform == "win32":
        return environment / "Lib" / "site-packages"
    return environment / "lib" / f"python{version}" / "site-packages"


def python_of(environment: Path, platform: str = sys.platform) -> Path:
    """Return an environment's own Python."""
    return environment / "Scripts" / "python.exe" if platform == "win32" else environment / "bin" / "python"


def use_environment(folder: Path) -> Path | None:
    """Put the packages of the newest complete environment first on Python's path, in place of an older one's.

    First, because what they need (typing_extensions, say) may be newer than what QGIS carries; QGIS's own numpy and the
    like are not in it.
    """
    older = {str(packages_of(path)) for path in environments(folder)}
    sys.path[:] = [place for place in sys.path if place not in older]
    environment = usable_environment(folder)
    if environment is not None:
        sys.path.insert(0, str(packages_of(environment)))
    return environment


def in_home(path: str | os.PathLike) -> str:
    """Return a path with the user's home folder shortened to ~, to show or to copy into a question."""
    path = Path(path)
    home = Path.home()
    return str(Path("~") / path.relative_to(home)) if path.is_relative_to(home) else str(path)


def loaded_elsewhere(environment: Path, modules: dict) -> list[str]:
    """Return the packages of an environment that this Python has already loaded from another place: they need a restart."""
    packages = packages_of(environment)
    names = {path.stem for path in packages.iterdir() if path.suffix in ("", ".py") and path.stem.isidentifier()}
    names -= {"pip", "setuptools", "pkg_resources"}  # every environment has them, and nothing of ours needs them
    places = {name: getattr(modules[name], "__file__", None) for name in names & set(modules)}
    return sorted(name for name, place in places.items() if place and not Path(place).is_relative_to(packages))

"""The gate before every algorithm: it refuses when a package it needs is missing or broken, and says what to do about it."""

from pathlib import Path

from qgis.core import QgsApplication

from ..packages.catalogue import PACKAGES
from ..packages.places import PLUGIN_FOLDER, default_profile, toolbox_folder
from ..packages.state import why_not


class MissingPackageError(Exception):
    """A package is missing or does not load; the message names it and says what to do."""


def require(names: tuple[str, ...]) -> None:
    """Raise MissingPackageError naming the first package that is missing or broken, with the cure."""
    for name in names:
        reason = why_not(name)
        if reason is not None:
            raise MissingPackageError(f"The package {name}, needed for {PACKAGES[name].purpose}, {reason}; {cure()}")


def cure() -> str:
    """Return how to install packages as the end of a sentence; without a full stop, so that the command can be copied."""
    return (
        "install the packages in QGIS from the menu Plugins ▸ Landslide Toolbox ▸ Install packages…, "
        f"or in a terminal with: {terminal_command('--install')}"
    )


def packages_folder() -> Path:
    """Return the folder of this profile in which environments with packages lie."""
    return toolbox_folder(QgsApplication.qgisSettingsDirPath())


def terminal_command(action: str) -> str:
    """Return the command that does in a terminal, for this profile, what the installer does in QGIS."""
    import shlex

    from ..packages.qgis_python import likely_python  # what starts programs is loaded when it is needed
    from ..packages.running import WINDOWS

    command = [str(likely_python()), "-m", f"{PLUGIN_FOLDER.name}.packages", action]
    if packages_folder() != toolbox_folder(default_profile()):
        command += ["--folder", str(packages_folder())]
    if WINDOWS:
        return f'cd /d "{PLUGIN_FOLDER.parent}" && ' + " ".join(f'"{word}"' if " " in word else word for word in command)
    return f"cd {shlex.quote(str(PLUGIN_FOLDER.parent))} && {shlex.join(command)}"

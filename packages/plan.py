"""What will be installed and where, to be shown before anything happens."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from .places import PLUGIN_FOLDER, in_home, usable_environment
from .qgis_python import Interpreter
from .sources import Sources

REQUIREMENTS = PLUGIN_FOLDER / "requirements.txt"


@dataclass(frozen=True)
class Plan:
    """The environment that shall be made, QGIS's Python that makes it, and where its packages come from."""

    environment: Path
    python: Interpreter
    sources: Sources
    requirements: Path = REQUIREMENTS

    def lines(self) -> list[str]:
        """Return what will happen, a sentence a line."""
        place = next(folder for folder in (self.environment, *self.environment.parents) if folder.exists())
        free = shutil.disk_usage(place).free / 1e9
        older = usable_environment(self.environment.parent)
        return [
            f"Packages: {', '.join(self.wanted())}, and what they need.",
            f"Into: {in_home(self.environment)}; it takes up to {self.sources.gigabytes()} GB, {free:.0f} GB are free there.",
            *([f"In place of {in_home(older)}, which serves until the new one is complete."] if older else []),
            *self.sources.lines(),
            f"With QGIS's own Python: {in_home(self.python.path)}.",
            "What QGIS carries itself (numpy, GDAL …) is used and never replaced; nothing outside that folder is changed.",
        ]

    def wanted(self) -> list[str]:
        """Return the packages asked for, with their versions."""
        lines = (line.split("#")[0].strip() for line in self.requirements.read_text(encoding="utf-8").splitlines())
        return [line for line in lines if line]

"""Tells whoever listens what an algorithm has made. Only QGIS's window listens; in qgis_process nothing happens here."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from qgis.core import QgsProcessingContext, QgsProject

from .inputs import Inputs


@dataclass(frozen=True)
class Run:
    """One finished run: the files it read and made, by parameter, and the numbers and words it found."""

    algorithm: str
    finished: str
    """Local time, ISO 8601."""
    read: dict[str, list[str]]
    made: dict[str, str]
    found: dict[str, str | float]

    def files(self, name: str) -> list[str]:
        """Return the files of one parameter, whether it was an input or an output."""
        return self.read.get(name) or ([self.made[name]] if name in self.made else [])

    def is_gone(self) -> bool:
        """True when every file that it made has been moved or deleted."""
        return bool(self.made) and not any(is_there(path) for path in self.made.values())


listeners: list[Callable[[Run], None]] = []
"""Called with each run, in the thread of the algorithm."""


def tell(algorithm: str, inputs: Inputs, outputs: dict, context: QgsProcessingContext) -> None:
    """Tell the listeners of a run in the project that is open."""
    if not listeners or context.project() != QgsProject.instance():
        return
    read = {name: [text for text in texts if is_there(text)] for name, texts in inputs.sources().items()}
    made = {name: value for name, value in outputs.items() if isinstance(value, str) and is_there(value)}
    found = {name: value for name, value in outputs.items() if name not in made and isinstance(value, (str, int, float))}
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    run = Run(algorithm, now, {name: texts for name, texts in read.items() if texts}, made, found)
    for listener in listeners:
        listener(run)


def is_there(text: str) -> bool:
    """True for the full path of a file or folder on disk, also with a layer's name after it (``path|layername=…``)."""
    path = text.split("|", maxsplit=1)[0]
    return os.path.isabs(path) and os.path.exists(path)

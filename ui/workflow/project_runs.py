"""The runs of a project, kept in the project itself: saved with it, read with it, its paths written as it writes its own."""

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from itertools import chain

from qgis.core import Qgis, QgsMessageLog, QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...processing_provider import runs
from ...processing_provider.language import tr
from ...processing_provider.runs import Run

SCOPE, KEY = "LandslideToolbox", "/runs"


class ProjectRuns(QObject):
    """Listens to algorithms and keeps what they have made in the open project."""

    changed = pyqtSignal()
    """Another run, or another project."""
    _told = pyqtSignal(object)  # carries a run from the thread of its algorithm to the one of the window

    def __init__(self):
        super().__init__()
        self.runs: list[Run] = []
        self._project = QgsProject.instance()
        self._told.connect(self.add)
        self._project.cleared.connect(self._forget)
        self._project.readProject.connect(self._read)
        # written while the project is, and not before: what a relative path is depends on where it is saved
        self._project.writeProject.connect(self._write)
        runs.listeners.append(self._hear)
        self._read()

    def close(self) -> None:
        """Stop listening."""
        runs.listeners.remove(self._hear)
        self._project.cleared.disconnect(self._forget)
        self._project.readProject.disconnect(self._read)
        self._project.writeProject.disconnect(self._write)

    def add(self, run: Run) -> None:
        """Add a run; an earlier one of the same algorithm that wrote a file of the same name is forgotten."""
        made = set(run.made.values())
        earlier = [old for old in self.runs if old.algorithm != run.algorithm or not made & set(old.made.values())]
        self.runs = [*earlier, run]
        self._project.setDirty()
        self.changed.emit()

    def _hear(self, run: Run) -> None:
        self._told.emit(run)

    def _forget(self) -> None:
        self.runs = []
        self.changed.emit()

    def _write(self) -> None:
        if self.runs:
            stored = [asdict(_with_paths(run, self._project.writePath)) for run in self.runs]
            self._project.writeEntry(SCOPE, KEY, json.dumps(stored, ensure_ascii=False))

    def _read(self) -> None:
        text, _ = self._project.readEntry(SCOPE, KEY, "[]")
        try:
            self.runs = [_with_paths(_run_from(stored), self._project.readPath) for stored in json.loads(text)]
        except (ValueError, TypeError, AttributeError, RecursionError) as problem:
            message = tr("The results that this project lists cannot be read ({problem}); the list starts anew.")
            QgsMessageLog.logMessage(message.format(problem=problem), "Landslide Toolbox", Qgis.MessageLevel.Warning)
            self.runs = []
        self.changed.emit()


def _with_paths(run: Run, change: Callable[[str], str]) -> Run:
    read = {name: [_path_changed(text, change) for text in texts] for name, texts in run.read.items()}
    made = {name: _path_changed(text, change) for name, text in run.made.items()}
    return replace(run, read=read, made=made)


def _path_changed(text: str, change: Callable[[str], str]) -> str:
    path, bar, layer = text.partition("|")
    return change(path) + bar + layer


def _run_from(stored: dict) -> Run:
    """Return a run from a project file, whose content anyone may have changed."""
    run = Run(**stored)
    texts = [run.algorithm, run.finished, *run.made.values(), *chain(*run.read.values())]
    if not all(isinstance(text, str) and "\0" not in text for text in texts):
        raise TypeError("not a list of runs")
    "".join(texts).encode()  # raises ValueError for halves of letters, which no path has
    if not all(isinstance(value, (str, int, float)) for value in run.found.values()):
        raise TypeError("not a list of runs")
    return run

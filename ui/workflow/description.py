"""What the panel says of a step, in words: a few for the list, a page below it."""

import os
from html import escape

from qgis.core import QgsProcessingAlgorithm, QgsProcessingUtils, QgsProject
from qgis.PyQt.QtCore import QDateTime, QLocale, Qt

from ...processing_provider.language import tr
from ...processing_provider.runs import Run, is_there
from .standing import Need, Standing, State


def word_for(state: State) -> str:
    """Return how far a step is, in a word or two."""
    return {
        State.WAITING: tr("Waiting"),
        State.READY: tr("Ready"),
        State.DONE: tr("Done"),
        State.OUTDATED: tr("Outdated"),
        State.GONE: tr("Files gone"),
    }[state]


def sentence_of(standing: Standing) -> str:
    """Return how far a step is, and what to do about it."""
    if standing.state is State.WAITING:
        return tr("Needs {inputs} from an earlier step.").format(inputs=", ".join(need.label for need in standing.missing()))
    return {
        State.READY: tr("Ready to run."),
        State.DONE: tr("Done."),
        State.OUTDATED: tr("Outdated: what it read has been made anew since. Run it again."),
        State.GONE: tr("Its files have been moved or deleted. Run it again."),
    }[standing.state]


def page_of(algorithm: QgsProcessingAlgorithm, standing: Standing, labels: dict[str, str]) -> str:
    """Return the HTML page of a step; ``labels`` are the names of all algorithms."""
    parts = [f"<p><b>{escape(algorithm.displayName())}</b><br>{escape(sentence_of(standing))}</p>"]
    if standing.needs:
        parts.append(_list(tr("What it needs"), [_need_in_words(need, labels) for need in standing.needs]))
    for run in standing.runs:
        parts.append(_list(tr("Made {time}").format(time=_time(run)), _lines_of(run, algorithm)))
    parts.append(f"<p>{escape(algorithm.shortDescription())}</p>")
    return "".join(parts)


def _list(title: str, lines: list[str]) -> str:
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<p>{escape(title)}<ul>{items}</ul></p>"


def _need_in_words(need: Need, labels: dict[str, str]) -> str:
    label = tr("{input} (optional)").format(input=need.label) if need.is_optional else need.label
    if need.files:
        return f"{label}: {', '.join(_place(path) for path in need.files)}"
    givers = ", ".join(labels[name] for name in need.givers)
    if need.may_be_own and givers:
        return tr("{input}: a file of your own, or from {steps}").format(input=label, steps=givers)
    if need.may_be_own:
        return tr("{input}: a file of your own").format(input=label)
    return tr("{input}: from {steps}").format(input=label, steps=givers)


def _lines_of(run: Run, algorithm: QgsProcessingAlgorithm) -> list[str]:
    results = {name: _place_and_fate(path) for name, path in run.made.items()}
    for name, value in run.found.items():
        results[name] = QLocale().toString(value, "g", 4) if isinstance(value, float) else str(value)
    return [f"{_label(algorithm, name)}: {result}" for name, result in results.items()]


def _label(algorithm: QgsProcessingAlgorithm, name: str) -> str:
    definition = algorithm.outputDefinition(name)
    return definition.description() if definition else name


def _place_and_fate(path: str) -> str:
    if not is_there(path):
        return tr("{file} (no longer there)").format(file=_place(path))
    if _is_temporary(path):
        return tr("{file} (temporary: gone when QGIS ends)").format(file=_place(path))
    return _place(path)


def _place(path: str) -> str:
    """Return a path as seen from the project; of a temporary file the name alone."""
    if _is_temporary(path):
        return os.path.basename(path)
    return QgsProject.instance().writePath(path).removeprefix("./")


def _is_temporary(path: str) -> bool:
    folder = os.path.realpath(QgsProcessingUtils.tempFolder())
    return os.path.realpath(path).startswith(folder + os.sep)


def _time(run: Run) -> str:
    moment = QDateTime.fromString(run.finished, Qt.DateFormat.ISODate).toLocalTime()
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)

"""Where the work stands: what each step would be filled in with, and what it has made in the project."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from qgis.core import QgsProcessingAlgorithm, QgsProcessingParameterDefinition, QgsProcessingParameterMultipleLayers

from ...processing_provider.runs import Run, is_there
from .steps import OWN, WORKFLOW, Step

CHAINS = {step.algorithm for step in WORKFLOW["chains"]}


class State(Enum):
    """How far a step is."""

    WAITING = "waits for an earlier step"
    READY = "can run"
    DONE = "has run"
    OUTDATED = "has run, but what it read has been made anew since"
    GONE = "has run, but its files are no longer there"


@dataclass(frozen=True)
class Need:
    """An input of a step, the files that fill it in, and the algorithms that these can come from."""

    name: str
    label: str
    files: list[str]
    givers: list[str]
    may_be_own: bool
    takes_several: bool
    is_optional: bool

    @property
    def is_missing(self) -> bool:
        """True when an earlier step has to run first."""
        return not (self.files or self.may_be_own or self.is_optional)


@dataclass(frozen=True)
class Standing:
    """One step at this moment; ``runs`` are its own, the newest first."""

    state: State
    needs: list[Need]
    runs: list[Run]

    def missing(self) -> list[Need]:
        """Return what earlier steps have yet to make."""
        return [need for need in self.needs if need.is_missing]

    def parameters(self) -> dict[str, str | list[str]]:
        """Return the inputs to fill in, as the algorithm's dialog takes them."""
        return {need.name: need.files if need.takes_several else need.files[0] for need in self.needs if need.files}


def standing_of(step: Step, algorithm: QgsProcessingAlgorithm, runs: list[Run]) -> Standing:
    """Return how far a step is; ``runs`` are all of the project, the oldest first."""
    places = [place for place, run in enumerate(runs) if run.algorithm == step.algorithm]
    last_read = runs[places[-1]].read if places else {}
    needs = [
        _need(algorithm.parameterDefinition(name), sources, runs, last_read.get(name, []))
        for name, sources in step.inputs.items()
    ]
    if places and runs[places[-1]].is_gone():
        state = State.GONE
    elif places:
        last = places[-1]
        state = State.OUTDATED if is_outdated(runs[last], runs[last + 1 :]) else State.DONE
    else:
        state = State.WAITING if any(need.is_missing for need in needs) else State.READY
    return Standing(state, needs, [runs[place] for place in reversed(places)])


def is_outdated(run: Run, later: list[Run]) -> bool:
    """True when a file that the run read has been made anew by a later run; chains only hand on what their steps make."""
    made = [Path(path) for other in later if other.algorithm not in CHAINS for path in other.made.values()]
    read = [Path(text.split("|", maxsplit=1)[0]) for texts in run.read.values() for text in texts]
    return any(path.is_relative_to(place) for path in read for place in made)


def _need(definition: QgsProcessingParameterDefinition, sources: list[str], runs: list[Run], last_read: list[str]) -> Need:
    takes_several = isinstance(definition, QgsProcessingParameterMultipleLayers)
    found = [_files_of(source, runs) for source in sources]
    if takes_several:
        files = list(dict.fromkeys(path for paths in found for path in paths))
    else:
        files = next((paths[-1:] for paths in found if paths), [])
    return Need(
        definition.name(),
        definition.description(),
        files or [text for text in last_read if is_there(text)],
        list(dict.fromkeys(source.partition(".")[0] for source in sources if source != OWN)),
        OWN in sources,
        takes_several,
        bool(definition.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional),
    )


def _files_of(source: str, runs: list[Run]) -> list[str]:
    """Return the files that a source names and that are still there, of the oldest run first."""
    algorithm, _, rest = source.partition(".")
    name, _, member = rest.partition("/")
    texts = [text for run in runs if run.algorithm == algorithm for text in run.files(name)]
    if member:
        texts = [str(Path(text) / member) for text in texts]
    return [text for text in texts if is_there(text)]

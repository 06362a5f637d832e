"""A search for hyper-parameters on paper: what was tried, what came out and which parameter mattered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .table import Table


@dataclass(frozen=True)
class Choice:
    """One of some plain values; ``ordered`` when neighbours in the list are alike, as with learning rates."""

    values: Sequence
    ordered: bool = False


@dataclass(frozen=True)
class Between:
    """A number from ``low`` to ``high``, both included; ``whole`` for counts, ``logarithmic`` where factors count."""

    low: float
    high: float
    whole: bool = False
    logarithmic: bool = False


Space = Mapping[str, Choice | Between]
"""What may vary, by the name of the parameter."""


@dataclass(frozen=True)
class Trial:
    """Values tried and the score they reached, the higher the better.

    ``steps`` holds (step, score) on the way; of a ``pruned`` trial, which was given up, ``score`` is the best of them.
    """

    values: dict
    score: float
    steps: list[tuple[int, float]]
    pruned: bool
    seconds: float


@dataclass(frozen=True)
class SearchRecord:
    """All trials in order, and the share (0–1) of the scores' variance that each parameter explains; {} when unknown."""

    trials: list[Trial]
    importances: dict[str, float]

    @property
    def best(self) -> Trial:
        """The trial with the highest score among those carried to their end; the earliest among equals."""
        return self.trials[self.best_number - 1]

    @property
    def best_number(self) -> int:
        """The number, counted from 1, of the best trial."""
        complete = [number for number, trial in enumerate(self.trials, start=1) if not trial.pruned]
        return max(complete, key=lambda number: self.trials[number - 1].score)

    def table(self) -> Table:
        """Return a row per trial: number, values, score, steps taken, whether it was carried to its end, seconds."""
        names = list(self.trials[0].values)
        rows = [
            (
                number,
                *(trial.values[name] for name in names),
                trial.score,
                len(trial.steps),
                "pruned" if trial.pruned else "complete",
                round(trial.seconds, 1),
            )
            for number, trial in enumerate(self.trials, start=1)
        ]
        return Table(("trial", *names, "score", "steps", "state", "seconds"), rows)

    def importance_table(self) -> Table:
        """Return a row per parameter, the most important first."""
        ranked = sorted(self.importances.items(), key=lambda item: -item[1])
        return Table(("parameter", "importance"), ranked)
